package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class GateModelTest {
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, place);
    private final GateModel gate = new GateModel(checks.model);
    private int deployed;

    private void connect() {
        place.set(Optional.of(new FakeStacks().place()));
    }

    private void press() {
        gate.pass(() -> deployed++);
    }

    @Test
    void whereAllIsWellItIsOpen() {
        connect();
        press();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void warningsAndWhatCanNotBeCheckedDoNotHinder() {
        checks.account.quota = 5;
        checks.account.noTemplate = Optional.of(FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "No."));
        connect();
        assertThat(checks.model.state().get().last().orElseThrow().findings())
                .extracting(finding -> finding.verdict().toString())
                .contains("WARNING", "UNCHECKED");
        press();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void whatWillFailHoldsUpUntilThePersonSaysDeployAnyway() {
        checks.account.lost.add(Places.SUBNET_A);
        connect();
        assertThat(gate.failed().get())
                .extracting(finding -> finding.resource())
                .containsExactly(Places.SUBNET_A);
        press();
        assertThat(deployed).isZero();

        gate.anyway().set(true);
        press();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void aStackThatIsChangedMayBearItsOwnNames() {
        checks.account.role = Optional.of("ecs-web-eu-west-1");
        checks.account.lost.add(Places.SUBNET_A);
        connect();
        assertThat(gate.failed().get()).hasSize(2);
        checks.account.held = new Asked.Answered<>(List.of(new StackResource(
                "Role", "ecs-web-eu-west-1", "AWS::IAM::Role", new StackStatus("CREATE_COMPLETE"), "")));
        var mine = new Known(FakeStacks.ID, "web", "", Map.of(), Map.of());
        checks.model.stack().set(Optional.of(mine));
        assertThat(gate.failed().get())
                .extracting(finding -> finding.resource())
                .containsExactly(Places.SUBNET_A);
        var elsewhere = new Known(FakeStacks.ID.replace("eu-west-1", "eu-west-2"), "web", "", Map.of(), Map.of());
        checks.model.stack().set(Optional.of(elsewhere));
        assertThat(gate.failed().get()).hasSize(2);
        checks.model.stack().set(Optional.of(mine));
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(checks.model.state().get().last().orElseThrow().facts().own())
                .isEmpty();
    }

    @Test
    void deployAnywayIsForgottenWhenAnAnswerChanges() {
        checks.account.lost.add(Places.SUBNET_A);
        connect();
        gate.anyway().set(true);
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(gate.failed().get()).hasSize(1);
        assertThat(gate.anyway().get()).isFalse();
    }

    @Test
    void deployAnywayIsForgottenWhenSomethingElseFailsAndKeptWhenTheSameDoes() {
        checks.account.lost.add(Places.SUBNET_A);
        connect();
        gate.anyway().set(true);
        checks.model.again();
        assertThat(gate.anyway().get()).isTrue();

        checks.account.stack = Optional.of(new Stack(
                FakeStacks.ID,
                "web",
                new StackStatus("CREATE_COMPLETE"),
                "",
                FakeStacks.START,
                Map.of(),
                Map.of(),
                List.of()));
        checks.model.again();
        assertThat(gate.failed().get()).hasSize(2);
        assertThat(gate.anyway().get()).isFalse();
    }

    @Test
    void whileTheyRunItWaitsForTheirEndAndGoesOnWhereTheyEndWell() {
        checks.background.hold();
        connect();
        press();
        assertThat(gate.isWaiting().get()).isTrue();
        assertThat(deployed).isZero();

        checks.background.release();
        assertThat(gate.isWaiting().get()).isFalse();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void whereTheyEndBadlyItDoesNotGoOn() {
        checks.account.lost.add(Places.SUBNET_A);
        checks.background.hold();
        connect();
        press();
        checks.background.release();
        assertThat(gate.isWaiting().get()).isFalse();
        assertThat(gate.isOpen().getValue()).isFalse();
        assertThat(deployed).isZero();
    }

    @Test
    void thePersonNeedNotWait() {
        checks.background.hold();
        connect();
        press();
        gate.waitNoLonger();
        assertThat(deployed).isEqualTo(1);
        checks.background.release();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void waitingCanBeGivenUp() {
        checks.background.hold();
        connect();
        press();
        gate.leave();
        checks.background.release();
        assertThat(deployed).isZero();
    }

    @Test
    void anotherAnswerEndsTheWaiting() {
        checks.background.hold();
        connect();
        press();
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(gate.isWaiting().get()).isFalse();
        checks.background.release();
        assertThat(deployed).isZero();
    }

    @Test
    void checksThatAreCancelledOrDoNotWorkHoldUpNobodyWhoPressesAgain() {
        checks.background.hold();
        connect();
        press();
        checks.model.cancel();
        assertThat(gate.isWaiting().get()).isFalse();
        assertThat(deployed).isZero();
        press();
        assertThat(deployed).isEqualTo(1);
    }

    @Test
    void whatFailedStandsUntilTheSameChoicesAreFoundToBeRight() {
        checks.account.lost.add(Places.SUBNET_A);
        connect();
        checks.account.lost.clear();
        checks.background.hold();
        checks.model.again();
        assertThat(gate.isOpen().getValue()).isFalse();
        checks.background.release();
        assertThat(gate.isOpen().getValue()).isTrue();
    }

    @Test
    void whoComesAfterALongWhileIsToldHowThingsStandNow() {
        connect();
        checks.now = checks.now.plus(ChecksModel.OLD);
        gate.arrived();
        assertThat(checks.surveys).hasSize(2);
    }
}
