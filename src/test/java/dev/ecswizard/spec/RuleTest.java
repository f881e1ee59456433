package dev.ecswizard.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Legal and illegal values for every rule.
class RuleTest {
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";
    private static final String SUBNET = "subnet-0a1b2c3d4e5f60718";
    private static final String GROUP = "sg-0a1b2c3d4e5f60718";
    private static final Map<String, String> IMAGES = Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718");

    record Row(Rule rule, List<String> legal, List<String> illegal) {}

    static Stream<Row> forms() {
        return Stream.of(
                row(
                        Rule.REGION,
                        List.of("eu-west-1", "us-gov-east-1", "cn-north-1", "ap-southeast-5", "us-iso-east-1"),
                        List.of("", "EU-WEST-1", "eu-west", "eu_west_1", "eu-west-1 ", "-west-1", "eu-west-123")),
                row(
                        Rule.STACK_NAME,
                        List.of("a", "web", "Web-1", "a".repeat(128)),
                        List.of("", "1web", "-web", "web_1", "web.1", "wéb", "a".repeat(129), "web\n")),
                row(
                        Rule.RECIPE,
                        List.of("classic", "standard", "production"),
                        List.of("", "Standard", "modern", "standard ")),
                ids(Rule.VPC_ID, "vpc-"),
                ids(Rule.SUBNET_ID, "subnet-"),
                ids(Rule.SOURCE_SECURITY_GROUP, "sg-"),
                ids(Rule.IMAGE_ID, "ami-"),
                row(
                        Rule.INSTANCE_TYPE,
                        List.of("t2.large", "t3.large", "u-6tb1.112xlarge", "m6g.metal", "c7gn.metal-48xl"),
                        List.of("", "t3", "t3.", ".large", "T3.large", "t3.large.x", "t3 .large")),
                row(
                        Rule.ALTERNATE_INSTANCE_TYPE,
                        List.of("m6a.large", "u-6tb1.112xlarge"),
                        List.of("", "t3", "T3.large", "t3 .large")),
                row(Rule.ASSIGN_PUBLIC_IP, List.of("true", "false"), List.of("", "yes", "True", "0")),
                row(
                        Rule.CONTAINER_INSIGHTS,
                        List.of("enhanced", "enabled", "disabled"),
                        List.of("", "ENABLED", "on", "true")),
                row(
                        Rule.PROTECT_BUSY_INSTANCES,
                        List.of("ENABLED", "DISABLED"),
                        List.of("", "enabled", "true", "false")),
                row(Rule.IMAGE_SOURCE, List.of("pinned", "ssm"), List.of("", "SSM", "mapping")),
                row(Rule.ARCHITECTURE, List.of("x86_64", "arm64"), List.of("", "x86-64", "ARM64", "i386", "arm64_mac")),
                row(
                        Rule.KEY_NAME,
                        List.of("o", "ops", "my key", "it's $(me) \"yes\"", "k".repeat(255)),
                        List.of("", " ops", "ops ", "schlüssel", "a\tb", "k".repeat(256), "a{{resolve:ssm:/b}}")),
                row(
                        Rule.TAG_KEY,
                        List.of("team", "cost centre", "a_.:/=+-@b", "Straße", "k".repeat(128)),
                        List.of("", "a#b", "a\tb", "a\"b", "k".repeat(129))),
                row(
                        Rule.TAG_VALUE,
                        List.of("ops", "012", "yes", "größe 7", "v".repeat(256)),
                        List.of("", "a;b", "a'b", "a\nb", "v".repeat(257))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void legalFormsPassAndIllegalOnesAreNamed(Row row) {
        assertThat(row.legal())
                .allSatisfy(value -> assertThat(row.rule().check(value)).isEmpty());
        assertThat(row.illegal())
                .allSatisfy(value -> assertThat(row.rule().check(value))
                        .contains(new Violation(row.rule().key(), value, row.rule(), List.of())));
        assertThat(row.rule().check(null)).isPresent();
    }

    static Stream<Refusal> refusals() {
        var longName = "a".repeat(61);
        var tags = new TreeMap<String, String>();
        for (var i = 0; i < 50; i++) {
            tags.put("key" + i, "value");
        }
        return Stream.of(
                refusal(Rule.RECIPE, () -> new Cluster("web", null, Map.of())),
                refusal(Rule.TAG_COUNT, () -> new Cluster("web", Recipe.STANDARD, tags)),
                refusal(Rule.TAG_KEY_RESERVED, () -> new Cluster("web", Recipe.STANDARD, Map.of("aws:x", "y"))),
                refusal(Rule.TAG_KEY_RESERVED, () -> new Cluster("web", Recipe.STANDARD, Map.of("AWS:x", "y"))),
                refusal(
                        Rule.TAG_KEY_RESERVED,
                        () -> new Cluster("web", Recipe.STANDARD, Map.of(Cluster.RECIPE_TAG, "y"))),
                refusal(Rule.TAG_KEY_CASE, () -> new Cluster("web", Recipe.STANDARD, Map.of("team", "x", "Team", "y"))),
                refusal(Rule.TAG_VALUE, () -> new Cluster("web", Recipe.STANDARD, Map.of("a", ""))),
                refusal(Rule.SUBNETS, () -> new Network(VPC, List.of(), GROUP)),
                refusal(Rule.SUBNET_TWICE, () -> new Network(VPC, List.of(SUBNET, SUBNET), GROUP)),
                refusal(Rule.SUBNET_ID, () -> new Network(VPC, List.of(SUBNET, "subnet-x"), GROUP)),
                refusal(Rule.ARCHITECTURE, () -> new Compute("t3.large", null, 2, 4, Optional.empty(), IMAGES)),
                refusal(
                        Rule.INSTANCE_TYPE_ARCHITECTURE,
                        () -> new Compute("t4g.large", Architecture.X86_64, 2, 4, Optional.empty(), IMAGES)),
                refusal(
                        Rule.INSTANCE_TYPE_ARCHITECTURE,
                        () -> new Compute("t2.large", Architecture.ARM64, 2, 4, Optional.empty(), IMAGES)),
                refusal(Rule.CLUSTER_SIZE, () -> compute(0, 4)),
                refusal(Rule.CLUSTER_SIZE, () -> compute(999, 1000)),
                refusal(Rule.CLUSTER_MAX_SIZE, () -> compute(1, 1)),
                refusal(Rule.CLUSTER_MAX_SIZE, () -> compute(998, 1000)),
                refusal(Rule.CLUSTER_MAX_SIZE_ABOVE_SIZE, () -> compute(4, 4)),
                refusal(Rule.CLUSTER_MAX_SIZE_ABOVE_SIZE, () -> compute(4, 3)),
                refusal(
                        Rule.IMAGE_ID,
                        () -> new Compute(
                                "t3.large", Architecture.X86_64, 2, 4, Optional.empty(), Map.of("eu-west-1", "ami-1"))),
                refusal(
                        Rule.REGION,
                        () -> new Compute(
                                "t3.large", Architecture.X86_64, 2, 4, Optional.empty(), Map.of("x", "ami-0a1b2c3d"))),
                refusal(Rule.IMAGES_LACK_REGION, () -> spec("us-east-1", "web", Recipe.STANDARD)),
                refusal(Rule.ALTERNATE_INSTANCE_TYPE, () -> alternates("m6a")),
                refusal(
                        Rule.ALTERNATE_COUNT,
                        () -> alternates(IntStream.rangeClosed(1, Hosts.MAX_ALTERNATES + 1)
                                .mapToObj(i -> "m" + i + ".large")
                                .toArray(String[]::new))),
                refusal(Rule.ALTERNATE_TWICE, () -> alternates("m6a.large", "m5.large", "m6a.large")),
                refusal(Rule.ALTERNATE_IS_FIRST, () -> alternates("m6a.large", "m6i.large")),
                refusal(Rule.ALTERNATE_ARCHITECTURE, () -> alternates("m6a.large", "m7g.large")),
                refusal(Rule.CLUSTER_MIN_SIZE, () -> new Scaling(-1, 6, 100, 0, 100)),
                refusal(Rule.CLUSTER_MIN_SIZE, () -> new Scaling(1000, 1001, 100, 0, 100)),
                refusal(Rule.SCALED_MAX_SIZE, () -> new Scaling(0, 0, 100, 0, 100)),
                refusal(Rule.SCALED_MAX_SIZE, () -> new Scaling(0, 1001, 100, 0, 100)),
                refusal(Rule.SCALED_MAX_SIZE_ABOVE_MIN, () -> new Scaling(3, 3, 100, 0, 100)),
                refusal(Rule.TARGET_CAPACITY, () -> new Scaling(0, 6, 0, 0, 100)),
                refusal(Rule.TARGET_CAPACITY, () -> new Scaling(0, 6, 101, 0, 100)),
                refusal(Rule.ON_DEMAND_BASE_CAPACITY, () -> new Scaling(0, 6, 100, -1, 100)),
                refusal(Rule.ON_DEMAND_BASE_CAPACITY, () -> new Scaling(0, 1000, 100, 1001, 100)),
                refusal(Rule.ON_DEMAND_BASE_ABOVE_MAX, () -> new Scaling(0, 6, 100, 7, 100)),
                refusal(Rule.ON_DEMAND_PERCENTAGE, () -> new Scaling(0, 6, 100, 0, -1)),
                refusal(Rule.ON_DEMAND_PERCENTAGE, () -> new Scaling(0, 6, 100, 0, 101)),
                refusal(Rule.ROOT_VOLUME_SIZE, () -> hosts(29, 0)),
                refusal(Rule.ROOT_VOLUME_SIZE, () -> hosts(16_385, 0)),
                refusal(Rule.MAX_INSTANCE_LIFETIME, () -> hosts(30, 86_399)),
                refusal(Rule.MAX_INSTANCE_LIFETIME, () -> hosts(30, 31_536_001)),
                refusal(Rule.MAX_INSTANCE_LIFETIME, () -> hosts(30, -1)),
                refusal(Rule.IMAGE_SOURCE, () -> new Hosts(List.of(), 30, 0, null)),
                refusal(Rule.LOG_RETENTION_DAYS, () -> operations(0)),
                refusal(Rule.LOG_RETENTION_DAYS, () -> operations(31)),
                refusal(Rule.CONTAINER_INSIGHTS, () -> new Operations(null, false, 30)),
                refusal(Rule.FLEET_OF_RECIPE, () -> spec("eu-west-1", "web", Recipe.PRODUCTION)),
                refusal(
                        Rule.FLEET_OF_RECIPE,
                        () -> new ClusterSpec(
                                "eu-west-1",
                                new Cluster("web", Recipe.STANDARD, Map.of()),
                                new Network(VPC, List.of(SUBNET), GROUP),
                                alternates())),
                refusal(
                        Rule.ASSIGN_PUBLIC_IP_IN_CLASSIC,
                        () -> new ClusterSpec(
                                "eu-west-1",
                                new Cluster("web", Recipe.CLASSIC, Map.of()),
                                new Network(VPC, List.of(SUBNET), GROUP, Optional.of(false)),
                                compute(2, 4))),
                refusal(
                        Rule.IMAGES_LACK_REGION,
                        () -> production("web", Optional.empty(), ImageSource.PINNED, Map.of())),
                refusal(Rule.ROLE_NAME, () -> spec("eu-west-1", longName, Recipe.CLASSIC)),
                refusal(Rule.ROLE_NAME, () -> spec("eu-west-1", "a".repeat(51), Recipe.STANDARD)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noRecordIsMadeThatBreaksARule(Refusal refusal) {
        assertThatThrownBy(refusal.making()::run)
                .isInstanceOfSatisfying(
                        InvalidSpec.class, e -> assertThat(e.violation().rule()).isEqualTo(refusal.rule()));
    }

    @Test
    void theLimitsThemselvesAreLegal() {
        var tags = new LinkedHashMap<String, String>();
        for (var i = 0; i < Cluster.MAX_TAGS; i++) {
            tags.put("key" + i, "value");
        }
        assertThat(new Cluster("web", Recipe.STANDARD, tags).stackTags()).hasSize(50);
        assertThat(compute(1, 2).fleet()).isEqualTo(new Fleet.Fixed(1, 2));
        assertThat(compute(998, 999).fleet()).isEqualTo(new Fleet.Fixed(998, 999));
        assertThat(managed(new Scaling(0, 1, 1, 1, 0), hosts(30, 86_400), operations(365)))
                .isNotNull();
        assertThat(managed(new Scaling(999, 1000, 100, 1000, 100), hosts(16_384, 31_536_000), operations(1)))
                .isNotNull();
        assertThat(alternates(
                        "m6a.large",
                        "m5.large",
                        "m7i.large",
                        "m7i-flex.large",
                        "m5n.large",
                        "m4.large",
                        "m7a.large",
                        "m5d.large",
                        "m5a.large"))
                .isNotNull();
        assertThat(spec("eu-west-1", "a".repeat(60), Recipe.CLASSIC)).isNotNull();
        assertThat(spec("eu-west-1", "a".repeat(50), Recipe.STANDARD)).isNotNull();
        assertThat(production("a".repeat(128), Optional.empty(), ImageSource.PINNED, IMAGES))
                .isNotNull();
    }

    @Test
    void aTooLongRoleNameSaysHowLongTheStackNameMayBe() {
        assertThat(ClusterSpec.checkRoleName("a".repeat(51), Recipe.STANDARD, "eu-west-1"))
                .hasValueSatisfying(violation -> assertThat(violation.sentence())
                        .contains("65 characters")
                        .contains("At most 50 characters here"));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasASentence(Rule rule) {
        assertThat(rule.brokenBy("x", "a", 1, 2).sentence()).endsWith(".").doesNotContain("{");
    }

    @Test
    void everyRuleIsInOneOfTheTables() {
        var inTables = EnumSet.noneOf(Rule.class);
        forms().map(Row::rule).forEach(inTables::add);
        refusals().map(Refusal::rule).forEach(inTables::add);
        assertThat(inTables).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void aRuleWithoutAFormChecksNoText() {
        assertThatIllegalStateException().isThrownBy(() -> Rule.SUBNETS.check("x"));
    }

    @Test
    void anImageFromSsmNeedsNoImages() {
        assertThat(production("web", Optional.of(true), ImageSource.SSM, Map.of())
                        .compute()
                        .imageSource())
                .isEqualTo(ImageSource.SSM);
        assertThat(spec("eu-west-1", "web", Recipe.STANDARD).compute().imageSource())
                .isEqualTo(ImageSource.PINNED);
    }

    @Test
    void noStackNameMakesACapacityProviderThatEcsRefuses() {
        for (var name : List.of("a", "aws", "ecs-web", "fargate", "a".repeat(128))) {
            assertThat(Recipe.PRODUCTION.capacityProvider(name))
                    .hasValueSatisfying(provider -> assertThat(provider)
                            .hasSizeLessThanOrEqualTo(255)
                            .matches("[a-zA-Z0-9_-]+")
                            .doesNotMatch("(?i)(aws|ecs|fargate).*"));
        }
        assertThat(Recipe.STANDARD.capacityProvider("web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m6g.large", "c7gn.metal", "t4g.nano", "x2gd.large", "im4gn.large", "is4gen.large", "a1.large"})
    void aGravitonIsKnownByItsName(String type) {
        assertThat(Architecture.ofInstanceType(type)).contains(Architecture.ARM64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m6i.large", "c7a.metal-48xl", "t2.large", "t3a.nano", "x1e.xlarge", "m7i-flex.large"})
    void intelAndAmdAreKnownByTheirNames(String type) {
        assertThat(Architecture.ofInstanceType(type)).contains(Architecture.X86_64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g5.xlarge", "p6e-gb200.36xlarge", "mac2.metal", "trn2.48xlarge", "u-6tb1.112xlarge"})
    void otherNamesTellNothing(String type) {
        assertThat(Architecture.ofInstanceType(type)).isEmpty();
        assertThat(Compute.checkArchitecture(type, Architecture.ARM64)).isEmpty();
    }

    @Test
    void noNameTellsAnotherArchitectureThanEc2() throws IOException {
        var file = RuleTest.class.getResourceAsStream("/dev/ecswizard/sandbox/world/instance-types.json.gz");
        try (var in = new GZIPInputStream(file)) {
            var told = 0;
            for (var type : new ObjectMapper().readTree(in)) {
                var known = Architecture.ofInstanceType(type.get("InstanceType").asText());
                known.ifPresent(architecture -> assertThat(type.at("/ProcessorInfo/SupportedArchitectures"))
                        .as(type.get("InstanceType").asText())
                        .extracting(JsonNode::asText)
                        .contains(architecture.key()));
                told += known.isPresent() ? 1 : 0;
            }
            assertThat(told).isGreaterThan(1000);
        }
    }

    record Refusal(Rule rule, Runnable making) {}

    private static Refusal refusal(Rule rule, Runnable making) {
        return new Refusal(rule, making);
    }

    private static Row row(Rule rule, List<String> legal, List<String> illegal) {
        return new Row(rule, legal, illegal);
    }

    private static Row ids(Rule rule, String prefix) {
        return row(
                rule,
                List.of(prefix + "0a1b2c3d", prefix + "0a1b2c3d4e5f60718"),
                Arrays.asList("", prefix, prefix + "0a1b2c3", prefix + "0A1B2C3D", prefix + "0a1b2c3d4", "x-0a1b2c3d"));
    }

    private static Compute compute(int size, int max) {
        return new Compute("t3.large", Architecture.X86_64, size, max, Optional.empty(), IMAGES);
    }

    private static ClusterSpec spec(String region, String name, Recipe recipe) {
        return new ClusterSpec(
                region, new Cluster(name, recipe, Map.of()), new Network(VPC, List.of(SUBNET), GROUP), compute(2, 4));
    }

    private static Hosts hosts(int rootVolumeSize, int maxInstanceLifetime) {
        return new Hosts(List.of(), rootVolumeSize, maxInstanceLifetime, ImageSource.PINNED);
    }

    private static Operations operations(int logRetentionDays) {
        return new Operations(ContainerInsights.ENABLED, false, logRetentionDays);
    }

    private static Compute managed(Scaling scaling, Hosts hosts, Operations operations) {
        var fleet = new Fleet.Managed(scaling, hosts, operations);
        return new Compute("m6i.large", Architecture.X86_64, fleet, Optional.empty(), IMAGES);
    }

    private static Compute alternates(String... types) {
        var hosts = new Hosts(List.of(types), 30, 0, ImageSource.PINNED);
        return managed(new Scaling(0, 6, 100, 0, 100), hosts, operations(30));
    }

    private static ClusterSpec production(
            String name, Optional<Boolean> assignPublicIp, ImageSource source, Map<String, String> images) {
        var fleet =
                new Fleet.Managed(new Scaling(0, 6, 100, 0, 100), new Hosts(List.of(), 30, 0, source), operations(30));
        return new ClusterSpec(
                "eu-west-1",
                new Cluster(name, Recipe.PRODUCTION, Map.of()),
                new Network(VPC, List.of(SUBNET), GROUP, assignPublicIp),
                new Compute("m6i.large", Architecture.X86_64, fleet, Optional.empty(), images));
    }
}
