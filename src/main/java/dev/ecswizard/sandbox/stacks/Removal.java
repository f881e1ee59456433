package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The deletion of resources, each after all that need it.
final class Removal {
    private static final int SECONDS_BETWEEN_LOOKS = 5;
    private static final int MOST_SECONDS = 3600;

    private final Operation operation;
    private final Stack stack;
    private final List<Member> left;
    private final Set<Member> going = new HashSet<>();
    private final List<Member> stuck = new ArrayList<>();
    private final Predicate<Member> isKept;
    private final Consumer<List<Member>> end;
    private boolean isForced;
    private boolean isOver;

    /// @param isKept asked of what was made: whether it is to stay where it is
    /// @param end called once, with those that could not be deleted
    Removal(Operation operation, Collection<Member> members, Predicate<Member> isKept, Consumer<List<Member>> end) {
        this.operation = operation;
        this.stack = operation.stack;
        this.left = new ArrayList<>(members);
        this.isKept = isKept;
        this.end = end;
    }

    /// What can not be deleted is left where it is and counts as gone.
    Removal forced() {
        isForced = true;
        return this;
    }

    /// Deletions that are under way go on.
    void begin() {
        left.stream().filter(member -> member.is("DELETE_IN_PROGRESS")).forEach(this::watch);
        advance();
    }

    private void advance() {
        if (isOver) {
            return;
        }
        List.copyOf(left).stream().filter(this::isFree).forEach(this::start);
        if (going.isEmpty() && left.stream().noneMatch(this::isFree)) {
            isOver = true;
            end.accept(stuck);
        }
    }

    /// Whether it is still to go and nothing that needs it is left.
    private boolean isFree(Member member) {
        return !going.contains(member)
                && !stuck.contains(member)
                && left.stream().noneMatch(other -> other.needs().contains(member.logicalId()));
    }

    private void start(Member member) {
        if (member.made == null) {
            gone(member, "DELETE_COMPLETE", null);
            operation.after(0, this::advance);
        } else if (isKept.test(member)) {
            stack.home().inventory().disown(member.declared().type(), member.made.thing());
            gone(member, "DELETE_SKIPPED", null);
            operation.after(0, this::advance);
        } else {
            operation.memberIs(member, "DELETE_IN_PROGRESS", null);
            watch(member);
        }
    }

    private void watch(Member member) {
        going.add(member);
        if (member.made.thing() instanceof Thing.Group group) {
            stack.home().world().hosts().remove(group.id());
            awaitLast(member, group, 0);
        } else {
            awaitEnd(member);
        }
    }

    private void awaitEnd(Member member) {
        var seconds = ResourceTypes.of(member.declared().type()).deletion();
        operation.after(operation.about(seconds), () -> finish(member));
    }

    /// A group goes after its last host.
    private void awaitLast(Member member, Thing.Group group, int looks) {
        if (stack.home().world().hosts().find(group.id()).isEmpty()) {
            awaitEnd(member);
        } else if (looks * SECONDS_BETWEEN_LOOKS < MOST_SECONDS) {
            operation.after(SECONDS_BETWEEN_LOOKS, () -> awaitLast(member, group, looks + 1));
        } else {
            refuse(
                    member,
                    "Resource handler returned message: \"Exceeded attempts to wait\" (RequestToken: "
                            + operation.ids.uuid() + ", HandlerErrorCode: NotStabilized)");
        }
    }

    private void finish(Member member) {
        var thing = member.made.thing();
        var refusal = stack.home().world().refusalToDelete(thing);
        if (refusal.isPresent()) {
            refuse(member, refusal.get());
        } else {
            going.remove(member);
            stack.home().inventory().remove(member.declared().type(), thing);
            stack.home().world().remove(thing);
            gone(member, "DELETE_COMPLETE", null);
            advance();
        }
    }

    private void refuse(Member member, String reason) {
        going.remove(member);
        if (isForced) {
            stack.home().inventory().disown(member.declared().type(), member.made.thing());
            gone(member, "DELETE_SKIPPED", reason);
        } else {
            stuck.add(member);
            operation.memberIs(member, "DELETE_FAILED", reason);
        }
        advance();
    }

    private void gone(Member member, String status, String reason) {
        left.remove(member);
        operation.memberIs(member, status, reason);
    }
}
