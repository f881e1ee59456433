package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// What change sets tell. Where CloudFormation's own answers to like requests are on record, these are as those.
class ChangesTest {
    private static final String GROUP = """
            Parameters:
              Words: {Type: String, Default: of the stack}
              Port: {Type: Number, Default: 80}
            Resources:
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: !Ref Words
                  VpcId: vpc-0a1b2c3d4e5f60718
                  SecurityGroupIngress:
                    - {IpProtocol: tcp, FromPort: !Ref Port, ToPort: 81, CidrIp: 10.0.0.0/8}
              Logs:
                Type: AWS::Logs::LogGroup
                Properties:
                  LogGroupName: !Sub /hosts/${Group}
                  RetentionInDays: 7
            """;

    private final Stage stage = new Stage();
    private final Drafts drafts = new Drafts(stage);

    @Test
    void aNewStackGetsAllItsResources() {
        var id = drafts.make(Drafts.create("first", GROUP));

        assertThat(Drafts.text(drafts.describe(id))).isEqualTo("""
                        Add Group
                        Add Logs
                        """);
        var logs = drafts.describe(id, true).changes().getLast().resourceChange();
        assertThat(logs.beforeContext()).isNull();
        assertThat(logs.afterContext())
                .isEqualTo(
                        "{\"Properties\":{\"LogGroupName\":\"{{changeSet:KNOWN_AFTER_APPLY}}\",\"RetentionInDays\":\"7\"}}");
    }

    @Test
    void anEditedPropertyIsADirectModification() {
        assertThat(drafts.changes(GROUP, GROUP.replace("RetentionInDays: 7", "RetentionInDays: 14")))
                .isEqualTo("""
                        Modify Logs replacement False [Properties]
                          Properties RetentionInDays Never Static DirectModification
                        """);
        assertThat(Drafts.text(drafts.describe(
                        drafts.sets
                                .listChangeSets(
                                        software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest
                                                .builder()
                                                .stackName("web")
                                                .build(),
                                        Stage.REGION)
                                .summaries()
                                .getFirst()
                                .changeSetId(),
                        true)))
                .isEqualTo("""
                        Modify Logs replacement False [Properties]
                          Properties RetentionInDays Modify /Properties/RetentionInDays [7] [14] Never Static DirectModification
                        """);
    }

    @Test
    void aChangedParameterIsTheCauseAndMakesItDynamic() {
        assertThat(drafts.changes(GROUP, GROUP, Map.of(), Map.of("Port", "79"), false))
                .isEqualTo("""
                        Modify Group replacement False [Properties]
                          Properties SecurityGroupIngress Never Static ParameterReference Port
                          Properties SecurityGroupIngress Never Dynamic DirectModification
                        """);
    }

    @Test
    void aChangedParameterIsFollowedToItsPlace() {
        assertThat(drafts.changes(GROUP, GROUP, Map.of(), Map.of("Port", "79"), true))
                .isEqualTo("""
                        Modify Group replacement False [Properties]
                          Properties SecurityGroupIngress Modify /Properties/SecurityGroupIngress/0/FromPort [80] [79] Never Static ParameterReference Port
                          Properties SecurityGroupIngress Modify /Properties/SecurityGroupIngress/0/FromPort [80] [79] Never Dynamic DirectModification
                        """);
    }

    @Test
    void whoRefersToAReplacedResourceChangesForCertainAndIsReplacedForItsName() {
        assertThat(drafts.changes(GROUP, GROUP.replace("!Ref Words", "another")))
                .isEqualTo("""
                        Modify Group replacement True ReplaceAndDelete [Properties]
                          Properties GroupDescription Always Static DirectModification
                        Modify Logs replacement True ReplaceAndDelete [Properties]
                          Properties LogGroupName Always Static ResourceReference Group
                        """);
    }

    @Test
    void theValueOfWhatIsReplacedIsKnownAfterwardsOnly() {
        var group = stage.create(Stage.request("web", GROUP));
        stage.passAll();
        assertThat(group).isNotNull();
        var physical = stage.world().things.stream()
                .filter(Thing.SecurityGroup.class::isInstance)
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(drafts.values(GROUP, GROUP.replace("!Ref Words", "another")))
                .isEqualTo("""
                        Modify Group replacement True ReplaceAndDelete [Properties]
                          Properties GroupDescription Modify /Properties/GroupDescription [of the stack] [another] Always Static DirectModification
                        Modify Logs replacement True ReplaceAndDelete [Properties]
                          Properties LogGroupName Modify /Properties/LogGroupName [/hosts/GROUP] [{{changeSet:KNOWN_AFTER_APPLY}}] Always Static ResourceReference Group
                          Properties LogGroupName Modify /Properties/LogGroupName [/hosts/GROUP] [{{changeSet:KNOWN_AFTER_APPLY}}] Always Dynamic DirectModification
                        """.replace("GROUP", physical));
    }

    @Test
    void aReplacedResourceIsKeptIfThatIsItsPolicy() {
        var kept = GROUP.replace("    Type: AWS::EC2", "    UpdateReplacePolicy: Retain\n    Type: AWS::EC2");

        assertThat(drafts.changes(kept, kept.replace("!Ref Words", "another")))
                .contains("Modify Group replacement True ReplaceAndRetain [Properties]");
    }

    @Test
    void whatIsNoLongerThereIsRemovedOrKept() {
        var both = GROUP + """
                  Kept:
                    Type: AWS::Logs::LogGroup
                    DeletionPolicy: RetainExceptOnCreate
                """;

        assertThat(drafts.changes(both, GROUP.substring(0, GROUP.indexOf("  Logs:"))))
                .isEqualTo("""
                        Remove Kept Retain
                        Remove Logs Delete
                        """);
    }

    @Test
    void aConditionAddsAndRemovesResources() {
        var conditional = """
                Parameters:
                  WithLogs: {Type: String, Default: "no"}
                Conditions:
                  Wanted: !Equals [!Ref WithLogs, "yes"]
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                  Logs: {Type: "AWS::Logs::LogGroup", Condition: Wanted}
                """;

        assertThat(drafts.changes(conditional, conditional, Map.of(), Map.of("WithLogs", "yes"), false))
                .isEqualTo("Add Logs\n");
    }

    @Test
    void whatHangsOnTheVersionOfALaunchTemplateMayBeReplaced() {
        stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        var next = Stage.recipe("standard", Map.of("InstanceType", "t2.large")).build();
        var id = drafts.make(Drafts.update("next", next.templateBody()).parameters(next.parameters()));

        assertThat(Drafts.text(drafts.describe(id))).isEqualTo("""
                        Modify AutoScalingGroup replacement Conditional [Properties]
                          Properties LaunchTemplate Conditionally Dynamic ResourceAttribute LaunchTemplate.LatestVersionNumber
                        Modify LaunchTemplate replacement False [Properties]
                          Properties LaunchTemplateData Never Static ParameterReference InstanceType
                          Properties LaunchTemplateData Never Dynamic DirectModification
                        """);
        assertThat(Drafts.text(drafts.describe(id, true))).isEqualTo("""
                        Modify AutoScalingGroup replacement Conditional [Properties]
                          Properties LaunchTemplate Modify /Properties/LaunchTemplate/Version [1] [{{changeSet:KNOWN_AFTER_APPLY}}] Conditionally Dynamic ResourceAttribute LaunchTemplate.LatestVersionNumber
                          Properties LaunchTemplate Modify /Properties/LaunchTemplate/Version [1] [{{changeSet:KNOWN_AFTER_APPLY}}] Conditionally Dynamic DirectModification
                        Modify LaunchTemplate replacement False [Properties]
                          Properties LaunchTemplateData Modify /Properties/LaunchTemplateData/InstanceType [t3.large] [t2.large] Never Static ParameterReference InstanceType
                          Properties LaunchTemplateData Modify /Properties/LaunchTemplateData/InstanceType [t3.large] [t2.large] Never Dynamic DirectModification
                        """);
    }

    @Test
    void anAttributeThatTurnsOutTheSameIsToldByTheTemplateOnly() {
        var arn = GROUP.replace("${Group}", "${Group.GroupId}");
        var edited = arn.replace("ToPort: 81", "ToPort: 82");

        assertThat(drafts.changes(arn, edited)).isEqualTo("""
                        Modify Group replacement False [Properties]
                          Properties SecurityGroupIngress Never Static DirectModification
                        Modify Logs replacement Conditional [Properties]
                          Properties LogGroupName Always Dynamic ResourceAttribute Group.GroupId
                        """);
        var id = drafts.make(Drafts.update("again", edited));
        assertThat(Drafts.text(drafts.describe(id, true))).isEqualTo("""
                        Modify Group replacement False [Properties]
                          Properties SecurityGroupIngress Modify /Properties/SecurityGroupIngress/0/ToPort [81] [82] Never Static DirectModification
                        """);
    }

    @Test
    void theStacksTagsReachTheResourcesThatTakeTags() {
        var standard = Stage.recipe("standard", Map.of()).build();
        stage.create(standard.toBuilder());
        stage.passAll();
        var id = drafts.make(Drafts.update("tags", standard.templateBody())
                .parameters(standard.parameters())
                .tags(Tag.builder().key("team").value("web").build()));

        assertThat(Drafts.text(drafts.describe(id, true)))
                .contains("""
                        Modify Cluster replacement False [Tags]
                          Tags Add /Properties/Tags [null] [[{"Key":"team","Value":"web"}]] Never Static DirectModification
                        """)
                .contains("Modify AutoScalingGroup replacement False [Tags]\n  Tags Add /Properties/Tags/1 ")
                .doesNotContain("Modify LaunchTemplate", "Modify InstanceProfile");
    }

    @Test
    void otherAttributesAreTold() {
        var more = """
                Resources:
                  Logs:
                    Type: AWS::Logs::LogGroup
                    Metadata: {Words: two}
                    DeletionPolicy: Retain
                    UpdateReplacePolicy: Retain
                """;

        assertThat(drafts.changes(more.replace("two", "one").replace("    DeletionPolicy: Retain\n", ""), more))
                .isEqualTo("""
                        Modify Logs replacement False [DeletionPolicy, Metadata]
                          Metadata Never Static DirectModification
                          DeletionPolicy Never Static DirectModification
                        """);
    }

    @Test
    void anUpdatePolicyIsNoChangeByItself() {
        stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        var same = Stage.recipe("standard", Map.of()).build();
        var id = drafts.make(Drafts.update("policy", same.templateBody().replace("MaxBatchSize: 20", "MaxBatchSize: 1"))
                .parameters(same.parameters()));

        assertThat(Drafts.text(drafts.describe(id)))
                .isEqualTo(
                        "FAILED The submitted information didn't contain changes. Submit different information to create a change set.\n");
    }

    @Test
    void outputsAloneCanBeChanged() {
        var id = drafts.changes(GROUP, GROUP + "Outputs: {Name: {Value: !Ref Group}}\n");

        assertThat(id).isEmpty();
        assertThat(drafts.sets
                        .listChangeSets(
                                software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest.builder()
                                        .stackName("web")
                                        .build(),
                                Stage.REGION)
                        .summaries()
                        .getFirst()
                        .executionStatusAsString())
                .isEqualTo("AVAILABLE");
    }

    @Test
    void anotherWayToSayTheSameIsNoChange() {
        assertThat(drafts.changes(
                        GROUP, GROUP.replace("!Ref Words", "of the stack").replace("Default: of", "Default: off")))
                .isEqualTo(
                        "FAILED The submitted information didn't contain changes. Submit different information to create a change set.\n");
    }

    @Test
    void aSecretIsNotShown() {
        var secret = """
                Parameters:
                  Secret: {Type: String, NoEcho: true}
                Resources:
                  Logs:
                    Type: AWS::Logs::LogGroup
                    Metadata: {Words: !Sub "it is ${Secret}"}
                """;
        stage.create(Stage.request("web", secret).parameters(Stage.parameters(Map.of("Secret", "open sesame"))));
        stage.passAll();
        var id =
                drafts.make(Drafts.update("next", secret).parameters(Stage.parameters(Map.of("Secret", "shut again"))));

        assertThat(drafts.describe(id, true).toString())
                .contains("it is ****")
                .doesNotContain("open sesame")
                .doesNotContain("shut again");
    }

    @Test
    void anotherTypeUnderTheSameNameIsRefused() {
        stage.create(Stage.request("web", GROUP));
        stage.passAll();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> drafts.begin(Drafts.update(
                        "next",
                        "Resources: {Logs: {Type: \"AWS::ECS::Cluster\"}, Group: {Type: \"AWS::ECS::Cluster\"}}")))
                .hasMessage(
                        "Update of resource type is not permitted. The new template modifies resource type of the following resources: [Group, Logs]");
    }
}
