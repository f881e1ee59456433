package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountModelTest {
    private final InOrder background = new InOrder();
    private final Dropped dropped = new Dropped();
    private final FakeCloud ops = new FakeCloud("ops");
    private final FakeCloud lab = new FakeCloud("lab");

    private AccountModel model(Optional<String> wanted) {
        return new AccountModel(
                background,
                () -> new AccountModel.Offer(List.of(ops, lab), Optional.of(ops), List.of()),
                (_, _) -> Optional.empty(),
                wanted,
                dropped);
    }

    @Test
    void thePreselectedConnectionAnswersAndItsRegionIsChosen() {
        var model = model(Optional.empty());

        assertThat(model.chosen().getValue()).contains("eu-west-1");
        assertThat(model.missing().getValue()).isEmpty();
        assertThat(model.summary().getValue()).isEqualTo("eu-west-1\n123456789012");
        assertThat(model.place().getValue()).hasValueSatisfying(place -> {
            assertThat(place.caller()).isEqualTo(ops.who);
            assertThat(place.enabledRegions()).containsExactly("eu-west-1", "us-east-1");
        });
    }

    @Test
    void theRegionOfTheCommandLineComesFirst() {
        assertThat(model(Optional.of("us-east-1")).region().getValue()).contains("us-east-1");
    }

    @Test
    void whatIsOnItsWayIsMissing() {
        background.hold();
        var model = model(Optional.empty());

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.missing().getValue()).contains("Choose a connection");

        background.release();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void anotherConnectionBringsItsOwnRegion() {
        lab.ownRegion = Optional.of("us-east-1");
        var model = model(Optional.empty());

        model.chooseProfile(lab.id());

        assertThat(model.chosen().getValue()).contains("us-east-1");
    }

    @Test
    void whoWatchesAStackCanGoOnAskingUntilTheEnd() {
        var model = model(Optional.empty());

        model.chooseProfile(lab.id());
        model.reconnect();
        assertThat(List.of(ops.closed, lab.closed)).containsExactly(0, 0);

        model.close();
        assertThat(List.of(ops.closed, lab.closed)).containsExactly(1, 1);
    }

    @Test
    void aConnectionThatOpenedTooLateToBeUsedIsClosedInTheEndToo() {
        var model = model(Optional.empty());
        lab.onOpen = () -> model.chooseProfile(ops.id());
        background.hold();
        model.chooseProfile(lab.id());
        background.release();
        assertThat(model.cloud().value().getValue()).contains(ops);

        model.close();

        assertThat(lab.closed).isEqualTo(1);
    }

    @Test
    void aRegionChosenByHandStaysWithAnotherConnection() {
        lab.ownRegion = Optional.of("eu-west-1");
        var model = model(Optional.empty());
        model.chooseRegion("us-east-1");

        model.chooseProfile(lab.id());

        assertThat(model.chosen().getValue()).contains("us-east-1");
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void aRegionThatTheOtherAccountLacksIsDroppedAndSaid() {
        lab.regions = List.of(new Region("eu-west-1", true));
        var model = model(Optional.empty());
        model.chooseRegion("us-east-1");

        model.chooseProfile(lab.id());

        assertThat(model.region().getValue()).contains("eu-west-1");
        assertThat(dropped.sentences()).containsExactly("Region us-east-1: this account does not know it.");
    }

    @Test
    void aRegionThatIsNotEnabledIsNoPlace() {
        var model = model(Optional.empty());

        model.chooseRegion("ap-east-1");

        assertThat(model.place().getValue()).isEmpty();
        assertThat(model.missing().getValue()).contains("ap-east-1 is not enabled for this account");
    }

    @Test
    void anExpiredSessionSaysSoAndReconnectingMendsIt() {
        var expired = FakeCloud.problem(CloudProblem.Kind.EXPIRED, "aws sso login --profile ops");
        ops.problem = Optional.of(expired);
        var model = model(Optional.empty());

        assertThat(model.caller().state().get()).isEqualTo(new Load.Failed<>(expired));
        assertThat(model.missing().getValue()).contains("The connection does not work yet");

        ops.problem = Optional.empty();
        model.reconnect();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void theAnswerOfAConnectionThatIsNoLongerChosenIsDropped() {
        var model = model(Optional.empty());
        background.hold();
        model.chooseProfile(lab.id());
        model.chooseProfile(ops.id());

        background.release();

        assertThat(model.place().getValue())
                .hasValueSatisfying(place -> assertThat(place.cloud()).isSameAs(ops));
    }

    @Test
    void anOpenedFilesRegionStandsBeforeAnythingHasAnswered() {
        background.hold();
        var model = model(Optional.of("eu-west-1"));
        model.open(Specs.standard("web"));
        assertThat(model.chosen().getValue()).contains("eu-west-1");
        assertThat(model.place().getValue()).isEmpty();
        assertThat(model.summary().getValue()).isEqualTo("eu-west-1");
    }

    @Test
    void anOpenedFilesRegionIsNotUndoneByTheConnectionsOwn() {
        ops.ownRegion = Optional.of("us-east-1");
        background.hold();
        var model = model(Optional.of("us-east-1"));
        model.open(Specs.standard("web"));

        background.release();

        assertThat(model.place().getValue())
                .hasValueSatisfying(place -> assertThat(place.region()).isEqualTo("eu-west-1"));
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void anOpenedFilesRegionIsMarkedWhereAnAccountLacksItAndFoundWhereItHasIt() {
        ops.regions = List.of(new Region("us-east-1", true));
        var model = model(Optional.empty());
        model.open(Specs.standard("web"));

        assertThat(model.chosen().getValue()).contains("eu-west-1");
        assertThat(model.place().getValue()).isEmpty();
        assertThat(model.choices().getValue())
                .filteredOn(Choice::isUnknown)
                .extracting(Choice::id)
                .containsExactly("eu-west-1");
        assertThat(model.missing().getValue()).contains("eu-west-1 was not found in this account");

        model.chooseProfile(lab.id());
        assertThat(model.place().getValue()).isPresent();
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anOpenedFilesRegionThatTwoAccountsLackIsDroppedAndSaid() {
        ops.regions = List.of(new Region("us-east-1", true));
        lab.regions = ops.regions;
        lab.ownRegion = Optional.of("us-east-1");
        var model = model(Optional.empty());
        model.open(Specs.standard("web"));

        model.chooseProfile(lab.id());

        assertThat(model.region().getValue()).contains("us-east-1");
        assertThat(dropped.sentences()).containsExactly("Region eu-west-1: this account does not know it.");
    }

    @Test
    void whatThePersonChoosesInsteadOfTheFilesRegionIsHeldNoMore() {
        var model = model(Optional.empty());
        model.open(Specs.standard("web"));
        model.chooseRegion("us-east-1");
        model.chooseRegion("eu-west-1");
        ops.regions = List.of(new Region("us-east-1", true));

        model.reconnect();

        assertThat(dropped.sentences()).containsExactly("Region eu-west-1: this account does not know it.");
    }

    @Test
    void aRegionIsTakenFromElsewhereAndGivenBack() {
        var model = model(Optional.empty());

        var back = model.answer(Question.REGION, List.of("us-east-1")).orElseThrow();
        assertThat(model.chosen().getValue()).contains("us-east-1");

        back.run();
        assertThat(model.chosen().getValue()).contains("eu-west-1");
    }

    @Test
    void aRegionThatOnlyAFileKnowsIsGivenBack() {
        var model = model(Optional.empty());
        var spec = Specs.standard("web");
        model.open(new ClusterSpec("xx-west-1", spec.cluster(), spec.network(), compute(spec, "xx-west-1")));
        assertThat(model.chosen().getValue()).contains("xx-west-1");

        model.answer(Question.REGION, List.of("us-east-1")).orElseThrow().run();

        assertThat(model.chosen().getValue()).contains("xx-west-1");
    }

    private static Compute compute(ClusterSpec spec, String region) {
        var compute = spec.compute();
        return new Compute(
                compute.instanceType(),
                compute.architecture(),
                compute.fleet(),
                compute.keyName(),
                Map.of(region, "ami-0a1b2c3d"));
    }

    @Test
    void aRegionThatTheAccountHasNotIsRefusedAndSaid() {
        var model = model(Optional.empty());

        assertThat(model.answer(Question.REGION, List.of("ap-east-1"))).isEmpty();
        assertThat(model.refusals().of(Question.REGION).getValue())
                .contains("ap-east-1 was not taken. The answer is not among those that can be chosen here.");
        assertThat(model.answer(Question.REGION, List.of("Ireland"))).isEmpty();
        assertThat(model.refusals().of(Question.REGION).getValue().orElse("")).contains("such as eu-west-1");

        assertThat(model.chosen().getValue()).contains("eu-west-1");
    }

    @Test
    void regionsThatArriveLateLeaveTheAnswerFromElsewhere() {
        background.hold();
        var model = model(Optional.empty());
        model.answer(Question.REGION, List.of("us-east-1"));

        background.release();

        assertThat(model.chosen().getValue()).contains("us-east-1");
    }

    @Test
    void whatAConnectionWasToldIsKnownToNoOtherNorToItselfOnceItIsOpenedAnew() {
        var model = model(Optional.empty());
        model.place().getValue().orElseThrow().reading("vpcs", () -> "its own").read();
        model.chooseRegion("us-east-1");
        model.chooseRegion("eu-west-1");
        assertThat(knownVpcs(model)).contains("its own");

        model.chooseProfile(lab.id());
        assertThat(knownVpcs(model)).isEmpty();
        model.place()
                .getValue()
                .orElseThrow()
                .reading("vpcs", () -> "the other's")
                .read();
        model.chooseProfile(ops.id());
        assertThat(knownVpcs(model)).isEmpty();
        model.place().getValue().orElseThrow().reading("vpcs", () -> "its own").read();
        model.reconnect();
        assertThat(knownVpcs(model)).isEmpty();
    }

    private static Optional<String> knownVpcs(AccountModel model) {
        return model.place().getValue().orElseThrow().reading("vpcs", () -> "").known();
    }
}
