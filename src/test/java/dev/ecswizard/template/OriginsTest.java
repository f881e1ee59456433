package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void eachLineIsKnownForWhatAReaderFindsThere() {
        specs(300).forEach(spec -> {
            var template = Template.of(spec);
            assertThat(origins(template).map(Origin::path)).isEqualTo(Places.of(template.yaml()));
        });
    }

    @Test
    void thereAreAsManyOriginsAsLines() {
        var template = Template.of(Specs.small(Recipe.CLASSIC));
        var lines = (int) template.yaml().lines().count();

        assertThat(template.origins().size()).isEqualTo(lines);
        assertThat(template.origins().at(lines - 1)).isPresent();
        assertThat(template.origins().at(lines)).isEmpty();
        assertThat(template.origins().at(-1)).isEmpty();
    }

    @Test
    void theLinesOfAQuestionAreThoseThatNameItAndAreNotBlank() {
        specs(20).forEach(spec -> {
            var template = Template.of(spec);
            var lines = template.yaml().lines().toList();
            for (var question : Question.values()) {
                assertThat(template.origins().lines(question))
                        .isEqualTo(IntStream.range(0, lines.size())
                                .filter(line -> !lines.get(line).isBlank())
                                .filter(line ->
                                        origin(template, line).questions().contains(question))
                                .boxed()
                                .toList());
            }
            assertThat(template.origins().questions())
                    .isEqualTo(Stream.of(Question.values())
                            .filter(question ->
                                    !template.origins().lines(question).isEmpty())
                            .collect(Collectors.toSet()));
        });
    }

    @Test
    void noLineNamesAQuestionThatItsRecipeDoesNotAsk() {
        specs(100)
                .forEach(spec -> assertThat(Template.of(spec).origins().questions())
                        .allMatch(question -> question.isAskedIn(spec.cluster().recipe())));
    }

    @Test
    void whatTravelsBesideTheTemplateMakesTheLinesOfItsParameter() {
        var template = Template.of(Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("ops")));

        assertThat(made(template, Question.SUBNETS))
                .containsExactly(
                        "  Subnets:",
                        "    Type: List<AWS::EC2::Subnet::Id>",
                        "    Description: The subnets that the load balancer template also uses.",
                        "      VPCZoneIdentifier: !Ref Subnets");
        assertThat(made(template, Question.KEY_NAME))
                .containsExactly(
                        "  KeyName:",
                        "    Type: AWS::EC2::KeyPair::KeyName",
                        "    Description: Key pair for SSH. This template opens no SSH port.",
                        "        KeyName: !Ref KeyName");
        assertThat(made(template, Question.TAGS)).isEmpty();
    }

    @Test
    void aConditionHandsOnWhatItDependsOn() {
        var template = Template.of(Specs.small(Recipe.PRODUCTION));

        assertThat(made(template, Question.PROTECT_BUSY_INSTANCES))
                .contains(
                        "  IsProtected: !Equals [!Ref ProtectBusyInstances, ENABLED]",
                        "      NewInstancesProtectedFromScaleIn: !If [IsProtected, true, false]");
    }

    @Test
    void linesOfAScriptAreToldApart() {
        var template = Template.of(Specs.small(Recipe.STANDARD));

        assertThat(made(template, Question.REGION))
                .contains("                region=${AWS::Region}")
                .doesNotContain("            #!/bin/bash");
        assertThat(made(template, Question.RECIPE)).contains("            #!/bin/bash");
    }

    @Test
    void aResourceNamesAllThatMadeIt() {
        var origins = Template.of(Specs.small(Recipe.STANDARD)).origins();

        assertThat(origins.of("AutoScalingGroup")
                        .map(origin ->
                                List.of(origin.question(), origin.questions().getLast())))
                .contains(List.of(Question.CLUSTER_SIZE, Question.RECIPE));
        assertThat(origins.of("LaunchTemplate").orElseThrow().questions())
                .contains(Question.INSTANCE_TYPE, Question.IMAGES);
        assertThat(origins.of("ClusterSize")).isEmpty();
    }

    @Test
    void everyRuleIsAboutTheAnswerToAQuestion() {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(Question.ofKey(rule.key()))
                        .map(Question::key)
                        .contains(rule.key()));
        assertThat(Question.ofKey("version")).isEmpty();
    }

    @Test
    void originsAreNotCompared() {
        var template = Template.of(Specs.small(Recipe.STANDARD));
        var bare = new Template(template.yaml(), template.parameters(), template.capabilities());

        assertThat(bare).isEqualTo(template).hasSameHashCodeAs(template);
        assertThat(bare.origins().at(0)).isEmpty();
        assertThat(new Template("x", template.parameters(), template.capabilities()))
                .isNotEqualTo(template);
        assertThat(new Template(template.yaml(), Map.of(), template.capabilities()))
                .isNotEqualTo(template);
        assertThat(new Template(template.yaml(), template.parameters(), Set.of()))
                .isNotEqualTo(template);
    }

    @Test
    void everySentenceIsSaidSomewhereAndNoneTwice() {
        var said = new HashSet<String>();
        specs(200).forEach(spec -> origins(Template.of(spec)).map(Origin::why).forEach(said::add));

        assertThat(Reasons.sentences().values()).doesNotHaveDuplicates();
        assertThat(said).containsExactlyInAnyOrderElementsOf(Reasons.sentences().values());
    }

    /// Of every section and of all that stands one below or, in a resource, below its properties.
    @Test
    void everythingOfConsequenceHasASentenceOfItsOwn() {
        var lacking = new TreeSet<String>();
        specs(100).forEach(spec -> {
            var template = Template.of(spec);
            var before = new ArrayList<Origin>();
            origins(template).forEach(origin -> {
                var path = origin.path();
                var isOfConsequence = path.size() == 1
                        || path.size() == 2 && !path.getFirst().equals("Mappings")
                        || path.size() == 3
                                && path.getFirst().equals("Resources")
                                && !Set.of("Type", "Properties").contains(path.getLast())
                        || path.size() == 4
                                && path.get(2).equals("Properties")
                                && !path.getLast().equals("LaunchTemplateData")
                        || path.size() == 5 && path.get(3).equals("LaunchTemplateData");
                if (isOfConsequence
                        && before.stream()
                                .filter(other -> !other.path().equals(path))
                                .anyMatch(other -> other.why().equals(origin.why())
                                        && path.subList(
                                                        0,
                                                        other.path().size() < path.size()
                                                                ? other.path().size()
                                                                : 0)
                                                .equals(other.path()))) {
                    lacking.add(String.join(".", path));
                }
                before.add(origin);
            });
        });

        assertThat(lacking).isEmpty();
    }

    @Test
    void sentencesArePlain() {
        assertThat(Reasons.sentences())
                .allSatisfy((key, sentence) -> assertThat(sentence)
                        .as(key)
                        .matches("(?s)\\S.*[.]")
                        .doesNotContain("!")
                        .doesNotContain("''")
                        .hasSizeLessThan(260));
    }

    @Test
    void everyPageIsOneOfAws() {
        assertThat(AwsPages.all().map(Object::toString))
                .doesNotHaveDuplicates()
                .allMatch(page -> page.matches("https://docs\\.aws\\.amazon\\.com/AWSCloudFormation/latest/"
                        + "(UserGuide|TemplateReference)/[a-z0-9-]+\\.html"));
        var pages = AwsPages.all().toList();
        specs(50)
                .forEach(spec ->
                        assertThat(origins(Template.of(spec)).map(Origin::page)).allMatch(pages::contains));
    }

    @Test
    void aLineLeadsToThePageOfItsResourceTypeAttributeOrSection() {
        var production = Template.of(Specs.small(Recipe.PRODUCTION));

        assertThat(page(production, "Resources", "CapacityProvider", "Properties", "Name"))
                .endsWith("/TemplateReference/aws-resource-ecs-capacityprovider.html");
        assertThat(page(production, "Resources", "AutoScalingGroup", "UpdatePolicy", "AutoScalingRollingUpdate"))
                .endsWith("/TemplateReference/aws-attribute-updatepolicy.html");
        assertThat(page(production, "Metadata", "AWS::CloudFormation::Interface"))
                .endsWith("/UserGuide/aws-cloudformation-interface.html");
        assertThat(page(production, "Parameters", "VpcId", "Type"))
                .endsWith("/UserGuide/parameters-section-structure.html");
        assertThat(page(Template.of(Specs.small(Recipe.CLASSIC)), "Resources", "LaunchConfiguration", "Metadata"))
                .endsWith("/TemplateReference/aws-attribute-metadata.html");
    }

    @Test
    void everyTypeOfResourceHasAPageThatBearsItsName() {
        specs(50).forEach(spec -> {
            var template = Template.of(spec);
            var parsed = Parsed.of(template.yaml());
            for (var resource : parsed.keys("Resources")) {
                var type = (String) parsed.at("Resources", resource, "Type");
                assertThat(page(template, "Resources", resource, "Type"))
                        .endsWith("aws-resource-"
                                + type.substring("AWS::".length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace("::", "-")
                                + ".html");
            }
        });
    }

    private static Stream<ClusterSpec> specs(int count) {
        return IntStream.range(0, count).mapToObj(seed -> Specs.random(new Random(seed)));
    }

    private static Stream<Origin> origins(Template template) {
        return IntStream.range(0, template.origins().size()).mapToObj(line -> origin(template, line));
    }

    private static Origin origin(Template template, int line) {
        return template.origins().at(line).orElseThrow();
    }

    private static String page(Template template, String... path) {
        return origins(template)
                .filter(origin -> origin.path().equals(List.of(path)))
                .findFirst()
                .orElseThrow()
                .page()
                .toString();
    }

    private static List<String> made(Template template, Question question) {
        var lines = template.yaml().lines().toList();
        return template.origins().lines(question).stream().map(lines::get).toList();
    }
}
