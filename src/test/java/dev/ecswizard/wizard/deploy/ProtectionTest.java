package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// A stack that is protected against deletion, and has to go all the same.
class ProtectionTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final ClusterSpec spec = Specs.standard("web");
    private final ObjectProperty<Optional<ClusterSpec>> chosen = new SimpleObjectProperty<>(Optional.of(spec));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final ObjectProperty<Optional<Template>> template =
            new SimpleObjectProperty<>(Optional.of(Template.of(spec)));
    private final OfferModel offered = new OfferModel(
            background,
            chosen,
            place,
            template,
            new SimpleObjectProperty<>(Optional.empty()),
            new GateModel(ChecksFor.none()));
    private final DeployModel model =
            new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers());

    private void deploy(boolean isProtected) {
        offered.capabilities().set(true);
        model.review().isProtected().set(isProtected);
        model.deploy();
        background.all();
    }

    private void failsAtFirst() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .status("CREATE_IN_PROGRESS")
                .event("AutoScalingGroup", GROUP, "CREATE_FAILED", "Received 0 SUCCESS signal(s) out of 2.")
                .event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");
    }

    private void goes() {
        stacks.event("web", DeployModelTest.STACK, "DELETE_COMPLETE", "").status("DELETE_COMPLETE");
    }

    @Test
    void theFailedFirstAttemptLosesTheProtectionThatItWasGivenHere() {
        failsAtFirst();
        deploy(true);
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(model.fix().fix().getValue())
                .hasValueSatisfying(fix -> assertThat(fix.lifts()).isTrue());

        goes();
        model.fix().fixAndRetry();
        background.all();
        assertThat(stacks.hold.isProtected).isFalse();
        assertThat(stacks.calls).contains("delete");
        assertThat(Verdict.of(model.state().get()).status()).contains("is deleted");
    }

    @Test
    void aProtectionThatSomebodyElseGaveIsNotLiftedUnasked() {
        failsAtFirst();
        deploy(false);
        stacks.hold.isProtected = true;
        assertThat(model.fix().fix().getValue())
                .hasValueSatisfying(fix -> assertThat(fix.lifts()).isFalse());

        model.fix().fixAndRetry();
        background.all();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(stacks.calls).doesNotContain("delete", "protect");
        assertThat(model.deletion().asked().get()).isPresent();
        assertThat(model.deletion().problem().get()).get().asString().contains("TerminationProtection");
        assertThat(model.deletion().toll().value().getValue().orElseThrow().isProtected())
                .isTrue();

        model.deletion().unprotect();
        background.all();
        model.deletion().typed().set("web");
        goes();
        model.delete();
        background.all();
        assertThat(Verdict.of(model.state().get()).status()).contains("is deleted");
    }

    @Test
    void aStackThatCameUpIsNotUnprotectedByItsDeletion() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        deploy(true);
        model.askToDelete();
        background.all();
        model.deletion().typed().set("web");
        assertThat(model.deletion().isConfirmed().getValue()).isFalse();
        model.delete();
        background.all();
        assertThat(stacks.hold.isProtected).isTrue();
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void anEmptyStackThatSomebodyProtectedLeadsToTheQuestion() {
        stacks.hold.isProtected = true;
        stacks.status("REVIEW_IN_PROGRESS");
        stacks.find(FakeStacks.ID);
        var stack = new dev.ecswizard.cloud.Stack(
                FakeStacks.ID,
                "web",
                new StackStatus("REVIEW_IN_PROGRESS"),
                "",
                FakeStacks.START,
                Map.of(),
                Map.of(),
                List.of());

        model.ways().take(Run.of(stacks.place(), stack, FakeStacks.START), StackAction.CLEAN_UP);
        background.all();

        assertThat(model.state().get()).isInstanceOf(State.Stopped.class);
        assertThat(model.deletion().asked().get()).isPresent();
    }
}
