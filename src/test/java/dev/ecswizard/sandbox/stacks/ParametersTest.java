package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private final Stage stage = new Stage();

    private static String template(String declaration, String use) {
        return """
                Parameters:
                  Given: {%s}
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                Outputs:
                  Answer: {Value: %s}
                """.formatted(declaration, use);
    }

    private String create(String declaration, String use, String value) {
        var request = Stage.request("web", template(declaration, use));
        return stage.create(value == null ? request : request.parameters(Stage.parameters(Map.of("Given", value))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String",
                "Number",
                "List<Number>",
                "CommaDelimitedList",
                "AWS::EC2::AvailabilityZone::Name",
                "AWS::EC2::Image::Id",
                "AWS::EC2::Instance::Id",
                "AWS::EC2::KeyPair::KeyName",
                "AWS::EC2::SecurityGroup::GroupName",
                "AWS::EC2::SecurityGroup::Id",
                "AWS::EC2::Subnet::Id",
                "AWS::EC2::Volume::Id",
                "AWS::EC2::VPC::Id",
                "AWS::Route53::HostedZone::Id",
                "List<AWS::EC2::AvailabilityZone::Name>",
                "List<AWS::EC2::Image::Id>",
                "List<AWS::EC2::Instance::Id>",
                "List<AWS::EC2::SecurityGroup::GroupName>",
                "List<AWS::EC2::SecurityGroup::Id>",
                "List<AWS::EC2::Subnet::Id>",
                "List<AWS::EC2::Volume::Id>",
                "List<AWS::EC2::VPC::Id>",
                "List<AWS::Route53::HostedZone::Id>",
                "AWS::SSM::Parameter::Name",
                "AWS::SSM::Parameter::Value<String>",
                "AWS::SSM::Parameter::Value<List<String>>",
                "AWS::SSM::Parameter::Value<CommaDelimitedList>",
                "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
                "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>",
                "AWS::SSM::Parameter::Value<AWS::SSM::Parameter::Name>",
            })
    void everyTypeOfCloudFormationIsKnown(String type) {
        assertThat(Template.parse(template("Type: \"" + type + "\"", "x"))
                        .parameters()
                        .get("Given")
                        .type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "Boolean",
                "List<CommaDelimitedList>",
                "List<AWS::EC2::KeyPair::KeyName>",
                "AWS::EC2::Instance",
                "AWS::SSM::Parameter::Value",
                "AWS::SSM::Parameter::Value<>",
                "AWS::SSM::Parameter::Value<Boolean>",
                "List<AWS::SSM::Parameter::Name>",
                ""
            })
    void everyOtherTypeIsRefused(String type) {
        assertThatThrownBy(() -> Template.parse(template("Type: \"" + type + "\"", "x")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Template format error: Unrecognized parameter type: " + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: CommaDelimitedList | 'a, b,c' | !Join ['+', !Ref Given] | a+b+c",
                "Type: List<Number> | '1, 2.5' | !Join ['+', !Ref Given] | 1+2.5",
                "Type: Number, MinValue: -1, MaxValue: 1.5 | 1.5 | !Ref Given | 1.5",
                "Type: Number, AllowedValues: [1, 2] | 2.0 | !Ref Given | 2.0",
                "Type: String, MinLength: 0, MaxLength: 2 | '' | !Ref Given | ''",
                "Type: \"AWS::SSM::Parameter::Value<String>\" | /image | !Ref Given | ami-0a168278a10694b9b",
                "Type: \"AWS::SSM::Parameter::Value<List<AWS::EC2::Image::Id>>\" | /image | !Select [0, !Ref Given] | ami-0a168278a10694b9b",
                "Type: \"AWS::SSM::Parameter::Name\" | /image | !Ref Given | /image",
                "Type: \"AWS::EC2::AvailabilityZone::Name\" | eu-west-1b | !Ref Given | eu-west-1b",
                "Type: String, AllowedPattern: '[a-z]+' | abc | !Sub '${Given}' | abc",
                "Type: CommaDelimitedList, AllowedPattern: '[a-z]+' | 'a,b' | !Sub '${Given}' | a,b",
            })
    void aValueReachesTheStack(String declaration, String value, String use, String answer) {
        var id = create(declaration, use, value);
        stage.passAll();

        assertThat(stage.describe(id).outputs().getFirst().outputValue()).isEqualTo(answer);
    }

    @Test
    void anEmptyListNamesNothingThatIsThere() {
        var id = create("Type: \"List<AWS::EC2::Subnet::Id>\"", "x", "");
        stage.passAll();

        assertThat(stage.story(id))
                .contains("Parameter validation failed: parameter value  for parameter name Given does not exist.");
    }

    @Test
    void noValueInATextIsNoText() {
        var id = create("Type: String", "!Sub \"a${AWS::NoValue}${Given}\"", "b");
        stage.passAll();

        assertThat(stage.describe(id).outputs().getFirst().outputValue()).isEqualTo("ab");
    }

    @Test
    void eventsDoNotShowASecret() {
        var id = stage.create(Stage.request("web", """
                        Parameters:
                          Word: {Type: String, NoEcho: true}
                        Resources:
                          Logs: {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: !Sub "/hosts/${Word}"}}
                        """).parameters(Stage.parameters(Map.of("Word", "sesame"))));
        stage.passAll();

        assertThat(stage.events(id))
                .extracting(event -> event.resourceProperties())
                .contains("{\"LogGroupName\":\"/hosts/****\"}")
                .noneMatch(shown -> shown != null && shown.contains("sesame"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: List<Number> | '1,,2' | Parameter 'Given' must be a number.",
                "Type: Number | 1e999999999 | Parameter 'Given' must be a number.",
                "Type: Number | 0x10 | Parameter 'Given' must be a number.",
                "Type: Number, AllowedValues: [1, 2] | 3 | Parameter 'Given' must be one of AllowedValues",
                "Type: String, AllowedValues: [] | a | Parameter 'Given' must be one of AllowedValues",
                "Type: CommaDelimitedList, AllowedPattern: '[a-z]+' | 'a,B' | Parameter 'Given' must match pattern [a-z]+",
                "Type: String, AllowedPattern: '[a-z]' | ab | Parameter 'Given' must match pattern [a-z]",
                "Type: String, MinLength: 3, ConstraintDescription: three letters | ab | Parameter Given failed to satisfy constraint: three letters",
            })
    void aValueThatDoesNotFitIsRefused(String declaration, String value, String sentence) {
        assertThatThrownBy(() -> create(declaration, "x", value))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    @Test
    void aValueHasAtMost4096Bytes() {
        create("Type: String", "x", "é".repeat(2048));

        assertThatThrownBy(() -> create("Type: String", "x", "é".repeat(2049)))
                .hasMessage("Parameter 'Given' exceeds maximum byte count, 4096");
    }

    @Test
    void aPatternThatWouldTakeForeverIsGivenUp() {
        assertThatThrownBy(
                        () -> create("Type: String, AllowedPattern: '(.*a){30}'", "x", "a".repeat(29) + "b".repeat(90)))
                .hasMessage("Parameter 'Given' must match pattern (.*a){30}");
        assertThatThrownBy(() -> create("Type: String, AllowedPattern: '(a|b|ab)*c'", "x", "ab".repeat(2000)))
                .hasMessage("Parameter 'Given' must match pattern (a|b|ab)*c");
    }

    @Test
    void aSecretIsShownAsStars() {
        create("Type: String, NoEcho: true", "x", "hunter2");

        assertThat(stage.describe("web").parameters().getFirst().parameterValue())
                .isEqualTo("****");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::EC2::VPC::Id | vpc-1",
                "AWS::EC2::Subnet::Id | subnet-1",
                "AWS::EC2::SecurityGroup::Id | sg-1",
                "AWS::EC2::Image::Id | ami-1",
                "AWS::EC2::AvailabilityZone::Name | mars-1a",
                "AWS::EC2::KeyPair::KeyName | lost",
                "List<AWS::EC2::Subnet::Id> | subnet-1",
            })
    void whatTheAccountDoesNotHaveRollsTheStackBack(String type, String value) {
        var id = create("Type: \"" + type + "\"", "x", value);
        stage.pass(Duration.ofSeconds(30));

        assertThat(stage.story(id))
                .contains("web ROLLBACK_IN_PROGRESS Parameter validation failed: parameter value " + value
                        + " for parameter name Given does not exist. Rollback requested by user.\n");
    }
}
