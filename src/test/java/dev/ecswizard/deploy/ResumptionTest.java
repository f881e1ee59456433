package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is gone on with after a restart is followed as it was before, also at an endpoint whose events bear no tokens.
class ResumptionTest {
    private static final Origin ORIGIN =
            new Origin("profile:ops", "ops", "123456789012", "eu-west-1", Optional.empty());

    @TempDir
    private Path home;

    private final ScriptedStacks stacks = new ScriptedStacks();

    /// What a program before this one has written of a change.
    private Logbook left(Entry.Opening first, Entry... entries) {
        try (var journal = journals().begin(first)) {
            for (var entry : entries) {
                journal.write(entry);
            }
        }
        return new Logbook(Optional.of(journals()));
    }

    private Journals journals() {
        return new Journals(home, stacks.pace::now);
    }

    @Test
    void aChangeThatHasEndedMeanwhileIsSeenToAtOnce() {
        var request = new ChangeRequest(
                ScriptedStacks.ID,
                false,
                "change-1",
                Optional.of("Resources: {}"),
                Map.of(),
                Optional.empty(),
                Set.of(),
                "token-1");
        stacks.event(-90, "web", "CREATE_COMPLETE")
                .event(-9, "web", "UPDATE_IN_PROGRESS")
                .event(-3, "web", "UPDATE_COMPLETE")
                .status(0, "UPDATE_COMPLETE");
        var logbook = left(
                new Entry.Proposing(ORIGIN, "web", request, Set.of(), 3),
                new Entry.Proposed(new Proposed("arn:changeSet/one", ScriptedStacks.ID)),
                new Entry.Executing(false, false, new Target.Request("token-1-run", Optional.of("e0"))),
                new Entry.Executed());

        var target = logbook.resuming(journals().unfinished().unfinished().getFirst())
                .execute(stacks, stacks.pace);
        var outcome = logbook.follow(target, stacks, stacks.pace, _ -> {});

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(stacks.pace.seconds()).isLessThan(3);
        assertThat(journals().unfinished().unfinished()).isEmpty();
    }
}
