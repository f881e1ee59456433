package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.HostTarget;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
    private final FakeStacks stacks = new FakeStacks();
    private final StepPace pace = new StepPace();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Nothing());
    private final ObjectProperty<Finish> finish = new SimpleObjectProperty<>(new Finish.None());
    private final ObjectProperty<Optional<HostsSeen>> hosts = new SimpleObjectProperty<>(Optional.empty());
    private final TimelineModel model = new TimelineModel(pace, state, finish, hosts);
    private final List<StackEvent> events = new ArrayList<>();

    private final Offer offer = new Offer(
            new Offer.Wanted(
                    stacks.place(), Specs.standard("web"), Template.of(Specs.standard("web")), Optional.empty()),
            List.of(
                    new TemplateResource("Role", "AWS::IAM::Role"),
                    new TemplateResource("Cluster", "AWS::ECS::Cluster"),
                    new TemplateResource("Group", "AWS::AutoScaling::AutoScalingGroup")));
    private final Run run = new Run(
            FakeStacks.ID,
            "web",
            "123456789012",
            "eu-west-1",
            Holdings.in(stacks.place().cloud(), "eu-west-1"),
            Optional.of(offer),
            3,
            Aim.EXECUTION,
            FakeStacks.START);

    private TimelineModelTest stack(int second, String status) {
        return add(second, "web", FakeStacks.ID, status);
    }

    private TimelineModelTest part(int second, String id, String status) {
        return add(second, id, "physical-" + id, status);
    }

    private TimelineModelTest add(int second, String id, String physical, String status) {
        events.add(new StackEvent(
                "e" + events.size(),
                FakeStacks.START.plusSeconds(second),
                FakeStacks.ID,
                id,
                physical,
                "AWS::ECS::Cluster",
                new StackStatus(status),
                ""));
        return this;
    }

    private Progress progress() {
        return new Progress(
                Optional.empty(), events, List.of(), 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void look() {
        state.set(new State.Watching(run, Optional.of(progress())));
    }

    private void end() {
        state.set(new State.Ended(
                run,
                Optional.of(progress()),
                new Outcome.Succeeded(new Stack(
                        FakeStacks.ID,
                        "web",
                        new StackStatus("CREATE_COMPLETE"),
                        "",
                        FakeStacks.START,
                        Map.of(),
                        Map.of(),
                        List.of())),
                Duration.ofMinutes(1)));
    }

    private List<String> ids() {
        return model.lines().stream().map(line -> line.bar().get().logicalId()).toList();
    }

    private Optional<Duration> took(String id) {
        return model.lines().stream()
                .map(line -> line.bar().get())
                .filter(bar -> bar.logicalId().equals(id))
                .findFirst()
                .flatMap(model::took);
    }

    private int changesWhile(Runnable action) {
        var changes = new int[1];
        ListChangeListener<TimelineModel.Line> count = _ -> changes[0]++;
        model.lines().addListener(count);
        action.run();
        model.lines().removeListener(count);
        return changes[0];
    }

    @Test
    void threeResourcesStandInTheOrderInWhichTheyBeganAndThoseToComeBelow() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Cluster", "CREATE_IN_PROGRESS");
        look();
        assertThat(ids()).containsExactly("Cluster", "Role", "Group");
        part(2, "Group", "CREATE_IN_PROGRESS");
        look();
        assertThat(ids()).containsExactly("Cluster", "Group", "Role");
        assertThat(model.axis().get()).isEqualTo(Axis.holding(Duration.ofSeconds(2)));
    }

    @Test
    void linesStayThemselvesWhileWhatIsKnownOfThemGrows() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Role", "CREATE_IN_PROGRESS");
        look();
        var line = model.lines().getFirst();
        part(9, "Role", "CREATE_COMPLETE");
        assertThat(changesWhile(this::look)).isZero();
        assertThat(model.lines().getFirst()).isSameAs(line);
        assertThat(line.bar().get().now()).isEmpty();
        assertThat(took("Role")).contains(Duration.ofSeconds(8));
        assertThat(took("Group")).isEmpty();
    }

    @Test
    void threeHundredResourcesComeAsOneChange() {
        stack(0, "CREATE_IN_PROGRESS");
        for (var number = 0; number < 300; number++) {
            part(1 + number / 10, "Part" + number, "CREATE_IN_PROGRESS");
        }
        assertThat(changesWhile(this::look)).isOne();
        assertThat(ids())
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.range(0, 300).mapToObj(number -> "Part" + number),
                                Stream.of("Role", "Cluster", "Group"))
                        .toList());
        for (var number = 299; number >= 0; number--) {
            part(60, "Part" + number, "CREATE_COMPLETE");
        }
        assertThat(changesWhile(this::look)).isZero();
        assertThat(model.axis().get().length()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatGoesOnReachesToThePresent() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Role", "CREATE_IN_PROGRESS");
        pace.pause(Duration.ofSeconds(5));
        look();
        assertThat(took("Role")).contains(Duration.ofSeconds(4));
        pace.pause(Duration.ofSeconds(20));
        model.tick();
        assertThat(took("Role")).contains(Duration.ofSeconds(24));
        assertThat(model.axis().get().length()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aClockThatIsLateDoesNotHoldItBack() {
        stack(0, "CREATE_IN_PROGRESS").part(500, "Role", "CREATE_IN_PROGRESS");
        look();
        pace.pause(Duration.ofSeconds(7));
        model.tick();
        assertThat(took("Role")).contains(Duration.ofSeconds(7));
    }

    @Test
    void whatNeverBeganIsNoLongerToComeOnTheWayBack() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Role", "CREATE_FAILED").stack(2, "ROLLBACK_IN_PROGRESS");
        look();
        assertThat(ids()).containsExactly("Role");
    }

    @Test
    void itMovesWhileTheStackOrItsHostsAreWatched() {
        assertThat(model.isMoving().get()).isFalse();
        stack(0, "CREATE_IN_PROGRESS");
        look();
        assertThat(model.isMoving().get()).isTrue();
        stack(9, "CREATE_COMPLETE");
        finish.set(new Finish.Waiting());
        end();
        assertThat(model.isMoving().get()).isTrue();
        finish.set(new Finish.Stopped());
        assertThat(model.isMoving().get()).isFalse();
        state.set(new State.Stopped(run, Optional.empty(), Optional.empty()));
        assertThat(model.isMoving().get()).isFalse();
    }

    @Test
    void whenItIsOverNothingGrows() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Role", "CREATE_IN_PROGRESS");
        look();
        state.set(new State.Stopped(run, Optional.of(progress()), Optional.empty()));
        var before = took("Role");
        pace.pause(Duration.ofHours(1));
        model.tick();
        assertThat(took("Role")).isEqualTo(before);
    }

    @Test
    void hostsHaveBarsBeyondTheEndOfTheStack() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Group", "CREATE_IN_PROGRESS").part(9, "Group", "CREATE_COMPLETE");
        stack(10, "CREATE_COMPLETE");
        pace.pause(Duration.ofSeconds(10));
        finish.set(new Finish.Waiting());
        end();
        hosts.set(Optional.of(new HostsSeen(
                new HostTarget(FakeStacks.ID, "web", "group"),
                1,
                List.of(),
                List.of(new ScalingActivity(
                        "a",
                        "group",
                        "Launching a new EC2 instance: i-1",
                        "",
                        "Successful",
                        "",
                        FakeStacks.START.plusSeconds(4),
                        Optional.of(FakeStacks.START.plusSeconds(6)))),
                List.of(),
                Optional.empty(),
                Optional.empty())));
        pace.pause(Duration.ofSeconds(40));
        model.tick();
        assertThat(ids()).containsExactly("Group", "i-1");
        assertThat(took("i-1")).contains(Duration.ofSeconds(46));
        assertThat(took("Group")).contains(Duration.ofSeconds(8));
        assertThat(model.axis().get().length()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anotherStackBeginsAnew() {
        stack(0, "CREATE_IN_PROGRESS").part(1, "Role", "CREATE_IN_PROGRESS");
        look();
        state.set(new State.Nothing());
        assertThat(model.lines()).isEmpty();
        events.clear();
        stack(100, "DELETE_IN_PROGRESS").part(101, "Other", "DELETE_IN_PROGRESS");
        state.set(new State.Watching(run.towards(Aim.DELETION, pace.now()), Optional.of(progress())));
        assertThat(ids()).containsExactly("Other");
        assertThat(model.axis().get().length()).isEqualTo(Duration.ofSeconds(10));
    }
}
