package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class UpdateTest {
    private static final String TEMPLATE = """
            Parameters:
              Kind: {Type: String, Default: small}
            Resources:
              Peer: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: !Ref Kind, VpcId: vpc-0a1b2c3d4e5f60718}}
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: fixed
                  VpcId: vpc-0a1b2c3d4e5f60718
                  SecurityGroupIngress: [{IpProtocol: "-1", SourceSecurityGroupId: !Ref Peer}]
              Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: fixed}}
            Outputs:
              Peer: {Value: !Ref Peer}
            """;

    private final Stage stage = new Stage();
    private String id;

    /// Creates it and forgets the story so far.
    private int created(String template) {
        id = stage.create(Stage.request("web", template));
        stage.passAll();
        return stage.story(id).length();
    }

    private String status() {
        return stage.describe("web").stackStatusAsString();
    }

    private String output() {
        return stage.describe("web").outputs().getFirst().outputValue();
    }

    private static Parameter value(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    @Test
    void whatIsReplacedIsMadeBeforeTheOldOneGoes() {
        var start = created(TEMPLATE);
        var before = output();
        stage.update(update -> update.usePreviousTemplate(true).parameters(value("Kind", "large")));
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Peer UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.
                        Peer UPDATE_IN_PROGRESS Resource creation Initiated
                        Peer UPDATE_COMPLETE
                        Group UPDATE_IN_PROGRESS
                        Group UPDATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        Peer DELETE_IN_PROGRESS
                        Peer DELETE_COMPLETE
                        web UPDATE_COMPLETE
                        """);
        assertThat(output()).isNotEqualTo(before);
        assertThat(stage.world().groups).containsKey(output()).doesNotContainKey(before);
        assertThat(stage.describe("web").lastUpdatedTime())
                .isAfter(stage.describe("web").creationTime());
    }

    @Test
    void newResourcesAreCreatedAndRemovedOnesDeletedAtTheEnd() {
        var start = created(TEMPLATE);
        stage.update(update -> update.templateBody(TEMPLATE.replace("Cluster:", "Other:")
                .replace("fixed}", "other}")
                .replace("Outputs:", "  Logs: {Type: \"AWS::Logs::LogGroup\", DependsOn: Other}\nOutputs:")));
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Other CREATE_IN_PROGRESS
                        Other CREATE_IN_PROGRESS Resource creation Initiated
                        Other CREATE_COMPLETE
                        Logs CREATE_IN_PROGRESS
                        Logs CREATE_IN_PROGRESS Resource creation Initiated
                        Logs CREATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        Cluster DELETE_IN_PROGRESS
                        Cluster DELETE_COMPLETE
                        web UPDATE_COMPLETE
                        """);
        assertThat(stage.world().things)
                .filteredOn(Thing.Cluster.class::isInstance)
                .extracting(Thing::id)
                .containsExactly("other");
    }

    @Test
    void aFailureTakesEverythingBack() {
        var start = created(TEMPLATE);
        var things = stage.world().things.stream().map(Thing::id).toList();
        var before = output();
        stage.update(update -> update.templateBody(TEMPLATE.replace("IpProtocol: \"-1\"", "IpProtocol: tcp, Ports: 1")
                        .replace("Outputs:", "  Logs: {Type: \"AWS::Logs::LogGroup\"}\nOutputs:"))
                .parameters(value("Kind", "large")));
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Peer UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.
                        Logs CREATE_IN_PROGRESS
                        Peer UPDATE_IN_PROGRESS Resource creation Initiated
                        Logs CREATE_IN_PROGRESS Resource creation Initiated
                        Logs CREATE_COMPLETE
                        Peer UPDATE_COMPLETE
                        Group UPDATE_IN_PROGRESS
                        Group UPDATE_FAILED Properties validation failed for resource Group with message:
                        [#/SecurityGroupIngress/0: extraneous key [Ports] is not permitted]
                        web UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Group].\s
                        Peer UPDATE_COMPLETE
                        Group UPDATE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        Logs DELETE_IN_PROGRESS
                        Peer DELETE_IN_PROGRESS
                        Peer DELETE_COMPLETE
                        Logs DELETE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
        assertThat(output()).isEqualTo(before);
        assertThat(stage.world().things).extracting(Thing::id).containsExactlyInAnyOrderElementsOf(things);
        assertThat(stage.describe("web").parameters().getFirst().parameterValue())
                .isEqualTo("small");
    }

    @Test
    void aCustomNameCanNotBeReplaced() {
        var named = TEMPLATE.replace("GroupDescription: fixed", "GroupName: mine\n      GroupDescription: fixed");
        var start = created(named);
        stage.update(update -> update.templateBody(named.replace("GroupDescription: fixed", "GroupDescription: new")));
        stage.passAll();

        assertThat(stage.storySince(start))
                .contains(
                        "Group UPDATE_FAILED CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename mine and update the stack again.\n")
                .endsWith("web UPDATE_ROLLBACK_COMPLETE\n");
    }

    @Test
    void aTagOfTheStackReachesWhatCanBearIt() {
        var start = created(TEMPLATE);
        stage.update(update -> update.usePreviousTemplate(true)
                .tags(Tag.builder().key("team").value("ops").build()));
        stage.passAll();

        assertThat(stage.storySince(start).lines().filter(line -> line.endsWith("UPDATE_COMPLETE")))
                .containsExactlyInAnyOrder(
                        "Peer UPDATE_COMPLETE",
                        "Group UPDATE_COMPLETE",
                        "Cluster UPDATE_COMPLETE",
                        "web UPDATE_COMPLETE");
        assertThat(stage.world().things)
                .filteredOn(Thing.Cluster.class::isInstance)
                .extracting(thing -> ((Thing.Cluster) thing).tags().get("team"))
                .containsExactly("ops");
    }

    @Test
    void whatCanNotBeDeletedDoesNotSpoilTheUpdate() {
        var start = created(TEMPLATE);
        stage.world().deletionRefusal = "The Cluster cannot be deleted while Services are active.";
        stage.update(update ->
                update.templateBody(TEMPLATE.replace("Cluster:", "Other:").replace("fixed}", "other}")));
        stage.passAll();

        assertThat(stage.storySince(start)).endsWith("""
                        Cluster DELETE_FAILED The Cluster cannot be deleted while Services are active.
                        web UPDATE_COMPLETE Update successful. One or more resources could not be deleted.
                        """);
        assertThat(stage.engine
                        .queries()
                        .describeStackResources(
                                DescribeStackResourcesRequest.builder()
                                        .stackName("web")
                                        .build(),
                                Stage.REGION)
                        .stackResources())
                .extracting("logicalResourceId")
                .doesNotContain("Cluster");
    }

    @Test
    void withoutRollBackItStaysAsItIsUntilSomebodyDecides() {
        var start = created(TEMPLATE);
        var broken = TEMPLATE.replace("IpProtocol: \"-1\"", "Ports: 1");
        stage.update(update ->
                update.templateBody(broken).parameters(value("Kind", "large")).disableRollback(true));
        stage.passAll();

        assertThat(stage.storySince(start))
                .endsWith("web UPDATE_FAILED The following resource(s) failed to update: [Group]. \n");
        var failed = stage.story(id).length();
        stage.engine
                .updates()
                .rollbackStack(RollbackStackRequest.builder().stackName("web").build(), Stage.REGION);
        stage.passAll();
        assertThat(stage.storySince(failed)).isEqualTo("""
                        web UPDATE_ROLLBACK_IN_PROGRESS User Initiated
                        Peer UPDATE_COMPLETE
                        Group UPDATE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        Peer DELETE_IN_PROGRESS
                        Peer DELETE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
    }

    @Test
    void aSecondUpdateMendsAFirstThatFailed() {
        created(TEMPLATE);
        stage.update(update -> update.templateBody(TEMPLATE.replace("IpProtocol: \"-1\"", "Ports: 1"))
                .disableRollback(true));
        stage.passAll();
        var failed = stage.story(id).length();
        stage.update(update -> update.templateBody(TEMPLATE));
        stage.passAll();

        assertThat(stage.storySince(failed)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Group UPDATE_IN_PROGRESS
                        Group UPDATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_COMPLETE
                        """);
    }

    @Test
    void aCreationThatFailedCanBeUpdatedToItsEnd() {
        var broken = TEMPLATE.replace("IpProtocol: \"-1\"", "Ports: 1");
        id = stage.create(Stage.request("web", broken).disableRollback(true));
        stage.passAll();
        var failed = stage.story(id).length();
        stage.update(update -> update.templateBody(TEMPLATE));
        stage.passAll();

        assertThat(stage.storySince(failed)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Group CREATE_IN_PROGRESS
                        Group CREATE_IN_PROGRESS Resource creation Initiated
                        Group CREATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_COMPLETE
                        """);
    }

    @Test
    void aCreationThatFailedCanBeRolledBack() {
        id = stage.create(Stage.request("web", TEMPLATE.replace("IpProtocol: \"-1\"", "Ports: 1"))
                .disableRollback(true));
        stage.passAll();
        stage.engine
                .updates()
                .rollbackStack(RollbackStackRequest.builder().stackName("web").build(), Stage.REGION);
        stage.passAll();

        assertThat(stage.story(id))
                .contains("web ROLLBACK_IN_PROGRESS User Initiated\n")
                .endsWith("web ROLLBACK_COMPLETE\n");
        assertThat(stage.world().things).isEmpty();
    }

    @Test
    void aCancelledUpdateGoesBack() {
        var start = created(TEMPLATE);
        stage.update(update -> update.usePreviousTemplate(true).parameters(value("Kind", "large")));
        stage.pass(Duration.ofMillis(300));
        stage.engine
                .updates()
                .cancelUpdateStack(
                        CancelUpdateStackRequest.builder()
                                .stackName("web")
                                .clientRequestToken("stop")
                                .build(),
                        Stage.REGION);
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Peer UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.
                        Peer UPDATE_IN_PROGRESS Resource creation Initiated
                        Peer UPDATE_FAILED Resource update cancelled
                        web UPDATE_ROLLBACK_IN_PROGRESS User Initiated
                        Peer UPDATE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        Peer DELETE_IN_PROGRESS
                        Peer DELETE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
        assertThat(stage.events("web").getLast().clientRequestToken()).isEqualTo("stop");
    }

    @Test
    void aWayBackThatFailsIsContinuedOrSkipped() {
        var open = TEMPLATE.replace("!Ref Peer}]", "!Ref Friend}]")
                .replace("  Kind:", "  Friend: {Type: String, Default: sg-0a1b2c3d4e5f60718}\n  Kind:");
        var failing = open.replace("{ClusterName: fixed}", "{ClusterName: fixed, Colour: red}, DependsOn: Group")
                .replace("IpProtocol: \"-1\", SourceSecurityGroupId: !Ref Friend", "IpProtocol: \"-1\"");
        var start = created(open);
        stage.update(update -> update.templateBody(failing));
        stage.pass(Duration.ofMillis(300));
        stage.world().groups.remove(FakeWorld.BALANCER);
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        Group UPDATE_IN_PROGRESS
                        Group UPDATE_COMPLETE
                        Cluster UPDATE_IN_PROGRESS
                        Cluster UPDATE_FAILED Properties validation failed for resource Cluster with message:
                        [#: extraneous key [Colour] is not permitted]
                        web UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Cluster].\s
                        Group UPDATE_IN_PROGRESS
                        Cluster UPDATE_COMPLETE
                        Group UPDATE_FAILED Resource handler returned message: "The security group 'sg-0a1b2c3d4e5f60718' does not exist (Service: Ec2, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)" (RequestToken: *, HandlerErrorCode: NotFound)
                        web UPDATE_ROLLBACK_FAILED The following resource(s) failed to update: [Group].\s
                        """);
        var failed = stage.story(id).length();
        stage.engine
                .updates()
                .continueUpdateRollback(
                        ContinueUpdateRollbackRequest.builder().stackName("web").build(), Stage.REGION);
        stage.passAll();
        assertThat(status()).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertThat(stage.storySince(failed)).startsWith("web UPDATE_ROLLBACK_IN_PROGRESS User Initiated\n");
        var again = stage.story(id).length();
        stage.engine
                .updates()
                .continueUpdateRollback(
                        ContinueUpdateRollbackRequest.builder()
                                .stackName("web")
                                .resourcesToSkip("Group")
                                .build(),
                        Stage.REGION);
        stage.passAll();
        assertThat(stage.storySince(again)).isEqualTo("""
                        web UPDATE_ROLLBACK_IN_PROGRESS User Initiated
                        Group UPDATE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
    }

    @Test
    void aSubnetThatIsNotThereRollsBackAtOnce() {
        id = stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        var start = stage.story(id).length();
        stage.update(update -> update.usePreviousTemplate(true)
                .parameters(Stage.parameters(Map.of(
                        "VpcId",
                        FakeWorld.VPC,
                        "Subnets",
                        "subnet-0999999999999999a",
                        "SourceSecurityGroup",
                        FakeWorld.BALANCER,
                        "KeyName",
                        "ops"))));
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        web UPDATE_ROLLBACK_IN_PROGRESS Parameter validation failed: parameter value subnet-0999999999999999a for parameter name Subnets does not exist
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
    }
}
