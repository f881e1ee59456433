package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetHooksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/// From the request for a change set to its end.
class ChangeSetsTest {
    private static final String LOGS = """
            Parameters:
              Days: {Type: Number, Default: 7}
            Resources:
              Logs:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: /hosts, RetentionInDays: !Ref Days}
            """;
    private static final String MORE = LOGS + "  Cluster: {Type: \"AWS::ECS::Cluster\"}\n";

    private final Stage stage = new Stage();
    private final Drafts drafts = new Drafts(stage);

    private static AbstractThrowableAssert<?, ?> refused(String code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String status(String id) {
        var set = drafts.describe(id);
        return set.statusAsString() + " " + set.executionStatusAsString();
    }

    private List<ChangeSetSummary> list() {
        return drafts.sets
                .listChangeSets(ListChangeSetsRequest.builder().stackName("web").build(), Stage.REGION)
                .summaries();
    }

    private void createStack() {
        stage.create(Stage.request("web", LOGS));
        stage.passAll();
    }

    private void delete(Consumer<DeleteChangeSetRequest.Builder> request) {
        drafts.sets.deleteChangeSet(
                DeleteChangeSetRequest.builder().applyMutation(request).build(), Stage.REGION);
    }

    @Test
    void itGoesThroughItsStatesWhileTimePasses() {
        var id = drafts.begin(Drafts.create("first", LOGS));
        var states = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            if (states.isEmpty() || !states.getLast().equals(status(id))) {
                states.add(status(id));
            }
            stage.pass(Duration.ofMillis(50));
        }

        assertThat(states)
                .containsExactly(
                        "CREATE_PENDING UNAVAILABLE", "CREATE_IN_PROGRESS UNAVAILABLE", "CREATE_COMPLETE AVAILABLE");
        assertThat(id)
                .matches(
                        "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/first/[0-9a-f]{8}(-[0-9a-f]{4}){3}-.*");
    }

    @Test
    void aFirstOneLeavesAStackInReviewThatHasNothing() {
        drafts.make(Drafts.create("first", LOGS));

        assertThat(stage.story("web")).isEqualTo("web REVIEW_IN_PROGRESS User Initiated\n");
        var stack = stage.describe("web");
        assertThat(stack.stackStatusReason()).isEqualTo("User Initiated");
        assertThat(stack.description()).isNull();
        assertThat(stack.parameters()).isEmpty();
        assertThat(stack.changeSetId()).isNull();
    }

    @Test
    void carriedOutItMakesTheStackUnderTheSameId() {
        var id = drafts.make(Drafts.create("first", LOGS));
        var stack = stage.describe("web").stackId();
        drafts.execute(id);

        assertThat(status(id)).isEqualTo("CREATE_COMPLETE EXECUTE_IN_PROGRESS");
        stage.passAll();
        assertThat(stage.story(stack)).isEqualTo("""
                        web REVIEW_IN_PROGRESS User Initiated
                        web CREATE_IN_PROGRESS User Initiated
                        Logs CREATE_IN_PROGRESS
                        Logs CREATE_IN_PROGRESS Resource creation Initiated
                        Logs CREATE_COMPLETE
                        web CREATE_COMPLETE
                        """);
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE EXECUTE_COMPLETE");
        assertThat(stage.describe("web").changeSetId()).isEqualTo(id);
        assertThat(stage.describe("web").lastUpdatedTime()).isNotNull();
        assertThat(list()).isEmpty();
    }

    @Test
    void carriedOutItUpdatesAStack() {
        createStack();
        var id = drafts.make(Drafts.update("next", MORE));
        assertThat(Drafts.text(drafts.describe(id))).isEqualTo("Add Cluster\n");
        drafts.execute(id);
        stage.passAll();

        assertThat(stage.story("web")).endsWith("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Cluster CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        Cluster CREATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_COMPLETE
                        """);
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE EXECUTE_COMPLETE");
        assertThat(stage.describe("web").changeSetId()).isEqualTo(id);
    }

    @Test
    void aFailedExecutionIsTold() {
        createStack();
        var id = drafts.make(
                Drafts.update(
                        "next",
                        LOGS
                                + "  Source: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: of a VPC that is not there, VpcId: vpc-0}}\n"));
        drafts.execute(id);
        stage.passAll();

        assertThat(stage.describe("web").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE EXECUTE_FAILED");
    }

    @ParameterizedTest
    @CsvSource({"DELETE,DELETE_COMPLETE", "DO_NOTHING,CREATE_FAILED", "ROLLBACK,ROLLBACK_COMPLETE", ",ROLLBACK_COMPLETE"
    })
    void whatAFailedCreationLeavesIsSaidBefore(OnStackFailure onFailure, String status) {
        var id = drafts.make(Drafts.create(
                        "first",
                        "Resources: {Source: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: vpc-0}}}")
                .onStackFailure(onFailure));
        var stack = drafts.describe(id).stackId();
        drafts.execute(id);
        stage.passAll();

        assertThat(stage.describe(stack).stackStatusAsString()).isEqualTo(status);
    }

    @Test
    void rollBackIsSwitchedOffInOnePlaceOnly() {
        var id = drafts.make(Drafts.create("first", LOGS).onStackFailure(OnStackFailure.ROLLBACK));

        refused("ValidationError", () -> drafts.execute(id, request -> request.disableRollback(true)));
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE AVAILABLE");
    }

    @Test
    void withoutAChangeItFailsAndCanNotBeCarriedOut() {
        createStack();
        var id = drafts.make(Drafts.update("next", LOGS));

        assertThat(Drafts.text(drafts.describe(id)))
                .isEqualTo(
                        "FAILED The submitted information didn't contain changes. Submit different information to create a change set.\n");
        assertThat(status(id)).isEqualTo("FAILED UNAVAILABLE");
        refused("InvalidChangeSetStatus", () -> drafts.execute(id))
                .hasMessage("ChangeSet [" + id + "] cannot be executed in its current status of [FAILED]");
    }

    @Test
    void previousTemplateAndValuesAreTakenOver() {
        stage.create(Stage.request("web", LOGS).parameters(Stage.parameters(Map.of("Days", "14"))));
        stage.passAll();
        var previous =
                Parameter.builder().parameterKey("Days").usePreviousValue(true).build();
        var same = drafts.make(
                Drafts.update("same", null).usePreviousTemplate(true).parameters(previous));
        var other = drafts.make(Drafts.update("other", null).usePreviousTemplate(true));

        assertThat(status(same)).isEqualTo("FAILED UNAVAILABLE");
        assertThat(Drafts.text(drafts.describe(other, true)))
                .contains("/Properties/RetentionInDays [14] [7] Never Static ParameterReference Days");
        assertThat(drafts.describe(other).parameters().getFirst().parameterValue())
                .isEqualTo("7");
        refused(
                        "ValidationError",
                        () -> drafts.begin(Drafts.update("bad", null)
                                .usePreviousTemplate(true)
                                .parameters(previous.toBuilder()
                                        .parameterKey("Weeks")
                                        .build())))
                .hasMessageContaining(
                        "Cannot specify usePreviousValue as true for a parameter key not in the previous template");
    }

    @Test
    void oneThatIsCarriedOutMakesTheOthersObsolete() {
        createStack();
        var left = drafts.make(Drafts.update("left", MORE));
        var right = drafts.make(Drafts.update("right", MORE));
        assertThat(list()).extracting(ChangeSetSummary::changeSetName).containsExactly("left", "right");
        drafts.execute(left);
        stage.passAll();

        assertThat(status(right)).isEqualTo("CREATE_COMPLETE OBSOLETE");
        assertThat(list()).isEmpty();
        refused("InvalidChangeSetStatus", () -> drafts.execute(right))
                .hasMessage(
                        "ChangeSet [" + right + "] cannot be executed in its current execution status of [OBSOLETE]");
        refused("InvalidChangeSetStatus", () -> drafts.execute(left))
                .hasMessage("ChangeSet [" + left
                        + "] cannot be executed in its current execution status of [EXECUTE_COMPLETE]");
    }

    @Test
    void aDirectUpdateMakesThemObsolete() {
        createStack();
        var id = drafts.make(Drafts.update("next", MORE));
        stage.update(request -> request.templateBody(MORE));

        assertThat(status(id)).isEqualTo("CREATE_COMPLETE OBSOLETE");
    }

    @Test
    void aStackInReviewCanBeCreatedDirectly() {
        var id = drafts.make(Drafts.create("first", LOGS));
        var stack = stage.describe("web").stackId();

        assertThat(stage.create(Stage.request("web", LOGS))).isEqualTo(stack);
        stage.passAll();
        assertThat(stage.describe("web").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE OBSOLETE");
    }

    @Test
    void aStackInReviewIsDeletedAtOnce() {
        var id = drafts.make(Drafts.create("first", LOGS));
        var stack = stage.describe("web").stackId();
        stage.delete("web");

        assertThat(stage.describe(stack).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> stage.describe("web")).hasMessage("Stack with id web does not exist");
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE OBSOLETE");
        var next = drafts.make(Drafts.create("first", LOGS));
        assertThat(drafts.describe(next).stackId()).isNotEqualTo(stack);
    }

    @Test
    void theSameRequestWithTheSameTokenGivesTheSameOne() {
        createStack();
        var request = Drafts.update("next", MORE).clientToken("one").description("a");
        var id = drafts.make(request);

        assertThat(drafts.begin(request)).isEqualTo(id);
        refused(
                        "AlreadyExistsException",
                        () -> drafts.begin(
                                Drafts.update("next", MORE).clientToken("two").description("a")))
                .hasMessage("ChangeSet next cannot be created due to a mismatch with existing attribute ClientToken");
        refused(
                        "AlreadyExistsException",
                        () -> drafts.begin(
                                Drafts.update("next", MORE).clientToken("one").description("b")))
                .hasMessage("ChangeSet next cannot be created due to a mismatch with existing attribute Description");
        assertThat(list()).hasSize(1);
    }

    @Test
    void aNameIsFreeAgainOnceItsChangeSetIsCarriedOutOrDeleted() {
        createStack();
        var first = drafts.make(Drafts.update("next", MORE));
        drafts.execute(first);
        stage.passAll();
        var second = drafts.make(Drafts.update("next", LOGS));
        assertThat(second).isNotEqualTo(first);
        delete(request -> request.stackName("web").changeSetName("next"));
        var third = drafts.make(Drafts.update("next", LOGS));

        assertThat(third).isNotEqualTo(second);
        refused("ChangeSetNotFound", () -> drafts.describe(second))
                .hasMessage("ChangeSet [" + second + "] does not exist");
        assertThat(status(first)).isEqualTo("CREATE_COMPLETE EXECUTE_COMPLETE");
    }

    @Test
    void toExecuteAgainWithTheSameTokenIsHarmless() {
        createStack();
        var id = drafts.make(Drafts.update("next", MORE));
        drafts.execute(id, request -> request.clientRequestToken("once"));
        stage.passAll();
        var events = stage.events("web").size();

        assertThatCode(() -> drafts.execute(id, request -> request.clientRequestToken("once")))
                .doesNotThrowAnyException();
        assertThat(stage.events("web")).hasSize(events);
        refused("InvalidChangeSetStatus", () -> drafts.execute(id, request -> request.clientRequestToken("twice")));
        assertThat(stage.events("web").getLast().clientRequestToken()).isEqualTo("once");
    }

    @Test
    void whatStacksAndTypesDoNotGoTogetherIsRefused() {
        refused("ValidationError", () -> drafts.begin(Drafts.update("next", LOGS)))
                .hasMessage("Stack [web] does not exist");
        drafts.make(Drafts.create("first", LOGS));
        refused("ValidationError", () -> drafts.begin(Drafts.update("next", LOGS)))
                .hasMessage("Stack [web] does not exist");
        assertThat(drafts.make(Drafts.create("second", LOGS))).isNotNull();
        stage.create(Stage.request("web", LOGS));
        refused("ValidationError", () -> drafts.begin(Drafts.update("next", LOGS)))
                .hasMessageMatching("Stack:arn:.* is in CREATE_IN_PROGRESS state and can not be updated\\.");
        stage.passAll();
        refused("ValidationError", () -> drafts.begin(Drafts.create("next", LOGS)))
                .hasMessage("Stack [web] already exists and cannot be created again with the changeSet [next].");
        var id = stage.describe("web").stackId();
        stage.delete("web");
        stage.passAll();
        refused(
                        "ValidationError",
                        () -> drafts.begin(Drafts.update("next", LOGS).stackName(id)))
                .hasMessage("Stack:" + id + " is in DELETE_COMPLETE state and can not be updated.");
        refused(
                        "ValidationError",
                        () -> drafts.begin(Drafts.create("next", LOGS).stackName(id)))
                .hasMessage("Stack [" + id + "] already exists and cannot be created again with the changeSet [next].");
    }

    @Test
    void aRefusedRequestLeavesNoStackBehind() {
        refused(
                "InsufficientCapabilitiesException",
                () -> drafts.begin(Drafts.create(
                                "first",
                                "Resources: {Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}}")
                        .capabilitiesWithStrings(List.of())));
        refused("ValidationError", () -> drafts.begin(Drafts.create("first", "Resources: {}")));

        assertThatThrownBy(() -> stage.describe("web")).hasMessage("Stack with id web does not exist");
    }

    @Test
    void requestsThatBreakTheModelAreRefused() {
        refused("ValidationError", () -> drafts.begin(Drafts.create("1st", LOGS)))
                .hasMessage("1 validation error detected: Value '1st' at 'changeSetName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        refused(
                "ValidationError",
                () -> drafts.begin(Drafts.create("first", LOGS).stackName("a_b")));
        refused(
                        "ValidationError",
                        () -> drafts.begin(Drafts.create("first", LOGS).changeSetType(ChangeSetType.IMPORT)))
                .hasMessage("Importing resources is not available in this sandbox.");
        refused(
                "ValidationError",
                () -> drafts.sets.createChangeSet(
                        CreateChangeSetRequest.builder().stackName("web").build(), Stage.REGION));
        refused(
                "ValidationError",
                () -> drafts.begin(Drafts.create("first", null).usePreviousTemplate(true)));
    }

    @Test
    void itIsFoundByItsNameWithinAStackOnly() {
        var id = drafts.make(Drafts.create("first", LOGS));
        var byName = DescribeChangeSetRequest.builder().changeSetName("first");

        assertThat(drafts.sets
                        .describeChangeSet(byName.stackName("web").build(), Stage.REGION)
                        .changeSetId())
                .isEqualTo(id);
        refused(
                        "ValidationError",
                        () -> drafts.sets.describeChangeSet(
                                byName.stackName(null).build(), Stage.REGION))
                .hasMessage("StackName must be specified if ChangeSetName is not specified as an ARN.");
        refused(
                        "ValidationError",
                        () -> drafts.sets.describeChangeSet(
                                byName.stackName("other").build(), Stage.REGION))
                .hasMessage("Stack [other] does not exist");
        refused(
                        "ChangeSetNotFound",
                        () -> drafts.sets.describeChangeSet(
                                byName.changeSetName("second").stackName("web").build(), Stage.REGION))
                .hasMessage("ChangeSet [second] does not exist");
    }

    @Test
    void toDeleteWhatIsNotThereIsHarmlessIfTheStackIs() {
        createStack();

        assertThatCode(() -> delete(request -> request.stackName("web").changeSetName("next")))
                .doesNotThrowAnyException();
        refused(
                        "ValidationError",
                        () -> delete(request -> request.stackName("nostack").changeSetName("next")))
                .hasMessage("Stack [nostack] does not exist");
        refused("ValidationError", () -> delete(request -> request.changeSetName("next")))
                .hasMessage("StackName must be specified if ChangeSetName is not specified as an ARN.");
    }

    @Test
    void whatIsUnderWayIsNotDeleted() {
        createStack();
        var id = drafts.begin(Drafts.update("next", MORE));
        refused("InvalidChangeSetStatus", () -> delete(request -> request.changeSetName(id)));
        stage.pass(Duration.ofSeconds(1));
        drafts.execute(id);

        refused("InvalidChangeSetStatus", () -> delete(request -> request.changeSetName(id)));
    }

    @Test
    void itsTemplateCanBeRead() {
        createStack();
        var id = drafts.make(Drafts.update("next", MORE));
        var queries = stage.engine.queries();

        assertThat(queries.getTemplate(
                                GetTemplateRequest.builder().changeSetName(id).build(), Stage.REGION)
                        .templateBody())
                .isEqualTo(MORE);
        refused(
                        "ValidationError",
                        () -> queries.getTemplate(
                                GetTemplateRequest.builder()
                                        .changeSetName("next")
                                        .build(),
                                Stage.REGION))
                .hasMessage("StackName is a required parameter.");
        assertThat(queries.getTemplate(
                                GetTemplateRequest.builder().stackName("web").build(), Stage.REGION)
                        .templateBody())
                .isEqualTo(LOGS);
    }

    @Test
    void ofHooksThereAreNone() {
        var id = drafts.make(Drafts.create("first", LOGS));
        var hooks = drafts.sets.describeChangeSetHooks(
                DescribeChangeSetHooksRequest.builder().changeSetName(id).build(), Stage.REGION);

        assertThat(hooks.hooks()).isEmpty();
        assertThat(hooks.statusAsString()).isEqualTo("PLANNED");
    }

    @Test
    void manyChangesComeInPages() {
        var template = new StringBuilder("Resources:\n");
        for (var i = 0; i < 120; i++) {
            template.append("  C%03d: {Type: \"AWS::ECS::Cluster\"}%n".formatted(i));
        }
        var id = drafts.make(Drafts.create("first", template.toString()));
        var first = drafts.describe(id);
        var rest = drafts.sets.describeChangeSet(
                DescribeChangeSetRequest.builder()
                        .changeSetName(id)
                        .nextToken(first.nextToken())
                        .build(),
                Stage.REGION);

        assertThat(first.changes()).hasSize(100);
        assertThat(rest.changes()).hasSize(20);
        assertThat(rest.nextToken()).isNull();
        assertThat(rest.changes().getLast().resourceChange().logicalResourceId())
                .isEqualTo("C119");
    }

    @ParameterizedTest
    @CsvSource({"standard", "classic"})
    void aRecipeComesUpThroughAChangeSet(String recipe) {
        var request = Stage.recipe(recipe, Map.of()).build();
        var id = drafts.make(Drafts.create("first", request.templateBody()).parameters(request.parameters()));
        drafts.execute(id);
        stage.passAll();

        assertThat(stage.describe("web").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        var bigger = Stage.recipe(recipe, Map.of("ClusterMaxSize", "9")).build();
        var next = drafts.make(Drafts.update("next", bigger.templateBody()).parameters(bigger.parameters()));
        assertThat(Drafts.text(drafts.describe(next))).isEqualTo("""
                        Modify AutoScalingGroup replacement False [Properties]
                          Properties MaxSize Never Static ParameterReference ClusterMaxSize
                          Properties MaxSize Never Dynamic DirectModification
                        """);
        drafts.execute(next);
        stage.passAll();
        assertThat(stage.describe("web").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }
}
