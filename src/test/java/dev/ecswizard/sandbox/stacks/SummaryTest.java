package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListImportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

/// What CloudFormation tells about templates and about what stacks give to each other.
class SummaryTest {
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: "2010-09-09"
            Description: A cluster
            Metadata: {Owner: {Name: us}}
            Parameters:
              Size: {Type: Number, Default: 2, AllowedValues: [2, 3], Description: How many}
              Word: {Type: String, NoEcho: true}
            Resources:
              Cluster: {Type: "AWS::ECS::Cluster"}
              Other: {Type: "AWS::ECS::Cluster"}
              Profile: {Type: "AWS::IAM::InstanceProfile", Properties: {Roles: [a]}}
            """;

    private final Stage stage = new Stage();
    private final StackQueries queries = stage.engine.queries();

    private GetTemplateSummaryResponse summary(GetTemplateSummaryRequest.Builder request) {
        return queries.getTemplateSummary(request.build(), Stage.REGION);
    }

    @Test
    void aTemplateIsSummarised() {
        var summary = summary(GetTemplateSummaryRequest.builder().templateBody(TEMPLATE));

        assertThat(summary.resourceTypes()).containsExactly("AWS::ECS::Cluster", "AWS::IAM::InstanceProfile");
        assertThat(summary.resourceIdentifierSummaries())
                .extracting(item ->
                        item.resourceType() + " " + item.logicalResourceIds() + " " + item.resourceIdentifiers())
                .containsExactly(
                        "AWS::ECS::Cluster [Cluster, Other] [ClusterName]",
                        "AWS::IAM::InstanceProfile [Profile] [InstanceProfileName]");
        assertThat(summary.parameters())
                .extracting(item -> item.parameterKey() + " " + item.parameterType() + " " + item.defaultValue() + " "
                        + item.noEcho() + " " + item.description() + " "
                        + item.parameterConstraints().allowedValues())
                .containsExactly("Size Number 2 false How many [2, 3]", "Word String null true null []");
        assertThat(summary.version()).isEqualTo("2010-09-09");
        assertThat(summary.description()).isEqualTo("A cluster");
        assertThat(summary.metadata()).isEqualTo("{\"Owner\":{\"Name\":\"us\"}}");
        assertThat(summary.capabilitiesAsStrings()).containsExactly("CAPABILITY_IAM");
        assertThat(summary.capabilitiesReason())
                .isEqualTo("The following resource(s) require capabilities: [AWS::IAM::InstanceProfile]");
        assertThat(summary.warnings()).isNull();
    }

    @Test
    void aStackIsSummarisedAsItsTemplateIs() {
        stage.create(Stage.request("web", TEMPLATE).parameters(Stage.parameters(Map.of("Word", "x"))));

        assertThat(summary(GetTemplateSummaryRequest.builder().stackName("web")))
                .isEqualTo(summary(GetTemplateSummaryRequest.builder().templateBody(TEMPLATE)));
        assertThat(queries.getTemplate(
                                GetTemplateRequest.builder()
                                        .stackName("web")
                                        .templateStage("Processed")
                                        .build(),
                                Stage.REGION)
                        .templateBody())
                .isEqualTo(TEMPLATE);
    }

    @Test
    void typesThatNobodyKnowsCanBeWarnings() {
        var request = GetTemplateSummaryRequest.builder()
                .templateBody(
                        "Resources: {A: {Type: \"AWS::Foo::Bar\", Properties: {B: !GetAtt A2.C}}, A2: {Type: x}}");

        assertThatThrownBy(() -> summary(request))
                .hasMessage("Template format error: Unrecognized resource types: [AWS::Foo::Bar, x]");
        var summary =
                summary(request.templateSummaryConfig(config -> config.treatUnrecognizedResourceTypesAsWarnings(true)));
        assertThat(summary.warnings().unrecognizedResourceTypes()).containsExactly("AWS::Foo::Bar", "x");
        assertThat(summary.resourceTypes()).containsExactly("AWS::Foo::Bar", "x");
    }

    @Test
    void aSummaryIsOfOneThing() {
        assertThatThrownBy(() -> summary(GetTemplateSummaryRequest.builder()
                        .templateBody(TEMPLATE)
                        .stackName("web")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only one of StackName, Template Body or Template URL may be specified.");
        assertThatThrownBy(() -> summary(GetTemplateSummaryRequest.builder()))
                .hasMessage("Either Template URL or Template Body must be specified.");
        assertThatThrownBy(() -> summary(GetTemplateSummaryRequest.builder().stackName("1")))
                .hasMessage(
                        "1 validation error detected: Value '1' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z][-a-zA-Z0-9]*)|(arn:\\b(aws|aws-us-gov|aws-cn)\\b:[-a-zA-Z0-9:/._+]*)");
        assertThatThrownBy(() -> summary(GetTemplateSummaryRequest.builder().stackName("lost")))
                .hasMessage("Stack with id lost does not exist");
        assertThatThrownBy(
                        () -> queries.getTemplate(GetTemplateRequest.builder().build(), Stage.REGION))
                .hasMessage("StackName is required if ChangeSetName is not specified.");
        assertThatThrownBy(() -> queries.getTemplate(
                        GetTemplateRequest.builder()
                                .stackName("web")
                                .templateStage("Raw")
                                .build(),
                        Stage.REGION))
                .hasMessage(
                        "1 validation error detected: Value 'Raw' at 'templateStage' failed to satisfy constraint: Member must satisfy enum value set: [Original, Processed]");
    }

    @Test
    void validationNamesParametersAndCapabilities() {
        var validated = queries.validateTemplate(
                ValidateTemplateRequest.builder().templateBody(TEMPLATE).build());

        assertThat(validated.parameters())
                .extracting(item -> item.parameterKey() + " " + item.defaultValue() + " " + item.noEcho() + " "
                        + item.description())
                .containsExactly("Size 2 false How many", "Word null true null");
        assertThat(validated.description()).isEqualTo("A cluster");
        assertThat(validated.capabilitiesAsStrings()).containsExactly("CAPABILITY_IAM");
        assertThat(validated.declaredTransforms()).isEmpty();
    }

    @Test
    void exportsAndTheirUsersAreListed() {
        var id = stage.create(Stage.request("net", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                Outputs:
                  Second: {Value: two, Export: {Name: !Sub "${AWS::StackName}-b"}}
                  First: {Value: one, Export: {Name: !Sub "${AWS::StackName}-a"}}
                  Own: {Value: x}
                """));
        stage.passAll();
        stage.create(Stage.request("web", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: !ImportValue net-a}}
                """));
        stage.passAll();

        assertThat(queries.listExports(ListExportsRequest.builder().build(), Stage.REGION)
                        .exports())
                .containsExactly(export(id, "net-a", "one"), export(id, "net-b", "two"));
        assertThat(queries.listExports(ListExportsRequest.builder().build(), "us-east-1")
                        .exports())
                .isEmpty();
        assertThat(imports("net-a")).containsExactly("web");
        assertThatThrownBy(() -> imports("net-b")).hasMessage("Export 'net-b' is not imported by any stack.");
        assertThatThrownBy(() -> imports("lost")).hasMessage("Export 'lost' is not imported by any stack.");
        assertThatThrownBy(() -> imports(null))
                .hasMessage(
                        "1 validation error detected: Value null at 'exportName' failed to satisfy constraint: Member must not be null");
        stage.delete("web");
        stage.passAll();
        assertThatThrownBy(() -> imports("net-a")).isInstanceOf(Refusal.class);
    }

    @Test
    void exportsComeInPages() {
        var outputs = new StringBuilder();
        IntStream.range(0, 150)
                .forEach(i -> outputs.append("  O%d: {Value: v, Export: {Name: n%03d}}\n".formatted(i, i)));
        stage.create(Stage.request("net", "Resources: {Cluster: {Type: \"AWS::ECS::Cluster\"}}\nOutputs:\n" + outputs));
        stage.passAll();

        var first = queries.listExports(ListExportsRequest.builder().build(), Stage.REGION);
        var second = queries.listExports(
                ListExportsRequest.builder().nextToken(first.nextToken()).build(), Stage.REGION);
        assertThat(first.exports()).hasSize(100);
        assertThat(second.exports())
                .hasSize(50)
                .first()
                .satisfies(export -> assertThat(export.name()).isEqualTo("n100"));
        assertThat(second.nextToken()).isNull();
    }

    private List<String> imports(String export) {
        return queries.listImports(
                        ListImportsRequest.builder().exportName(export).build(), Stage.REGION)
                .imports();
    }

    private static Export export(String stack, String name, String value) {
        return Export.builder().exportingStackId(stack).name(name).value(value).build();
    }
}
