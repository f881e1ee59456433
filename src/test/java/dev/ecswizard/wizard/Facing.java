package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Asked.Unanswered;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Facts;
import dev.ecswizard.preflight.Surroundings;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.template.TemplateRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is read of an account in which all is well for choices, unless a test changes something.
public final class Facing {
    private static final List<String> STANDARD_QUOTAS = List.of("L-1216C47A", "L-34B43A08");

    /// Subnets with a route to nowhere.
    public List<String> lost = new ArrayList<>();
    public List<String> offeredIn = List.of("eu-west-1a", "eu-west-1b");
    public Optional<Stack> stack = Optional.empty();
    public int quota = 100;
    public Optional<String> role = Optional.empty();
    /// The stack that is changed, and what it holds.
    public Optional<Facts.Own> own = Optional.empty();
    public Asked<List<StackResource>> held = new Answered<>(List.of());
    public Optional<CloudProblem> noQuotas = Optional.empty();
    public Optional<CloudProblem> noTemplate = Optional.empty();
    public Instant time = FakeStacks.START;

    public Facts facts(ClusterSpec spec) {
        var vpc = spec.network().vpcId();
        var group = spec.network().sourceSecurityGroup();
        var type = spec.compute().instanceType();
        var image = spec.compute().images().get(spec.region());
        var quotas = new TreeMap<String, Asked<Integer>>();
        STANDARD_QUOTAS.forEach(code ->
                quotas.put(code, noQuotas.<Asked<Integer>>map(Unanswered::new).orElse(new Answered<>(quota))));
        return new Facts(
                new Surroundings(
                        new Answered<>(List.of(subnet(Places.SUBNET_A, "a", vpc), subnet(Places.SUBNET_B, "b", vpc))),
                        new Answered<>(List.of(
                                new RouteTable("rtb-1", true, Set.of(), List.of(toGateway("nat-1"))),
                                new RouteTable("rtb-2", false, Set.of("subnet-nat"), List.of(toGateway("igw-1"))),
                                new RouteTable("rtb-3", false, Set.copyOf(lost), List.of()))),
                        new Answered<>(List.of(new NatGateway("nat-1", Optional.of("subnet-nat"), true, "available"))),
                        new Answered<>(List.of()),
                        new Answered<>(List.of(new NetworkAcl(
                                "acl-1",
                                Set.of(Places.SUBNET_A, Places.SUBNET_B, "subnet-nat"),
                                List.of(entry(true), entry(false))))),
                        new Answered<>(List.of(new Firewall(
                                group,
                                vpc,
                                List.of(),
                                List.of(new Firewall.Opening(0, 65535, Set.of("0.0.0.0/0"), Set.of(), Set.of()))))),
                        new Answered<>(new Ground.Dns(true, true)),
                        new Answered<>(new PublicAccess(PublicAccess.Mode.OFF, Map.of()))),
                new Answered<>(new Caller("123456789012", "arn:aws:iam::123456789012:root")),
                new Answered<>(offers(type)),
                new Answered<>(List.of(new InstanceType(
                        type,
                        2,
                        8192,
                        Set.of("x86_64"),
                        "Intel",
                        "Up to 5 Gigabit",
                        3,
                        true,
                        true,
                        false,
                        0,
                        InstanceType.Accelerator.NONE))),
                new Answered<>(List.of()),
                new Answered<>(Map.of()),
                quotas,
                new Answered<>(Optional.of(new LaunchImage(
                        image,
                        "al2023-ami-ecs-hvm-2023.0.20260901-kernel-6.1-x86_64",
                        "amazon",
                        "x86_64",
                        "available",
                        Optional.empty()))),
                new Answered<>(spec.compute().keyName().stream().toList()),
                new Answered<>(stack),
                new Answered<>(Optional.empty()),
                new Answered<>(role),
                own,
                new Answered<>(new Facts.Simulated(Facts.Simulated.Who.ROOT, Map.of())),
                noTemplate
                        .<Asked<Optional<Stacks.Validation>>>map(Unanswered::new)
                        .orElse(new Answered<>(Optional.of(
                                new Stacks.Validation(Set.of("CAPABILITY_NAMED_IAM"), "The resource needs it.")))),
                refusal(spec),
                time);
    }

    private Map<String, Set<String>> offers(String type) {
        var offers = new TreeMap<String, Set<String>>();
        offers.put("m5.large", Set.of("eu-west-1a", "eu-west-1b"));
        offers.put(type, Set.copyOf(offeredIn));
        return offers;
    }

    private static Optional<String> refusal(ClusterSpec spec) {
        try {
            Template.of(spec);
            return Optional.empty();
        } catch (TemplateRefused refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static Subnet subnet(String id, String letter, String vpc) {
        return new Subnet(
                id, "private-" + letter, vpc, "eu-west-1" + letter, "10.0.0.0/20", 4089, false, "123456789012");
    }

    private static RouteTable.Route toGateway(String id) {
        return new RouteTable.Route(
                "0.0.0.0/0",
                id.startsWith("nat") ? RouteTable.Kind.NAT_GATEWAY : RouteTable.Kind.INTERNET_GATEWAY,
                id,
                true);
    }

    private static NetworkAcl.Entry entry(boolean isEgress) {
        return new NetworkAcl.Entry(isEgress, true, "0.0.0.0/0", 0, 65535);
    }
}
