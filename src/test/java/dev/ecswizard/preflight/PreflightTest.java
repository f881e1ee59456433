package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Finding.Instead;
import dev.ecswizard.preflight.Trial.Choices;
import dev.ecswizard.sandbox.world.Permissions.Denial;
import dev.ecswizard.sandbox.world.Quota;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

/// Every check over the sandbox's account: passed, warning, failed, denied.
class PreflightTest {
    private static final Consumer<World> AS_IT_IS = _ -> {};

    /// Any image of AWS's, as the sandbox has it in every world.
    private static final String AMAZONS = new World()
            .in(Trial.REGION).images().all().stream()
                    .filter(image -> image.name().startsWith("al2023-ami-ecs-hvm")
                            && image.architectureAsString().equals("x86_64"))
                    .findFirst()
                    .orElseThrow()
                    .imageId();

    private static World world;
    private static Trial usual;

    @BeforeAll
    static void start() throws IOException {
        usual = new Trial(made -> world = made);
    }

    @AfterAll
    static void stop() {
        usual.close();
    }

    @AfterEach
    void allowAll() {
        world.permissions().allowAll();
    }

    private static RegionWorld here(World world) {
        return world.in(Trial.REGION);
    }

    private static Arguments row(String name, Consumer<World> change, BiConsumer<Trial, Choices> choice, Case found) {
        return Arguments.of(name, change, choice, found);
    }

    private static Arguments row(String name, Consumer<Choices> choice, Case found) {
        return row(name, AS_IT_IS, (_, choices) -> choice.accept(choices), found);
    }

    private static void take(Choices choices, Choices other) {
        choices.vpc = other.vpc;
        choices.subnets = other.subnets;
        choices.group = other.group;
    }

    private static BiConsumer<Trial, Choices> in(String vpc, String subnets) {
        return (trial, choices) -> take(choices, trial.in(vpc, subnets));
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row(
                        "many images",
                        choices -> {
                            for (var i = 0; i < 1000; i++) {
                                choices.images.put(
                                        "xx-" + (char) ('a' + i / 100) + (char) ('a' + i / 10 % 10)
                                                + (char) ('a' + i % 10) + "-1",
                                        "ami-0a1b2c3d4e5f60718");
                            }
                        },
                        Case.TEMPLATE_REFUSED),
                row("classic", choices -> choices.recipe = Recipe.CLASSIC, Case.LAUNCH_CONFIGURATION),
                row(
                        "classic with a type of 2023",
                        choices -> {
                            choices.recipe = Recipe.CLASSIC;
                            choices.type = "m7i.large";
                        },
                        Case.LAUNCH_CONFIGURATION_TOO_OLD),
                row("a role of that name", choices -> choices.stackName = "web", Case.ROLE_FREE),
                row(
                        "a role that differs by case",
                        world -> {
                            var role =
                                    world.roles().find("ecsTaskExecutionRole").orElseThrow();
                            world.roles()
                                    .put(new dev.ecswizard.sandbox.world.Role(
                                            "ECS-Web-US-West-2",
                                            role.id(),
                                            role.path(),
                                            role.created(),
                                            role.trust(),
                                            role.description(),
                                            3600,
                                            role.tags(),
                                            role.policies()));
                        },
                        (_, _) -> {},
                        Case.ROLE_TAKEN),
                row("production's names", choices -> choices.recipe = Recipe.PRODUCTION, Case.ROLE_GENERATED),
                row("production's names", choices -> choices.recipe = Recipe.PRODUCTION, Case.CLUSTER_GENERATED),
                row(
                        "no right to create roles",
                        world -> world.permissions().deny(new Denial("iam:CreateRole", true)),
                        (_, _) -> {},
                        Case.MAY_NOT),
                row("no public addresses", AS_IT_IS, in("shop", "shop-public"), Case.WAY_NONE),
                row("a transit gateway", AS_IT_IS, in("hub", "hub"), Case.WAY_UNKNOWN),
                row("all endpoints", AS_IT_IS, in("endpoints", "endpoints"), Case.WAY_CLEAR),
                row("some endpoints", AS_IT_IS, in("halfway", "halfway"), Case.WAY_NONE),
                row("a deleted NAT gateway", AS_IT_IS, in("retired", "retired"), Case.WAY_NONE),
                row(
                        "no endpoints for tasks",
                        world -> here(world).vpcEndpoints().all().stream()
                                .filter(endpoint -> endpoint.serviceName().contains(".ecr."))
                                .forEach(endpoint -> here(world).vpcEndpoints().remove(endpoint.vpcEndpointId())),
                        in("endpoints", "endpoints"),
                        Case.WAY_WITHOUT_TASKS),
                row(
                        "no endpoints for sessions",
                        world -> here(world).vpcEndpoints().all().stream()
                                .filter(endpoint -> endpoint.serviceName().contains(".ssm"))
                                .forEach(endpoint -> here(world).vpcEndpoints().remove(endpoint.vpcEndpointId())),
                        in("endpoints", "endpoints"),
                        Case.WAY_WITHOUT_SESSIONS),
                row(
                        "no endpoints for sessions, which the classic recipe has none of",
                        world -> here(world).vpcEndpoints().all().stream()
                                .filter(endpoint -> endpoint.serviceName().contains(".ssm"))
                                .forEach(endpoint -> here(world).vpcEndpoints().remove(endpoint.vpcEndpointId())),
                        (trial, choices) -> {
                            choices.recipe = Recipe.CLASSIC;
                            take(choices, trial.in("endpoints", "endpoints"));
                        },
                        Case.WAY_CLEAR),
                row(
                        "another account's subnets without a way that can be seen",
                        world -> here(world)
                                .subnets()
                                .all()
                                .forEach(subnet -> here(world)
                                        .subnets()
                                        .put(subnet.toBuilder()
                                                .ownerId("999999999999")
                                                .build())),
                        in("halfway", "halfway"),
                        Case.WAY_OF_OWNER),
                row(
                        "a subnet of no VPC",
                        choices -> choices.subnets = List.of("subnet-0123456789abcdef0"),
                        Case.SUBNET_GONE),
                row(
                        "a subnet of no VPC",
                        choices -> choices.subnets = List.of("subnet-0123456789abcdef0"),
                        Case.ADDRESSES_OF_NOTHING),
                row(
                        "a group of another VPC",
                        AS_IT_IS,
                        (trial, choices) -> choices.group = trial.in("hub", "hub").group,
                        Case.GROUP_GONE),
                row(
                        "a group of another VPC",
                        AS_IT_IS,
                        (trial, choices) -> choices.group = trial.in("hub", "hub").group,
                        Case.EGRESS_OF_NOBODY),
                row(
                        "a load balancer that speaks to others only",
                        world -> here(world)
                                .securityGroups()
                                .all()
                                .forEach(group -> here(world)
                                        .securityGroups()
                                        .put(group.toBuilder()
                                                .ipPermissionsEgress(IpPermission.builder()
                                                        .ipProtocol("-1")
                                                        .ipRanges(IpRange.builder()
                                                                .cidrIp("192.0.2.0/24")
                                                                .build())
                                                        .build())
                                                .build())),
                        (_, _) -> {},
                        Case.EGRESS_OF_BALANCER),
                row(
                        "a load balancer that says nothing",
                        world -> here(world)
                                .securityGroups()
                                .all()
                                .forEach(group -> here(world)
                                        .securityGroups()
                                        .put(group.toBuilder()
                                                .ipPermissionsEgress(List.of())
                                                .build())),
                        (_, _) -> {},
                        Case.EGRESS_OF_BALANCER),
                row("free addresses", addresses(2), (_, _) -> {}, Case.ADDRESSES_ENOUGH),
                row("few free addresses", addresses(1), (_, choices) -> choices.most = 5, Case.ADDRESSES_FEW),
                row(
                        "a zone without free addresses",
                        world -> here(world).subnets().all().stream()
                                .filter(subnet -> subnet.availabilityZone().equals("us-west-2a"))
                                .forEach(subnet -> here(world)
                                        .subnets()
                                        .put(subnet.toBuilder()
                                                .availableIpAddressCount(0)
                                                .build())),
                        (_, _) -> {},
                        Case.ADDRESSES_UNEVEN),
                row("no free addresses", addresses(0), (_, _) -> {}, Case.ADDRESSES_LACKING),
                row("a type of nowhere", choices -> choices.type = "t9.large", Case.OFFERED_NOWHERE),
                row("a type of nowhere", choices -> choices.type = "t9.large", Case.VCPUS_OF_NO_TYPE),
                row("a quota", vcpus(6), (_, _) -> {}, Case.VCPUS_ENOUGH),
                row("a small quota", vcpus(5), (_, _) -> {}, Case.VCPUS_FEW),
                row("a tiny quota", vcpus(1), (_, _) -> {}, Case.VCPUS_LACKING),
                row(
                        "a quota on Spot",
                        world -> world.quotas().set(Quota.STANDARD_SPOT, 1),
                        (_, choices) -> {
                            choices.recipe = Recipe.PRODUCTION;
                            choices.onDemandPercentage = 0;
                        },
                        Case.VCPUS_LACKING),
                row("no image", choices -> choices.images.put(Trial.REGION, "ami-0123456789abcdef0"), Case.IMAGE_GONE),
                row(
                        "an image for Arm",
                        AS_IT_IS,
                        (trial, choices) -> choices.images.put(
                                Trial.REGION, trial.image(Architecture.ARM64).id()),
                        Case.IMAGE_OF_OTHER_ARCHITECTURE),
                row("Amazon Linux 2", AS_IT_IS, named("amzn2-ami-ecs-hvm"), Case.IMAGE_ENDED),
                row("plain Amazon Linux", AS_IT_IS, named("al2023-ami-2023"), Case.IMAGE_OF_OTHERS),
                row(
                        "somebody else's image",
                        world -> here(world)
                                .images()
                                .all()
                                .forEach(image -> here(world)
                                        .images()
                                        .put(image.toBuilder()
                                                .ownerId("999999999999")
                                                .imageOwnerAlias(null)
                                                .build())),
                        (trial, choices) -> choices.images.put(Trial.REGION, AMAZONS),
                        Case.IMAGE_OF_STRANGERS),
                row(
                        "a deprecated image",
                        world -> here(world)
                                .images()
                                .all()
                                .forEach(image -> here(world)
                                        .images()
                                        .put(image.toBuilder()
                                                .deprecationTime("2020-01-01T00:00:00.000Z")
                                                .build())),
                        (_, _) -> {},
                        Case.IMAGE_DEPRECATED),
                row(
                        "Systems Manager's image",
                        choices -> {
                            choices.recipe = Recipe.PRODUCTION;
                            choices.source = ImageSource.SSM;
                        },
                        Case.IMAGE_FINE),
                row("no key", choices -> choices.key = Optional.empty(), Case.KEY_NOT_WANTED),
                row("a key that is gone", choices -> choices.key = Optional.of("lost"), Case.KEY_GONE));
    }

    private static Consumer<World> addresses(int ofEach) {
        return world -> here(world)
                .subnets()
                .all()
                .forEach(subnet -> here(world)
                        .subnets()
                        .put(subnet.toBuilder().availableIpAddressCount(ofEach).build()));
    }

    private static Consumer<World> vcpus(int most) {
        return world -> world.quotas().set(Quota.STANDARD, most);
    }

    private static BiConsumer<Trial, Choices> named(String prefix) {
        return (trial, choices) -> {
            var id = new World()
                    .in(Trial.REGION).images().all().stream()
                            .filter(image -> image.name().startsWith(prefix)
                                    && image.architectureAsString().equals("x86_64"))
                            .findFirst()
                            .orElseThrow()
                            .imageId();
            choices.images.put(Trial.REGION, id);
        };
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("cases")
    void isFound(String name, Consumer<World> change, BiConsumer<Trial, Choices> choice, Case found)
            throws IOException {
        if (change == AS_IT_IS) {
            isFound(usual, choice, found);
        } else {
            try (var trial = new Trial(change)) {
                isFound(trial, choice, found);
            }
        }
    }

    private static void isFound(Trial trial, BiConsumer<Trial, Choices> choice, Case found) {
        var choices = trial.choices();
        choice.accept(trial, choices);
        var findings = trial.findings(choices.spec());

        assertThat(findings.stream().filter(finding -> finding.check() == found.check()))
                .as("%s", findings)
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(found.name());
                    assertThat(finding.verdict()).isEqualTo(found.verdict());
                });
    }

    @Test
    void whereNoSubnetIsThereTheZonesOfTheTypeAreNamed() {
        var choices = usual.choices();
        choices.subnets = List.of("subnet-0123456789abcdef0");

        assertThat(usual.findings(choices.spec()))
                .filteredOn(finding -> finding.check() == Check.OFFERED)
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .contains("us-west-2a");
    }

    @ParameterizedTest
    @CsvSource({
        "t3.large, LAUNCH_CONFIGURATION",
        "m6in.large, LAUNCH_CONFIGURATION",
        "c7g.large, LAUNCH_CONFIGURATION",
        "u-6tb1.56xlarge, LAUNCH_CONFIGURATION",
        "c7gn.large, LAUNCH_CONFIGURATION_TOO_OLD",
        "m7i-flex.large, LAUNCH_CONFIGURATION_TOO_OLD",
        "i4g.large, LAUNCH_CONFIGURATION_TOO_OLD",
        "m8g.large, LAUNCH_CONFIGURATION_TOO_OLD",
        "u7i-12tb.224xlarge, LAUNCH_CONFIGURATION_TOO_OLD"
    })
    void launchConfigurationsTakeNoTypeThatIsNewerThanTheyAre(String type, String kind) {
        var choices = usual.choices();
        var facts = usual.facts(choices.spec());
        choices.recipe = Recipe.CLASSIC;
        choices.type = type;
        choices.architecture = Architecture.ofInstanceType(type).orElse(Architecture.X86_64);

        assertThat(Preflight.findings(choices.spec(), facts))
                .filteredOn(finding -> finding.check() == Check.LAUNCH_CONFIGURATION)
                .extracting(Finding::kind)
                .containsExactly(kind);
    }

    @Test
    void allIsWellWithTheUsualChoices() {
        var findings = usual.findings(usual.choices().spec());

        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.PASSED);
        assertThat(findings).extracting(Finding::check).contains(Check.values());
    }

    @ParameterizedTest
    @CsvSource({
        "cloudformation:ValidateTemplate, VALIDATION",
        "cloudformation:DescribeStacks, STACK_NAME",
        "ecs:DescribeClusters, CLUSTER_NAME",
        "iam:GetRole, ROLE_NAME",
        "iam:ListRoles, ROLE_NAME",
        "iam:SimulatePrincipalPolicy, PERMISSIONS",
        "ec2:DescribeSubnets, WAY_OUT",
        "ec2:DescribeSubnets, ADDRESSES",
        "ec2:DescribeSubnets, OFFERED",
        "ec2:DescribeRouteTables, WAY_OUT",
        "ec2:DescribeNatGateways, WAY_OUT",
        "ec2:DescribeVpcEndpoints, WAY_OUT",
        "ec2:DescribeNetworkAcls, WAY_OUT",
        "ec2:DescribeVpcAttribute, WAY_OUT",
        "ec2:DescribeVpcBlockPublicAccessOptions, WAY_OUT",
        "ec2:DescribeVpcBlockPublicAccessExclusions, WAY_OUT",
        "ec2:DescribeSecurityGroups, SECURITY_GROUP",
        "ec2:DescribeSecurityGroups, EGRESS",
        "ec2:DescribeInstanceTypeOfferings, OFFERED",
        "ec2:DescribeInstanceTypeOfferings, VCPUS",
        "ec2:DescribeInstanceTypes, VCPUS",
        "ec2:DescribeInstances, VCPUS",
        "servicequotas:GetServiceQuota, VCPUS",
        "ec2:DescribeImages, IMAGE",
        "ssm:GetParameter, IMAGE",
        "ec2:DescribeKeyPairs, KEY_PAIR"
    })
    void whatIsDeniedIsNamed(String action, Check check) {
        var choices = usual.choices();
        if (action.equals("ssm:GetParameter")) {
            choices.recipe = Recipe.PRODUCTION;
            choices.source = ImageSource.SSM;
        }
        var spec = choices.spec();
        world.permissions().deny(new Denial(action, false));

        assertThat(usual.findings(spec).stream().filter(finding -> finding.check() == check))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNCHECKED);
                    assertThat(finding.what()).contains(action);
                    assertThat(finding.problem().map(CloudProblem::action)).contains(action);
                    assertThat(finding.problem().map(CloudProblem::kind)).contains(CloudProblem.Kind.DENIED);
                });
    }

    private static Optional<Instead> instead(List<Finding> findings, Check check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .flatMap(finding -> finding.instead().stream())
                .findFirst();
    }

    @Test
    void whatIsOfferedInPlaceOfAnAnswerPasses() throws IOException {
        try (var trial = new Trial(world -> {
            addresses(2).accept(world);
            world.quotas().set(Quota.STANDARD, 9);
        })) {
            var choices = trial.choices();
            choices.most = 9;
            choices.type = "t9.large";
            var findings = trial.findings(choices.spec());
            assertThat(instead(findings, Check.OFFERED)).contains(Instead.of(Question.INSTANCE_TYPE, "t3.large"));
            assertThat(instead(findings, Check.ADDRESSES)).contains(Instead.of(Question.CLUSTER_MAX_SIZE, "6"));

            choices.type = "t3.large";
            choices.most = 6;
            findings = trial.findings(choices.spec());
            assertThat(instead(findings, Check.VCPUS)).contains(Instead.of(Question.CLUSTER_MAX_SIZE, "4"));
            choices.most = 4;
            assertThat(trial.findings(choices.spec()))
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASSED);
        }
    }

    /// Two quotas count, one for On-Demand and one for Spot: 8 hosts would be 4 of each, with two vCPUs.
    @Test
    void aMaximumThatBothQuotasAreEnoughForIsOffered() throws IOException {
        try (var trial = new Trial(world -> {
            world.quotas().set(Quota.STANDARD, 20);
            world.quotas().set(Quota.STANDARD_SPOT, 6);
        })) {
            var choices = trial.choices();
            choices.recipe = Recipe.PRODUCTION;
            choices.onDemandPercentage = 50;
            choices.most = 8;
            assertThat(instead(trial.findings(choices.spec()), Check.VCPUS))
                    .contains(Instead.of(Question.CLUSTER_MAX_SIZE, "7"));
            choices.most = 7;
            assertThat(trial.findings(choices.spec()))
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASSED);
        }
    }

    @Test
    void publicAddressesAndOtherSubnetsMendAWay() throws IOException {
        try (var trial = new Trial(world -> here(world)
                .natGateways()
                .all()
                .forEach(nat -> here(world)
                        .natGateways()
                        .put(nat.toBuilder().state("deleted").build())))) {
            var choices = trial.in("shop", "shop-public");
            assertThat(instead(trial.findings(choices.spec()), Check.WAY_OUT))
                    .contains(Instead.of(Question.ASSIGN_PUBLIC_IP, "true"));
            choices.assignPublicIp = Optional.of(true);
            assertThat(trial.findings(choices.spec()))
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASSED);

            // the one beside it, in the same zone
            var one = trial.in("main", "main-private-b");
            assertThat(one.subnets).hasSize(1);
            assertThat(instead(trial.findings(one.spec()), Check.WAY_OUT))
                    .contains(new Instead(Question.SUBNETS, trial.in("main", "main-public-b").subnets));
            one.subnets = List.of("subnet-0123456789abcdef0");
            assertThat(instead(trial.findings(one.spec()), Check.WAY_OUT)
                            .orElseThrow()
                            .values())
                    .containsExactlyInAnyOrderElementsOf(trial.in("main", "main-public").subnets);

            var mixed = trial.in("main", "main");
            assertThat(instead(trial.findings(mixed.spec()), Check.WAY_OUT))
                    .contains(new Instead(Question.SUBNETS, trial.in("main", "main-public").subnets));
        }
    }

    @Test
    void subnetsWithAddressesAreOfferedWhereTheChosenOnesHaveNone() throws IOException {
        try (var trial = new Trial(world -> here(world).subnets().all().stream()
                .filter(subnet ->
                        subnet.tags().stream().anyMatch(tag -> tag.value().startsWith("main-private")))
                .forEach(subnet -> here(world)
                        .subnets()
                        .put(subnet.toBuilder().availableIpAddressCount(0).build())))) {
            var choices = trial.choices();
            var offered =
                    instead(trial.findings(choices.spec()), Check.ADDRESSES).orElseThrow();
            assertThat(offered.question()).isEqualTo(Question.SUBNETS);
            assertThat(offered.values()).hasSize(choices.subnets.size() + 1).containsAll(choices.subnets);
            choices.subnets = offered.values();
            assertThat(trial.findings(choices.spec()))
                    .filteredOn(finding -> finding.check() == Check.ADDRESSES)
                    .extracting(Finding::verdict)
                    .doesNotContain(Verdict.FAILED);
        }
    }

    @Test
    void aTypeThatSomeZonesLackIsToldWithTheZone() {
        // the default VPC has a subnet in every zone
        var subnets = usual.cloud
                .networks(Trial.REGION)
                .subnets(usual.cloud.networks(Trial.REGION).vpcs().getFirst().id());
        var choices = usual.inVpc(
                subnets.getFirst().vpcId(), subnets.stream().map(Subnet::id).toList());
        var zones = subnets.stream().map(Subnet::zone).toList();
        choices.type = world.types().offeredIn(Trial.REGION).entrySet().stream()
                .filter(entry -> entry.getKey().matches("[cmrt][1-9][a-z]*[.].*")
                        && Architecture.ofInstanceType(entry.getKey()).equals(Optional.of(Architecture.X86_64))
                        && zones.stream().anyMatch(entry.getValue()::contains)
                        && !entry.getValue().containsAll(zones))
                .findFirst()
                .orElseThrow()
                .getKey();
        assertThat(usual.findings(choices.spec())).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo("OFFERED_ELSEWHERE");
            assertThat(zones).anyMatch(finding.what()::contains);
            assertThat(finding.instead().orElseThrow().question()).isEqualTo(Question.INSTANCE_TYPE);
        });
        choices.recipe = Recipe.PRODUCTION;
        choices.alternates = List.of("t3.large");
        assertThat(usual.findings(choices.spec()))
                .filteredOn(finding -> finding.check() == Check.OFFERED)
                .extracting(Finding::kind)
                .containsExactly("OFFERED_IN_PART", "OFFERED");
    }
}
