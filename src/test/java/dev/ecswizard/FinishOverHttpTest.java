package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Diagnosis;
import dev.ecswizard.deploy.FirstAttempt;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.HostRows;
import dev.ecswizard.deploy.HostTarget;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.KnownReason;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.StackStage;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.Vigil;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The finish line, failures and their reasons, through the SDK and over HTTP, in the sandbox at AWS's own pace. Time
/// passes when somebody waits.
@Timeout(60)
class FinishOverHttpTest {
    private static final String REGION = "eu-west-1";

    private final Instant start = Instant.parse("2026-05-04T03:02:01Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(start);
    private final Pace pace = new Pace() {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public void pause(Duration duration) {
            now.updateAndGet(instant -> instant.plus(duration));
        }
    };
    private final List<HostsSeen> seen = new ArrayList<>();
    private Sandbox sandbox;
    private Cloud cloud;
    private Stacks stacks;
    private ClusterSpec spec;

    private void open(Scenario... scenarios) throws IOException {
        sandbox = Sandbox.start(
                0, Sandbox.Options.DEFAULT.withClock(now::get).withPace(1).withScenarios(Set.of(scenarios)));
        cloud = connection(() -> "sandbox").open((_, _) -> Optional.empty());
        stacks = cloud.stacks(REGION);
    }

    private Connection connection(Supplier<String> accessKey) {
        return AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, accessKey);
    }

    @AfterEach
    void close() {
        cloud.close();
        sandbox.close();
    }

    private void choose(Recipe recipe, String prefix, Fleet fleet) {
        var networks = cloud.networks(REGION);
        var vpc = networks.vpcs().stream()
                .filter(each -> each.name().equals(prefix.replaceFirst("-.*", "")))
                .findFirst()
                .orElseThrow()
                .id();
        var group = networks.securityGroups(vpc).stream()
                .max(Comparator.comparing(each -> each.name().endsWith("-alb")))
                .orElseThrow();
        var image = cloud.images().newest(Architecture.X86_64, List.of(REGION)).images();
        spec = new ClusterSpec(
                REGION,
                new Cluster("web", recipe, Map.of()),
                new Network(
                        vpc,
                        networks.subnets(vpc).stream()
                                .filter(subnet -> subnet.name().startsWith(prefix))
                                .map(subnet -> subnet.id())
                                .toList(),
                        group.id()),
                new Compute(
                        "m6i.large",
                        Architecture.X86_64,
                        fleet,
                        Optional.empty(),
                        Map.of(REGION, image.get(REGION).id())));
    }

    private static Fleet managed(int least) {
        return new Fleet.Managed(
                new Scaling(least, 4, 100, 0, 100),
                new Hosts(List.of(), 30, 0, ImageSource.PINNED),
                new Operations(ContainerInsights.ENABLED, false, 30));
    }

    /// @return the stack's id
    private String begin() {
        var submission = Submission.of(Template.of(spec), "web", spec.cluster().stackTags());
        var ready = (Proposal.Ready) submission.propose(stacks, pace, _ -> {});
        ready.execute(stacks, pace, false);
        return ready.proposed().stackId();
    }

    private List<StackEvent> events(String stackId) {
        var all = new ArrayList<StackEvent>();
        var page = Optional.<String>empty();
        do {
            var answer = stacks.events(stackId, page);
            all.addAll(answer.events());
            page = answer.next();
        } while (page.isPresent());
        return List.copyOf(all.reversed());
    }

    private Vigil vigil(String stackId) {
        return new Vigil(cloud.hosts(REGION), pace, target(stackId));
    }

    private HostTarget target(String stackId) {
        return HostTarget.in(stackId, events(stackId)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLASSIC", "STANDARD"})
    void everyHostJoinsAfterTheStackIsComplete(Recipe recipe) throws IOException {
        open();
        choose(recipe, "main-private", new Fleet.Fixed(3, 4));
        var id = begin();
        new Follower(stacks, pace).follow(id, _ -> {});
        assertThat(vigil(id).keep(() -> StackStage.MADE, seen::add)).isEqualTo(new Crossing.Joined(3));
        assertThat(seen.getFirst().joined()).hasSizeLessThan(3);
        assertThat(HostTarget.of(id, stacks.resources(id))).contains(target(id));

        var rows = HostRows.merge(events(id), Optional.of(seen.getLast()));
        assertThat(rows).isSortedAccordingTo(Comparator.comparing(StackEvent::time));
        assertThat(rows)
                .filteredOn(row -> row.type().equals(HostRows.ACTIVITY))
                .extracting(row -> row.status().name())
                .containsOnly("LAUNCH_IN_PROGRESS", "LAUNCH_COMPLETE")
                .hasSize(6);
        assertThat(rows)
                .filteredOn(row -> row.type().equals(HostRows.INSTANCE))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.logicalId()).startsWith("i-"));
        assertThat(seen.getLast().consoles()).isEmpty();
    }

    @Test
    void anEmptyGroupIsUnprovenAndProvenByOneHostThatGoesAgain() throws IOException {
        open();
        choose(Recipe.PRODUCTION, "main-private", managed(0));
        var id = begin();
        new Follower(stacks, pace).follow(id, _ -> {});
        assertThat(vigil(id).keep(() -> StackStage.MADE, seen::add)).isEqualTo(new Crossing.Empty());

        assertThat(proof().prove(cloud.hosts(REGION), seen::add))
                .isEqualTo(new Proof.Result(new Crossing.Joined(1), Optional.of(Proof.Release.RELEASED)));
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        assertThat(cloud.hosts(REGION).group(target(id).group()).orElseThrow().members())
                .isEmpty();
    }

    @Test
    void aProofThatIsBrokenOffBeforeAHostCameLeavesNone() throws IOException {
        open();
        choose(Recipe.PRODUCTION, "main-private", managed(0));
        var id = begin();
        new Follower(stacks, pace).follow(id, _ -> {});
        vigil(id).keep(() -> StackStage.MADE, seen::add);
        var hosts = cloud.hosts(REGION);
        var proof = proof();
        assertThatThrownBy(() -> proof.prove(hosts, _ -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(hosts.group(target(id).group()).orElseThrow().desired()).isOne();

        assertThat(proof.release(hosts)).isEqualTo(Proof.Release.RELEASED);
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        assertThat(hosts.group(target(id).group()).orElseThrow().members()).isEmpty();
    }

    @Test
    void aProofWhoseCredentialsExpireIsGoneOnWithByOthers() throws IOException {
        open(Scenario.CREDENTIALS_EXPIRE);
        choose(Recipe.PRODUCTION, "main-private", managed(0));
        var id = begin();
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));
        assertThatThrownBy(() -> stacks.find(id))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.isOfCredentials()).isTrue());
        // the access key that began the stack is the one that is refused
        var key = new AtomicReference<>("second");
        try (var changing = connection(key::get).open((_, _) -> Optional.empty());
                var renewed = connection(() -> "third").open((_, _) -> Optional.empty())) {
            stacks = renewed.stacks(REGION);
            new Vigil(changing.hosts(REGION), pace, target(id)).keep(() -> StackStage.MADE, seen::add);
            var proof = proof();
            var told = new ArrayList<Instant>();
            var expiry = new AtomicReference<Instant>();
            assertThatThrownBy(() -> proof.prove(changing.hosts(REGION), look -> {
                        key.set("sandbox");
                        expiry.compareAndSet(null, now.get());
                        if (look.trouble().isPresent()) {
                            told.add(now.get());
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Duration.between(expiry.get(), told.getFirst())).isLessThan(Duration.ofSeconds(2));

            var hosts = renewed.hosts(REGION);
            assertThat(proof.prove(hosts, seen::add))
                    .isEqualTo(new Proof.Result(new Crossing.Joined(1), Optional.of(Proof.Release.RELEASED)));
            assertThat(seen.getLast().activities())
                    .extracting(ScalingActivity::description)
                    .filteredOn(words -> words.startsWith("Launching"))
                    .hasSize(1);
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
            assertThat(hosts.group(target(id).group()).orElseThrow().members()).isEmpty();
        }
    }

    private Proof proof() {
        return new Proof(seen.getLast(), pace, new Logbook(Optional.empty()), Optional.empty(), "web");
    }

    @Test
    void withoutAWayOutTheHostsOwnComplaintIsReadBeforeTheRollBackAndKept() throws IOException {
        open();
        choose(Recipe.STANDARD, "isolated", new Fleet.Fixed(2, 3));
        var id = begin();
        while (HostTarget.in(id, events(id)).isEmpty()) {
            now.updateAndGet(instant -> instant.plusSeconds(1));
        }
        var firstConsole = new AtomicReference<Instant>();
        new Vigil(cloud.hosts(REGION), pace, target(id))
                .keep(
                        () -> {
                            var stack = stacks.find(id).orElseThrow();
                            var stage = StackStage.of(stack, events(id));
                            return stack.status().isEnd() ? stage.on(StackStage.Way.OVER) : stage;
                        },
                        look -> {
                            seen.add(look);
                            if (!look.consoles().isEmpty()) {
                                firstConsole.compareAndSet(null, now.get());
                            }
                        });

        assertThat(Duration.between(start, firstConsole.get())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(9));
        assertThat(seen.getLast().consoles()).hasSize(2).allSatisfy(console -> {
            assertThat(console.lines()).hasSizeBetween(10, 120);
            assertThat(console.complaint())
                    .get()
                    .asString()
                    .startsWith("amazon-ecs-agent[2215]: ")
                    .contains("Unable to register as a container instance with ECS")
                    .contains("i/o timeout");
        });
        assertThat(seen.getLast().complaint()).get().asString().contains("i/o timeout");

        var outcome = (Outcome.Failed) new Follower(stacks, pace).follow(id, _ -> {});
        var diagnosis =
                Diagnosis.of(outcome.cause().orElseThrow(), Template.of(spec).origins(), Recipe.STANDARD);
        assertThat(diagnosis.reason()).isEqualTo(KnownReason.SILENT);
        assertThat(diagnosis.details()).contains(List.of("0", "2"));
        assertThat(diagnosis.choice()).contains(Question.SUBNETS);
    }

    @ParameterizedTest
    @CsvSource({
        "LAUNCH_CONFIGURATIONS_CLOSED, CLASSIC,  main-private, CLOSED,     RECIPE",
        "VCPU_QUOTA_EXCEEDED,          STANDARD, main-private, VCPU_QUOTA, CLUSTER_SIZE",
        "NO_CAPACITY,                  STANDARD, main-private-a, CAPACITY, SUBNETS"
    })
    void aKnownReasonLeadsBackToItsChoiceAndTheStackOutOfTheWay(
            Scenario scenario, Recipe recipe, String subnets, KnownReason reason, Question choice) throws IOException {
        open(scenario);
        choose(recipe, subnets, new Fleet.Fixed(3, 4));
        var id = begin();
        var outcome = (Outcome.Failed) new Follower(stacks, pace).follow(id, _ -> {});
        var diagnosis =
                Diagnosis.of(outcome.cause().orElseThrow(), Template.of(spec).origins(), recipe);
        assertThat(diagnosis.reason()).as(diagnosis.sentence()).isEqualTo(reason);
        assertThat(diagnosis.choice()).contains(choice);
        assertThat(FirstAttempt.hasFailed(outcome.stack(), events(id))).isTrue();

        new Deletion(Holdings.in(cloud, REGION), pace).delete(id, new DeletionExtent.Whole(), _ -> {});
        assertThat(stacks.find("web")).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsToldBeforeAStackIsMade() throws IOException {
        open(Scenario.ROLE_NAME_TAKEN);
        choose(Recipe.STANDARD, "main-private", new Fleet.Fixed(2, 3));
        assertThatThrownBy(this::begin).isInstanceOfSatisfying(CloudProblem.class, problem -> {
            var diagnosis = Diagnosis.of(problem.getMessage(), Recipe.STANDARD);
            assertThat(diagnosis.reason()).isEqualTo(KnownReason.ROLE_TAKEN);
            assertThat(diagnosis.choice()).contains(Question.STACK_NAME);
        });
    }
}
