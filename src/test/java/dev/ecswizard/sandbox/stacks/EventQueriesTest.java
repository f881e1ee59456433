package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.OperationEntry;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/// What DescribeEvents tells.
class EventQueriesTest {
    private static final String LOGS = """
            Resources:
              Logs:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: /hosts}
            """;
    private static final String BAD = """
            Resources:
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  VpcId: !Ref Logs
                  SecurityGroupIngress:
                    - {IpProtocol: tcp, FromPort: many, Port: 2}
              Logs:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: /hosts}
            """;

    private final Stage stage = new Stage();
    private final Drafts drafts = new Drafts(stage);

    private List<OperationEvent> events(Consumer<DescribeEventsRequest.Builder> request) {
        return stage.engine
                .events()
                .describeEvents(
                        DescribeEventsRequest.builder().applyMutation(request).build(), Stage.REGION)
                .operationEvents();
    }

    /// Oldest first.
    private static String story(List<OperationEvent> events) {
        return events.reversed().stream()
                .map(event -> Stream.of(
                                event.eventTypeAsString(),
                                event.operationTypeAsString(),
                                event.operationStatusAsString(),
                                event.logicalResourceId(),
                                event.resourceStatusAsString(),
                                event.validationName(),
                                event.validationPath(),
                                event.validationStatusReason())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void anOperationIsToldWithItsEnd() {
        stage.create(Stage.request("web", LOGS));
        assertThat(story(events(request -> request.stackName("web")))).isEqualTo("""
                        STACK_EVENT CREATE_STACK web CREATE_IN_PROGRESS
                        STACK_EVENT CREATE_STACK IN_PROGRESS
                        """);
        stage.passAll();

        assertThat(story(events(request -> request.stackName("web")))).isEqualTo("""
                        STACK_EVENT CREATE_STACK web CREATE_IN_PROGRESS
                        STACK_EVENT CREATE_STACK Logs CREATE_IN_PROGRESS
                        STACK_EVENT CREATE_STACK Logs CREATE_IN_PROGRESS
                        STACK_EVENT CREATE_STACK Logs CREATE_COMPLETE
                        STACK_EVENT CREATE_STACK web CREATE_COMPLETE
                        STACK_EVENT CREATE_STACK SUCCEEDED
                        """);
        var end = events(request -> request.stackName("web")).getFirst();
        assertThat(end.startTime()).isBefore(end.endTime());
        assertThat(end.endTime()).isEqualTo(end.timestamp());
    }

    @Test
    void whatFailedCanBeAskedForAlone() {
        stage.create(
                Stage.request(
                        "web",
                        "Resources: {Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: vpc-0}}}"));
        stage.passAll();

        assertThat(story(events(request -> request.stackName("web").filters(filter -> filter.failedEvents(true)))))
                .isEqualTo("""
                        PROVISIONING_ERROR CREATE_STACK Group CREATE_FAILED
                        STACK_EVENT CREATE_STACK FAILED
                        """);
    }

    @Test
    void eachOperationHasAnIdThatItsEventsBear() {
        stage.create(Stage.request("web", LOGS));
        stage.passAll();
        stage.update(request -> request.templateBody(
                LOGS + "  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: vpc-0}}\n"));
        stage.passAll();
        var last = stage.describe("web").lastOperations();

        assertThat(last).extracting(OperationEntry::operationTypeAsString).containsExactly("ROLLBACK", "UPDATE_STACK");
        var id = last.getLast().operationId();
        assertThat(events(request -> request.operationId(id)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.operationId()).isEqualTo(id));
        assertThat(story(events(request -> request.operationId(id))))
                .contains("STACK_EVENT UPDATE_STACK web UPDATE_IN_PROGRESS\n")
                .endsWith("STACK_EVENT UPDATE_STACK FAILED\n")
                .doesNotContain("ROLLBACK");
        assertThat(stage.events("web").getLast().operationId())
                .isEqualTo(last.getFirst().operationId());
    }

    @Test
    void theIdIsGivenWithTheAnswer() {
        var answer = stage.engine.createStack(Stage.request("web", LOGS).build(), Stage.REGION);

        assertThat(stage.events("web").getFirst().operationId()).isNotNull().isEqualTo(answer.operationId());
    }

    @Test
    void whatIsWrongWithAResourceIsToldWithItsPlace() {
        var id = drafts.make(Drafts.create("first", BAD));

        assertThat(drafts.describe(id).statusReason())
                .isEqualTo(
                        "The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.");
        assertThat(story(events(request -> request.changeSetName(id)))).isEqualTo("""
                        STACK_EVENT CREATE_CHANGESET web REVIEW_IN_PROGRESS
                        VALIDATION_ERROR CREATE_CHANGESET Group PROPERTY_VALIDATION /Resources/Group/Properties #: required key [GroupDescription] not found
                        VALIDATION_ERROR CREATE_CHANGESET Group PROPERTY_VALIDATION /Resources/Group/Properties/SecurityGroupIngress/0/FromPort #/SecurityGroupIngress/0/FromPort: expected type: Integer, found: String
                        VALIDATION_ERROR CREATE_CHANGESET Group PROPERTY_VALIDATION /Resources/Group/Properties/SecurityGroupIngress/0 #/SecurityGroupIngress/0: extraneous key [Port] is not permitted
                        STACK_EVENT CREATE_CHANGESET FAILED
                        """);
        assertThat(events(request -> request.changeSetName(id).filters(filter -> filter.failedEvents(true))))
                .hasSize(4)
                .filteredOn(event -> event.validationPath() != null)
                .allSatisfy(event -> {
                    assertThat(event.validationFailureModeAsString()).isEqualTo("FAIL");
                    assertThat(event.validationStatusAsString()).isEqualTo("FAILED");
                    assertThat(event.resourceType()).isEqualTo("AWS::EC2::SecurityGroup");
                });
    }

    @Test
    void aNameThatIsTakenIsSeenBeforeAnythingIsMade() {
        stage.roles.add("ecs-web-eu-west-1");
        stage.create(Stage.request("other", LOGS));
        stage.passAll();
        var recipe = Stage.recipe("standard", Map.of()).build();
        var id =
                drafts.make(Drafts.create("first", recipe.templateBody() + "\n").parameters(recipe.parameters()));
        var logs = drafts.make(Drafts.create("second", LOGS));

        assertThat(story(events(request -> request.changeSetName(id).filters(filter -> filter.failedEvents(true)))))
                .isEqualTo("""
                        VALIDATION_ERROR CREATE_CHANGESET ECSRole NAME_CONFLICT_VALIDATION /Resources/ECSRole Resource of type 'AWS::IAM::Role' with identifier 'ecs-web-eu-west-1' already exists.
                        STACK_EVENT CREATE_CHANGESET FAILED
                        """);
        assertThat(drafts.describe(logs).statusReason()).contains("[AWS::EarlyValidation::ResourceExistenceCheck]");
        assertThat(drafts.describe(id).executionStatusAsString()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void aStacksEventsIncludeThoseOfItsChangeSets() {
        drafts.make(Drafts.create("first", LOGS));

        assertThat(story(events(request -> request.stackName("web")))).isEqualTo("""
                        STACK_EVENT CREATE_CHANGESET web REVIEW_IN_PROGRESS
                        STACK_EVENT CREATE_CHANGESET SUCCEEDED
                        """);
    }

    @Test
    void manyEventsComeInPages() {
        stage.create(Stage.recipe("standard", Map.of("ClusterSize", "200", "ClusterMaxSize", "300")));
        stage.passAll();
        var queries = stage.engine.events();
        var first = queries.describeEvents(
                DescribeEventsRequest.builder().stackName("web").build(), Stage.REGION);
        var second = queries.describeEvents(
                DescribeEventsRequest.builder()
                        .stackName("web")
                        .nextToken(first.nextToken())
                        .build(),
                Stage.REGION);

        assertThat(first.operationEvents()).hasSize(100);
        assertThat(second.operationEvents()).hasSize(100).doesNotContainAnyElementsOf(first.operationEvents());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> events(_ -> {}))
                .hasMessage("One of ChangeSetName, OperationId or StackName must be specified as input.");
        assertThatThrownBy(() -> events(request -> request.stackName("nobody")))
                .hasMessage("Stack [nobody] does not exist");
        assertThatThrownBy(() -> events(request -> request.operationId("0")))
                .hasMessage("Operation with id 0 does not exist");
        assertThatThrownBy(() -> events(request -> request.changeSetName("arn:aws:no")))
                .hasMessage("ChangeSet [arn:aws:no] does not exist");
    }
}
