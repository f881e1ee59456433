package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource({
        "classic.yaml, CLASSIC, X86_64, 1, 2,",
        "classic-key.yaml, CLASSIC, X86_64, 3, 7, ops",
        "standard.yaml, STANDARD, X86_64, 3, 2,",
        "standard-key-arm64.yaml, STANDARD, ARM64, 1, 7, ops",
        "production.yaml, PRODUCTION, X86_64, 3, 2,",
        "production-key-arm64.yaml, PRODUCTION, ARM64, 1, 7, ops"
    })
    void theTextIsTheGoldenOne(
            String golden, Recipe recipe, Architecture architecture, int subnets, int regions, String key)
            throws IOException {
        var spec = Specs.of(recipe, architecture, subnets, regions, Optional.ofNullable(key));

        assertThat(Template.of(spec).yaml()).isEqualTo(golden(golden));
    }

    /// What the choices of the recipe change in the text.
    static Stream<Arguments> variants() {
        var standard = Specs.small(Recipe.STANDARD);
        var production = Specs.of(Recipe.PRODUCTION, Architecture.X86_64, 2, 1, Optional.of("ops"));
        var spot = new Fleet.Managed(
                new Scaling(2, 9, 80, 1, 25),
                new Hosts(List.of("m6a.large", "m7i.large"), 50, 604_800, ImageSource.PINNED),
                new Operations(ContainerInsights.ENHANCED, true, 90));
        return Stream.of(
                Arguments.of("standard-public.yaml", Specs.with(standard, Optional.of(true), standard.compute())),
                Arguments.of(
                        "production-spot-public.yaml",
                        Specs.with(
                                production,
                                Optional.of(true),
                                new Compute(
                                        "m6i.large",
                                        Architecture.X86_64,
                                        spot,
                                        Optional.of("ops"),
                                        production.compute().images()))),
                Arguments.of("production-ssm.yaml", Specs.example()));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theTextOfAVariantIsTheGoldenOne(String golden, ClusterSpec spec) throws IOException {
        assertThat(Template.of(spec).yaml()).isEqualTo(golden(golden));
    }

    @Test
    void theSameChoicesMakeTheSameTemplate() {
        for (var seed = 0; seed < 100; seed++) {
            assertThat(Template.of(Specs.random(new Random(seed))))
                    .isEqualTo(Template.of(Specs.random(new Random(seed))));
        }
    }

    @Test
    void valuesOfParametersWithoutDefaultTravelBesideTheTemplate() {
        var template = Template.of(Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("ops")));

        assertThat(List.copyOf(template.parameters().entrySet()))
                .containsExactly(
                        Map.entry("Subnets", "subnet-0a1b2c3d4e5f60710,subnet-0a1b2c3d4e5f60711"),
                        Map.entry("SourceSecurityGroup", "sg-0a1b2c3d4e5f60718"),
                        Map.entry("VpcId", "vpc-0a1b2c3d4e5f60718"),
                        Map.entry("KeyName", "ops"));
        assertThat(template.capabilities()).isEqualTo(Set.of("CAPABILITY_NAMED_IAM"));
    }

    @Test
    void exactlyTheParametersWithoutDefaultHaveValues() {
        for (var seed = 0; seed < 50; seed++) {
            var template = Template.of(Specs.random(new Random(seed)));
            var parsed = Parsed.of(template.yaml());
            assertThat(parsed.keys("Parameters").stream()
                            .filter(name -> parsed.at("Parameters", name, "Default") == null))
                    .containsExactlyElementsOf(template.parameters().keySet());
        }
    }

    @Test
    void tagsAndKeyNamesAreNotInTheTemplate() {
        var hostile = Map.of("Resources:", "x: y");
        assertThat(Template.of(Specs.tagged(hostile)).yaml())
                .isEqualTo(Template.of(Specs.tagged(Map.of())).yaml());

        var ops = Template.of(Specs.of(Recipe.CLASSIC, Architecture.X86_64, 1, 2, Optional.of("ops")));
        var other = Template.of(Specs.of(Recipe.CLASSIC, Architecture.X86_64, 1, 2, Optional.of("${x}: y")));
        assertThat(other.yaml()).isEqualTo(ops.yaml());
        assertThat(other.parameters()).containsEntry("KeyName", "${x}: y");
    }

    @Test
    void theProductionRecipeIsTheExample() throws IOException {
        assertThat(Parsed.of(Template.of(Specs.example()).yaml())).isEqualTo(Parsed.of(golden("example.yaml")));
    }

    @Test
    void theProductionRecipeNamesNoRole() {
        var template = Template.of(Specs.small(Recipe.PRODUCTION));

        assertThat(template.capabilities()).isEqualTo(Set.of("CAPABILITY_IAM"));
        assertThat(template.yaml()).doesNotContain("RoleName");
    }

    @Test
    void pinnedImagesStandInAMappingAsInTheStandardRecipe() {
        var production = Parsed.of(Template.of(Specs.small(Recipe.PRODUCTION)).yaml());
        var standard = Parsed.of(Template.of(Specs.small(Recipe.STANDARD)).yaml());

        assertThat(production.at("Mappings")).isEqualTo(standard.at("Mappings"));
        assertThat(production.at("Resources", "LaunchTemplate", "Properties", "LaunchTemplateData", "ImageId"))
                .isEqualTo(standard.at("Resources", "LaunchTemplate", "Properties", "LaunchTemplateData", "ImageId"));
        assertThat(production.keys("Parameters")).doesNotContain("EcsAmi");
    }

    @Test
    void anArmImageFromSsmIsTheArmOne() {
        var spec = Specs.of(Recipe.PRODUCTION, Architecture.ARM64, 1, 1, Optional.empty());
        var compute = new Compute(
                "m7g.large", Architecture.ARM64, Specs.managed(List.of(), ImageSource.SSM), Optional.empty(), Map.of());
        var template = Parsed.of(
                Template.of(Specs.with(spec, Optional.empty(), compute)).yaml());

        assertThat(template.at("Parameters", "EcsAmi", "Default"))
                .isEqualTo("/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id");
        assertThat(template.at("Mappings")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9})
    void everyAlternateHasAParameterAnOverrideAndAPlaceInTheGroup(int count) {
        var types = Stream.of(
                        "m6a.large",
                        "m7i.large",
                        "m5.large",
                        "m5a.large",
                        "m5d.large",
                        "m5n.large",
                        "m4.large",
                        "m7a.large",
                        "m7i-flex.large")
                .limit(count)
                .toList();
        var names = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "AlternateInstanceType" + i)
                .toList();
        var base = Specs.small(Recipe.PRODUCTION);
        var compute = new Compute(
                "m6i.large",
                Architecture.X86_64,
                Specs.managed(types, ImageSource.PINNED),
                Optional.empty(),
                base.compute().images());
        var template = Parsed.of(
                Template.of(Specs.with(base, Optional.empty(), compute)).yaml());

        assertThat(template.keys("Parameters").stream().filter(name -> name.startsWith("Alternate")))
                .isEqualTo(names);
        assertThat(names.stream().map(name -> template.at("Parameters", name, "Default")))
                .isEqualTo(types);
        var overrides = Stream.concat(Stream.of("InstanceType"), names.stream())
                .map(name -> Map.of("InstanceType", Map.of("Ref", name)))
                .toList();
        assertThat(template.at(
                        "Resources",
                        "AutoScalingGroup",
                        "Properties",
                        "MixedInstancesPolicy",
                        "LaunchTemplate",
                        "Overrides"))
                .isEqualTo(overrides);
        assertThat(String.valueOf(template.at("Metadata")))
                .contains(names.isEmpty() ? "InstanceType, RootVolumeSize" : String.join(", ", names));
    }

    @Test
    void publicAddressesAreLeftToTheSubnetsUnlessChosen() {
        for (var recipe : List.of(Recipe.STANDARD, Recipe.PRODUCTION)) {
            var left = Specs.small(recipe);
            var data = new String[] {"Resources", "LaunchTemplate", "Properties", "LaunchTemplateData"};
            var without = Parsed.of(Template.of(left).yaml());
            assertThat(without.keys("Parameters")).doesNotContain("AssignPublicIp");
            assertThat(without.keys(data)).contains("SecurityGroupIds").doesNotContain("NetworkInterfaces");

            for (var given : List.of(true, false)) {
                var chosen = Specs.with(left, Optional.of(given), left.compute());
                var with = Parsed.of(Template.of(chosen).yaml());
                assertThat(with.at("Parameters", "AssignPublicIp", "Default")).isEqualTo(String.valueOf(given));
                assertThat(with.keys(data)).contains("NetworkInterfaces").doesNotContain("SecurityGroupIds");
                assertThat(Template.defaults(chosen)).containsEntry("AssignPublicIp", String.valueOf(given));
            }
        }
    }

    @Test
    void theDefaultsOfATemplateAreThoseThatAreSaid() {
        for (var seed = 0; seed < 200; seed++) {
            var spec = Specs.random(new Random(seed));
            var parsed = Parsed.of(Template.of(spec).yaml());
            var inTemplate = new TreeMap<String, String>();
            parsed.keys("Parameters")
                    .forEach(name -> Optional.ofNullable(parsed.at("Parameters", name, "Default"))
                            .ifPresent(value -> inTemplate.put(name, String.valueOf(value))));
            assertThat(new TreeMap<>(Template.defaults(spec)))
                    .as("seed %d", seed)
                    .isEqualTo(inTemplate);
        }
    }

    @Test
    void everyReferenceOfAProductionTemplateLeadsSomewhere() {
        for (var seed = 0; seed < 200; seed++) {
            var spec = Specs.random(new Random(seed));
            var yaml = Template.of(spec).yaml();
            var parsed = Parsed.of(yaml);
            var known = new HashSet<>(parsed.keys("Parameters"));
            known.addAll(parsed.keys("Resources"));
            assertThat(Pattern.compile("!Ref ([A-Za-z0-9]+)\\b(?!:)")
                            .matcher(yaml)
                            .results()
                            .map(hit -> hit.group(1)))
                    .allMatch(known::contains);
        }
    }

    @Test
    void aReadyHostIsReportedWithoutWaitingInItsUserData() {
        var script = String.valueOf(
                Parsed.of(Template.of(Specs.small(Recipe.PRODUCTION)).yaml())
                        .at("Resources", "LaunchTemplate", "Properties", "LaunchTemplateData", "UserData"));

        assertThat(script)
                .contains("systemd-run --no-block --unit=report-ready")
                .contains("--resource AutoScalingGroup --region ${AWS::Region}\n");
    }

    @Test
    void noTemplateIsLargerThanCloudFormationTakes() {
        var largest = "é".repeat(Template.MAX_BYTES / 2);
        assertThat(new Template(largest, Map.of(), Set.of()).yaml()).isEqualTo(largest);
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> new Template(largest + "x", Map.of(), Set.of()))
                .withMessageContaining("51201 bytes")
                .withMessageContaining("51200");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = TemplateTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
