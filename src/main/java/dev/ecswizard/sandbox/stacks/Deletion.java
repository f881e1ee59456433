package dev.ecswizard.sandbox.stacks;

import java.util.List;

/// The unmaking of a stack: on request, or because its creation failed. Who was made last goes first.
final class Deletion extends Operation {
    /// What the stack is called meanwhile and afterwards.
    enum Kind {
        ROLLBACK,
        DELETE
    }

    private final Kind kind;
    private final String reason;
    private final List<String> retained;
    private final String token;

    /// @param retained logical ids that stay
    Deletion(Stack stack, Kind kind, String reason, List<String> retained, String token) {
        super(stack);
        this.kind = kind;
        this.reason = reason;
        this.retained = retained;
        this.token = token;
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        var hanging = members("DELETE_IN_PROGRESS");
        var cancelled = members("CREATE_IN_PROGRESS");
        stackIs(kind + "_IN_PROGRESS", reason);
        cancelled.forEach(member -> memberIs(member, "CREATE_FAILED", "Resource creation cancelled"));
        hanging.forEach(member -> after(duration(member), () -> finish(member)));
        members("DELETE_FAILED").forEach(member -> member.status = "CREATE_COMPLETE");
        after(about(2.5), this::advance);
    }

    private void advance() {
        for (var member : members("CREATE_COMPLETE", "CREATE_FAILED")) {
            if (isFree(member)) {
                start(member);
            }
        }
        if (!members("DELETE_IN_PROGRESS").isEmpty()
                || members("CREATE_COMPLETE", "CREATE_FAILED").stream().anyMatch(this::isFree)) {
            return;
        }
        var left = names(members("DELETE_FAILED"));
        after(about(0.6), () -> {
            if (left.isEmpty()) {
                end("_COMPLETE", null);
            } else {
                end("_FAILED", "The following resource(s) failed to delete: " + left + ". ");
            }
        });
    }

    /// Whether nothing that needs it is left.
    private boolean isFree(Member member) {
        return stack.members().values().stream()
                .filter(other -> other.needs().contains(member.logicalId()))
                .allMatch(other -> other.is("") || other.is("DELETE_COMPLETE") || other.is("DELETE_SKIPPED"));
    }

    private void start(Member member) {
        if (isKept(member)) {
            stack.home().inventory().disown(member.declared().type(), member.made.thing());
            memberIs(member, "DELETE_SKIPPED", null);
            after(0, this::advance);
        } else if (member.made == null) {
            memberIs(member, "DELETE_COMPLETE", null);
            after(0, this::advance);
        } else {
            memberIs(member, "DELETE_IN_PROGRESS", null);
            after(duration(member), () -> finish(member));
        }
    }

    private boolean isKept(Member member) {
        var policy = member.declared().text("DeletionPolicy").orElse("Delete");
        return member.made != null
                && (retained.contains(member.logicalId())
                        || policy.equals("Retain")
                        || policy.equals("RetainExceptOnCreate") && kind == Kind.DELETE);
    }

    private double duration(Member member) {
        return about(ResourceTypes.of(member.declared().type()).deletion());
    }

    private void finish(Member member) {
        var thing = member.made.thing();
        var refusal = stack.home().world().refusalToDelete(thing);
        if (refusal.isPresent()) {
            memberIs(member, "DELETE_FAILED", refusal.get());
        } else {
            stack.home().inventory().remove(member.declared().type(), thing);
            stack.home().world().remove(thing);
            memberIs(member, "DELETE_COMPLETE", null);
        }
        advance();
    }

    private void end(String outcome, String sentence) {
        stackIs(kind + outcome, sentence);
        if (kind == Kind.DELETE && outcome.equals("_COMPLETE")) {
            stack.deleted = agenda.now();
        }
        isOver = true;
    }
}
