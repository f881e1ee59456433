package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Clearance.Step;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.deploy.DeletionModel.Resistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is done with stacks that were there before.
class WaysTest {
    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final StepPace pace = new StepPace();
    private final LogModel log = new LogModel(java.time.ZoneOffset.UTC);
    private final DeletionModel deletion = new DeletionModel(background, pace);
    private final Course course = new Course(background, pace, log, deletion, Notes.none());
    private final Ways ways = new Ways(background, pace, course, log, deletion);

    private Run run(String status) {
        return Run.of(
                stacks.place(),
                new Stack(
                        FakeStacks.ID,
                        "web",
                        new StackStatus(status),
                        "",
                        FakeStacks.START,
                        Map.of(),
                        Map.of(),
                        List.of()),
                pace.now());
    }

    @BeforeEach
    void aCluster() {
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));
        stacks.resources.add(new StackResource(
                "Group", "web-group", "AWS::AutoScaling::AutoScalingGroup", new StackStatus("CREATE_COMPLETE"), ""));
    }

    private void confirm(String status, String... then) {
        stacks.status(status);
        stacks.find(FakeStacks.ID);
        for (var next : then) {
            stacks.event("web", DeployModelTest.STACK, next, "").status(next);
        }
        ways.take(run(status), StackAction.DELETE);
        background.all();
        deletion.typed().set("web");
    }

    @Test
    void aStackIsWatchedToItsEndWithItsWholeLog() {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_COMPLETE", "").status("UPDATE_COMPLETE");

        ways.take(run("UPDATE_COMPLETE"), StackAction.WATCH);
        background.all();

        assertThat(course.state().get()).isInstanceOf(State.Ended.class);
        assertThat(log.shown()).hasSize(1);
        assertThat(ways.open()).contains(StackAction.CHANGE, StackAction.DELETE);
    }

    @Test
    void anEmptyStackIsRemovedAtOnce() {
        stacks.resources.clear();
        stacks.event("web", DeployModelTest.STACK, "DELETE_COMPLETE", "").status("DELETE_COMPLETE");

        ways.take(run("REVIEW_IN_PROGRESS"), StackAction.CLEAN_UP);
        background.all();

        assertThat(stacks.calls).contains("delete");
        assertThat(ways.open()).isEmpty();
    }

    @Test
    void aFailedRollBackGoesOnWithoutWhatIsLeftOut() {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_IN_PROGRESS", "")
                .event("Group", "AWS::EC2::SecurityGroup", "UPDATE_FAILED", "not there")
                .event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_FAILED", "")
                .status("UPDATE_ROLLBACK_FAILED");
        stacks.find(FakeStacks.ID);
        ways.take(run("UPDATE_ROLLBACK_FAILED"), StackAction.CONTINUE_ROLLBACK);
        background.all();
        assertThat(ways.mending().skippable().value().getValue().orElseThrow())
                .extracting(event -> event.logicalId())
                .containsExactly("Group");
        ways.mending().skipped().add("Group");
        stacks.event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_COMPLETE", "")
                .status("UPDATE_ROLLBACK_COMPLETE");

        ways.mend();
        background.all();

        assertThat(stacks.hold.skipped).containsExactly("Group");
        assertThat(ways.mending().asked().get()).isEmpty();
        assertThat(ways.open()).contains(StackAction.CHANGE);
    }

    private void updates(String... then) {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_IN_PROGRESS", "").status("UPDATE_IN_PROGRESS");
        stacks.status("UPDATE_IN_PROGRESS");
        for (var next : then) {
            stacks.event("web", DeployModelTest.STACK, next, "").status(next);
        }
    }

    @Test
    void anUpdateIsCancelledOnlyAfterItIsSaidWhatHappensAndWatchedBack() {
        updates("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");
        ways.take(run("UPDATE_IN_PROGRESS"), StackAction.CANCEL_UPDATE);
        assertThat(ways.cancelling().asked().get()).isEmpty();
        background.next(1);
        assertThat(ways.cancelling().asked().get()).map(Run::stackName).contains("web");
        assertThat(stacks.calls).doesNotContain("cancelUpdate");

        ways.cancelling().cancel();
        ways.cancelling().cancel();
        background.all();

        assertThat(stacks.calls).containsOnlyOnce("cancelUpdate");
        assertThat(ways.cancelling().asked().get()).isEmpty();
        assertThat(ways.cancelling().cancellable().getValue()).isEmpty();
        var verdict = Verdict.of(course.state().get());
        assertThat(verdict.status()).isEqualTo("Stack web is as it was before its update · UPDATE_ROLLBACK_COMPLETE");
        assertThat(verdict.advice()).contains("Everything is as it was before the update.");
    }

    @Test
    void anUpdateThatGoesOnIsNotTouched() {
        updates("UPDATE_COMPLETE");
        ways.take(run("UPDATE_IN_PROGRESS"), StackAction.CANCEL_UPDATE);
        background.next(1);
        ways.cancelling().leave();
        assertThat(ways.cancelling().asked().get()).isEmpty();
        background.all();

        assertThat(stacks.calls).doesNotContain("cancelUpdate");
        ways.cancelling().ask();
        assertThat(ways.cancelling().asked().get()).isEmpty();
    }

    @Test
    void anUpdateThatCanNotBeCancelledIsSaidToGoOn() {
        updates("UPDATE_COMPLETE");
        stacks.problems.put(
                "cancelUpdate", FakeStacks.problem(CloudProblem.Kind.REFUSED, "ValidationError", "too late"));
        ways.take(run("UPDATE_IN_PROGRESS"), StackAction.CANCEL_UPDATE);
        background.next(1);
        ways.cancelling().cancel();

        assertThat(ways.cancelling().problem().get()).get().asString().contains("not cancelled", "too late");
        assertThat(course.state().get()).isInstanceOf(State.Watching.class);
    }

    @Test
    void theQuestionGoesWithTheUpdate() {
        updates("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE");
        ways.take(run("UPDATE_IN_PROGRESS"), StackAction.CANCEL_UPDATE);
        background.next(1);
        assertThat(ways.cancelling().asked().get()).isPresent();
        background.next(3);
        assertThat(ways.cancelling().asked().get()).isEmpty();
    }

    @Test
    void whatWasKeptForInspectionIsRolledBack() {
        stacks.event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "").status("ROLLBACK_COMPLETE");

        ways.take(run("CREATE_FAILED"), StackAction.ROLL_BACK);
        background.all();

        assertThat(stacks.calls).contains("rollBack");
        assertThat(ways.open()).contains(StackAction.RETRY);
    }

    @Test
    void aWatchThatIsTakenUpAgainTakesNoStatusFromBeforeForTheEnd() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_FAILED", "").status("CREATE_FAILED");
        ways.take(run("CREATE_FAILED"), StackAction.ROLL_BACK);
        background.next(1);
        ways.stopWatching();
        assertThat(course.state().get()).isInstanceOf(State.Stopped.class);
        for (var look = 0; look < 8; look++) {
            stacks.status("CREATE_FAILED");
        }
        stacks.event("web", DeployModelTest.STACK, "ROLLBACK_IN_PROGRESS", "")
                .status("ROLLBACK_IN_PROGRESS")
                .event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");

        ways.watchAgain();
        background.all();

        assertThat(Verdict.of(course.state().get()).status()).endsWith("ROLLBACK_COMPLETE");
    }

    @Test
    void whileOneIsUnderWayNothingIsTaken() {
        course.set(new State.Watching(run("UPDATE_IN_PROGRESS"), Optional.empty()));

        ways.take(run("UPDATE_IN_PROGRESS"), StackAction.DELETE);

        assertThat(deletion.asked().get()).isEmpty();
    }

    @Test
    void hostsAreFreedStepByStepBeforeTheDeletionBegins() {
        stacks.hold.hosts = List.of("host-1", "host-2");
        stacks.hold.tasks = 2;
        confirm("CREATE_COMPLETE");
        assertThat(deletion.isConfirmed().getValue()).isTrue();
        var handed = new ArrayList<DeletionExtent>();
        var seen = new ArrayList<List<Step>>();
        deletion.clearing().subscribe(steps -> steps.ifPresent(seen::add));

        deletion.clear((_, extent) -> handed.add(extent));
        assertThat(deletion.isConfirmed().getValue()).isFalse();
        background.all();

        assertThat(seen.getLast()).containsExactly(new Step.Drained(2), new Step.Released(0, false));
        assertThat(handed).containsExactly(new DeletionExtent.Whole());
        assertThat(deletion.asked().get()).isEmpty();
    }

    @Test
    void tasksThatDoNotEndAreToldOfAndHostsTakeTasksAgain() {
        stacks.hold.hosts = List.of("host-1");
        stacks.hold.tasks = 2;
        stacks.hold.tasksObey = false;
        confirm("CREATE_COMPLETE");

        deletion.clear((_, _) -> {
            throw new AssertionError();
        });
        background.all();

        assertThat(deletion.problem().get()).get().asString().contains("2 tasks have not ended");
        assertThat(deletion.clearing().get()).isEmpty();
        assertThat(stacks.calls).contains("resume").doesNotContain("delete");
    }

    @Test
    void itCanBeCancelledWhileHostsAreFreed() {
        stacks.hold.hosts = List.of("host-1");
        confirm("CREATE_COMPLETE");
        deletion.clear((_, _) -> {
            throw new AssertionError();
        });

        deletion.cancel();
        background.all();

        assertThat(deletion.problem().get()).get().asString().startsWith("Cancelled.");
        assertThat(deletion.asked().get()).isPresent();
        assertThat(stacks.calls).contains("resume").doesNotContain("delete");
    }

    @Test
    void hostsTakeTasksAgainWhereTheDeletionIsRefusedAfterAll() {
        stacks.hold.hosts = List.of("host-1");
        confirm("CREATE_COMPLETE");
        var cleared = new ArrayList<Run>();
        deletion.clear((run, _) -> cleared.add(run));
        background.all();
        assertThat(stacks.calls).doesNotContain("resume");

        deletion.fail(cleared.getFirst(), FakeCloud.problem(CloudProblem.Kind.DENIED, "cloudformation:DeleteStack"));
        background.all();

        assertThat(stacks.calls).contains("resume");
        assertThat(deletion.problem().get()).isPresent();
    }

    @Test
    void aProtectedStackIsDeletedOnlyOnceItsProtectionIsLifted() {
        stacks.hold.isProtected = true;
        confirm("CREATE_COMPLETE");
        assertThat(deletion.isConfirmed().getValue()).isFalse();

        deletion.unprotect();
        background.all();

        assertThat(deletion.isConfirmed().getValue()).isTrue();
        assertThat(stacks.calls).contains("protect");
    }

    @Test
    void aProtectionThatCanNotBeLiftedIsSaidToStand() {
        stacks.hold.isProtected = true;
        confirm("CREATE_COMPLETE");
        stacks.problems.put("protect", FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "no"));

        deletion.unprotect();
        background.all();

        assertThat(deletion.isConfirmed().getValue()).isFalse();
    }

    @Test
    void whatResistsIsKeptOrForcedAsChosen() {
        stacks.resources.add(
                new StackResource("Net", "sg-1", "AWS::EC2::SecurityGroup", new StackStatus("DELETE_FAILED"), "used"));
        var handed = new ArrayList<DeletionExtent>();
        for (var way : Resistance.values()) {
            confirm("DELETE_FAILED");
            deletion.resistance().set(way);
            deletion.clear((_, extent) -> handed.add(extent));
            background.all();
        }

        assertThat(handed)
                .containsExactly(
                        new DeletionExtent.Whole(),
                        new DeletionExtent.Retaining(List.of("Net")),
                        new DeletionExtent.Forced());
    }

    @Test
    void nothingIsKeptWhereNothingResists() {
        confirm("CREATE_COMPLETE");
        deletion.resistance().set(Resistance.FORCE);
        var handed = new ArrayList<DeletionExtent>();

        deletion.clear((_, extent) -> handed.add(extent));
        background.all();

        assertThat(handed).containsExactly(new DeletionExtent.Whole());
        assertThat(Optional.of(deletion.resistance().get())).contains(Resistance.TRY);
    }
}
