package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stacks that are led out of a failure, while CloudFormation goes on telling the old status for a moment.
class MendingTest {
    private final ScriptedHoldings scripted = new ScriptedHoldings();
    private final ScriptedStacks stacks = scripted.stacks;
    private final Mending mending = new Mending(scripted.holdings, stacks.pace);
    private final List<Progress> told = new ArrayList<>();

    /// @param since when the old status has been there
    private void goesOn(String old, double since, String going, String end, boolean bearsTokens) {
        stacks.token = bearsTokens ? "before" : "";
        stacks.event(since, "web", old).status(0, old);
        scripted.onMending = token -> {
            stacks.token = bearsTokens ? token : "";
            stacks.event(2, "web", going).status(4, going).event(9, "web", end).status(9, end);
        };
    }

    private void assertEnd(Outcome outcome, String end) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.stack().status().name()).isEqualTo(end));
        assertThat(told.getFirst().ending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFailureThatIsMendedIsNotTheOutcomeOfTheRollBackThatGoesOn(boolean bearsTokens) {
        goesOn("UPDATE_ROLLBACK_FAILED", -9, "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE", bearsTokens);

        var outcome = mending.continueRollback(ScriptedStacks.ID, List.of("Group"), told::add);

        assertEnd(outcome, "UPDATE_ROLLBACK_COMPLETE");
        assertThat(scripted.skipped).containsExactly("Group");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFailureThatWasKeptIsNotTheOutcomeOfItsRollBack(boolean bearsTokens) {
        goesOn("CREATE_FAILED", -9, "ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE", bearsTokens);

        assertEnd(mending.rollBack(ScriptedStacks.ID, told::add), "ROLLBACK_COMPLETE");
    }

    @Test
    void aRollBackThatFailsAgainIsSaidTo() {
        goesOn("UPDATE_ROLLBACK_FAILED", -9, "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED", true);

        assertEnd(mending.continueRollback(ScriptedStacks.ID, List.of(), told::add), "UPDATE_ROLLBACK_FAILED");
        assertThat(stacks.pace.seconds()).isBetween(9.0, 20.0);
    }
}
