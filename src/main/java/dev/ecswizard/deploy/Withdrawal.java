package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.util.Optional;

/// Takes a change set back that nobody will carry out, and with it the empty stack that it made.
public record Withdrawal(Stacks stacks, Pace pace) {
    private static final int LOOKS = 60;

    /// Blocks: at once as a rule, while a change of a stack is being worked out until that is done. Nothing happens
    /// where nothing is left, or where the change set was carried out after all.
    ///
    /// @param proposed what came of it; nothing if no answer told
    /// @throws CloudProblem if AWS says no or stays silent
    public void withdraw(Submission submission, Optional<Proposed> proposed) {
        var stack = stacks.find(proposed.map(Proposed::stackId)
                .orElseGet(() -> submission.request().stack()));
        if (stack.isEmpty() || stack.get().status().isDeleted()) {
            return;
        }
        var sets = stacks.changeSets();
        var mine = sets.pending(stack.get().id()).stream()
                .filter(id -> isOf(submission, id))
                .findFirst();
        if (submission.request().isNew() && stack.get().status().isUnderReview()) {
            dropEmpty(stack.get(), submission, mine);
        } else {
            mine.ifPresent(id -> drop(sets, id));
        }
    }

    /// Somebody else may have a change set for the same empty stack; then it stays.
    private void dropEmpty(Stack stack, Submission submission, Optional<String> mine) {
        var sets = stacks.changeSets();
        var others = sets.pending(stack.id()).stream()
                .filter(id -> !mine.equals(Optional.of(id)))
                .count();
        if (others > 0 || mine.isEmpty()) {
            mine.ifPresent(id -> drop(sets, id));
        } else {
            // takes the change set along, even one that is still being worked out
            new Insistence(pace).ask(() -> {
                stacks.delete(stack.id(), submission.request().requestToken() + "-withdrawn");
                return stack;
            });
        }
    }

    /// `arn:…:changeSet/<name>/<uuid>`
    private static boolean isOf(Submission submission, String id) {
        return id.contains(":changeSet/" + submission.request().name());
    }

    private void drop(ChangeSets sets, String id) {
        var insistence = new Insistence(pace);
        try {
            for (var look = 0; look < LOOKS; look++) {
                if (insistence.ask(() -> sets.read(id, Optional.empty())).isWorkedOut()) {
                    break;
                }
                insistence.pause(Duration.ofSeconds(1));
            }
            insistence.ask(() -> {
                sets.discard(id);
                return id;
            });
        } catch (CloudProblem problem) {
            if (problem.kind() != CloudProblem.Kind.NOT_FOUND) {
                throw problem;
            }
        }
    }
}
