package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final String UP_TO_THE_SOURCE = """
            web CREATE_IN_PROGRESS User Initiated
            ECSRole CREATE_IN_PROGRESS
            SecurityGroup CREATE_IN_PROGRESS
            Cluster CREATE_IN_PROGRESS
            SecurityGroup CREATE_IN_PROGRESS Resource creation Initiated
            ECSRole CREATE_IN_PROGRESS Resource creation Initiated
            Cluster CREATE_IN_PROGRESS Resource creation Initiated
            Cluster CREATE_COMPLETE
            SecurityGroup CREATE_COMPLETE
            ECSRole CREATE_COMPLETE
            InstanceProfile CREATE_IN_PROGRESS
            InstanceProfile CREATE_IN_PROGRESS Resource creation Initiated
            InstanceProfile CREATE_COMPLETE
            """;
    private static final String UP_TO_THE_GROUP = UP_TO_THE_SOURCE + """
            LaunchTemplate CREATE_IN_PROGRESS
            LaunchTemplate CREATE_IN_PROGRESS Resource creation Initiated
            LaunchTemplate CREATE_COMPLETE
            AutoScalingGroup CREATE_IN_PROGRESS
            """;

    private final Stage stage = new Stage();

    private String story(String recipe, Map<String, String> parameters) {
        var id = stage.create(Stage.recipe(recipe, parameters));
        stage.passAll();
        return stage.story(id);
    }

    /// The sentence with which the first resource failed.
    private String cause(String story) {
        return story.lines()
                .filter(line -> line.contains(" CREATE_FAILED ") && !line.contains("cancelled"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hostsWithoutAWayOutNeverSignalAndTheStackRollsBack() {
        assertThat(story("standard", Map.of("Subnets", FakeWorld.SEALED))).isEqualTo(UP_TO_THE_GROUP + """
                                AutoScalingGroup CREATE_IN_PROGRESS Resource creation Initiated
                                AutoScalingGroup UPDATE_IN_PROGRESS Failed to receive 2 resource signal(s) for the current batch.  Each resource signal timeout is counted as a FAILURE.
                                AutoScalingGroup CREATE_FAILED Received 0 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement
                                web ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [AutoScalingGroup]. Rollback requested by user.
                                AutoScalingGroup DELETE_IN_PROGRESS
                                AutoScalingGroup DELETE_COMPLETE
                                LaunchTemplate DELETE_IN_PROGRESS
                                LaunchTemplate DELETE_COMPLETE
                                InstanceProfile DELETE_IN_PROGRESS
                                SecurityGroup DELETE_IN_PROGRESS
                                Cluster DELETE_IN_PROGRESS
                                InstanceProfile DELETE_COMPLETE
                                ECSRole DELETE_IN_PROGRESS
                                SecurityGroup DELETE_COMPLETE
                                Cluster DELETE_COMPLETE
                                ECSRole DELETE_COMPLETE
                                web ROLLBACK_COMPLETE
                                """);
        assertThat(stage.world().things).isEmpty();
    }

    @Test
    void onlyTheHostsWithAWayOutSignal() {
        assertThat(story("standard", Map.of("Subnets", FakeWorld.FIRST + "," + FakeWorld.SEALED)))
                .contains("AutoScalingGroup CREATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*\n")
                .contains(
                        "AutoScalingGroup CREATE_FAILED Received 1 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement\n");
    }

    @Test
    void aRoleThatIsTakenFailsAndCancelsTheInnocent() {
        stage.roles.add("ecs-web");

        assertThat(story("classic", Map.of())).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        ECSRole CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS Resource creation Initiated
                        ECSRole CREATE_FAILED Resource handler returned message: "Resource of type 'AWS::IAM::Role' with identifier 'ecs-web' already exists." (RequestToken: *, HandlerErrorCode: AlreadyExists)
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        SecurityGroup CREATE_FAILED Resource creation cancelled
                        Cluster CREATE_FAILED Resource creation cancelled
                        web ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [ECSRole, SecurityGroup, Cluster]. Rollback requested by user.
                        ECSRole DELETE_COMPLETE
                        SecurityGroup DELETE_IN_PROGRESS
                        Cluster DELETE_IN_PROGRESS
                        SecurityGroup DELETE_COMPLETE
                        Cluster DELETE_COMPLETE
                        web ROLLBACK_COMPLETE
                        """);
        assertThat(stage.roles).containsExactly("ecs-web");
    }

    @Test
    void aRoleOfAnotherStackIsNamedWithThatStack() {
        var template = Stage.template("classic.yaml").replace("ecs-${AWS::StackName}", "ecs-shared");
        var first = stage.create(Stage.recipe("classic", Map.of()).templateBody(template));
        stage.passAll();
        var second = stage.create(
                Stage.recipe("classic", Map.of()).stackName("second").templateBody(template));
        stage.passAll();

        assertThat(cause(stage.story(second)))
                .isEqualTo("ECSRole CREATE_FAILED ecs-shared already exists in stack "
                        + first.substring(0, first.lastIndexOf('/')) + "/*");
    }

    @Test
    void aRoleMadeInAnotherRegionIsTakenHereToo() {
        var request = Stage.recipe("classic", Map.of()).build();
        stage.engine.createStack(request, "us-east-1");
        stage.passAll();

        assertThat(cause(story("classic", Map.of())))
                .isEqualTo(
                        "ECSRole CREATE_FAILED Resource handler returned message: \"Resource of type 'AWS::IAM::Role' with identifier 'ecs-web' already exists.\" (RequestToken: *, HandlerErrorCode: AlreadyExists)");
    }

    @Test
    void anUnknownImageFailsTheGroupOfALaunchTemplate() {
        stage.world().images.clear();

        assertThat(story("standard", Map.of())).startsWith(UP_TO_THE_GROUP + """
                                AutoScalingGroup CREATE_FAILED Resource handler returned message: "You must use a valid fully-formed launch template. The image id '[ami-0a168278a10694b9b]' does not exist (Service: AutoScaling, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)" (RequestToken: *, HandlerErrorCode: InvalidRequest)
                                web ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [AutoScalingGroup]. Rollback requested by user.
                                AutoScalingGroup DELETE_COMPLETE
                                LaunchTemplate DELETE_IN_PROGRESS
                                """);
    }

    @Test
    void anUnknownImageFailsALaunchConfiguration() {
        stage.world().images.clear();

        assertThat(story("classic", Map.of())).startsWith(UP_TO_THE_SOURCE + """
                                LaunchConfiguration CREATE_IN_PROGRESS
                                LaunchConfiguration CREATE_FAILED Resource handler returned message: "AMI ami-0a168278a10694b9b is invalid: The image id '[ami-0a168278a10694b9b]' does not exist (Service: AutoScaling, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)" (RequestToken: *, HandlerErrorCode: InvalidRequest)
                                web ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [LaunchConfiguration]. Rollback requested by user.
                                LaunchConfiguration DELETE_COMPLETE
                                """);
    }

    @Test
    void anAccountClosedToLaunchConfigurationsSaysSo() {
        stage.world().isClosed = true;

        assertThat(cause(story("classic", Map.of())))
                .isEqualTo(
                        "LaunchConfiguration CREATE_FAILED Resource handler returned message: \"The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups. (Service: AutoScaling, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)\" (RequestToken: *, HandlerErrorCode: GeneralServiceException)");
    }

    @Test
    void anUnknownSubnetOfASubnetParameterRollsBackAtOnce() {
        assertThat(story("standard", Map.of("Subnets", FakeWorld.FIRST + ",subnet-0999999999999999a")))
                .isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        web ROLLBACK_IN_PROGRESS Parameter validation failed: parameter value subnet-0999999999999999a for parameter name Subnets does not exist. Rollback requested by user.
                        web ROLLBACK_COMPLETE
                        """);
    }

    @Test
    void allThatTheAccountDoesNotHaveIsNamed() {
        assertThat(story("standard", Map.of("Subnets", "subnet-1,subnet-2", "KeyName", "lost")))
                .contains("parameter value subnet-1 for parameter name Subnets does not exist, ")
                .contains("parameter value subnet-2 for parameter name Subnets does not exist")
                .contains("parameter value lost for parameter name KeyName does not exist")
                .containsOnlyOnce("Parameter validation failed: ")
                .containsOnlyOnce("does not exist. Rollback requested by user.\n");
    }

    @Test
    void anUnknownKeyPairRollsBackAtOnce() {
        assertThat(story("standard", Map.of("KeyName", "lost"))).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        web ROLLBACK_IN_PROGRESS Parameter validation failed: parameter value lost for parameter name KeyName does not exist. Rollback requested by user.
                        web ROLLBACK_COMPLETE
                        """);
    }

    @Test
    void aSubnetThatVanishesMeanwhileFailsTheGroup() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.pass(java.time.Duration.ofSeconds(2));
        stage.world().subnets.remove(FakeWorld.SECOND);
        stage.passAll();

        assertThat(cause(stage.story(id)))
                .isEqualTo(
                        "AutoScalingGroup CREATE_FAILED Resource handler returned message: \"The subnet ID 'subnet-0b1b2c3d4e5f60718' does not exist (Service: AutoScaling, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)\" (RequestToken: *, HandlerErrorCode: InvalidRequest)");
    }

    @Test
    void anUnknownSecurityGroupFailsTheOneThatRefersToIt() {
        assertThat(cause(story("standard", Map.of("SourceSecurityGroup", "sg-0123456789abcdef0"))))
                .isEqualTo(
                        "SecurityGroup CREATE_FAILED Resource handler returned message: \"The security group 'sg-0123456789abcdef0' does not exist (Service: Ec2, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)\" (RequestToken: *, HandlerErrorCode: NotFound)");
    }

    @Test
    void aSecurityGroupOfAnotherNetworkIsRefused() {
        assertThat(cause(story("standard", Map.of("SourceSecurityGroup", "sg-0ffffffffffffffff"))))
                .contains("You have specified two resources that belong to different networks.");
    }

    @Test
    void aTypeThatAZoneDoesNotOfferFailsTheGroup() {
        stage.world()
                .types
                .put("t3.large", new World.Type("t3.large", Set.of("x86_64"), Set.of("eu-west-1a", "eu-west-1c")));

        assertThat(cause(story("standard", Map.of())))
                .isEqualTo(
                        "AutoScalingGroup CREATE_FAILED Resource handler returned message: \"You must use a valid fully-formed launch template. Your requested instance type (t3.large) is not supported in your requested Availability Zone (eu-west-1b). Please retry your request by not specifying an Availability Zone or choosing eu-west-1a, eu-west-1c. (Service: AutoScaling, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)\" (RequestToken: *, HandlerErrorCode: InvalidRequest)");
    }

    @Test
    void aLaunchThatIsRefusedLeavesTheGroupUnstable() {
        stage.world().launchRefusal =
                "We currently do not have sufficient t2.large capacity in the Availability Zone you requested (eu-west-1a).";

        assertThat(cause(story("classic", Map.of())))
                .isEqualTo(
                        "AutoScalingGroup CREATE_FAILED Group did not stabilize. {current/minSize/desired} group size = {0/2/2}. Failed Scaling Activity: We currently do not have sufficient t2.large capacity in the Availability Zone you requested (eu-west-1a). Launching EC2 instance failed.");
    }

    @Test
    void aMaximumBelowTheSizeIsRefusedByTheGroup() {
        assertThat(cause(story("standard", Map.of("ClusterSize", "5", "ClusterMaxSize", "4"))))
                .contains("Max bound, 4, must be greater than or equal to min bound, 5");
    }

    @Test
    void propertiesThatTheTypeDoesNotKnowFailTheResource() {
        var id = stage.create(Stage.request("web", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {Name: x, ClusterSettings: {Name: y}}}
                  Group: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: vpc-1}}
                """));
        stage.passAll();

        assertThat(stage.story(id).lines().filter(line -> line.contains("CREATE_FAILED") || line.startsWith("[")))
                .containsExactlyInAnyOrder(
                        "Group CREATE_FAILED Properties validation failed for resource Group with message:",
                        "[#: required key [GroupDescription] not found]",
                        "Cluster CREATE_FAILED Properties validation failed for resource Cluster with message:",
                        "[#: extraneous key [Name] is not permitted, #/ClusterSettings: expected type: JSONArray, found: JSONObject]");
    }
}
