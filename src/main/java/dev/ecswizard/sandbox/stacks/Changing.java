package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.stacks.Making.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Something that makes a stack that is there follow another plan: resource after resource, each after those that it
/// needs; then what the stack no longer needs is deleted.
abstract class Changing extends Building {
    private final Set<String> begun = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean hasFailed;
    private boolean hasArrived;

    Changing(Stack stack) {
        super(stack);
    }

    /// The logical ids of those whose turn comes.
    protected abstract Set<String> course();

    /// Begins with a resource, or says at once that it is done.
    protected abstract void turn(Member member);

    /// Called when everybody had his turn.
    protected abstract void arrive();

    /// Called a moment after the first failure, when everything else has been cancelled.
    protected abstract void giveUp(String reason);

    @Override
    protected void advance() {
        if (hasFailed || hasArrived) {
            return;
        }
        var next = course().stream().filter(this::isNext).findFirst();
        while (next.isPresent()) {
            begun.add(next.get());
            turn(stack.members().get(next.get()));
            next = course().stream().filter(this::isNext).findFirst();
        }
        if (done.containsAll(course())) {
            hasArrived = true;
            after(about(1), this::arrive);
        }
    }

    private boolean isNext(String name) {
        return !begun.contains(name)
                && stack.plan().needs(name).stream()
                        .allMatch(needed -> done.contains(needed) || !course().contains(needed));
    }

    protected void isDone(Member member) {
        done.add(member.logicalId());
    }

    @Override
    protected void completed(Member member) {
        isDone(member);
        advance();
    }

    /// What a resource is to be changed to.
    ///
    /// @throws Refusal if a function can not be worked out
    protected Making wanted(Member member) {
        return making(member.declared());
    }

    /// Changes a resource where it is.
    protected void modify(Member member) {
        try {
            var making = wanted(member);
            check(making);
            var before = member.made;
            var made = Alterations.made(making, before);
            member.have(making);
            member.made = made;
            stack.home().inventory().add(member.declared().type(), made.thing(), stack.id());
            stack.home().world().change(before.thing(), made.thing());
            settle(member, Verb.UPDATE, made.settling());
        } catch (Failure failure) {
            fail(member, Verb.UPDATE, failure.getMessage());
        } catch (Refusal refusal) {
            fail(member, Verb.UPDATE, refusal.getMessage());
        }
    }

    @Override
    protected void hasFailed() {
        if (!hasFailed) {
            hasFailed = true;
            // what completes or fails in this moment still does
            after(0.5, () -> {
                cancelOthers();
                giveUp(failures());
            });
        }
    }

    private String failures() {
        return sentence("create", "CREATE_FAILED") + sentence("update", "UPDATE_FAILED");
    }

    private String sentence(String verb, String status) {
        var failed = names(members(status)).stream().filter(begun::contains).toList();
        return failed.isEmpty() ? "" : "The following resource(s) failed to " + verb + ": " + failed + ". ";
    }

    /// Deletes what is not in the plan and what was replaced. What can not be deleted stays where it is; the stack
    /// forgets it.
    ///
    /// @param outcome what the stack becomes
    /// @param sentence the stack's reason if something could not be deleted
    protected void cleanUp(String outcome, Predicate<Member> isKept, String sentence) {
        hasArrived = true;
        stackIs(outcome + "_CLEANUP_IN_PROGRESS", null);
        stack.members().values().removeIf(member -> isForeign(member) && member.is(""));
        var doomed = new ArrayList<Member>();
        stack.members().values().stream().filter(this::isForeign).forEach(doomed::add);
        doomed.addAll(stack.leftovers);
        var removal = new Removal(this, doomed, isKept, stuck -> cleanedUp(outcome, stuck, sentence));
        after(about(1.5), removal::begin);
    }

    private boolean isForeign(Member member) {
        return !stack.plan().resources().containsKey(member.logicalId());
    }

    private void cleanedUp(String outcome, List<Member> stuck, String sentence) {
        after(about(0.6), () -> {
            stuck.forEach(
                    member -> stack.home().inventory().disown(member.declared().type(), member.made.thing()));
            stack.members().values().removeIf(this::isForeign);
            stack.leftovers.clear();
            stack.undo = null;
            stackIs(outcome, stuck.isEmpty() ? null : sentence);
            isOver = true;
        });
    }
}
