package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Entry;
import dev.ecswizard.deploy.HostTarget;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Mend;
import dev.ecswizard.deploy.Origin;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.deploy.Unfinished;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedModelTest {
    private static final Origin ORIGIN =
            new Origin("profile:ops", "Profile ops", "123456789012", "eu-west-1", Optional.empty());
    private static final String SET = "arn:aws:cloudformation:eu-west-1:1:changeSet/change-1";

    @TempDir
    private Path home;

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeEntrance entrance = new FakeEntrance(stacks);
    private Journals journals;
    private DeployModel deploy;
    private UnfinishedModel model;
    private int shown;

    @BeforeEach
    void aWindow() {
        journals = others();
        ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        ObjectProperty<Optional<Template>> template = new SimpleObjectProperty<>(Optional.empty());
        ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
        var offered = new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
        var notes = new Notes(new Logbook(Optional.of(journals)), entrance);
        deploy = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers(), notes);
        model = new UnfinishedModel(background, new StepPace(), journals, notes, deploy, () -> shown++);
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "")
                .status("CREATE_IN_PROGRESS")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
    }

    /// As another window, or the start before, had them.
    private Journals others() {
        return new Journals(home.resolve("deployments"), InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
    }

    private void left(Entry... entries) {
        var request = new ChangeRequest(
                "web",
                true,
                "change-1",
                Optional.of("Resources: {}"),
                Map.of(),
                Optional.of(Map.of()),
                Set.of(),
                "token-1");
        try (var journal = others().begin(new Entry.Proposing(ORIGIN, "web", request, Set.of(), 0))) {
            for (var entry : entries) {
                journal.write(entry);
            }
        }
        model.look();
    }

    private static Entry proposed() {
        return new Entry.Proposed(new Proposed(SET, FakeStacks.ID));
    }

    @Test
    void nothingIsOfferedWhereNothingWasLeft() {
        model.look();
        assertThat(model.offered().get()).isEmpty();
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void whatWasToBeCarriedOutIsAskedForByTheSameTokenAndWatched() {
        left(proposed(), new Entry.Executing(true, false, new Target.Request("token-1-run")));
        assertThat(model.offered().get()).map(Unfinished::stackName).contains("web");
        model.goOn();
        assertThat(stacks.changeSets.tokens).containsExactly("token-1-run");
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
        assertThat(stacks.changeSets.requests).isEmpty();
        assertThat(deploy.state().get()).isInstanceOf(State.Watching.class);
        assertThat(shown).isEqualTo(1);
        assertThat(model.offered().get()).isEmpty();

        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whatWasToBeProtectedIsProtectedThen() {
        left(proposed(), new Entry.Executing(false, true, new Target.Request("token-1-run")), new Entry.Executed());
        model.goOn();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(model.trouble().get()).isEmpty();
        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
    }

    @Test
    void whatCanNotBeProtectedIsWatchedAllTheSame() {
        left(proposed(), new Entry.Executing(false, true, new Target.Request("token-1-run")));
        stacks.problems.put("protect", FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "not you"));
        model.goOn();
        assertThat(deploy.state().get()).isInstanceOf(State.Watching.class);
        assertThat(model.trouble().get()).get().asString().contains("not protected", "not you");
    }

    private void leftOfStack(Entry.Opening first, Entry... entries) {
        try (var journal = others().begin(first)) {
            for (var entry : entries) {
                journal.write(entry);
            }
        }
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));
        model.look();
    }

    @Test
    void aDeletionThatHadFreedHostsIsTakenBackAndAskedAboutAgain() {
        leftOfStack(new Entry.Clearing(ORIGIN, "web", FakeStacks.ID), new Entry.Draining("web", List.of("host-1")));
        assertThat(model.offered().get()).map(Unfinished::kind).contains(Unfinished.Kind.CLEARING);
        model.goOn();
        background.all();
        assertThat(stacks.calls).contains("resume").doesNotContain("delete");
        assertThat(deploy.deletion().asked().get()).map(Run::stackId).contains(FakeStacks.ID);
        assertThat(shown).isEqualTo(1);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whoKeepsTheStackHasItsHostsTakeTasksAgain() {
        leftOfStack(new Entry.Clearing(ORIGIN, "web", FakeStacks.ID), new Entry.Draining("web", List.of("host-1")));
        model.remove();
        assertThat(stacks.calls).contains("resume").doesNotContain("delete");
        assertThat(deploy.deletion().asked().get()).isEmpty();
        assertThat(model.offered().get()).isEmpty();
    }

    @Test
    void aDeletionThatWasAskedForIsWatchedToItsEnd() {
        stacks.event("web", DeployModelTest.STACK, "DELETE_COMPLETE", "").status("DELETE_COMPLETE");
        leftOfStack(
                new Entry.Clearing(ORIGIN, "web", FakeStacks.ID),
                new Entry.Deleting(new DeletionExtent.Retaining(List.of("Net")), new Target.Request("token-2")));
        model.goOn();
        background.all();
        assertThat(stacks.hold.extents).containsExactly(new DeletionExtent.Retaining(List.of("Net")));
        assertThat(deploy.state().get())
                .isInstanceOfSatisfying(
                        State.Ended.class, ended -> assertThat(ended.outcome()).isInstanceOf(Outcome.Deleted.class));
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void aRollBackThatWasToGoOnIsAskedForAgainAndWatchedToItsEnd() {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_COMPLETE", "")
                .status("UPDATE_ROLLBACK_COMPLETE");
        leftOfStack(new Entry.Mending(
                ORIGIN,
                "web",
                FakeStacks.ID,
                new Mend.GoOn(List.of("Group")),
                new Target.Request("token-3", Optional.of("before"))));
        model.goOn();
        background.all();
        assertThat(stacks.hold.skipped).containsExactly("Group");
        assertThat(Verdict.of(deploy.state().get()).status()).endsWith("UPDATE_ROLLBACK_COMPLETE");
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    private void updates(String then) {
        stacks.anew()
                .event("web", DeployModelTest.STACK, "UPDATE_IN_PROGRESS", "")
                .status("UPDATE_IN_PROGRESS")
                .status("UPDATE_IN_PROGRESS")
                .event("web", DeployModelTest.STACK, then, "")
                .status(then);
    }

    @Test
    void anUpdateThatWasToBeCancelledIsWatchedAndAskedAboutAgain() {
        updates("UPDATE_COMPLETE");
        leftOfStack(new Entry.Cancelling(ORIGIN, "web", FakeStacks.ID));
        model.goOn();
        while (deploy.ways().cancelling().asked().get().isEmpty()) {
            assertThat(background.next()).isTrue();
        }
        assertThat(stacks.calls).doesNotContain("cancelUpdate");
        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void theUpdateThatWasBegunHereIsAskedAboutAgainToo() {
        updates("UPDATE_COMPLETE");
        left(
                proposed(),
                new Entry.Executing(false, false, new Target.Request("token-1-run")),
                new Entry.Executed(),
                new Entry.Cancelling(ORIGIN, "web", FakeStacks.ID));
        model.goOn();
        while (deploy.ways().cancelling().asked().get().isEmpty()) {
            assertThat(background.next()).isTrue();
        }
        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void thatAnUpdateIsToBeCancelledIsWrittenDownBeforeItIsAskedFor() {
        updates("UPDATE_ROLLBACK_COMPLETE");
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")), new Entry.Executed());
        model.goOn();
        while (deploy.ways().cancelling().cancellable().getValue().isEmpty()) {
            assertThat(background.next()).isTrue();
        }
        var written = new ArrayList<Boolean>();
        stacks.hold.before = () -> written.add(lastLines().contains("cancelling"));
        deploy.ways().cancelling().ask();
        deploy.ways().cancelling().cancel();
        background.all();
        assertThat(written).containsExactly(true);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whoKeepsAStackThatMayHaveLostItsProtectionHasItProtectedAgain() {
        leftOfStack(new Entry.Unprotecting(ORIGIN, "web", FakeStacks.ID));
        model.remove();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(deploy.deletion().asked().get()).isEmpty();
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void theFailedFirstAttemptThatIsKeptIsProtectedAgainToo() {
        leftOfStack(
                new Entry.Clearing(ORIGIN, "web", FakeStacks.ID), new Entry.Unprotecting(ORIGIN, "web", FakeStacks.ID));
        model.remove();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void whoStillWantsToDeleteItIsAskedAndSeesWhetherItIsProtected() {
        stacks.hold.isProtected = true;
        stacks.find(FakeStacks.ID);
        leftOfStack(new Entry.Unprotecting(ORIGIN, "web", FakeStacks.ID));
        model.goOn();
        background.all();
        assertThat(deploy.deletion().asked().get()).map(Run::stackId).contains(FakeStacks.ID);
        assertThat(deploy.deletion().toll().value().getValue().orElseThrow().isProtected())
                .isTrue();

        var written = new ArrayList<Boolean>();
        stacks.hold.before = () -> written.add(lastLines().contains("unprotecting"));
        deploy.deletion().unprotect();
        assertThat(written).containsExactly(true);
        assertThat(stacks.hold.isProtected).isFalse();
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    /// The steps that the journals end with.
    private List<String> lastLines() {
        try (var files = Files.list(home.resolve("deployments"))) {
            var steps = new ArrayList<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                var last = Files.readAllLines(file).getLast();
                steps.add(last.replaceAll(".*\"step\":\"([a-z]+)\".*", "$1"));
            }
            return steps;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void theHostOfAProofIsReleased() {
        stacks.hosts.group =
                Optional.of(new HostGroup("web-group", 1, List.of(new HostGroup.Member("i-1", "InService"))));
        leftOfStack(new Entry.Proving(ORIGIN, "web", new HostTarget(FakeStacks.ID, "web", "web-group")));
        model.goOn();
        assertThat(stacks.hosts.changes).containsExactly("release i-1");
        assertThat(model.offered().get()).isEmpty();
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whatIsCarriedOutIsOnlyWatched() {
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")), new Entry.Executed());
        model.goOn();
        background.all();
        assertThat(stacks.changeSets.tokens).isEmpty();
        assertThat(stacks.calls).doesNotContain("protect");
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
    }

    @Test
    void whatNobodyHadSaidYesToIsAskedAboutFirst() {
        left();
        model.goOn();
        assertThat(stacks.changeSets.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.requestToken()).isEqualTo("token-1"));
        assertThat(model.asked().get()).isPresent();
        assertThat(stacks.changeSets.executed).isEmpty();
        assertThat(deploy.state().get()).isInstanceOf(State.Nothing.class);

        model.carryOut();
        assertThat(stacks.changeSets.executed).containsExactly(SET);
        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whatWasChosenBeforeOnePressHoldsWhenItIsGoneOnWith() {
        left(proposed(), new Entry.Meant(true, true));
        model.goOn();
        assertThat(stacks.changeSets.executed).containsExactly(SET);
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(deploy.state().get()).isInstanceOf(State.Watching.class);
    }

    @Test
    void whatWouldDoMoreThanAddIsAskedAboutAllTheSame() {
        stacks.changeSets.changes = List.of(new ResourceChange(
                ResourceChange.Action.MODIFY,
                "Group",
                "group-1",
                "AWS::AutoScaling::AutoScalingGroup",
                ResourceChange.Replacement.NEVER,
                false,
                List.of(),
                List.of()));
        left(proposed(), new Entry.Meant(true, true));
        model.goOn();
        assertThat(model.asked().get()).isPresent();
        assertThat(stacks.changeSets.executed).isEmpty();
    }

    @Test
    void whatNobodyWantsIsRemoved() {
        left(proposed());
        model.remove();
        assertThat(model.offered().get()).isEmpty();
        assertThat(stacks.changeSets.executed).isEmpty();
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void whatIsForgottenIsNotOfferedAgain() {
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")));
        model.forget();
        assertThat(model.offered().get()).isEmpty();
        assertThat(entrance.opened).isEmpty();
        assertThat(others().unfinished().unfinished()).isEmpty();
    }

    @Test
    void anotherAccountIsNotTakenForTheSame() {
        entrance.accounts.put("profile:ops", "999999999999");
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")));
        model.goOn();
        assertThat(model.problem().get()).get().asString().contains("999999999999", "123456789012");
        assertThat(stacks.changeSets.tokens).isEmpty();
        assertThat(model.offered().get()).isPresent();
        assertThat(others().unfinished().unfinished()).hasSize(1);
    }

    @Test
    void whatWasAskedOfOneEndpointIsNotAskedOfAnother() {
        entrance.endpoint = Optional.of(URI.create("http://127.0.0.1:1"));
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")));
        model.goOn();
        assertThat(entrance.opened).isEmpty();
        assertThat(model.problem().get()).get().asString().contains("not offered now");
    }

    @Test
    void silenceIsToldAndTryingAgainIsSafe() {
        left(proposed(), new Entry.Executing(false, false, new Target.Request("token-1-run")));
        stacks.changeSets.problems.put(
                "execute", FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "nobody answers"));
        model.goOn();
        assertThat(model.problem().get()).get().asString().contains("nobody answers");
        assertThat(deploy.state().get()).isInstanceOf(State.Nothing.class);

        stacks.changeSets.problems.clear();
        model.goOn();
        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(stacks.changeSets.executed).hasSize(1);
    }

    @Test
    void aDamagedFileIsToldOf() throws IOException {
        Files.createDirectories(home.resolve("deployments"));
        Files.writeString(home.resolve("deployments").resolve("a.1.b.jsonl"), "{}\n");
        model.look();
        assertThat(model.trouble().get()).get().asString().contains("damaged");
        model.dismissTrouble();
        assertThat(model.trouble().get()).isEmpty();
    }
}
