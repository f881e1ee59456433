package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private final Stage stage = new Stage();

    private void create(String rule) {
        stage.create(Stage.request(
                "web", """
                Parameters:
                  Size: {Type: Number, Default: 2}
                  Word: {Type: String, Default: red}
                  Words: {Type: CommaDelimitedList, Default: "red,blue"}
                  Vpc: {Type: "AWS::EC2::VPC::Id", Default: %s}
                  First: {Type: "AWS::EC2::Subnet::Id", Default: %s}
                  Subnets: {Type: "List<AWS::EC2::Subnet::Id>", Default: "%s,%s"}
                  Version: {Type: "AWS::SSM::Parameter::Value<String>", Default: /image}
                Rules:
                  One: %s
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                """.formatted(FakeWorld.VPC, FakeWorld.FIRST, FakeWorld.FIRST, FakeWorld.SECOND, rule)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Equals [!Ref Word, red]",
                "!Not [!Equals [!Ref Word, blue]]",
                "!And [!Equals [!Ref Word, red], !Equals [!Ref Size, 2]]",
                "!Or [!Equals [!Ref Word, blue], !Equals [!Ref AWS::Region, eu-west-1]]",
                "!Contains [[red, green], !Ref Word]",
                "!Contains [!Ref Words, !Ref Word]",
                "!Not [!Contains [['1', '2'], !Ref Version]]",
                "!Equals [!Ref Version, ami-0a168278a10694b9b]",
                "!EachMemberEquals [[red, red], !Ref Word]",
                "!EachMemberIn [!Ref Words, [red, blue, green]]",
                "!EachMemberIn [!ValueOfAll [AWS::EC2::Subnet::Id, VpcId], !RefAll AWS::EC2::VPC::Id]",
                "!Equals [!ValueOf [First, AvailabilityZone], eu-west-1a]",
                "!Equals [!ValueOf [First, Tags.Name], the first]",
            })
    void anAssertionThatHoldsLetsTheStackBeMade(String assertion) {
        create("{Assertions: [{Assert: " + assertion + "}]}");

        assertThatThrownBy(
                        () -> create("{Assertions: [{Assert: !Not [" + assertion + "], AssertDescription: Not so}]}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Not so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Equals [!Ref Words, red]",
                "!Contains [[green], !Ref Word]",
                "!EachMemberEquals [!Ref Words, red]",
                "!EachMemberIn [!Ref Words, [red]]",
                "!EachMemberEquals [!ValueOf [Subnets, AvailabilityZone], eu-west-1a]",
                "!Contains [!RefAll AWS::EC2::Subnet::Id, subnet-0]",
            })
    void anAssertionThatDoesNotHoldRefusesTheStack(String assertion) {
        assertThatThrownBy(() -> create("{Assertions: [{Assert: " + assertion + "}]}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Template error: an assertion of rule One failed");
        assertThat(stage.engine
                        .queries()
                        .describeStacks(
                                software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest.builder()
                                        .build(),
                                Stage.REGION)
                        .stacks())
                .isEmpty();
    }

    @Test
    void aRuleWhoseConditionDoesNotHoldIsNotAsked() {
        create("{RuleCondition: !Equals [!Ref Word, blue], Assertions: [{Assert: !Equals [a, b]}]}");

        assertThatThrownBy(() -> create("""
                {RuleCondition: !Equals [!Ref Word, red], Assertions: [{Assert: !Equals [a, a]}, {Assert: !Equals [a, b], AssertDescription: The second}]}""")).hasMessage("The second");
    }

    @Test
    void anAttributeThatTheTypeLacksIsRefused() {
        assertThatThrownBy(() -> create("{Assertions: [{Assert: !Equals [!ValueOf [Vpc, Colour], red]}]}"))
                .hasMessage("Template error: AWS::EC2::VPC::Id parameters have no attribute Colour");
    }

    @Test
    void theProductionRecipeWantsItsSubnetsInItsNetwork() {
        var values = Map.of(
                "VpcId",
                "vpc-0other",
                "Subnets",
                FakeWorld.FIRST + "," + FakeWorld.SECOND,
                "SourceSecurityGroup",
                FakeWorld.BALANCER,
                "EcsAmi",
                "/image");

        assertThatThrownBy(() -> stage.create(
                        Stage.request("web", Stage.template("production.yaml")).parameters(Stage.parameters(values))))
                .isInstanceOf(Refusal.class)
                .hasMessage("Every subnet must be in the chosen VPC.");
    }
}
