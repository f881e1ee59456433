package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WithdrawalTest {
    private static final Template TEMPLATE = new Template("Resources: {}", Map.of(), Set.of());

    private final ScriptedStacks stacks = new ScriptedStacks();
    private final Withdrawal withdrawal = new Withdrawal(stacks, stacks.pace);
    private final Submission made = Submission.of(TEMPLATE, "web", Map.of());
    private final Submission changed = Submission.values(
            stacks, new Known(ScriptedStacks.ID, "web", "Resources: {}", Map.of(), Map.of()), Map.of());

    private void propose(Submission submission) {
        stacks.changeSets.propose(submission.request());
    }

    @Test
    void theEmptyStackOfAFirstOneGoesEvenWhileItIsWorkedOut() {
        stacks.status(0, "REVIEW_IN_PROGRESS");
        stacks.changeSets.delay = 100;
        propose(made);
        withdrawal.withdraw(made, Optional.of(stacks.changeSets.propose(made.request())));
        assertThat(stacks.deletionTokens).hasSize(1);
    }

    @Test
    void anEmptyStackThatSomebodyElseWaitsForStays() {
        stacks.status(0, "REVIEW_IN_PROGRESS");
        stacks.changeSets.pending.add("arn:aws:cloudformation:eu-west-1:1:changeSet/theirs/1");
        withdrawal.withdraw(made, Optional.of(stacks.changeSets.propose(made.request())));
        assertThat(stacks.deletionTokens).isEmpty();
        assertThat(stacks.changeSets.pending).hasSize(1).first().asString().contains("theirs");
    }

    @Test
    void theChangeSetOfAStackIsDroppedOnceItIsWorkedOutAndTheStackStays() {
        stacks.status(0, "UPDATE_COMPLETE");
        stacks.changeSets.delay = 3;
        withdrawal.withdraw(changed, Optional.of(stacks.changeSets.propose(changed.request())));
        assertThat(stacks.changeSets.pending).isEmpty();
        assertThat(stacks.deletionTokens).isEmpty();
        assertThat(stacks.pace.seconds()).isEqualTo(3);
    }

    @Test
    void whatWasCarriedOutStays() {
        stacks.status(0, "CREATE_IN_PROGRESS");
        var proposed = stacks.changeSets.propose(made.request());
        stacks.changeSets.execute(proposed.changeSet(), false, "token");
        withdrawal.withdraw(made, Optional.of(proposed));
        assertThat(stacks.deletionTokens).isEmpty();
        assertThat(stacks.changeSets.calls).doesNotContain("discard");
    }

    @Test
    void aLostAnswerIsLookedForUnderItsName() {
        stacks.status(0, "UPDATE_COMPLETE");
        propose(changed);
        withdrawal.withdraw(changed, Optional.empty());
        assertThat(stacks.changeSets.pending).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyIsNoProblem() {
        withdrawal.withdraw(made, Optional.empty());
        stacks.status(0, "UPDATE_COMPLETE");
        propose(changed);
        stacks.changeSets.problems.put(
                "read",
                new CloudProblem(CloudProblem.Kind.NOT_FOUND, "", "ChangeSetNotFound", "does not exist", "", null));
        withdrawal.withdraw(changed, Optional.empty());
        assertThat(stacks.changeSets.calls).doesNotContain("discard");
    }
}
