package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;

class RefusalTest {
    private final Stage stage = new Stage();

    private String refusal(CreateStackRequest.Builder request) {
        var refusal = catchThrowableOfType(Refusal.class, () -> stage.create(request));
        assertThat(refusal.status()).isEqualTo(400);
        return refusal.code() + ": " + refusal.getMessage();
    }

    private String refusal(String template) {
        return refusal(Stage.request("web", template));
    }

    @Test
    void aNamedRoleNeedsItsCapability() {
        assertThat(refusal(Stage.recipe("standard", Map.of()).capabilities(Capability.CAPABILITY_IAM)))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThat(refusal(Stage.recipe("standard", Map.of()).capabilities(List.of())))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]");
    }

    @Test
    void aNameIsTakenUntilItsStackIsGone() {
        stage.create(Stage.recipe("standard", Map.of()));

        assertThat(refusal(Stage.recipe("standard", Map.of())))
                .isEqualTo("AlreadyExistsException: Stack [web] already exists");
        stage.delete("web");
        stage.passAll();
        assertThat(stage.create(Stage.recipe("standard", Map.of()))).contains(":stack/web/");
    }

    @Test
    void aRolledBackStackKeepsItsNameAndCanBeDeleted() {
        var id = stage.create(Stage.recipe("standard", Map.of("KeyName", "lost")));
        stage.passAll();

        assertThat(refusal(Stage.recipe("standard", Map.of()))).startsWith("AlreadyExistsException");
        stage.delete("web");
        stage.passAll();
        assertThat(stage.story(id))
                .endsWith("web ROLLBACK_COMPLETE\nweb DELETE_IN_PROGRESS User Initiated\nweb DELETE_COMPLETE\n");
    }

    @Test
    void aRepeatWithTheSameTokenGivesTheSameStack() {
        var request = Stage.recipe("standard", Map.of()).clientRequestToken("first");
        var id = stage.create(request);

        assertThat(stage.create(request)).isEqualTo(id);
        assertThat(refusal(request.stackName("other"))).startsWith("TokenAlreadyExistsException");
        assertThat(stage.events(id))
                .allMatch(event -> event.clientRequestToken().equals("first"));
    }

    @Test
    void aProtectedStackStays() {
        stage.create(Stage.recipe("standard", Map.of()).enableTerminationProtection(true));

        assertThat(catchThrowableOfType(Refusal.class, () -> stage.delete("web")))
                .hasMessage("Stack [web] cannot be deleted while TerminationProtection is enabled");
        stage.engine.updateTerminationProtection(
                UpdateTerminationProtectionRequest.builder()
                        .stackName("web")
                        .enableTerminationProtection(false)
                        .build(),
                Stage.REGION);
        stage.delete("web");
        assertThat(stage.describe("web").stackStatusAsString()).isEqualTo("DELETE_IN_PROGRESS");
    }

    @Test
    void aTemplateHasAtMost51200Bytes() {
        var tooLong = "#" + "é".repeat(25_600);

        assertThat(refusal(tooLong))
                .isEqualTo(
                        "ValidationError: 1 validation error detected: Value '" + tooLong
                                + "' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200");
    }

    @ParameterizedTest
    @CsvSource({"1st", "a_b", "a.b", "'a b'", "é"})
    void aStackNameBeginsWithALetter(String name) {
        assertThat(refusal(Stage.recipe("standard", Map.of()).stackName(name)))
                .isEqualTo(
                        "ValidationError: 1 validation error detected: Value '" + name
                                + "' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
    }

    @Test
    void tagsHaveRules() {
        var tag = Tag.builder().key("aws:x").value("y").build();
        assertThat(refusal(Stage.recipe("standard", Map.of()).tags(tag)))
                .isEqualTo("ValidationError: aws: prefixed tag key names are not allowed for external use.");
        var many = IntStream.range(0, 51)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                .toList();
        assertThat(refusal(Stage.recipe("standard", Map.of()).tags(many)))
                .endsWith("at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
    }

    @Test
    void everyParameterWithoutDefaultNeedsAValue() {
        assertThat(refusal(Stage.recipe("standard", Map.of()).parameters(List.of())))
                .isEqualTo(
                        "ValidationError: Parameters: [Subnets, SourceSecurityGroup, VpcId, KeyName] must have values");
        assertThat(refusal(Stage.recipe("standard", Map.of("Colour", "red"))))
                .isEqualTo("ValidationError: Parameters: [Colour] do not exist in the template");
    }

    @Test
    void aRegionThatTheMappingLacksIsFoundAtOnce() {
        var request = Stage.recipe("standard", Map.of()).build();

        assertThat(catchThrowableOfType(Refusal.class, () -> stage.engine.createStack(request, "eu-west-9")))
                .hasMessage("Template error: Unable to get mapping for AWSRegionToAMI::eu-west-9::AMI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ClusterSize | 0 | Parameter ClusterSize failed to satisfy constraint: a whole number from 1 to 999.",
                "Plain | b | Parameter 'Plain' must match pattern a+",
                "Listed | c | Parameter 'Listed' must be one of AllowedValues",
                "Short | x | Parameter 'Short' must contain at least 2 characters",
                "Short | xxxx | Parameter 'Short' must contain at most 3 characters",
                "Number | x | Parameter 'Number' must be a number.",
                "Number | 1 | Parameter 'Number' must be a number not less than 2",
                "Number | 4 | Parameter 'Number' must be a number not greater than 3",
                "Numbers | '2,x' | Parameter 'Numbers' must be a number.",
            })
    void aValueThatBreaksItsConstraintIsRefused(String name, String value, String sentence) {
        var template = """
                Parameters:
                  ClusterSize: {Type: String, Default: "2", AllowedPattern: "^[1-9][0-9]*$", ConstraintDescription: a whole number from 1 to 999.}
                  Plain: {Type: String, Default: aa, AllowedPattern: a+}
                  Listed: {Type: String, Default: a, AllowedValues: [a, b]}
                  Short: {Type: String, Default: xx, MinLength: 2, MaxLength: 3}
                  Number: {Type: Number, Default: 2, MinValue: 2, MaxValue: 3}
                  Numbers: {Type: List<Number>, Default: "1,2"}
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster"}
                """;

        assertThat(stage.create(Stage.request("fine", template))).isNotEmpty();
        assertThat(refusal(Stage.request("web", template).parameters(Stage.parameters(Map.of(name, value)))))
                .isEqualTo("ValidationError: " + sentence);
    }

    @Test
    void valuesFromSystemsManagerAreLookedUp() {
        var template = """
                Parameters:
                  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>"}
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: !Ref Image}}
                """;
        stage.create(Stage.request("web", template).parameters(Stage.parameters(Map.of("Image", "/image"))));

        assertThat(stage.describe("web").parameters().getFirst().resolvedValue())
                .isEqualTo("ami-0a168278a10694b9b");
        assertThat(refusal(Stage.request("two", template).parameters(Stage.parameters(Map.of("Image", "/lost")))))
                .isEqualTo(
                        "ValidationError: Unable to fetch parameters [/lost] from parameter store for this account.");
    }
}
