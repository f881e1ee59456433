package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;

class LifecycleTest {
    private static final String PRODUCER = """
            Parameters:
              Name: {Type: String, Default: first}
              Hidden: {Type: String, Default: x}
            Resources:
              Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: !Ref Name}}
            Outputs:
              Name: {Value: !Ref Cluster, Export: {Name: cluster-name}}
            """;
    private static final String CONSUMER = """
            Resources:
              Logs: {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: !ImportValue cluster-name}}
            """;

    private final Stage stage = new Stage();

    private String created(String name, String template) {
        var id = stage.create(Stage.request(name, template));
        stage.passAll();
        return id;
    }

    private static String refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(Refusal.class, call);
        return refusal == null ? "none" : refusal.code() + ": " + refusal.getMessage();
    }

    private static Parameter name(String value) {
        return Parameter.builder().parameterKey("Name").parameterValue(value).build();
    }

    private void delete(Consumer<DeleteStackRequest.Builder> request) {
        stage.engine.deleteStack(
                DeleteStackRequest.builder()
                        .stackName("web")
                        .applyMutation(request)
                        .build(),
                Stage.REGION);
        stage.passAll();
    }

    private String status(String stack) {
        return stage.describe(stack).stackStatusAsString();
    }

    @Test
    void nothingToUpdateIsSaid() {
        created("web", PRODUCER);

        assertThat(refusal(() -> stage.update(update -> update.templateBody(PRODUCER + "\n# a comment"))))
                .isEqualTo("ValidationError: No updates are to be performed.");
        assertThat(refusal(() -> stage.update(update -> update.usePreviousTemplate(true)
                        .parameters(Parameter.builder()
                                .parameterKey("Name")
                                .usePreviousValue(true)
                                .build()))))
                .isEqualTo("ValidationError: No updates are to be performed.");
        assertThat(stage.events("web")).hasSize(5);
    }

    @Test
    void aPreviousValueIsKeptAndAnOmittedOneIsTheDefault() {
        created("web", PRODUCER);
        stage.update(update -> update.usePreviousTemplate(true).parameters(name("second")));
        stage.passAll();
        stage.update(update -> update.templateBody(
                        PRODUCER.replace("Outputs:", "  Logs: {Type: \"AWS::Logs::LogGroup\"}\nOutputs:"))
                .parameters(Parameter.builder()
                        .parameterKey("Name")
                        .usePreviousValue(true)
                        .build()));
        stage.passAll();

        assertThat(stage.describe("web").outputs().getFirst().outputValue()).isEqualTo("second");
        stage.update(update -> update.usePreviousTemplate(true));
        stage.passAll();
        assertThat(stage.describe("web").outputs().getFirst().outputValue()).isEqualTo("first");
    }

    @Test
    void updatesThatCanNotBeAreRefused() {
        created("web", PRODUCER);
        assertThat(refusal(() -> stage.update(update -> update.stackName("lost").templateBody(PRODUCER))))
                .isEqualTo("ValidationError: Stack [lost] does not exist");
        assertThat(refusal(() -> stage.update(update -> {})))
                .isEqualTo("ValidationError: Either Template URL or Template Body must be specified.");
        assertThat(refusal(() ->
                        stage.update(update -> update.usePreviousTemplate(true).templateBody(PRODUCER))))
                .startsWith("ValidationError: You cannot specify both");
        assertThat(refusal(() -> stage.update(
                        update -> update.templateBody(PRODUCER.replace("AWS::ECS::Cluster", "AWS::Logs::LogGroup")
                                .replace("ClusterName", "LogGroupName")))))
                .isEqualTo(
                        "ValidationError: Update of resource type is not permitted. The new template modifies resource type of the following resources: [Cluster]");
        assertThat(refusal(() -> stage.update(update -> update.templateBody(
                                PRODUCER.replace(
                                        "Outputs:",
                                        "  Role: {Type: \"AWS::IAM::Role\", Properties: {AssumeRolePolicyDocument: {}}}\nOutputs:"))
                        .capabilities(List.of()))))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]");
        assertThat(refusal(() ->
                        stage.update(update -> update.templateBody(PRODUCER).roleARN("x"))))
                .isEqualTo(
                        "ValidationError: 1 validation error detected: Value 'x' at 'roleARN' failed to satisfy constraint: Member must have length greater than or equal to 20");
    }

    @Test
    void onlyARoleOfTheAccountIsTaken() {
        var unknown = "arn:aws:iam::123456789012:role/nobody";
        var sentence = "ValidationError: Role " + unknown + " is invalid or cannot be assumed";
        assertThat(refusal(() -> stage.create(Stage.request("web", PRODUCER).roleARN(unknown))))
                .isEqualTo(sentence);
        var id = created("web", PRODUCER);
        assertThat(refusal(() ->
                        stage.update(update -> update.usePreviousTemplate(true).roleARN(unknown))))
                .isEqualTo(sentence);
        assertThat(refusal(() -> delete(request -> request.roleARN(unknown)))).isEqualTo(sentence);
        assertThat(status("web")).isEqualTo("CREATE_COMPLETE");

        stage.roles.add("deployer");
        delete(request -> request.roleARN("arn:aws:iam::123456789012:role/ops/deployer"));
        assertThat(status(id)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aStackThatIsBusyOrRolledBackCanNotBeUpdated() {
        var id = created("web", PRODUCER);
        stage.update(update -> update.usePreviousTemplate(true).parameters(name("second")));
        assertThat(refusal(() -> stage.update(update -> update.usePreviousTemplate(true))))
                .isEqualTo("ValidationError: Stack:" + id + " is in UPDATE_IN_PROGRESS state and can not be updated.");
        var broken = created("broken", PRODUCER.replace("!Ref Name}", "!Ref Name, Colour: red}"));
        assertThat(refusal(
                        () -> stage.update(update -> update.stackName("broken").templateBody(PRODUCER))))
                .isEqualTo(
                        "ValidationError: Stack:" + broken + " is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    @Test
    void aRepeatedUpdateDoesNothingASecondTime() {
        created("web", PRODUCER);
        for (var i = 0; i < 2; i++) {
            stage.update(update ->
                    update.usePreviousTemplate(true).parameters(name("second")).clientRequestToken("once"));
            stage.passAll();
        }

        assertThat(stage.events("web"))
                .filteredOn(event -> "once".equals(event.clientRequestToken()))
                .hasSize(8);
        assertThat(refusal(() -> stage.update(update -> update.usePreviousTemplate(true)
                        .parameters(name("third"))
                        .clientRequestToken("once"))))
                .startsWith("TokenAlreadyExistsException");
    }

    @Test
    void whoIsNotUpdatingCanNotBeCancelledContinuedOrRolledBack() {
        created("web", PRODUCER);
        var updates = stage.engine.updates();

        assertThat(refusal(() -> updates.cancelUpdateStack(
                        CancelUpdateStackRequest.builder().stackName("web").build(), Stage.REGION)))
                .isEqualTo("ValidationError: CancelUpdateStack cannot be called from current stack status");
        assertThat(refusal(() -> updates.continueUpdateRollback(
                        ContinueUpdateRollbackRequest.builder().stackName("web").build(), Stage.REGION)))
                .isEqualTo("ValidationError: ContinueUpdateRollback cannot be called from current stack status");
        assertThat(refusal(() -> updates.rollbackStack(
                        RollbackStackRequest.builder().stackName("web").build(), Stage.REGION)))
                .isEqualTo("ValidationError: RollbackStack cannot be called from current stack status");
    }

    @Test
    void anExportInUseStaysAsItIs() {
        created("web", PRODUCER);
        created("user", CONSUMER);
        stage.update(update -> update.usePreviousTemplate(true).parameters(name("second")));
        stage.passAll();
        assertThat(stage.story("web"))
                .contains(
                        "web UPDATE_ROLLBACK_IN_PROGRESS Export cluster-name cannot be updated as it is in use by user\n")
                .endsWith("web UPDATE_ROLLBACK_COMPLETE\n");
        stage.update(update -> update.templateBody(PRODUCER.replace("cluster-name", "other")));
        stage.passAll();
        assertThat(stage.story("web"))
                .contains(
                        "web UPDATE_ROLLBACK_IN_PROGRESS Delete canceled. Cannot delete export cluster-name as it is in use by user.\n");
        delete(request -> {});
        assertThat(stage.story("web")).endsWith("""
                        web DELETE_IN_PROGRESS User Initiated
                        web UPDATE_ROLLBACK_COMPLETE Delete canceled. Cannot delete export cluster-name as it is in use by user.
                        """);
        delete(request -> request.stackName("user"));
        var id = stage.describe("web").stackId();
        delete(request -> {});
        assertThat(status(id)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aStackThatIsUpdatedCanNotBeDeleted() {
        var id = created("web", PRODUCER);
        stage.update(update -> update.usePreviousTemplate(true).parameters(name("second")));

        assertThat(refusal(() -> delete(request -> {})))
                .isEqualTo("ValidationError: Stack [" + id + "] cannot be deleted while in status UPDATE_IN_PROGRESS");
    }

    @Test
    void modesOfDeletionAreForStacksWhoseDeletionFailed() {
        var id = created("web", PRODUCER);

        assertThat(refusal(() -> delete(request -> request.retainResources("Cluster"))))
                .isEqualTo(
                        "ValidationError: Invalid operation on stack [" + id
                                + "]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.");
        assertThat(refusal(() -> delete(request -> request.deletionMode(DeletionMode.FORCE_DELETE_STACK))))
                .isEqualTo(
                        "ValidationError: Invalid operation on stack [" + id
                                + "]. You can activate DeletionMode FORCE_DELETE_STACK in a delete stack operation only when the stack is in the DELETE_FAILED state.");
        assertThat(refusal(() -> delete(request -> request.deletionMode("HARD"))))
                .isEqualTo(
                        "ValidationError: 1 validation error detected: Value 'HARD' at 'deletionMode' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, FORCE_DELETE_STACK]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCanNotBeDeletedIsLeftBehindOnRequest(boolean isForced) {
        var id = created("web", PRODUCER);
        stage.world().deletionRefusal = "The Cluster cannot be deleted while Services are active.";
        delete(request -> {});
        assertThat(status("web")).isEqualTo("DELETE_FAILED");
        var failed = stage.story("web").length();
        delete(request -> {
            if (isForced) {
                request.deletionMode(DeletionMode.FORCE_DELETE_STACK);
            } else {
                request.retainResources("Cluster");
            }
        });

        assertThat(stage.story(id).substring(failed)).isEqualTo((isForced ? """
                        web DELETE_IN_PROGRESS User Initiated
                        Cluster DELETE_IN_PROGRESS
                        Cluster DELETE_SKIPPED The Cluster cannot be deleted while Services are active.
                        web DELETE_COMPLETE
                        """ : """
                        web DELETE_IN_PROGRESS User Initiated
                        Cluster DELETE_SKIPPED
                        web DELETE_COMPLETE
                        """));
        assertThat(stage.world().things).hasSize(1);
    }

    @Test
    void aRepeatedDeletionIsHarmless() {
        var id = created("web", PRODUCER);
        delete(request -> request.clientRequestToken("gone"));
        delete(request -> request.clientRequestToken("gone"));
        created("web", PRODUCER);
        delete(request -> request.clientRequestToken("gone"));

        assertThat(status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(status("web")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aFailedUpdateCanBeDeletedWithAllThatIsLeft() {
        created("web", PRODUCER);
        stage.update(update -> update.templateBody(
                        PRODUCER.replace(
                                "Outputs:",
                                "  Bad: {Type: \"AWS::ECS::Cluster\", DependsOn: Cluster, Properties: {Colour: red}}\nOutputs:"))
                .parameters(name("second"))
                .disableRollback(true));
        stage.passAll();
        assertThat(stage.world().things).hasSize(2);
        delete(request -> {});

        assertThat(stage.world().things).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void retainedResourcesOfAFailedCreationGoOnlyOnRequest(boolean isRetainedExceptOnCreate) {
        var template = """
                Resources:
                  Kept: {Type: "AWS::ECS::Cluster", DeletionPolicy: Retain}
                  Bad: {Type: "AWS::ECS::Cluster", DependsOn: Kept, Properties: {Colour: red}}
                """;
        stage.create(Stage.request("web", template).retainExceptOnCreate(isRetainedExceptOnCreate));
        stage.passAll();

        assertThat(status("web")).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(stage.world().things).hasSize(isRetainedExceptOnCreate ? 0 : 1);
    }

    @Test
    void aDeletionInTheMiddleOfARollBackGoesOnWithIt() {
        var id = stage.create(
                Stage.request(
                        "web",
                        PRODUCER.replace(
                                "Outputs:",
                                "  Bad: {Type: \"AWS::ECS::Cluster\", DependsOn: Cluster, Properties: {Colour: red}}\nOutputs:")));
        stage.pass(Duration.ofMillis(850));
        assertThat(status("web")).isEqualTo("ROLLBACK_IN_PROGRESS");
        delete(request -> {});

        assertThat(status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(stage.world().things).isEmpty();
    }
}
