package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private final Stage stage = new Stage();

    private static String template(String expression) {
        return """
                Parameters:
                  Names: {Type: CommaDelimitedList, Default: "one, two,three"}
                  Word: {Type: String, Default: red}
                Mappings:
                  Sizes: {eu-west-1: {small: "1", large: "9", many: [a, b]}}
                Conditions:
                  IsRed: !Equals [!Ref Word, red]
                  IsBlue: !Equals [!Ref Word, blue]
                  IsNotBlue: !Not [!Condition IsBlue]
                  IsBoth: !And [!Condition IsRed, !Condition IsBlue]
                  IsEither: !Or [!Condition IsRed, !Condition IsBlue]
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: web}}
                Outputs:
                  Answer: {Value: %s}
                """.formatted(expression);
    }

    private String value(String expression) {
        var id = stage.create(Stage.request("web", template(expression)));
        stage.passAll();
        var stack = stage.describe(id);
        return stack.outputs().isEmpty()
                ? stage.story(id)
                : stack.outputs().getFirst().outputValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Word | red",
                "!Ref Cluster | web",
                "!Ref AWS::Region | eu-west-1",
                "!Ref AWS::AccountId | 123456789012",
                "!Ref AWS::Partition | aws",
                "!Ref AWS::StackName | web",
                "!Ref AWS::URLSuffix | amazonaws.com",
                "!GetAtt Cluster.Arn | arn:aws:ecs:eu-west-1:123456789012:cluster/web",
                "{'Fn::GetAtt': [Cluster, Arn]} | arn:aws:ecs:eu-west-1:123456789012:cluster/web",
                "!Sub '${Word}-${Cluster.Arn}-${!Word}-$Word' | red-arn:aws:ecs:eu-west-1:123456789012:cluster/web-${Word}-$Word",
                "!Sub ['${Own}/${Word}', {Own: !Ref Cluster}] | web/red",
                "!Join ['-', [a, !Ref Word, b]] | a-red-b",
                "!Join ['+', !Ref Names] | one+two+three",
                "!Select [1, !Ref Names] | two",
                "!Select [2, !Split ['.', a.b.c]] | c",
                "!Select ['0', !GetAZs ''] | eu-west-1a",
                "!Select ['1', !GetAZs eu-north-1] | eu-north-1b",
                "!FindInMap [Sizes, !Ref AWS::Region, large] | 9",
                "{'Fn::Base64': !Sub 'say ${Word}'} | c2F5IHJlZA==",
                "!If [IsRed, warm, cold] | warm",
                "!If [IsBlue, cold, !If [IsNotBlue, warm, hot]] | warm",
                "!If [IsBoth, yes, no] | no",
                "!If [IsEither, yes, no] | yes",
                "!Join [' ', !Cidr [10.0.0.0/22, 3, 8]] | 10.0.0.0/24 10.0.1.0/24 10.0.2.0/24",
                "!Join [' ', !Cidr [10.0.7.9/16, 2, 8]] | 10.0.0.0/24 10.0.1.0/24",
                "!Join [' ', !Cidr [192.168.0.0/24, 2, 5]] | 192.168.0.0/27 192.168.0.32/27",
                "!Join [' ', !Cidr ['2600:1f18:abc:de00::/56', 2, 64]] | 2600:1f18:abc:de00::/64 2600:1f18:abc:de01::/64",
                "!Join ['', !Split [b, abcb]] | ac",
                "!Select [0, !FindInMap [Sizes, eu-west-1, many]] | a",
                "!Sub '${ Word } ${AWS::StackName}' | red web",
                "!Sub ['${A}', {A: !Join ['', [!Ref Word, x]]}] | redx",
                "!Join [',', [a, !If [IsBlue, b, !Ref AWS::NoValue], c]] | a,c",
            })
    void aFunctionGivesItsValue(String expression, String value) {
        assertThat(value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Select [3, !Ref Names] | Template error: Fn::Select cannot select nonexistent value at index 3",
                "!FindInMap [Sizes, !Ref Cluster, large] | Template error: Unable to get mapping for Sizes::web::large",
                "!ImportValue lost | No export named lost found.",
            })
    void anOutputThatCanNotBeWorkedOutRollsTheStackBack(String expression, String sentence) {
        assertThat(value(expression))
                .contains("web ROLLBACK_IN_PROGRESS " + sentence + " Rollback requested by user.\n");
    }

    @Test
    void whatOneStackExportsAnotherImports() {
        stage.create(Stage.request("net", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                Outputs:
                  Name: {Value: shared, Export: {Name: !Sub "${AWS::StackName}-name"}}
                """));
        stage.passAll();

        assertThat(value("!ImportValue net-name")).isEqualTo("shared");
    }

    @Test
    void whatNobodyExportsRollsTheStackBackBeforeAnythingIsMade() {
        var id = stage.create(Stage.request("web", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: !ImportValue lost}}
                """));
        stage.passAll();

        assertThat(stage.story(id)).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        web ROLLBACK_IN_PROGRESS No export named lost found. Rollback requested by user.
                        web ROLLBACK_COMPLETE
                        """);
    }

    @Test
    void twoStacksCanNotExportTheSameName() {
        var template = """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                Outputs:
                  Name: {Value: x, Export: {Name: shared}}
                """;
        stage.create(Stage.request("one", template));
        stage.passAll();
        var id = stage.create(Stage.request("two", template));
        stage.passAll();

        assertThat(stage.story(id))
                .contains(
                        "two ROLLBACK_IN_PROGRESS Export with name shared is already exported by stack one. Rollback requested by user.\n");
    }

    @Test
    void aStackCanNotExportTheSameNameTwice() {
        var id = stage.create(Stage.request("one", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                Outputs:
                  First: {Value: x, Export: {Name: shared}}
                  Second: {Value: y, Export: {Name: shared}}
                """));
        stage.passAll();

        assertThat(stage.story(id))
                .contains(
                        "one ROLLBACK_IN_PROGRESS Export with name shared is already exported by stack one. Rollback requested by user.\n");
    }

    @Test
    void aReferenceToWhatWillNotBeMadeIsRefused() {
        var template = """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Off: {Type: "AWS::ECS::Cluster", Condition: Never}
                  Cluster: {Type: "AWS::ECS::Cluster", DependsOn: Off}
                """;
        assertThat(stage.create(Stage.request("fine", template))).isNotEmpty();
        assertThatThrownBy(() -> stage.create(Stage.request("web", template + "Outputs: {A: {Value: !Ref Off}}")))
                .hasMessage(
                        "Template format error: Unresolved resource dependencies [Off] in the Outputs block of the template");
        assertThatThrownBy(() -> stage.create(Stage.request(
                        "web", template.replace("DependsOn: Off", "Properties: {ClusterName: !Ref Off}"))))
                .hasMessage(
                        "Template format error: Unresolved resource dependencies [Off] in the Resources block of the template");
    }

    @Test
    void valuesInTheTextOfPropertiesAreFetched() {
        var id = stage.create(Stage.request("web", """
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: "x-{{resolve:ssm:/image:1}}-{{resolve:ssm:/image}}"}}
                Outputs:
                  Answer: {Value: !Ref Cluster}
                """));
        stage.passAll();

        assertThat(stage.describe(id).outputs().getFirst().outputValue())
                .isEqualTo("x-ami-0a168278a10694b9b-ami-0a168278a10694b9b");
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldIsNotMade() {
        var id = stage.create(Stage.request("web", """
                Parameters:
                  Wanted: {Type: String, Default: "no"}
                Conditions:
                  IsWanted: !Equals [!Ref Wanted, "yes"]
                Resources:
                  Never: {Type: "AWS::ECS::Cluster", Condition: IsWanted}
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: !If [IsWanted, !Ref Never, web]}}
                Outputs:
                  Never: {Value: !Ref Never, Condition: IsWanted}
                  Cluster: {Value: !Ref Cluster}
                """));
        stage.passAll();

        assertThat(stage.story(id)).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        Cluster CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        Cluster CREATE_COMPLETE
                        web CREATE_COMPLETE
                        """);
        assertThat(stage.describe(id).outputs()).extracting("outputKey").containsExactly("Cluster");
    }

    @Test
    void conditionsThatWaitForEachOtherAreRefused() {
        var template = """
                Conditions:
                  One: !Not [!Condition Two]
                  Two: !Not [!Condition One]
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                """;

        assertThatThrownBy(() -> stage.create(Stage.request("web", template)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Template error: Found circular condition dependency between Two and One");
    }

    @Test
    void jsonIsReadAsYamlIs() {
        var id = stage.create(Stage.request("web", """
                {"Resources": {"Cluster": {"Type": "AWS::ECS::Cluster", "Properties":
                  {"ClusterName": {"Fn::Sub": "${AWS::StackName}-json"}}}},
                 "Outputs": {"Name": {"Value": {"Ref": "Cluster"}}}}
                """));
        stage.passAll();

        assertThat(stage.describe(id).outputs().getFirst().outputValue()).isEqualTo("web-json");
    }

    @Test
    void theProductionRecipeComesUpFromAnEmptyGroup() {
        stage.world().types.put("m6i.large", stage.world().types.get("t3.large"));
        var id = stage.create(Stage.request("web", Stage.template("production.yaml"))
                .parameters(Stage.parameters(Map.of(
                        "VpcId",
                        FakeWorld.VPC,
                        "Subnets",
                        FakeWorld.FIRST + "," + FakeWorld.SECOND,
                        "SourceSecurityGroup",
                        FakeWorld.BALANCER,
                        "EcsAmi",
                        "/image"))));
        stage.passAll();

        assertThat(stage.story(id)).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        ExecLogGroup CREATE_IN_PROGRESS
                        InstanceRole CREATE_IN_PROGRESS
                        HostSecurityGroup CREATE_IN_PROGRESS
                        InstanceRole CREATE_IN_PROGRESS Resource creation Initiated
                        ExecLogGroup CREATE_IN_PROGRESS Resource creation Initiated
                        HostSecurityGroup CREATE_IN_PROGRESS Resource creation Initiated
                        ExecLogGroup CREATE_COMPLETE
                        Cluster CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        HostSecurityGroup CREATE_COMPLETE
                        Cluster CREATE_COMPLETE
                        InstanceRole CREATE_COMPLETE
                        InstanceProfile CREATE_IN_PROGRESS
                        InstanceProfile CREATE_IN_PROGRESS Resource creation Initiated
                        InstanceProfile CREATE_COMPLETE
                        LaunchTemplate CREATE_IN_PROGRESS
                        LaunchTemplate CREATE_IN_PROGRESS Resource creation Initiated
                        LaunchTemplate CREATE_COMPLETE
                        AutoScalingGroup CREATE_IN_PROGRESS
                        AutoScalingGroup CREATE_IN_PROGRESS Resource creation Initiated
                        AutoScalingGroup CREATE_COMPLETE
                        CapacityProvider CREATE_IN_PROGRESS
                        CapacityProvider CREATE_IN_PROGRESS Resource creation Initiated
                        CapacityProvider CREATE_COMPLETE
                        CapacityProviderAssociation CREATE_IN_PROGRESS
                        CapacityProviderAssociation CREATE_IN_PROGRESS Resource creation Initiated
                        CapacityProviderAssociation CREATE_COMPLETE
                        web CREATE_COMPLETE
                        """);
    }
}
