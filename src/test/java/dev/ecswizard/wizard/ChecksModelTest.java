package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.preflight.Check;
import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Network;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.RealThreads;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ChecksModelTest {
    private static final ClusterSpec WEB = Specs.standard("web");

    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, place);
    private final ChecksModel model = checks.model;

    private void choose(ClusterSpec choices) {
        spec.set(Optional.of(choices));
    }

    private void complete() {
        place.set(Optional.of(stacks.place()));
        choose(WEB);
    }

    private Checks.Done done() {
        assertThat(model.state().get()).isInstanceOf(Checks.Done.class);
        return (Checks.Done) model.state().get();
    }

    private static ClusterSpec with(Network network) {
        return new ClusterSpec(WEB.region(), WEB.cluster(), network, WEB.compute());
    }

    private static ClusterSpec inSubnets(String... subnets) {
        return with(new Network(
                WEB.network().vpcId(), List.of(subnets), WEB.network().sourceSecurityGroup()));
    }

    private static ClusterSpec ofSize(int most) {
        var compute = WEB.compute();
        return new ClusterSpec(
                WEB.region(),
                WEB.cluster(),
                WEB.network(),
                new Compute(
                        compute.instanceType(),
                        compute.architecture(),
                        new Fleet.Fixed(2, most),
                        compute.keyName(),
                        compute.images()));
    }

    @Test
    void whileChoicesAreIncompleteItSaysWhatIsMissing() {
        checks.missing.set(Optional.of("Network: Choose a VPC"));
        assertThat(model.state().get()).isEqualTo(new Checks.Incomplete("Network: Choose a VPC"));
        assertThat(checks.surveys).isEmpty();

        choose(WEB);
        checks.missing.set(Optional.empty());
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        Checks.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing()).contains("no account"));
        model.again();
        assertThat(checks.surveys).isEmpty();
    }

    @Test
    void itRunsByItselfOnceTheChoicesAreComplete() {
        complete();
        assertThat(checks.surveys).containsExactly("web");
        assertThat(done().findings())
                .extracting(finding -> finding.check() + " " + finding.verdict())
                .containsAll(List.of("TEMPLATE PASSED", "WAY_OUT PASSED", "VCPUS PASSED"));
        assertThat(done().failed()).isEmpty();
        assertThat(done().time()).isEqualTo(checks.now);
    }

    @Test
    void theAccountIsAskedOnceTheChoicesStandStill() {
        checks.background.hold();
        complete();
        for (var most = 10; most < 19; most++) {
            choose(ofSize(most));
        }
        assertThat(model.state().get()).isInstanceOf(Checks.Running.class);
        checks.background.release();
        assertThat(checks.surveys).hasSize(1);
        assertThat(checks.pauses).containsExactly(ChecksModel.QUIET);
        assertThat(done().subject().spec()).isEqualTo(ofSize(18));
    }

    @Test
    void aChangedAnswerInterruptsTheRunningChecksAndTheirLateResultIsDropped() throws InterruptedException {
        var window = new LinkedBlockingQueue<Runnable>();
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        var slow = new ChecksModel(
                RealThreads.handingTo(window::add),
                checks,
                subject -> {
                    var what = subject.spec();
                    if (first.getAndSet(false)) {
                        begun.countDown();
                        while (mayAnswer.getCount() > 0) {
                            try {
                                mayAnswer.await();
                            } catch (InterruptedException _) {
                                // an answer that is on its way comes all the same
                                interrupted.countDown();
                            }
                        }
                    }
                    return checks.account.facts(what);
                },
                spec,
                place,
                checks.missing);
        complete();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        choose(Specs.standard("shop"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        mayAnswer.countDown();
        for (var results = 0; results < 2; results++) {
            window.poll(10, TimeUnit.SECONDS).run();
            if (slow.state().get() instanceof Checks.Done now) {
                assertThat(now.subject().spec().cluster().stackName()).isEqualTo("shop");
            }
        }
        assertThat(slow.state().get()).isInstanceOf(Checks.Done.class);
    }

    @Test
    void whatIsKnownIsComparedAnewWithoutAskingWhereNothingElseWouldBeRead() {
        checks.account.lost.add(Places.SUBNET_B);
        complete();
        assertThat(done().failed())
                .extracting(finding -> finding.check() + " " + finding.resource())
                .containsExactly("WAY_OUT " + Places.SUBNET_B);

        choose(with(new Network(WEB.network().vpcId(), WEB.network().subnets(), "sg-99999999")));
        assertThat(done().failed())
                .extracting(finding -> finding.check().toString())
                .contains("SECURITY_GROUP");
        choose(inSubnets(Places.SUBNET_A));
        assertThat(done().failed()).isEmpty();
        assertThat(checks.surveys).hasSize(1);
    }

    @Test
    void anotherZoneIsAskedAbout() {
        place.set(Optional.of(stacks.place()));
        choose(inSubnets(Places.SUBNET_A));
        choose(inSubnets(Places.SUBNET_B));
        assertThat(checks.surveys).hasSize(2);
    }

    @Test
    void whatIsNotReadAnewDoesNotStandInTheTemplate() {
        assertThat(Template.of(inSubnets(Places.SUBNET_A)).yaml())
                .isEqualTo(Template.of(WEB).yaml());
        assertThat(Template.of(with(
                                new Network(WEB.network().vpcId(), WEB.network().subnets(), "sg-99999999")))
                        .yaml())
                .isEqualTo(Template.of(WEB).yaml());
    }

    @Test
    void anotherNameSizeOrPublicAddressIsAskedAbout() {
        complete();
        choose(Specs.standard("shop"));
        choose(ofSize(9));
        choose(with(new Network(
                WEB.network().vpcId(),
                WEB.network().subnets(),
                WEB.network().sourceSecurityGroup(),
                Optional.of(true))));
        assertThat(checks.surveys).containsExactly("web", "shop", "web", "web");
    }

    @Test
    void anotherAccountBeginsAnewAndShowsNothingOfTheFormerOne() {
        complete();
        checks.background.hold();
        place.set(Optional.of(new FakeStacks().place("999999999999", "eu-west-1")));
        assertThat(model.state().get()).isInstanceOf(Checks.Running.class);
        assertThat(model.state().get().last()).isEmpty();
        checks.background.release();
        assertThat(done().subject().caller().account()).isEqualTo("999999999999");
        assertThat(checks.surveys).hasSize(2);
    }

    @Test
    void whatWasFoundBeforeIsKeptInSightWhileItRunsAgain() {
        complete();
        var before = done();
        checks.background.hold();
        model.again();
        assertThat(model.state().get()).isEqualTo(new Checks.Running(before.subject(), Optional.of(before)));
        checks.background.release();
        assertThat(checks.surveys).hasSize(2);
        assertThat(checks.pauses).hasSize(1);
    }

    @Test
    void whatIsOldIsReadAgainOnArrivalAndWhatIsFreshIsNot() {
        complete();
        checks.now = checks.now.plus(ChecksModel.OLD).minusSeconds(1);
        model.arrived();
        assertThat(checks.surveys).hasSize(1);

        checks.now = checks.now.plusSeconds(1);
        model.arrived();
        assertThat(checks.surveys).hasSize(2);
        checks.now = checks.now.plus(ChecksModel.OLD);
        choose(inSubnets(Places.SUBNET_A));
        assertThat(checks.surveys).hasSize(3);
    }

    @Test
    void itCanBeCancelledAndRunAgain() {
        checks.background.hold();
        complete();
        model.cancel();
        checks.background.release();
        assertThat(model.state().get()).isEqualTo(new Checks.Cancelled(Optional.empty()));
        model.arrived();
        assertThat(checks.surveys).isEmpty();

        model.again();
        assertThat(done().findings()).isNotEmpty();
    }

    @Test
    void checksThatDoNotWorkAreToldAndNotTakenForPassed() {
        var problem = FakeStacks.problem(CloudProblem.Kind.UNREACHABLE, "", "No route to host");
        var broken = new ChecksModel(
                checks.background,
                checks,
                _ -> {
                    throw problem;
                },
                spec,
                place,
                checks.missing);
        complete();
        assertThat(broken.state().get()).isEqualTo(new Checks.Failed(problem, Optional.empty()));
    }

    @Test
    void aDefectIsNotForThePageAloneToKnow() {
        var isBroken = new AtomicBoolean();
        var broken = new ChecksModel(
                checks.background,
                checks,
                subject -> {
                    var what = subject.spec();
                    if (isBroken.get()) {
                        throw new IllegalStateException("defect");
                    }
                    return checks.account.facts(what);
                },
                spec,
                place,
                checks.missing);
        complete();
        isBroken.set(true);
        assertThatThrownBy(broken::again).hasMessageContaining("defect");
        assertThat(broken.state().get()).isInstanceOf(Checks.Failed.class);
    }

    @Test
    void whatHasBeenDeployedIsNotHeldAgainstItself() {
        complete();
        model.deployed().set(true);
        assertThat(model.state().get()).isEqualTo(new Checks.Deployed());
        model.again();
        assertThat(checks.surveys).hasSize(1);

        model.deployed().set(false);
        assertThat(done().findings()).isNotEmpty();
        assertThat(checks.surveys).hasSize(2);
    }

    @Test
    void showingThemLeadsToThePage() {
        var led = new AtomicBoolean();
        model.whenShown(() -> led.set(true));
        model.show();
        assertThat(led).isTrue();
        assertThat(model.listed().get()).isTrue();
    }

    @Test
    void whatCannotBeReadIsNeitherPassedNorFailed() {
        checks.account.noQuotas = Optional.of(FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "No."));
        complete();
        assertThat(done().findings())
                .filteredOn(finding -> finding.check() == Check.VCPUS)
                .extracting(finding -> finding.verdict())
                .containsOnly(Verdict.UNCHECKED);
        assertThat(Tally.of(done().findings()).words()).isEqualTo("1 not checked");
    }
}
