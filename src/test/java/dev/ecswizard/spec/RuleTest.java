package dev.ecswizard.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                row(Rule.ARCHITECTURE, List.of("x86_64", "arm64"), List.of("", "x86-64", "ARM64", "i386", "arm64_mac")),
                row(
                        Rule.KEY_NAME,
                        List.of("o", "ops", "my key", "it's $(me) \"yes\"", "k".repeat(255)),
                        List.of("", " ops", "ops ", "schlüssel", "a\tb", "k".repeat(256))),
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
        assertThat(compute(1, 2).clusterMaxSize()).isEqualTo(2);
        assertThat(compute(998, 999).clusterMaxSize()).isEqualTo(999);
        assertThat(spec("eu-west-1", "a".repeat(60), Recipe.CLASSIC)).isNotNull();
        assertThat(spec("eu-west-1", "a".repeat(50), Recipe.STANDARD)).isNotNull();
        assertThat(spec("eu-west-1", "a".repeat(128), Recipe.PRODUCTION)).isNotNull();
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
}
