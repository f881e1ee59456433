package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.ChangeLine;
import dev.ecswizard.deploy.ChangeLine.Kind;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Renewal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.deploy.Withdrawal;
import dev.ecswizard.sandbox.Sandbox;
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
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/// Stacks of the recipes made and changed by change sets, through the SDK and over HTTP, in the sandbox. Time passes
/// when somebody waits.
class ChangesOverHttpTest {
    private static final String REGION = "eu-west-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
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
    private Sandbox sandbox;
    private Cloud cloud;
    private Stacks stacks;

    @BeforeEach
    void open() throws IOException {
        sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withClock(now::get));
        cloud = AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, () -> "sandbox")
                .open((_, _) -> Optional.empty());
        stacks = cloud.stacks(REGION);
    }

    @AfterEach
    void close() {
        cloud.close();
        sandbox.close();
    }

    private ClusterSpec spec(Recipe recipe, String type, Fleet fleet) {
        var networks = cloud.networks(REGION);
        var vpc = networks.vpcs().stream()
                .filter(each -> each.name().equals("main"))
                .findFirst()
                .orElseThrow()
                .id();
        var subnets = networks.subnets(vpc).stream()
                .filter(subnet -> subnet.name().startsWith("main-private"))
                .map(subnet -> subnet.id())
                .toList();
        var group = networks.securityGroups(vpc).stream()
                .filter(each -> each.name().endsWith("-alb"))
                .findFirst()
                .orElseThrow()
                .id();
        var image = cloud.images().newest(Architecture.X86_64, List.of(REGION)).images();
        return new ClusterSpec(
                REGION,
                new Cluster("web", recipe, Map.of("team", "ops")),
                new Network(vpc, subnets, group),
                new Compute(
                        type,
                        Architecture.X86_64,
                        fleet,
                        Optional.empty(),
                        Map.of(REGION, image.get(REGION).id())));
    }

    private static Fleet managed(int least, int most) {
        return new Fleet.Managed(
                new Scaling(least, most, 100, 0, 100),
                new Hosts(List.of(), 30, 0, ImageSource.PINNED),
                new Operations(ContainerInsights.ENABLED, false, 30));
    }

    private Proposal.Ready ready(Submission submission) {
        return (Proposal.Ready) submission.propose(stacks, pace, _ -> {});
    }

    private Known make(ClusterSpec spec) {
        var ready = ready(Submission.of(Template.of(spec), "web", spec.cluster().stackTags()));
        assertThat(ready.changes()).hasSameSizeAs(TemplateResource.in(Template.of(spec)));
        assertThat(ready.effects())
                .containsExactly(ready.changes().size() + " resources are made. Nothing that is there is touched.");
        return carryOut(ready);
    }

    private Known carryOut(Proposal.Ready ready) {
        ready.execute(stacks, pace, false);
        var id = ready.proposed().stackId();
        var outcome = new Follower(stacks, pace).follow(ready.target(Optional.empty()), _ -> {});
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        return Known.read(stacks, id).orElseThrow();
    }

    private Proposal.Ready change(Known known, ClusterSpec spec) {
        return ready(Submission.change(
                stacks, known, Template.of(spec), spec.cluster().stackTags()));
    }

    private static List<String> kinds(Proposal.Ready ready) {
        return ready.lines().stream()
                .map(line -> line.kind() + " " + line.logicalId())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Recipe.class,
            names = {"CLASSIC", "STANDARD"})
    void anotherTypeReplacesTheHostsInBatchesWithoutDraining(Recipe recipe) {
        var known = make(spec(recipe, "t3.large", new Fleet.Fixed(2, 4)));
        var ready = change(known, spec(recipe, "t3.xlarge", new Fleet.Fixed(2, 4)));
        assertThat(ready.effects())
                .containsExactly(
                        "2 hosts are replaced, 2 at a time.",
                        "Their tasks stop without draining; new hosts may join after CloudFormation counts them.",
                        "At least 2 hosts stay in service meanwhile.");
        assertThat(kinds(ready))
                .isEqualTo(
                        recipe == Recipe.CLASSIC
                                ? List.of("REPLACED LaunchConfiguration", "CHANGED AutoScalingGroup")
                                : List.of("CHANGED LaunchTemplate", "PERHAPS_CHANGED AutoScalingGroup"));
        assertThat(ready.lines().stream()
                        .flatMap(line -> line.values().stream())
                        .filter(value -> value.path().endsWith("InstanceType")))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.before()).isEqualTo("t3.large");
                    assertThat(value.after()).isEqualTo("t3.xlarge");
                    assertThat(value.causes()).contains("InstanceType");
                });
        var after = carryOut(ready);
        assertThat(after.parameters()).containsEntry("InstanceType", "t3.xlarge");
        assertThat(stacks.events(after.id(), Optional.empty()).events())
                .anySatisfy(event -> assertThat(event.reason())
                        .startsWith("Rolling update initiated. Terminating 2 obsolete instance(s) in batches of 2"));
    }

    @Test
    void productionDrainsItsHostsAndKeepsAsManyAsThereAreButOneLessThanTheMaximum() {
        var known = make(spec(Recipe.PRODUCTION, "t3.large", managed(3, 6)));
        var ready = change(known, spec(Recipe.PRODUCTION, "t3.xlarge", managed(3, 6)));
        assertThat(ready.submission().request().parameters()).containsEntry("HostsKeptDuringUpdate", Optional.of("3"));
        assertThat(ready.effects())
                .containsExactly(
                        "3 hosts are replaced, one at a time.",
                        "ECS drains each host before it goes: tasks of services start on other hosts first, where there is room.",
                        "A new host counts only when its agent has joined the cluster.",
                        "At least 3 hosts stay in service meanwhile.");
        assertThat(carryOut(ready).parameters()).containsEntry("HostsKeptDuringUpdate", "3");
    }

    @Test
    void anEmptyGroupHasNoHostToReplace() {
        var known = make(spec(Recipe.PRODUCTION, "t3.large", managed(0, 6)));
        var ready = change(known, spec(Recipe.PRODUCTION, "t3.xlarge", managed(0, 6)));
        assertThat(ready.effects())
                .containsExactly("The group has no host now, so none is replaced. New ones start as changed.");
    }

    @Test
    void otherSizesAloneTouchNothingElse() {
        var known = make(spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4)));
        var ready = ready(Submission.values(stacks, known, Map.of("ClusterSize", "3", "ClusterMaxSize", "5")));
        assertThat(ready.beyondSizes()).isEmpty();
        assertThat(ready.effects())
                .containsExactly(
                        "The group grows from 2 to 3 hosts.",
                        "The group may have up to 5 hosts from now on; it was 4.");
        var grown = carryOut(ready);
        assertThat(ready(Submission.values(stacks, grown, Map.of("ClusterSize", "1")))
                        .effects())
                .containsExactly(
                        "The group shrinks from 3 to 1 hosts. Auto Scaling chooses which 2 go; their tasks stop without draining.");
    }

    @Test
    void theNewestImageReplacesTheHostsAndNothingElse() {
        var spec = spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4));
        var compute = spec.compute();
        var old = new ClusterSpec(
                REGION,
                spec.cluster(),
                spec.network(),
                new Compute(
                        "t3.large",
                        Architecture.X86_64,
                        compute.fleet(),
                        Optional.empty(),
                        Map.of(REGION, older(compute.images().get(REGION)))));
        var known = make(old);
        var ready = ready(Renewal.of(stacks, cloud.images(), known, REGION, Architecture.X86_64));
        assertThat(kinds(ready)).containsExactly("CHANGED LaunchTemplate", "PERHAPS_CHANGED AutoScalingGroup");
        assertThat(ready.lines().getFirst().values())
                .extracting(value -> value.path() + " " + value.after())
                .containsExactly("Properties/LaunchTemplateData/ImageId "
                        + compute.images().get(REGION));
        var renewed = carryOut(ready);
        assertThat(renewed.template()).isEqualTo(Template.of(spec).yaml());
        assertThat(Renewal.of(stacks, cloud.images(), renewed, REGION, Architecture.X86_64)
                        .propose(stacks, pace, _ -> {}))
                .isInstanceOf(Proposal.Nothing.class);
    }

    /// Another image of the same architecture.
    private String older(String newest) {
        try (var ec2 = Ec2Client.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build()) {
            return ec2
                    .describeImages(request -> request.owners("amazon")
                            .filters(Filter.builder()
                                    .name("name")
                                    .values("al2023-ami-ecs-hvm-*-x86_64")
                                    .build()))
                    .images()
                    .stream()
                    .map(image -> image.imageId())
                    .filter(id -> !id.equals(newest))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void sizesThatBringMoreAlongAreTold() {
        var known = make(spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4)));
        var ready = ready(Submission.values(stacks, known, Map.of("ClusterSize", "3", "InstanceType", "t3.xlarge")));
        assertThat(ready.beyondSizes())
                .extracting(ChangeLine::kind, ChangeLine::logicalId)
                .contains(tuple(Kind.CHANGED, "LaunchTemplate"));
    }

    @Test
    void nothingToChangeIsSaidAndNothingIsLeft() {
        var spec = spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4));
        var known = make(spec);
        var proposal = Submission.change(
                        stacks, known, Template.of(spec), spec.cluster().stackTags())
                .propose(stacks, pace, _ -> {});
        assertThat(proposal).isInstanceOf(Proposal.Nothing.class);
        assertThat(stacks.changeSets().pending(known.id())).isEmpty();
    }

    @Test
    void anAbandonedFirstChangeSetLeavesNoStack() {
        var template = Template.of(spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4)));
        var submission = Submission.of(template, "web", Map.of());
        var told = new ArrayList<Proposed>();
        submission.propose(stacks, pace, told::add);
        assertThat(stacks.find("web"))
                .hasValueSatisfying(stack -> assertThat(stack.status()).hasToString("REVIEW_IN_PROGRESS"));
        new Withdrawal(stacks, pace).withdraw(submission, told.stream().findFirst());
        assertThat(stacks.find("web")).isEmpty();
        assertThat(stacks.list()).isEmpty();
    }

    @Test
    void anAbandonedChangeLeavesTheStackAsItWas() {
        var known = make(spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4)));
        var submission = Submission.values(stacks, known, Map.of("ClusterSize", "3"));
        var ready = ready(submission);
        new Withdrawal(stacks, pace).withdraw(submission, Optional.of(ready.proposed()));
        assertThat(stacks.changeSets().pending(known.id())).isEmpty();
        assertThat(Known.read(stacks, "web")).contains(known);
    }

    @Test
    void twoWindowsWithOneTokenMakeOneChangeSetAndOneExecution() {
        var submission =
                Submission.of(Template.of(spec(Recipe.STANDARD, "t3.large", new Fleet.Fixed(2, 4))), "web", Map.of());
        var one = ready(submission);
        var other = ready(submission);
        assertThat(other.proposed()).isEqualTo(one.proposed());
        one.execute(stacks, pace, false);
        other.execute(stacks, pace, false);
        new Follower(stacks, pace).follow(one.proposed().stackId(), _ -> {});
        assertThat(stacks.events(one.proposed().stackId(), Optional.empty()).events().stream()
                        .filter(event ->
                                event.isOfStack() && event.status().name().equals("CREATE_IN_PROGRESS")))
                .hasSize(1);
    }
}
