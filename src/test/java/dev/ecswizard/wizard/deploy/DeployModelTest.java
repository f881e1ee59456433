package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class DeployModelTest {
    static final String STACK = "AWS::CloudFormation::Stack";
    static final String CLOSED =
            "Resource handler returned message: \"The Launch Configuration creation operation is not"
                    + " available in your account. Use launch templates to create configuration templates for your Auto"
                    + " Scaling groups.\"";

    private static final Caller MINE = new Caller("123456789012", "arn:aws:iam::123456789012:user/ops");

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final ObjectProperty<Optional<Template>> template =
            new SimpleObjectProperty<>(spec.get().map(Template::of));
    private final ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final OfferModel offered =
            new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
    private final FakeAnswers answers = new FakeAnswers();
    private final DeployModel model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, answers);

    private void choose(ClusterSpec other) {
        spec.set(Optional.of(other));
        template.set(Optional.of(Template.of(other)));
    }

    private void comesUp() {
        stacks.event("web", STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .status("CREATE_IN_PROGRESS")
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", "")
                .status("CREATE_IN_PROGRESS")
                .event("web", STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE", "", new Stack.Output("ClusterName", "web", "Name of the cluster"));
    }

    private void failsAsClosed() {
        stacks.event("web", STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .status("CREATE_IN_PROGRESS")
                .event("LaunchConfiguration", "AWS::AutoScaling::LaunchConfiguration", "CREATE_FAILED", CLOSED)
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_FAILED", "Resource creation cancelled")
                .status("ROLLBACK_IN_PROGRESS")
                .event("web", STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");
    }

    /// Up to where the stack is about to be followed.
    private void deploy() {
        model.offered().capabilities().set(true);
        model.deploy();
        untilProposed();
    }

    private void untilProposed() {
        while (model.state().get() instanceof State.Submitting && background.next()) {}
    }

    private void propose() {
        model.offered().capabilities().set(true);
        model.deployReviewed();
        background.all();
    }

    private Verdict verdict() {
        return Verdict.of(model.state().get());
    }

    @Test
    void theOfferNamesEveryResourceOfTheTemplate() {
        var offer = model.offered().offer().value().getValue().orElseThrow();
        assertThat(offer.resources())
                .contains(
                        new TemplateResource("Cluster", "AWS::ECS::Cluster"),
                        new TemplateResource("AutoScalingGroup", "AWS::AutoScaling::AutoScalingGroup"))
                .hasSize(6);
        assertThat(offer.account() + " " + offer.region()).isEqualTo("123456789012 eu-west-1");
        assertThat(offer.roleName()).contains("ecs-web-eu-west-1");
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void withoutAnAccountThereIsNothingToDeploy() {
        model.offered().capabilities().set(true);
        place.set(Optional.empty());
        assertThat(model.mayDeploy().getValue()).isFalse();
        assertThat(model.missing().getValue()).isPresent();
        model.deploy();
        assertThat(stacks.changeSets.requests).isEmpty();
    }

    @Test
    void whatMustFailIsNotDeployed() {
        model.offered().capabilities().set(true);
        obstacle.set(Optional.of("Network: subnet-1 was not found in this VPC"));
        assertThat(model.mayDeploy().getValue()).isFalse();
        assertThat(model.missing().getValue()).contains("Network: subnet-1 was not found in this VPC");
        model.deploy();
        background.all();
        assertThat(stacks.changeSets.requests).isEmpty();

        obstacle.set(Optional.empty());
        assertThat(model.mayDeploy().getValue()).isTrue();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void theCapabilityIsToBeAcknowledgedAndAgainForAnotherTemplate() {
        assertThat(model.mayDeploy().getValue()).isFalse();
        model.offered().capabilities().set(true);
        assertThat(model.mayDeploy().getValue()).isTrue();

        choose(Specs.standard("shop"));
        assertThat(model.mayDeploy().getValue()).isFalse();
    }

    @Test
    void aDoubleClickMakesOneStack() {
        comesUp();
        model.offered().capabilities().set(true);
        model.deploy();
        model.deploy();
        untilProposed();
        model.deploy();
        background.all();
        assertThat(stacks.changeSets.requests).hasSize(1);
        assertThat(stacks.changeSets.requests.getFirst().tags())
                .contains(Map.of("team", "ops", "ecs-cluster-wizard:recipe", "standard"));
        assertThat(stacks.changeSets.tokens).hasSize(1);
    }

    @Test
    void aDoubleClickOnWhatIsReviewedMakesOneStack() {
        comesUp();
        propose();
        model.execute();
        model.execute();
        background.all();
        assertThat(stacks.changeSets.requests).hasSize(1);
        assertThat(stacks.changeSets.tokens).hasSize(1);
    }

    @Test
    void onePressMakesANewStackWithWhatWasChosenBeside() {
        comesUp();
        model.review().keepsWhatFails().set(true);
        model.review().isProtected().set(true);
        deploy();
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(stacks.changeSets.executed).hasSize(1);
    }

    @Test
    void whatTouchesAnythingElseIsReviewedAllTheSame() {
        stacks.changeSets.changes = List.of(new ResourceChange(
                ResourceChange.Action.MODIFY,
                "Cluster",
                "web",
                "AWS::ECS::Cluster",
                ResourceChange.Replacement.NEVER,
                false,
                List.of(),
                List.of()));
        model.offered().capabilities().set(true);
        model.deploy();
        background.all();
        assertThat(model.state().get()).isInstanceOf(State.Reviewing.class);
        assertThat(stacks.changeSets.executed).isEmpty();
    }

    @Test
    void whatWasNotAnsweredAfterOnePressIsForThePersonToAskForAgain() {
        stacks.changeSets.problems.put("execute", FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "timeout"));
        model.offered().capabilities().set(true);
        model.deploy();
        background.all();
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        State.Reviewing.class,
                        reviewing -> assertThat(reviewing.problem()).isPresent());
        stacks.changeSets.problems.clear();
        comesUp();
        model.execute();
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(stacks.changeSets.tokens.stream().distinct()).hasSize(1);
    }

    @Test
    void whatIsChosenOfOneStackIsNotOfTheNext() {
        model.review().keepsWhatFails().set(true);
        model.review().isProtected().set(true);
        choose(Specs.sized("web", 3));
        assertThat(model.review().keepsWhatFails().get()).isTrue();
        assertThat(model.review().isProtected().get()).isTrue();

        choose(Specs.standard("shop"));
        assertThat(model.review().keepsWhatFails().get()).isFalse();
        assertThat(model.review().isProtected().get()).isFalse();

        choose(Specs.of("shop", Recipe.PRODUCTION));
        assertThat(model.review().isProtected().get()).isTrue();
    }

    @Test
    void aStackUnderWayIsToldAndNotForgotten() {
        comesUp();
        assertThat(model.underWay().getValue()).isEmpty();
        deploy();
        assertThat(model.underWay().getValue())
                .contains("Stack web is under way. Wait for its end, or stop watching it.");
        model.forget(MINE);
        assertThat(model.state().get().isUnderWay()).isTrue();

        background.all();
        assertThat(model.underWay().getValue()).isEmpty();
    }

    @Test
    void anAccountThatIsNoLongerWhatItWasTakesItsStackAlong() {
        comesUp();
        deploy();
        background.all();
        model.askToDelete();

        model.forget(new Caller("210987654321", MINE.arn()));
        assertThat(model.state().get()).isInstanceOf(State.Ended.class);

        model.forget(MINE);
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
        assertThat(model.log().shown()).isEmpty();
        assertThat(model.deletion().asked().get()).isEmpty();
    }

    @Test
    void itIsFollowedToItsEndWithTheWholeLog() {
        comesUp();
        deploy();
        assertThat(model.mayDeploy().getValue()).isFalse();
        assertThat(verdict().status()).isEqualTo("Asking CloudFormation to begin with stack web");

        background.next(3);
        assertThat(verdict().status()).isEqualTo("Creating stack web \u00b7 CREATE_IN_PROGRESS");
        assertThat(model.state().get().seen()).hasValueSatisfying(seen -> {
            assertThat(seen.done()).isEqualTo(1);
            assertThat(seen.total()).isEqualTo(6);
        });

        background.all();
        assertThat(model.chosen().getValue())
                .map(Outcome.Succeeded::outputs)
                .hasValueSatisfying(outputs -> assertThat(outputs).hasSize(1));
        assertThat(verdict().status()).isEqualTo("Stack web is complete \u00b7 CREATE_COMPLETE");
        assertThat(model.log().shown()).extracting(StackEvent::logicalId).containsExactly("web", "Cluster", "web");
        assertThat(model.elapsed()).hasValueSatisfying(took -> assertThat(took).isGreaterThan(Duration.ofSeconds(2)));
        assertThat(model.summary().getValue()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void itsEndIsSaidBeforeTheLastLook() {
        comesUp();
        deploy();
        while (model.state().get().seen().flatMap(Progress::ending).isEmpty()) {
            assertThat(background.next()).isTrue();
        }
        assertThat(model.state().get()).isInstanceOf(State.Watching.class);
        assertThat(verdict().status()).isEqualTo("Stack web is complete \u00b7 CREATE_COMPLETE");
    }

    @Test
    void aStackThatIsNoLongerWatchedGoesOnUnlessItWasSeenAtItsEnd() {
        comesUp();
        deploy();
        background.next(3);
        model.ways().stopWatching();
        assertThat(model.state().get().mayGoOn()).isTrue();

        model.ways().watchAgain();
        background.all();
        var run = model.state().get().shown().orElseThrow();
        var seen = model.state().get().seen();
        assertThat(model.state().get().mayGoOn()).isFalse();
        assertThat(new State.Stopped(run, seen, Optional.empty()).mayGoOn()).isFalse();
        var deletion = run.towards(Aim.DELETION, run.since());
        assertThat(new State.Stopped(deletion, seen, Optional.empty()).mayGoOn())
                .isTrue();
    }

    @Test
    void theFirstRealCauseIsToldAndWhatHelps() {
        choose(Specs.of("web", Recipe.CLASSIC));
        failsAsClosed();
        deploy();
        background.all();

        var verdict = verdict();
        assertThat(verdict.status()).endsWith("ROLLBACK_COMPLETE");
        assertThat(verdict.cause())
                .get()
                .asString()
                .startsWith("LaunchConfiguration failed: launch configurations are");
        assertThat(verdict.reason()).contains(CLOSED);
        assertThat(verdict.advice()).get().asString().doesNotContain("Delete it");
        assertThat(verdict.offersStandard()).isTrue();
        model.useStandardRecipe();
        assertThat(answers.used).containsExactly("RECIPE standard");
    }

    @Test
    void troubleIsToldAndChangesNothing() {
        stacks.event("web", STACK, "CREATE_IN_PROGRESS", "")
                .status("CREATE_IN_PROGRESS")
                .trouble(FakeStacks.problem(CloudProblem.Kind.THROTTLED, "Throttling", "Rate exceeded"))
                .event("web", STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        deploy();
        background.next(3);
        assertThat(verdict().trouble()).get().asString().contains("Rate exceeded");
        assertThat(model.state().get().isUnderWay()).isTrue();

        background.all();
        assertThat(verdict().trouble()).isEmpty();
        assertThat(model.chosen().getValue()).isPresent();
    }

    @Test
    void aNameThatIsTakenLeadsToTheStackThatHasIt() {
        stacks.changeSets.problems.put(
                "propose",
                FakeStacks.problem(CloudProblem.Kind.REFUSED, "AlreadyExistsException", "Stack [web] already exists"));
        deploy();
        background.all();
        assertThat(verdict().cause()).get().asString().contains("Stack [web] already exists");
        assertThat(verdict().advice()).get().asString().containsOnlyOnce("another stack name");
        assertThat(model.mayDeploy().getValue()).isTrue();

        stacks.event("web", STACK, "ROLLBACK_COMPLETE", "").status("ROLLBACK_COMPLETE");
        model.watchExisting();
        background.all();
        assertThat(verdict().status()).endsWith("ROLLBACK_COMPLETE");
        assertThat(model.state().get().shown()).map(Run::stackId).contains(FakeStacks.ID);
    }

    @Test
    void afterSilenceTheSameTokenIsSentAgainAndAfterARefusalAnotherOne() {
        stacks.changeSets.problems.put("propose", FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "timeout"));
        deploy();
        background.all();
        stacks.changeSets.problems.put(
                "propose", FakeStacks.problem(CloudProblem.Kind.REFUSED, "ValidationError", "no"));
        model.deploy();
        background.all();
        model.deploy();
        background.all();

        var tokens = stacks.changeSets.requests.stream()
                .map(request -> request.requestToken())
                .toList();
        assertThat(tokens).hasSize(6);
        assertThat(tokens.subList(0, 5)).containsOnly(tokens.getFirst());
        assertThat(tokens.getLast()).isNotEqualTo(tokens.getFirst());
    }

    @Test
    void whoStopsWatchingCanWatchAgain() {
        comesUp();
        deploy();
        background.next(2);
        model.ways().stopWatching();
        background.all();
        assertThat(verdict().status()).isEqualTo("No longer watching stack web");
        assertThat(model.state().get().isUnderWay()).isFalse();

        model.ways().watchAgain();
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
    }

    @Test
    void anotherAnswerLeavesWhatIsFollowed() {
        comesUp();
        deploy();
        background.next(2);
        choose(Specs.standard("shop"));
        background.all();
        assertThat(model.state().get().shown()).map(Run::stackName).contains("web");
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(model.mayDeploy().getValue()).isFalse();
    }

    @Test
    void aStackIsDeletedOnceItsNameIsTyped() {
        comesUp();
        deploy();
        background.all();
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));

        model.askToDelete();
        assertThat(model.deletion().toll().value().getValue())
                .hasValueSatisfying(toll -> assertThat(toll.resources()).isEqualTo(stacks.resources));
        model.deletion().typed().set("we");
        model.delete();
        assertThat(stacks.calls).doesNotContain("delete");

        stacks.event("web", STACK, "DELETE_IN_PROGRESS", "")
                .status("DELETE_IN_PROGRESS")
                .event("web", STACK, "DELETE_COMPLETE", "")
                .status("DELETE_COMPLETE");
        model.deletion().typed().set("web");
        model.delete();
        background.all();
        assertThat(verdict().status()).isEqualTo("Stack web is deleted \u00b7 DELETE_COMPLETE");
        assertThat(model.log().shown()).hasSize(5);
        assertThat(model.deletion().asked().get()).isEmpty();
    }

    @Test
    void servicesForbidTheDeletionAndAreNamed() {
        comesUp();
        deploy();
        background.all();
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));
        stacks.services.add("arn:aws:ecs:eu-west-1:123456789012:service/web/shop");

        model.askToDelete();
        model.deletion().typed().set("web");
        assertThat(model.deletion().toll().value().getValue())
                .hasValueSatisfying(toll -> assertThat(toll.services()).containsExactly("shop"));
        assertThat(model.deletion().isConfirmed().getValue()).isFalse();
        model.delete();
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void aServiceThatComesInBetweenForbidsItToo() {
        comesUp();
        deploy();
        background.all();
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));
        model.askToDelete();
        model.deletion().typed().set("web");
        stacks.services.add("arn:aws:ecs:eu-west-1:123456789012:service/web/shop");
        model.delete();
        background.all();

        assertThat(model.deletion().problem().get()).get().asString().contains("shop");
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void whatIsReviewedIsCarriedOutAsWasChosen() {
        comesUp();
        propose();
        assertThat(model.state().get()).isInstanceOf(State.Reviewing.class);
        assertThat(model.mayDeploy().getValue()).isFalse();
        assertThat(model.summary().getValue()).isEqualTo("To be reviewed");
        model.review().keepsWhatFails().set(true);
        model.execute();
        background.all();
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
        assertThat(model.chosen().getValue()).isPresent();
        // and the next change is rolled back again
        assertThat(model.review().keepsWhatFails().get()).isFalse();
    }

    @Test
    void whatIsDiscardedIsRemovedWithItsEmptyStack() {
        stacks.status("REVIEW_IN_PROGRESS");
        propose();
        model.discard();
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
        assertThat(stacks.calls).contains("delete");
        assertThat(model.mayDeploy().getValue()).isTrue();
    }

    @Test
    void anotherAnswerRemovesAChangeSetThatNobodyCarriedOut() {
        stacks.status("REVIEW_IN_PROGRESS");
        propose();
        choose(Specs.standard("shop"));
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
        assertThat(stacks.calls).contains("delete");
    }

    @Test
    void aClosedWindowLeavesNoChangeSet() {
        stacks.status("REVIEW_IN_PROGRESS");
        propose();
        model.close();
        assertThat(stacks.calls).contains("delete");
    }

    @Test
    void aChangeSetThatCanNotBeRemovedIsTold() {
        stacks.status("REVIEW_IN_PROGRESS");
        propose();
        stacks.problems.put("delete", FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "not you"));
        model.discard();
        assertThat(model.review().leftOver().get()).get().asString().contains("web", "not you");
    }

    @Test
    void anExecutionThatIsNotAnsweredIsAskedForAgainByTheSameToken() {
        comesUp();
        propose();
        stacks.changeSets.problems.put("execute", FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "timeout"));
        model.execute();
        background.all();
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        State.Reviewing.class,
                        reviewing -> assertThat(reviewing.problem()).isPresent());
        stacks.changeSets.problems.clear();
        model.execute();
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(stacks.changeSets.tokens.stream().distinct()).hasSize(1);
        assertThat(stacks.changeSets.executed).hasSize(1);
    }

    @Test
    void theStackThatWasMadeIsChangedByTheNextChoices() {
        comesUp();
        deploy();
        background.all();
        assertThat(model.offered().offer().value().getValue().orElseThrow().known())
                .map(known -> known.name())
                .contains("web");

        choose(Specs.sized("web", 3));
        propose();
        assertThat(stacks.changeSets.requests.getLast().isNew()).isFalse();
        assertThat(stacks.changeSets.requests.getLast().stack()).isEqualTo(FakeStacks.ID);

        choose(Specs.standard("shop"));
        assertThat(model.offered().offer().value().getValue().orElseThrow().known())
                .isEmpty();
    }

    @Test
    void aStackWhoseNameIsTakenCanBeChangedInstead() {
        stacks.changeSets.problems.put(
                "propose",
                FakeStacks.problem(
                        CloudProblem.Kind.REFUSED,
                        "ValidationError",
                        "Stack [web] already exists and cannot be created again with the changeSet [x]."));
        propose();
        stacks.changeSets.problems.clear();
        stacks.status("CREATE_COMPLETE");
        model.changeExisting();
        propose();
        assertThat(stacks.changeSets.requests.getLast().isNew()).isFalse();
        assertThat(model.state().get()).isInstanceOf(State.Reviewing.class);
    }

    @Test
    void nothingToChangeIsSaid() {
        stacks.changeSets.status = "FAILED";
        stacks.changeSets.reason = "The submitted information didn't contain changes.";
        propose();
        assertThat(model.state().get()).isInstanceOf(State.Unchanged.class);
        assertThat(verdict().status()).isEqualTo("Stack web is already what was chosen. There is nothing to change");
    }

    @Test
    void aNewStackIsProtectedIfThePersonWantsAndOneOfProductionUnlessNot() {
        comesUp();
        propose();
        assertThat(model.review().isProtected().get()).isFalse();
        model.review().isProtected().set(true);
        model.execute();
        background.all();
        assertThat(stacks.calls).contains("protect");
        assertThat(stacks.hold.isProtected).isTrue();

        choose(Specs.of("shop", Recipe.PRODUCTION));
        propose();
        assertThat(model.review().isProtected().get()).isTrue();
    }

    @Test
    void aStackThatCanNotBeProtectedIsFollowedAllTheSameAndThatIsTold() {
        comesUp();
        stacks.problems.put("protect", FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "not you"));
        propose();
        model.review().isProtected().set(true);
        model.execute();
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(model.review().leftOver().get()).get().asString().contains("not protected", "not you");
    }

    private void executesUnanswered() {
        propose();
        stacks.changeSets.problems.put(
                "execute", FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "nobody answers"));
        model.execute();
        background.all();
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        State.Reviewing.class, now -> assertThat(now.problem()).isPresent());
    }

    @Test
    void whatWasBegunAfterAllIsWatchedAndNotTakenBack() {
        executesUnanswered();
        comesUp();
        model.discard();
        assertThat(model.state().get()).isInstanceOf(State.Watching.class);
        assertThat(model.review().leftOver().get()).get().asString().contains("begun after all");
        background.all();
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void whatWasNotBegunIsTakenBack() {
        stacks.status("REVIEW_IN_PROGRESS");
        executesUnanswered();
        model.discard();
        background.all();
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
        assertThat(stacks.calls).contains("delete");
    }

    @Test
    void whereItCanNotBeToldTheQuestionStays() {
        executesUnanswered();
        stacks.trouble(FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "still nobody"));
        model.discard();
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        State.Reviewing.class,
                        now -> assertThat(now.problem())
                                .hasValueSatisfying(
                                        problem -> assertThat(problem).hasMessage("still nobody")));
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void nothingIsProtectedThatIsNotCarriedOut() {
        propose();
        model.review().isProtected().set(true);
        model.discard();
        assertThat(stacks.calls).doesNotContain("protect");
    }
}
