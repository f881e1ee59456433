package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    private static List<String> violations(String type, String properties) {
        return ResourceTypes.schema(type).violations(Tree.map(TemplateReader.read("P: " + properties), "P"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::ECS::Cluster | {Colour: red} | #: extraneous key [Colour] is not permitted",
                "AWS::ECS::Cluster | {ClusterName: [a]} | #/ClusterName: expected type: String, found: JSONArray",
                "AWS::ECS::Cluster | {Tags: {a: b}} | #/Tags: expected type: JSONArray, found: JSONObject",
                "AWS::ECS::Cluster | {Tags: [a]} | #/Tags/0: expected type: JSONObject, found: String",
                "AWS::ECS::Cluster | {Configuration: {ExecuteCommandConfiguration: {Logging: LOUD}}} | #/Configuration/ExecuteCommandConfiguration/Logging: failed validation constraint for keyword [enum]",
                "AWS::ECS::ClusterCapacityProviderAssociations | {Cluster: a, CapacityProviders: [b], DefaultCapacityProviderStrategy: [{CapacityProvider: b, Weight: 1001}]} | #/DefaultCapacityProviderStrategy/0/Weight: failed validation constraint for keyword [maximum]",
                "AWS::ECS::Cluster | {DefaultCapacityProviderStrategy: [{Weight: heavy}]} | #/DefaultCapacityProviderStrategy/0/Weight: expected type: Integer, found: String",
                "AWS::IAM::Role | {} | #: required key [AssumeRolePolicyDocument] not found",
                "AWS::IAM::Role | {AssumeRolePolicyDocument: {}, ManagedPolicyArns: [a, a]} | #/ManagedPolicyArns: array items are not unique",
                "AWS::Logs::LogGroup | {LogGroupName: 'a b'} | #/LogGroupName: failed validation constraint for keyword [pattern]",
                "AWS::Logs::LogGroup | {Tags: [{Key: '', Value: b}]} | #/Tags/0/Key: expected minLength: 1, actual: 0",
                "AWS::EC2::LaunchTemplate | {LaunchTemplateData: {EbsOptimized: perhaps}} | #/LaunchTemplateData/EbsOptimized: expected type: Boolean, found: String",
                "AWS::ECS::ClusterCapacityProviderAssociations | {Cluster: '', CapacityProviders: [], DefaultCapacityProviderStrategy: []} | #/Cluster: expected minLength: 1, actual: 0",
            })
    void aPropertyThatIsWrong(String type, String properties, String sentence) {
        assertThat(violations(type, properties)).containsExactly(sentence);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(violations("AWS::EC2::SecurityGroup", "{Name: a, SecurityGroupIngress: [{FromPort: x}]}"))
                .containsExactly(
                        "#: required key [GroupDescription] not found",
                        "#: extraneous key [Name] is not permitted",
                        "#/SecurityGroupIngress/0: required key [IpProtocol] not found",
                        "#/SecurityGroupIngress/0/FromPort: expected type: Integer, found: String");
    }

    @Test
    void aTextIsMeasuredInCharacters() {
        assertThat(violations("AWS::Logs::LogGroup", "{Tags: [{Key: '" + "😀".repeat(128) + "', Value: b}]}"))
                .isEmpty();
        assertThat(violations("AWS::Logs::LogGroup", "{Tags: [{Key: '" + "😀".repeat(129) + "', Value: b}]}"))
                .containsExactly("#/Tags/0/Key: expected maxLength: 128, actual: 129");
    }
}
