package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.wizard.FakeStacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndNoticeTest {
    private final FakeStacks stacks = new FakeStacks().status("CREATE_COMPLETE");
    private final Run run = new Run(
            FakeStacks.ID,
            "web",
            "123456789012",
            "eu-west-1",
            Holdings.in(stacks.place().cloud(), "eu-west-1"),
            Optional.empty(),
            0,
            Aim.COMPLETION,
            FakeStacks.START);
    private final State watching = new State.Watching(run, Optional.empty());
    private final State ended = new State.Ended(
            run,
            Optional.empty(),
            new Outcome.Succeeded(stacks.find(FakeStacks.ID).orElseThrow()),
            Duration.ofSeconds(5));
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Nothing());
    private final List<String> told = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean isInFront;

    @BeforeEach
    void listen() {
        EndNotice.of(state, () -> isInFront, (title, _) -> told.add(title), said::add);
    }

    @Test
    void theEndIsToldOnceWhereTheWindowIsNotInFront() {
        state.set(watching);
        assertThat(told).isEmpty();
        state.set(ended);
        assertThat(told).singleElement().asString().startsWith("Stack web is complete");
        state.set(new State.Nothing());
        assertThat(told).hasSize(1);
        assertThat(said).isEmpty();
    }

    @Test
    void whoHasTheWindowInFrontHearsItThereOnce() {
        isInFront = true;
        state.set(watching);
        assertThat(said).isEmpty();
        state.set(ended);
        state.set(new State.Nothing());
        assertThat(told).isEmpty();
        assertThat(said).singleElement().asString().startsWith("Stack web is complete");
    }

    @Test
    void whoStopsWatchingIsNotTold() {
        state.set(watching);
        state.set(new State.Stopped(run, Optional.empty(), Optional.empty()));
        assertThat(told).isEmpty();
        assertThat(said).isEmpty();
    }
}
