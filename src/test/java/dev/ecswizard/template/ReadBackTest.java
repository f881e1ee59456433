package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.ReadBack.Altered;
import dev.ecswizard.template.ReadBack.Foreign;
import dev.ecswizard.template.ReadBack.Same;
import dev.ecswizard.template.ReadBack.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBackTest {
    private static final int COUNT = Integer.getInteger("readbacks.count", 600);
    private static final long FIRST = Long.getLong("specs.first", 0);

    private static Standing standing(ClusterSpec spec) {
        var template = Template.of(spec);
        // CloudFormation tells every parameter's value, given or default
        var values = new HashMap<>(Template.defaults(spec));
        values.putAll(template.parameters());
        return new Standing(
                spec.region(),
                spec.cluster().stackName(),
                template.yaml(),
                values,
                spec.cluster().stackTags());
    }

    private static ReadBack read(Standing standing) {
        return ReadBack.of(standing, _ -> Optional.of(Architecture.X86_64));
    }

    private static Standing with(Standing standing, UnaryOperator<String> edit) {
        return new Standing(
                standing.region(),
                standing.stackName(),
                edit.apply(standing.template()),
                standing.parameters(),
                standing.tags());
    }

    /// Where the image comes from SSM, images are neither used nor in the template.
    private static ClusterSpec withoutUnused(ClusterSpec spec) {
        var compute = spec.compute();
        return compute.imageSource() == ImageSource.PINNED
                ? spec
                : new ClusterSpec(
                        spec.region(),
                        spec.cluster(),
                        spec.network(),
                        new Compute(
                                compute.instanceType(),
                                compute.architecture(),
                                compute.fleet(),
                                compute.keyName(),
                                Map.of()));
    }

    @Test
    void whateverWasChosenIsReadBack() {
        LongStream.range(FIRST, FIRST + COUNT).parallel().forEach(number -> {
            var spec = RandomSpecs.of(number);
            var read =
                    ReadBack.of(standing(spec), _ -> Optional.of(spec.compute().architecture()));
            if (!read.equals(new Same(withoutUnused(spec)))) {
                assertThat(read).as("spec %s", number).isEqualTo(new Same(withoutUnused(spec)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theStacksOwnValuesGoBeforeTheTemplatesDefaults(Recipe recipe) {
        var standing = standing(Specs.small(recipe));
        var values = new HashMap<>(standing.parameters());
        values.put("InstanceType", "c5.xlarge");
        values.put("ClusterMaxSize", "17");

        var read = read(new Standing("eu-west-1", "web", standing.template(), values, standing.tags()));

        assertThat(read).isInstanceOfSatisfying(Same.class, same -> {
            assertThat(same.spec().compute().instanceType()).isEqualTo("c5.xlarge");
            assertThat(
                            switch (same.spec().compute().fleet()) {
                                case Fleet.Fixed fixed -> fixed.clusterMaxSize();
                                case Fleet.Managed managed -> managed.scaling().clusterMaxSize();
                            })
                    .isEqualTo(17);
        });
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void aStackWithoutTheAppsTagIsReadAllTheSame(Recipe recipe) {
        var spec = Specs.small(recipe);
        var standing = standing(spec);
        var tags = Map.of("aws:cloudformation:stack-name", "web", "team", "ops");

        assertThat(read(new Standing("eu-west-1", "web", standing.template(), standing.parameters(), tags)))
                .isEqualTo(new Same(spec));
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void whatSomebodyElseChangedIsNamed(Recipe recipe) {
        var spec = Specs.small(recipe);

        var read = read(with(
                standing(spec),
                template -> template.replace("PauseTime: PT15M", "PauseTime: PT20M") + "  Mine: {Value: mine}\n"));

        assertThat(read)
                .isEqualTo(new Altered(
                        spec,
                        java.util.List.of(
                                "Outputs.Mine",
                                "Resources.AutoScalingGroup.UpdatePolicy.AutoScalingRollingUpdate.PauseTime")));
    }

    @Test
    void aFunctionIsNotTheTextInIt() {
        var spec = Specs.small(Recipe.STANDARD);

        assertThat(read(with(
                        standing(spec),
                        template ->
                                template.replace("ClusterName: !Ref AWS::StackName", "ClusterName: AWS::StackName"))))
                .isInstanceOfSatisfying(
                        Altered.class,
                        altered -> assertThat(altered.places())
                                .containsExactly("Resources.Cluster.Properties.ClusterName"));
        assertThat(read(with(
                        standing(spec),
                        template -> template.replace("!Ref AWS::StackName", "{Ref: \"AWS::StackName\"}"))))
                .isEqualTo(new Same(spec));
    }

    @Test
    void theSameTemplateAsJsonIsTheSame() throws Exception {
        var spec = Specs.small(Recipe.PRODUCTION);
        var json = new ObjectMapper()
                .writeValueAsString(
                        StandingTree.parse(standing(spec).template()).orElseThrow());

        assertThat(read(with(standing(spec), _ -> json))).isEqualTo(new Same(spec));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "- a list",
                "{",
                "Resources: 7",
                "Resources: {Bucket: {Type: AWS::S3::Bucket}}",
                "a: &a [*a]",
                "Resources: {Cluster: {Type: AWS::ECS::Cluster}}"
            })
    void whatIsNoRecipeIsSaidToBeNone(String template) {
        assertThat(read(with(standing(Specs.small(Recipe.STANDARD)), _ -> template)))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).endsWith("."));
    }

    @Test
    void aResourceThatIsMissingOrOfAnotherNameMakesItForeign() {
        var standing = standing(Specs.small(Recipe.STANDARD));

        assertThat(read(with(standing, template -> template.replace("InstanceProfile", "Profile"))))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).contains("InstanceProfile", "standard"));
    }

    @Test
    void aParameterThatIsMissingIsNamed() {
        var standing = standing(Specs.small(Recipe.STANDARD));

        assertThat(read(with(standing, template -> template.replace("  Subnets:", "  Nets:"))))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).contains("Subnets"));
        var values = new HashMap<>(standing.parameters());
        values.put("ClusterSize", "many");
        assertThat(read(new Standing("eu-west-1", "web", standing.template(), values, Map.of())))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).contains("ClusterSize"));
    }

    @Test
    void aValueThatTheWizardWouldRefuseIsNamedWithItsRule() {
        var standing = standing(Specs.small(Recipe.STANDARD));
        var values = new HashMap<>(standing.parameters());
        values.put("ClusterMaxSize", "1");

        assertThat(read(new Standing("eu-west-1", "web", standing.template(), values, Map.of())))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).startsWith("clusterMaxSize: 1: "));
    }

    @Test
    void processorsThatNobodyKnowsAreSaidToBeUnknown() {
        var spec = RandomSpecs.of(LongStream.range(0, 1_000)
                .filter(number -> {
                    var compute = RandomSpecs.of(number).compute();
                    return compute.imageSource() == ImageSource.PINNED
                            && Architecture.ofInstanceType(compute.instanceType())
                                    .isEmpty();
                })
                .findFirst()
                .orElseThrow());

        assertThat(ReadBack.of(standing(spec), _ -> Optional.empty()))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.why()).contains("InstanceType"));
    }

    @Test
    void aNumberOfAliasesDoesNotBlowUp() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(StandingTree.parse(bomb.toString())).isEmpty();
    }

    @Test
    void theAppsTagIsNoAnswer() {
        assertThat(read(standing(Specs.small(Recipe.CLASSIC))))
                .isInstanceOfSatisfying(
                        Same.class,
                        same -> assertThat(same.spec().cluster().tags())
                                .doesNotContainKey(Cluster.RECIPE_TAG)
                                .containsEntry("team", "ops"));
    }
}
