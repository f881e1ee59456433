package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource({
        "classic.yaml, CLASSIC, X86_64, 1, 2,",
        "classic-key.yaml, CLASSIC, X86_64, 3, 7, ops",
        "standard.yaml, STANDARD, X86_64, 3, 2,",
        "standard-key-arm64.yaml, STANDARD, ARM64, 1, 7, ops"
    })
    void theTextIsTheGoldenOne(
            String golden, Recipe recipe, Architecture architecture, int subnets, int regions, String key)
            throws IOException {
        var spec = Specs.of(recipe, architecture, subnets, regions, Optional.ofNullable(key));

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
    void theProductionRecipeIsNotYetMade() {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> Template.of(Specs.small(Recipe.PRODUCTION)))
                .withMessage("The production recipe can not be made yet.");
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
