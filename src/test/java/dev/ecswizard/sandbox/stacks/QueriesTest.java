package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

class QueriesTest {
    private final Stage stage = new Stage();
    private final StackQueries queries = stage.engine.queries();

    @Test
    void eventsComeInPagesThatGoOnWhereTheLastEnded() {
        stage.create(Stage.recipe("standard", Map.of("ClusterSize", "120", "ClusterMaxSize", "200")));
        stage.pass(java.time.Duration.ofSeconds(18));
        var first = page(null);
        assertThat(first.stackEvents()).hasSize(100);
        stage.passAll();
        var second = page(first.nextToken());

        assertThat(second.nextToken()).isNull();
        var all = stage.events("web").reversed();
        var given = new ArrayList<>(first.stackEvents());
        given.addAll(second.stackEvents());
        assertThat(given).isEqualTo(all.subList(all.size() - given.size(), all.size()));
        assertThatThrownBy(() -> page("made up")).isInstanceOf(Refusal.class);
    }

    private software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse page(String token) {
        return queries.describeStackEvents(
                DescribeStackEventsRequest.builder()
                        .stackName("web")
                        .nextToken(token)
                        .build(),
                Stage.REGION);
    }

    @Test
    void aDeletedStackIsFoundByItsIdOnly() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        stage.delete("web");
        stage.passAll();

        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> stage.describe("web"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Stack with id web does not exist");
        assertThatThrownBy(() -> stage.events("web"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Stack [web] does not exist");
        var next = stage.create(Stage.recipe("standard", Map.of()));
        assertThat(stage.describe("web").stackId()).isEqualTo(next).isNotEqualTo(id);
        assertThat(queries.describeStacks(DescribeStacksRequest.builder().build(), Stage.REGION)
                        .stacks())
                .extracting("stackId")
                .containsExactly(next);
        assertThat(queries.listStacks(ListStacksRequest.builder().build(), Stage.REGION)
                        .stackSummaries())
                .extracting("stackId")
                .containsExactly(next, id);
        assertThat(queries.listStacks(
                                ListStacksRequest.builder()
                                        .stackStatusFilters(StackStatus.DELETE_COMPLETE)
                                        .build(),
                                Stage.REGION)
                        .stackSummaries())
                .extracting("stackId")
                .containsExactly(id);
    }

    @Test
    void anUnknownStatusIsNoFilter() {
        var request = ListStacksRequest.builder()
                .stackStatusFiltersWithStrings("CREATE_COMPLETE", "SPLENDID")
                .build();

        assertThatThrownBy(() -> queries.listStacks(request, Stage.REGION))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "1 validation error detected: Value '[CREATE_COMPLETE, SPLENDID]' at 'stackStatusFilter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [")
                .hasMessageContaining("ROLLBACK_COMPLETE");
    }

    @Test
    void aStackIsKnownInItsRegionOnly() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        var request = DescribeStacksRequest.builder().stackName(id).build();

        assertThat(queries.describeStacks(request, Stage.REGION).stacks()).hasSize(1);
        assertThatThrownBy(() -> queries.describeStacks(request, "us-east-1"))
                .hasMessage("Stack with id " + id + " does not exist");
    }

    @Test
    void resourcesAppearWhenTheyAreBegun() {
        stage.create(Stage.recipe("standard", Map.of()));
        var request = DescribeStackResourcesRequest.builder().stackName("web").build();
        assertThat(queries.describeStackResources(request, Stage.REGION).stackResources())
                .isEmpty();
        stage.passAll();

        assertThat(queries.describeStackResources(request, Stage.REGION).stackResources())
                .extracting(resource -> resource.logicalResourceId() + " " + resource.resourceStatusAsString() + " "
                        + resource.physicalResourceId().replaceAll("[0-9a-f]{16}$|[A-Za-z0-9]{12}$", "*"))
                .containsExactly(
                        "ECSRole CREATE_COMPLETE ecs-web-eu-west-1",
                        "InstanceProfile CREATE_COMPLETE web-InstanceProfile-*",
                        "SecurityGroup CREATE_COMPLETE sg-0*",
                        "Cluster CREATE_COMPLETE web",
                        "AutoScalingGroup CREATE_COMPLETE web-AutoScalingGroup-*",
                        "LaunchTemplate CREATE_COMPLETE lt-0*");
    }

    @Test
    void theMetadataThatHostsReadIsWorkedOut() {
        stage.create(Stage.recipe("classic", Map.of()));
        stage.passAll();
        var request = DescribeStackResourceRequest.builder()
                .stackName("web")
                .logicalResourceId("LaunchConfiguration")
                .build();

        assertThat(queries.describeStackResource(request, Stage.REGION)
                        .stackResourceDetail()
                        .metadata())
                .contains("echo ECS_CLUSTER=web > /etc/ecs/ecs.config")
                .contains("region=eu-west-1");
    }

    @Test
    void theTemplateComesBackAsItWas() {
        stage.create(Stage.recipe("classic", Map.of()));

        assertThat(queries.getTemplate(
                                GetTemplateRequest.builder().stackName("web").build(), Stage.REGION)
                        .templateBody())
                .isEqualTo(Stage.template("classic.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "classic,CAPABILITY_NAMED_IAM,7,ECS cluster architecture template",
        "standard,CAPABILITY_NAMED_IAM,7,ECS cluster architecture template",
        "production,CAPABILITY_IAM,20,"
    })
    void validationNamesParametersAndCapabilities(
            String recipe, String capability, int parameters, String description) {
        var answer = queries.validateTemplate(ValidateTemplateRequest.builder()
                .templateBody(Stage.template(recipe + ".yaml"))
                .build());

        assertThat(answer.capabilitiesAsStrings()).containsExactly(capability);
        assertThat(answer.capabilitiesReason())
                .isEqualTo(
                        "The following resource(s) require capabilities: [AWS::IAM::InstanceProfile, AWS::IAM::Role]");
        assertThat(answer.parameters()).hasSize(parameters);
        if (description != null) {
            assertThat(answer.description()).isEqualTo(description);
        }
    }

    @Test
    void aSummaryNamesTypesAndResources() {
        var answer = queries.getTemplateSummary(
                GetTemplateSummaryRequest.builder()
                        .templateBody(Stage.template("standard.yaml"))
                        .build(),
                Stage.REGION);

        assertThat(answer.resourceTypes())
                .containsExactly(
                        "AWS::IAM::Role",
                        "AWS::IAM::InstanceProfile",
                        "AWS::EC2::SecurityGroup",
                        "AWS::ECS::Cluster",
                        "AWS::AutoScaling::AutoScalingGroup",
                        "AWS::EC2::LaunchTemplate");
        assertThat(answer.version()).isEqualTo("2010-09-09");
    }

    @Test
    void aValueThatIsNotToBeEchoedIsHidden() {
        stage.create(Stage.request("web", """
                        Parameters:
                          Secret: {Type: String, NoEcho: true}
                        Resources:
                          Cluster: {Type: "AWS::ECS::Cluster"}
                        """).parameters(Stage.parameters(Map.of("Secret", "open sesame"))));

        assertThat(stage.describe("web").parameters().getFirst().parameterValue())
                .isEqualTo("****");
    }
}
