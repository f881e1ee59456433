package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final ScriptedStacks stacks = new ScriptedStacks();
    private final List<Progress> told = new ArrayList<>();

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    private Outcome follow() {
        return follow(Aim.COMPLETION);
    }

    private Outcome follow(Aim aim) {
        return new Follower(stacks, stacks.pace).follow(ScriptedStacks.ID, aim, 3, told::add);
    }

    private Progress last() {
        return told.getLast();
    }

    private List<String> lines() {
        return last().events().stream()
                .map(event -> event.logicalId() + " " + event.status())
                .toList();
    }

    private ScriptedStacks goodStack() {
        return stacks.status(0, "CREATE_IN_PROGRESS")
                .event(0, "web", "CREATE_IN_PROGRESS")
                .event(1, "Cluster", "CREATE_IN_PROGRESS")
                .event(3, "Cluster", "CREATE_COMPLETE")
                .event(4, "Group", "CREATE_IN_PROGRESS")
                .event(30, "Group", "CREATE_COMPLETE")
                .event(31, "web", "CREATE_COMPLETE")
                .status(31, "CREATE_COMPLETE", "", new Stack.Output("Cluster", "web-cluster", ""));
    }

    @Test
    void aStackThatComesUpEndsWithItsOutputsAndWholeHistory() {
        goodStack();
        var outcome = follow();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        succeeded -> assertThat(succeeded.outputs())
                                .containsExactly(new Stack.Output("Cluster", "web-cluster", "")));
        assertThat(lines())
                .containsExactly(
                        "web CREATE_IN_PROGRESS",
                        "Cluster CREATE_IN_PROGRESS",
                        "Cluster CREATE_COMPLETE",
                        "Group CREATE_IN_PROGRESS",
                        "Group CREATE_COMPLETE",
                        "web CREATE_COMPLETE");
        assertThat(last().trouble()).isEmpty();
    }

    @Test
    void everyEventIsFreshExactlyOnce() {
        goodStack();
        follow();
        assertThat(told.stream()
                        .flatMap(progress -> progress.fresh().stream())
                        .map(StackEvent::id)
                        .toList())
                .containsExactlyElementsOf(
                        last().events().stream().map(StackEvent::id).toList());
    }

    @Test
    void progressIsCountedInResourcesOfTheTemplate() {
        goodStack();
        follow();
        assertThat(told.getFirst().total()).isEqualTo(3);
        assertThat(told.stream().map(Progress::done).distinct().toList()).containsExactly(0, 1, 2);
    }

    @Test
    void theRhythmIsLessThanASecondWhileEventsFlowAndEasesInQuiet() {
        goodStack();
        follow();
        assertThat(stacks.pace.pauses.getFirst()).isEqualTo(Duration.ofMillis(800));
        assertThat(stacks.pace.pauses)
                .contains(Duration.ofMillis(1850))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(800), Duration.ofMillis(1850)));
        assertThat(stacks.pace.seconds()).isLessThan(36);
    }

    @Test
    void aReasonThatArrivesWithTheLastLookIsTheCause() {
        stacks.status(0, "CREATE_IN_PROGRESS")
                .event(0, "web", "CREATE_IN_PROGRESS")
                .status(5, "ROLLBACK_COMPLETE")
                .late(4, 6.2, "Group", "CREATE_FAILED", "no capacity")
                .event(5, "web", "ROLLBACK_COMPLETE");
        assertThat(follow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("no capacity"));
    }

    @Test
    void aCauseThatNeverArrivesLeavesTheStacksOwnReason() {
        stacks.status(0, "ROLLBACK_COMPLETE", "The following resource(s) failed")
                .event(0, "web", "ROLLBACK_COMPLETE");
        assertThat(follow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("The following resource(s) failed"));
        assertThat(stacks.pace.seconds()).isLessThan(10);
    }

    @Test
    void theCauseIsTheFirstFailureThatIsNoCancellation() {
        stacks.status(0, "CREATE_IN_PROGRESS")
                .event(0, "web", "CREATE_IN_PROGRESS")
                .event(2, "Profile", "CREATE_FAILED", "Resource creation cancelled")
                .event(2, "Group", "CREATE_FAILED", "You have exceeded your quota")
                .event(3, "Role", "CREATE_FAILED", "something later")
                .event(4, "web", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create")
                .status(4, "ROLLBACK_IN_PROGRESS")
                .event(6, "Group", "DELETE_COMPLETE")
                .event(6, "Profile", "DELETE_COMPLETE")
                .event(6, "Role", "DELETE_COMPLETE")
                .event(7, "web", "ROLLBACK_COMPLETE")
                .status(7, "ROLLBACK_COMPLETE");
        assertThat(follow()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).map(StackEvent::logicalId).contains("Group");
            assertThat(failed.stack().status().name()).isEqualTo("ROLLBACK_COMPLETE");
        });
        assertThat(last().done()).isEqualTo(last().total()).isEqualTo(3);
    }

    @Test
    void theCauseIsToldWhileTheRollBackStillRuns() {
        stacks.status(0, "ROLLBACK_IN_PROGRESS")
                .event(0, "Group", "CREATE_FAILED", "no")
                .status(20, "ROLLBACK_COMPLETE");
        follow();
        assertThat(told.getFirst().cause()).map(StackEvent::reason).contains("no");
    }

    @Test
    void anEventThatAppearsBelowNewerOnesIsSortedIn() {
        stacks.status(0, "CREATE_IN_PROGRESS")
                .event(0, "web", "CREATE_IN_PROGRESS")
                .late(1, 4, "Late", "CREATE_IN_PROGRESS", "")
                .event(2, "Early", "CREATE_IN_PROGRESS")
                .event(6, "web", "CREATE_COMPLETE")
                .status(6, "CREATE_COMPLETE");
        follow();
        assertThat(lines())
                .containsExactly(
                        "web CREATE_IN_PROGRESS",
                        "Late CREATE_IN_PROGRESS",
                        "Early CREATE_IN_PROGRESS",
                        "web CREATE_COMPLETE");
    }

    @Test
    void aLateEventIsFoundBelowPagesThatAreKnownBeforeTheEnd() {
        stacks.pageSize = 2;
        stacks.status(0, "CREATE_IN_PROGRESS")
                .event(0, "web", "CREATE_IN_PROGRESS")
                .late(0.1, 2, "Late", "CREATE_IN_PROGRESS", "")
                .event(0.2, "A", "CREATE_IN_PROGRESS")
                .event(0.3, "B", "CREATE_IN_PROGRESS")
                .event(0.4, "C", "CREATE_IN_PROGRESS")
                .status(60, "CREATE_COMPLETE");
        follow();
        assertThat(told.get(4).events()).extracting(StackEvent::logicalId).contains("Late");
    }

    @Test
    void timestampsDecideWhereThePagesDoNot() {
        stacks.sorted = false;
        stacks.status(0, "CREATE_COMPLETE")
                .event(0, "A", "CREATE_IN_PROGRESS")
                .event(-1, "B", "CREATE_IN_PROGRESS")
                .event(0, "C", "CREATE_IN_PROGRESS");
        follow();
        assertThat(last().events()).extracting(StackEvent::logicalId).containsExactly("B", "A", "C");
    }

    @Test
    void equalTimestampsKeepTheOrderOfThePages() {
        stacks.pageSize = 2;
        stacks.status(0, "CREATE_COMPLETE")
                .event(0, "A", "CREATE_IN_PROGRESS")
                .event(0, "B", "CREATE_IN_PROGRESS")
                .event(0, "C", "CREATE_IN_PROGRESS")
                .event(0, "D", "CREATE_IN_PROGRESS")
                .event(0, "E", "CREATE_IN_PROGRESS");
        follow();
        assertThat(last().events()).extracting(StackEvent::logicalId).containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void aThousandEventsOverManyPagesAreAllThereInOrder() {
        stacks.pageSize = 7;
        stacks.status(0, "CREATE_IN_PROGRESS");
        for (var i = 0; i < 1000; i++) {
            stacks.event(i / 40 * 0.5, "R" + i, "CREATE_IN_PROGRESS");
        }
        stacks.status(14, "CREATE_COMPLETE");
        follow();
        assertThat(last().events())
                .extracting(StackEvent::logicalId)
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(1000)
                        .map(i -> "R" + i)
                        .toList());
    }

    @Test
    void aReadingThatBreaksOffBetweenPagesLeavesNoGap() {
        stacks.pageSize = 2;
        stacks.status(0, "CREATE_IN_PROGRESS");
        for (var i = 0; i < 9; i++) {
            stacks.event(0, "R" + i, "CREATE_IN_PROGRESS");
        }
        stacks.status(5, "CREATE_COMPLETE");
        var breaking = new BreakingOff(stacks, 3);
        new Follower(breaking, stacks.pace).follow(ScriptedStacks.ID, told::add);
        assertThat(told.getFirst().events()).isEmpty();
        assertThat(last().events()).hasSize(9);
    }

    @Test
    void aReadingThatBreaksOffAgainAndAgainComesToItsEndAllTheSame() {
        stacks.pageSize = 1;
        stacks.status(0, "CREATE_COMPLETE");
        for (var i = 0; i < 20; i++) {
            stacks.event(i - 30, "R" + i, "CREATE_IN_PROGRESS");
        }
        var everyOther = new BreakingOff(stacks, 2).everyTime();
        new Follower(everyOther, stacks.pace).follow(ScriptedStacks.ID, told::add);
        assertThat(last().events()).hasSize(20);
        assertThat(last().trouble()).isEmpty();
    }

    @Test
    void aThrottledLastLookDoesNotChangeTheOutcome() {
        goodStack().fault(31.5, 45, "find", Kind.THROTTLED).fault(31.5, 45, "events", Kind.THROTTLED);
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(told)
                .anySatisfy(progress ->
                        assertThat(progress.trouble()).map(CloudProblem::kind).contains(Kind.THROTTLED));
        assertThat(last().trouble()).isEmpty();
        assertThat(last().events()).hasSize(6);
    }

    @Test
    void eventsThatAreThrottledAtTheEndAreReadAgain() {
        goodStack().fault(30, 45, "events", Kind.THROTTLED);
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(last().events()).hasSize(6);
    }

    @Test
    void aLastLookThatNeverSucceedsLeavesTheOutcomeToo() {
        goodStack().fault(36, 1e6, "find", Kind.UNREACHABLE).fault(36, 1e6, "events", Kind.UNREACHABLE);
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void throttlingSlowsTheLooksDown() {
        goodStack().fault(2, 122, "events", Kind.THROTTLED);
        follow();
        assertThat(stacks.calls.size()).isLessThan(90);
        assertThat(stacks.pace.pauses)
                .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(3)))
                .allSatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(14)));
    }

    @Test
    void theQuickRhythmIsBackTwoMinutesAfterTheThrottling() {
        stacks.status(0, "CREATE_IN_PROGRESS").status(160, "CREATE_COMPLETE").fault(2, 30, "events", Kind.THROTTLED);
        for (var i = 0; i < 160; i++) {
            stacks.event(i, "R" + i, "CREATE_IN_PROGRESS");
        }
        stacks.event(160, "web", "CREATE_COMPLETE");
        follow();
        assertThat(stacks.pace.pauses).anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(1500)));
        assertThat(stacks.pace.pauses.subList(stacks.pace.pauses.size() - 40, stacks.pace.pauses.size()))
                .containsOnly(Duration.ofMillis(800));
    }

    @Test
    void theTimeOfALookIsPartOfItsPeriod() {
        goodStack().took = Duration.ofMillis(300);
        follow();
        assertThat(stacks.pace.pauses.getFirst()).isEqualTo(Duration.ofMillis(400));
        assertThat(stacks.pace.pauses.get(1)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void silenceIsAskedAsOftenAsQuiet() {
        goodStack().fault(2, 1802, "find", Kind.UNREACHABLE).fault(2, 1802, "events", Kind.UNREACHABLE);
        follow();
        assertThat(stacks.pace.pauses)
                .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(1850)));
        assertThat(stacks.pace.seconds()).isLessThan(1806);
    }

    @Test
    void theStateIsAskedForWhenAnEventTellsOfItAndElseSeldom() {
        goodStack();
        follow();
        assertThat(stacks.calls.stream().filter("find"::equals)).hasSizeLessThan(9);
        assertThat(stacks.calls.stream().filter("events"::equals)).hasSizeGreaterThan(20);
    }

    @Test
    void theEndIsToldAtTheLookThatSeesIt() {
        goodStack();
        var outcome = follow();
        var seen =
                told.stream().filter(progress -> progress.ending().isPresent()).findFirst();
        assertThat(seen.orElseThrow().ending()).contains(outcome);
        assertThat(told.indexOf(seen.get())).isEqualTo(told.size() - 2);
    }

    @Test
    void aStateThatIsTellingTheOldStoryAfterItsEventIsAskedAgain() {
        goodStack().status(31, "CREATE_IN_PROGRESS").status(33, "CREATE_COMPLETE");
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(stacks.pace.seconds()).isLessThan(37);
    }

    @Test
    void aStackThatWaitsForItsChangeSetIsNotAtItsEnd() {
        stacks.status(0, "REVIEW_IN_PROGRESS")
                .status(4, "CREATE_IN_PROGRESS")
                .event(4, "web", "CREATE_IN_PROGRESS")
                .event(9, "web", "CREATE_COMPLETE")
                .status(9, "CREATE_COMPLETE");
        assertThat(follow(Aim.EXECUTION)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(told.getFirst().ending()).isEmpty();
    }

    @Test
    void aNewStackIsSeenToEndWhereEventsBearNoTokens() {
        stacks.event(-1, "web", "REVIEW_IN_PROGRESS")
                .status(0, "REVIEW_IN_PROGRESS")
                .event(4, "web", "CREATE_IN_PROGRESS")
                .status(4, "CREATE_IN_PROGRESS")
                .event(9, "web", "CREATE_COMPLETE")
                .status(9, "CREATE_COMPLETE");
        var target = Target.execution(ScriptedStacks.ID, true, 3, new Target.Request("ours"));
        assertThat(new Follower(stacks, stacks.pace).follow(target, told::add)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(stacks.pace.seconds()).isBetween(9.0, 14.0);
    }

    @Test
    void anEndFromBeforeTheRequestIsNone() {
        stacks.event(-9, "web", "UPDATE_COMPLETE").status(0, "UPDATE_COMPLETE").status(5, "UPDATE_IN_PROGRESS");
        stacks.token = "ours";
        stacks.event(5, "web", "UPDATE_IN_PROGRESS")
                .event(9, "web", "UPDATE_ROLLBACK_COMPLETE")
                .status(9, "UPDATE_ROLLBACK_COMPLETE");
        var target = Target.execution(ScriptedStacks.ID, false, 3, new Target.Request("ours"));
        assertThat(new Follower(stacks, stacks.pace).follow(target, told::add))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.stack().status().name()).isEqualTo("UPDATE_ROLLBACK_COMPLETE"));
        assertThat(told.getFirst().ending()).isEmpty();
    }

    private Outcome followAfter(String event) {
        var request = new Target.Request("ours", Optional.of(event));
        var target = Target.execution(ScriptedStacks.ID, false, 3, request);
        return new Follower(stacks, stacks.pace).follow(target, told::add);
    }

    @Test
    void aChangeIsSeenToEndWhereEventsBearNoTokens() {
        stacks.event(-9, "web", "CREATE_COMPLETE")
                .status(0, "CREATE_COMPLETE")
                .event(-8, "Group", "UPDATE_COMPLETE")
                .event(0, "web", "UPDATE_IN_PROGRESS")
                .event(0, "web", "UPDATE_COMPLETE")
                .status(0, "UPDATE_COMPLETE");
        assertThat(followAfter("e0")).isInstanceOf(Outcome.Succeeded.class);
        assertThat(stacks.pace.seconds()).isLessThan(3);
    }

    @Test
    void anEndFromBeforeTheRequestIsNoneWhereEventsBearNoTokens() {
        stacks.event(-9, "web", "UPDATE_COMPLETE").status(0, "UPDATE_COMPLETE").event(-8, "Group", "UPDATE_COMPLETE");
        assertItsLaterEndIsOurs();
    }

    private void assertItsLaterEndIsOurs() {
        stacks.event(5, "web", "UPDATE_IN_PROGRESS")
                .status(5, "UPDATE_IN_PROGRESS")
                .event(9, "web", "UPDATE_ROLLBACK_COMPLETE")
                .status(9, "UPDATE_ROLLBACK_COMPLETE");
        assertThat(followAfter("e0")).isInstanceOf(Outcome.Failed.class);
        assertThat(told.getFirst().ending()).isEmpty();
    }

    @Test
    void whatAnotherRequestBeganAfterwardsIsNotTakenForOurs() {
        stacks.event(-9, "web", "UPDATE_COMPLETE").status(0, "UPDATE_COMPLETE");
        stacks.token = "another's";
        stacks.event(-8, "web", "UPDATE_IN_PROGRESS").event(-7, "web", "UPDATE_COMPLETE");
        stacks.token = "ours";
        assertItsLaterEndIsOurs();
    }

    @Test
    void anHourOfSilenceAfterARequestDoesNotMakeTheOldStatusItsOutcome() {
        stacks.status(0, "CREATE_COMPLETE").status(2, "DELETE_IN_PROGRESS").status(3700, "DELETE_COMPLETE");
        stacks.fault(0.5, 3600, "find", Kind.UNREACHABLE).fault(0.5, 3600, "events", Kind.UNREACHABLE);
        assertThat(follow(Aim.DELETION)).isInstanceOf(Outcome.Deleted.class);
        assertThat(told)
                .filteredOn(progress -> progress.trouble().isPresent())
                .allSatisfy(progress -> assertThat(progress.ending()).isEmpty());
    }

    @Test
    void aMachineThatSleptForHalfAnHourSeesTheEndAtItsNextLook() {
        goodStack();
        var slept = new boolean[1];
        new Follower(stacks, stacks.pace).follow(ScriptedStacks.ID, progress -> {
            told.add(progress);
            if (!slept[0] && stacks.pace.seconds() >= 2) {
                slept[0] = true;
                stacks.pace.pass(Duration.ofMinutes(30));
            }
        });
        assertThat(stacks.pace.seconds()).isLessThan(1800 + 2 + 3);
        assertThat(last().events()).hasSize(6);
    }

    @Test
    void credentialsThatExpireInTheMiddleAreTroubleUntilThereAreNewOnes() {
        goodStack().fault(2, 20, "find", Kind.EXPIRED).fault(2, 20, "events", Kind.EXPIRED);
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
        var troubled =
                told.stream().filter(progress -> progress.trouble().isPresent()).toList();
        assertThat(troubled).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.trouble().orElseThrow().kind()).isEqualTo(Kind.EXPIRED);
            assertThat(progress.events()).isNotEmpty();
            assertThat(progress.stack()).isPresent();
        });
    }

    @Test
    void eventsThatAPolicyHidesDoNotHideTheStatus() {
        goodStack().fault(0, 1e6, "events", Kind.DENIED);
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(last().trouble()).map(CloudProblem::kind).contains(Kind.DENIED);
    }

    @Test
    void aStackIsWaitedForWhenItIsNotVisibleAtOnce() {
        stacks.status(3, "CREATE_COMPLETE");
        assertThat(follow()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void aStackThatIsNotThereIsNotFound() {
        assertThatThrownBy(this::follow)
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void aFailureThatPassesIntoARollBackIsNoEnd() {
        stacks.status(0, "CREATE_FAILED").status(1, "ROLLBACK_IN_PROGRESS").status(9, "ROLLBACK_COMPLETE");
        assertThat(follow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.stack().status().name()).isEqualTo("ROLLBACK_COMPLETE"));
    }

    @Test
    void anInterruptEndsTheWatchAtOnce() {
        goodStack();
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::follow)
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void aDeletionIsNotOverBecauseItHasNotBegun() {
        stacks.status(0, "CREATE_COMPLETE").status(4, "DELETE_IN_PROGRESS").status(20, "DELETE_COMPLETE");
        assertThat(follow(Aim.DELETION)).isInstanceOf(Outcome.Deleted.class);
        assertThat(stacks.pace.seconds()).isGreaterThan(20);
    }

    @Test
    void aDeletionThatNeverBeginsIsGivenUp() {
        stacks.status(0, "CREATE_COMPLETE");
        assertThat(follow(Aim.DELETION)).isInstanceOf(Outcome.Failed.class);
        assertThat(stacks.pace.seconds()).isBetween(60.0, 90.0);
    }

    @Test
    void aFailedDeletionBlamesTheDeletionAndNotTheCreationBeforeIt() {
        stacks.event(-90, "web", "CREATE_IN_PROGRESS")
                .event(-80, "Group", "CREATE_FAILED", "old story")
                .event(-70, "web", "ROLLBACK_COMPLETE")
                .status(0, "DELETE_IN_PROGRESS")
                .event(0, "web", "DELETE_IN_PROGRESS")
                .event(5, "Cluster", "DELETE_FAILED", "The cluster has services")
                .event(6, "web", "DELETE_FAILED")
                .status(6, "DELETE_FAILED");
        assertThat(follow(Aim.DELETION))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("The cluster has services"));
        assertThat(told.getFirst().cause()).isEmpty();
    }

    @Test
    void aStackThatItsOwnFailureDeletesTellsTheCause() {
        stacks.event(0, "web", "CREATE_IN_PROGRESS")
                .event(2, "Group", "CREATE_FAILED", "no capacity")
                .event(3, "web", "DELETE_IN_PROGRESS")
                .event(6, "web", "DELETE_COMPLETE")
                .status(0, "CREATE_IN_PROGRESS")
                .status(3, "DELETE_IN_PROGRESS")
                .status(6, "DELETE_COMPLETE");
        assertThat(follow())
                .isInstanceOfSatisfying(
                        Outcome.Deleted.class,
                        deleted -> assertThat(deleted.cause())
                                .map(StackEvent::reason)
                                .contains("no capacity"));
    }
}
