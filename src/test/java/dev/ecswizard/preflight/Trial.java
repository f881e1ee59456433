package dev.ecswizard.preflight;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.World;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A sandbox whose account a test alters, the app's own way to it, and choices that are right in it.
final class Trial implements AutoCloseable {
    static final String REGION = "us-west-2";

    /// The newest image does not differ from sandbox to sandbox.
    private static final Map<Architecture, Image> IMAGES = new ConcurrentHashMap<>();

    private final Map<String, String> groups = new ConcurrentHashMap<>();
    final Sandbox sandbox;
    final Cloud cloud;

    /// Choices, right until a test changes one.
    static final class Choices {
        String stackName = "web";
        Recipe recipe = Recipe.STANDARD;
        String vpc;
        List<String> subnets;
        String group;
        Optional<Boolean> assignPublicIp = Optional.empty();
        String type = "t3.large";
        List<String> alternates = List.of();
        Architecture architecture = Architecture.X86_64;
        int size = 1;
        int most = 3;
        int onDemandPercentage = 100;
        Optional<String> key = Optional.of("ops");
        ImageSource source = ImageSource.PINNED;
        final Map<String, String> images = new TreeMap<>();
        final Map<String, String> tags = new TreeMap<>();

        ClusterSpec spec() {
            var fleet = recipe == Recipe.PRODUCTION
                    ? new Fleet.Managed(
                            new Scaling(size, most, 100, 0, onDemandPercentage),
                            new Hosts(alternates, 30, 0, source),
                            new Operations(ContainerInsights.ENABLED, false, 30))
                    : new Fleet.Fixed(size, most);
            return new ClusterSpec(
                    REGION,
                    new Cluster(stackName, recipe, tags),
                    new Network(vpc, subnets, group, assignPublicIp),
                    new Compute(type, architecture, fleet, key, images));
        }
    }

    Trial(Sandbox.Options options, Consumer<World> change) throws IOException {
        sandbox = Altered.sandbox(options, change);
        cloud = AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, () -> "sandbox")
                .open((_, _) -> Optional.empty());
    }

    Trial(Consumer<World> change) throws IOException {
        this(Sandbox.Options.DEFAULT, change);
    }

    /// Choices in the private subnets of the VPC called main.
    Choices choices() {
        return in("main", "main-private");
    }

    /// @param prefix of the names of the subnets
    Choices in(String vpcName, String prefix) {
        var vpc = cloud.networks(REGION).vpcs().stream()
                .filter(each -> each.name().equals(vpcName))
                .findFirst()
                .orElseThrow()
                .id();
        return inVpc(
                vpc,
                cloud.networks(REGION).subnets(vpc).stream()
                        .filter(subnet -> subnet.name().startsWith(prefix))
                        .map(Subnet::id)
                        .toList());
    }

    Choices inVpc(String vpc, List<String> subnets) {
        var choices = new Choices();
        choices.vpc = vpc;
        choices.subnets = subnets;
        choices.group = groups.computeIfAbsent(
                vpc,
                _ -> cloud.networks(REGION).securityGroups(vpc).stream()
                        .map(SecurityGroup::id)
                        .findFirst()
                        .orElseThrow());
        choices.images.put(REGION, image(Architecture.X86_64).id());
        return choices;
    }

    Image image(Architecture architecture) {
        return IMAGES.computeIfAbsent(
                architecture,
                _ -> cloud.images()
                        .newest(architecture, List.of(REGION))
                        .images()
                        .get(REGION));
    }

    /// Begins a stack, as the app does. Time passes meanwhile.
    ///
    /// @return its id
    String make(Template template, String name, AtomicReference<Instant> clock) {
        var stacks = cloud.stacks(REGION);
        var pace = new Pace() {
            @Override
            public Instant now() {
                return clock.get();
            }

            @Override
            public void pause(Duration duration) {
                clock.updateAndGet(instant -> instant.plus(duration));
            }
        };
        var proposal = Submission.of(template, name, Map.of()).propose(stacks, pace, _ -> {});
        if (!(proposal instanceof Proposal.Ready ready)) {
            throw new AssertionError(proposal);
        }
        ready.execute(stacks, pace, false);
        return ready.proposed().stackId();
    }

    Facts facts(ClusterSpec spec) {
        return Survey.of(cloud, spec, InstantSource.system());
    }

    List<Finding> findings(ClusterSpec spec) {
        return Preflight.run(cloud, spec, InstantSource.system());
    }

    @Override
    public void close() {
        cloud.close();
        sandbox.close();
    }
}
