package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.SignInModel;
import dev.ecswizard.wizard.Specs;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessModelTest {
    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeEntrance entrance = new FakeEntrance(stacks);
    private DeployModel deploy;

    @BeforeEach
    void credentialsExpireWhileItIsWatched() {
        ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        ObjectProperty<Optional<Template>> template =
                new SimpleObjectProperty<>(spec.get().map(Template::of));
        ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
        var offered = new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
        deploy = new DeployModel(
                background,
                new StepPace(),
                ZoneOffset.UTC,
                offered,
                new FakeAnswers(),
                new Notes(new Logbook(Optional.empty()), entrance));
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "")
                .status("CREATE_IN_PROGRESS")
                .trouble(FakeStacks.problem(CloudProblem.Kind.EXPIRED, "ExpiredToken", "over"))
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", "")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        deploy.offered().capabilities().set(true);
        deploy.deploy();
        var steps = 0;
        while (!deploy.access().isWanted().getValue() && steps++ < 12) {
            background.next();
        }
        assertThat(deploy.access().isWanted().getValue()).isTrue();
    }

    @Test
    void itIsNeitherSuccessNorFailureOfTheStack() {
        assertThat(deploy.state().get()).isInstanceOf(State.Watching.class);
        assertThat(deploy.state().get().seen().orElseThrow().ending()).isEmpty();
        assertThat(deploy.log().shown()).hasSize(1);
    }

    @Test
    void signingInAgainGoesOnFromWhatWasSeenToTheWholeLog() {
        deploy.access().signIn();
        assertThat(entrance.opened).containsExactly("profile:ops");
        assertThat(deploy.access().isWanted().getValue()).isFalse();
        assertThat(deploy.log().shown()).hasSize(1);

        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(deploy.log().shown()).extracting(StackEvent::logicalId).containsExactly("web", "Cluster", "web");
        assertThat(stacks.changeSets.executed).hasSize(1);
    }

    @Test
    void anotherWayIntoTheSameAccountDoesAsWell() {
        entrance.accounts.put("profile:admin", "123456789012");
        deploy.access().choose("profile:admin");
        deploy.access().signIn();
        background.all();
        assertThat(entrance.opened).containsExactly("profile:admin");
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
    }

    @Test
    void aWayIntoAnotherAccountIsRefusedAndTheWatchGoesOn() {
        entrance.accounts.put("profile:ops", "999999999999");
        deploy.access().signIn();
        assertThat(deploy.access().problem().get()).get().asString().contains("999999999999");
        assertThat(deploy.access().isWanted().getValue()).isTrue();
        assertThat(deploy.state().get()).isInstanceOf(State.Watching.class);
    }

    private static CloudProblem expired(String remedy) {
        return new CloudProblem(CloudProblem.Kind.EXPIRED, "sso:GetRoleCredentials", "", "Over.", remedy, null);
    }

    /// The same question, put to a person who answers before the next look.
    private AccessModel atOnce() {
        return new AccessModel(new InOrder(), deploy.state(), deploy.finish().trouble(), deploy.ways(), entrance);
    }

    @Test
    void aSignInThatHasEndedIsMadeInTheBrowserAndThenItGoesOn() {
        var access = atOnce();
        var prompt = new SignIn.Prompt(Optional.of("https://device.example.com/"), Optional.of("ABCD-EFGH"));
        entrance.problem = Optional.of(expired("aws sso login --profile ops"));
        entrance.signIn = Optional.of(told -> {
            told.accept(prompt);
            assertThat(access.isOpening().get()).isTrue();
            assertThat(access.inBrowser().state().get()).isEqualTo(new SignInModel.Waiting(prompt));
            entrance.problem = Optional.empty();
        });
        access.signIn();
        assertThat(entrance.opened).containsExactly("profile:ops", "profile:ops");
        assertThat(access.inBrowser().state().get()).isInstanceOf(SignInModel.Idle.class);
        assertThat(access.isWanted().getValue()).isFalse();

        background.all();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
        assertThat(deploy.log().shown()).extracting(StackEvent::logicalId).containsExactly("web", "Cluster", "web");
    }

    @Test
    void credentialsThatLastAgainNeedNoBrowser() {
        entrance.signIn = Optional.of(_ -> {
            throw new AssertionError();
        });
        deploy.access().signIn();
        assertThat(deploy.access().isWanted().getValue()).isFalse();
    }

    @Test
    void whatNoSignInMendsOpensNoBrowser() {
        entrance.problem = Optional.of(expired(""));
        entrance.signIn = Optional.of(_ -> {
            throw new AssertionError();
        });
        deploy.access().signIn();
        assertThat(deploy.access().problem().get()).get().asString().contains("Over.");
        assertThat(deploy.access().isOpening().get()).isFalse();
    }

    @Test
    void aSignInThatIsGivenUpCanBeBegunAnew() {
        entrance.problem = Optional.of(expired("aws sso login --profile ops"));
        entrance.signIn = Optional.of(_ -> {});
        deploy.access().signIn();
        deploy.access().inBrowser().cancel();
        assertThat(deploy.access().isOpening().get()).isFalse();
        assertThat(deploy.access().inBrowser().state().get()).isInstanceOf(SignInModel.Idle.class);

        deploy.access().signIn();
        assertThat(deploy.access().inBrowser().state().get()).isInstanceOf(SignInModel.Waiting.class);
    }

    @Test
    void aSignInThatFailsSaysWhyAndLeavesTheCommand() {
        entrance.problem = Optional.of(expired("aws sso login --profile ops"));
        entrance.signIn = Optional.of(_ -> {
            throw new CloudProblem(
                    CloudProblem.Kind.EXPIRED, "", "", "Not found.", "aws sso login --profile ops", null);
        });
        var access = atOnce();
        access.signIn();
        assertThat(access.inBrowser().state().get())
                .isEqualTo(new SignInModel.Failed(new Problem(
                        "The credentials have expired.", "Not found.", Optional.of("aws sso login --profile ops"))));
        assertThat(access.isOpening().get()).isFalse();
    }

    @Test
    void credentialsThatComeBackByThemselvesEndTheQuestion() {
        background.all();
        assertThat(deploy.access().isWanted().getValue()).isFalse();
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
    }
}
