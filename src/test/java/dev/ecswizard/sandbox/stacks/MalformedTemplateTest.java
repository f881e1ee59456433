package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

/// Templates that CloudFormation does not take in, and its sentence for each.
class MalformedTemplateTest {
    private static final String CLUSTER = "Resources: {Cluster: {Type: \"AWS::ECS::Cluster\"}}\n";

    private final Stage stage = new Stage();

    /// What creating a stack is refused with; validating the template says the same.
    private String refusal(String template) {
        var refusal = catchThrowableOfType(Refusal.class, () -> stage.create(Stage.request("web", template)));
        assertThat(refusal).as(shortened(template)).isNotNull();
        assertThat(refusal.status() + " " + refusal.code()).isEqualTo("400 ValidationError");
        var request = ValidateTemplateRequest.builder().templateBody(template).build();
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> stage.engine.queries().validateTemplate(request)))
                .hasMessage(refusal.getMessage());
        return refusal.getMessage();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "'' | 1 validation error detected: Value '' at 'templateBody' failed to satisfy constraint: Member must have length greater than or equal to 1",
                "hello | Template format error: unsupported structure.",
                "- a | Template format error: unsupported structure.",
                "'# nothing' | Template format error: unsupported structure.",
                "a: [ | Template format error: YAML not well-formed. (line 1, column 5)",
                "{\"a\":  | Template format error: JSON not well-formed. (line 1, column 6)",
                "{} x | Template format error: JSON not well-formed. (line 1, column 4)",
                "a: !Shout b | Template format error: YAML not well-formed. (line 1, column 4)",
                "a: !!binary eA== | Template format error: YAML not well-formed. (line 1, column 4)",
                "? [a] | Template format error: YAML not well-formed. (line 1, column 3)",
                "Resources: | [/Resources] 'null' values are not allowed in templates",
                "Resources: {A: {Type: ~}} | [/Resources/A/Type] 'null' values are not allowed in templates",
                "{\"Resources\": {\"A\": [null]}} | [/Resources/A/0] 'null' values are not allowed in templates",
                "Resources: {A: {Type: \"AWS::ECS::Cluster\", <<: {DependsOn: B}}} | Invalid template resource property '<<'",
                "{} | Template format error: At least one Resources member must be defined.",
                "Resources: {} | Template format error: At least one Resources member must be defined.",
                "Resources: [] | Template format error: unsupported structure.",
                "Description: x | Template format error: At least one Resources member must be defined.",
            })
    void textThatIsNoTemplate(String template, String sentence) {
        assertThat(refusal(template)).isEqualTo(sentence);
    }

    @Test
    void aliasesAndBottomlessNestingAreRefusedWithoutBeingFollowed() {
        assertThat(refusal("a: &x {b: c}\nd: *x"))
                .isEqualTo("Template error: YAML aliases are not allowed in CloudFormation templates");
        assertThat(refusal("a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]"))
                .isEqualTo("Template error: YAML aliases are not allowed in CloudFormation templates");
        assertThat(refusal("[".repeat(2000) + "]".repeat(2000)))
                .isEqualTo("Template format error: YAML not well-formed.");
        assertThat(refusal("{\"a\":".repeat(2000))).startsWith("Template format error: JSON not well-formed.");
        assertThat(refusal("{\"a\":".repeat(120) + "\"x\"" + "}".repeat(120)))
                .startsWith("Template format error: JSON not well-formed.");
        assertThat(refusal("a:\n\tb: c")).isEqualTo("Template format error: YAML not well-formed. (line 2, column 1)");
        assertThat(refusal("a: b\n---\nc: d")).startsWith("Template format error: YAML not well-formed.");
        assertThat(refusal("a: \u0007")).isEqualTo("Template format error: YAML not well-formed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Colour: red | Invalid template property or properties [Colour]",
                "AWSTemplateFormatVersion: 2010-09-10 | Template format error: unsupported value for AWSTemplateFormatVersion.",
                "AWSTemplateFormatVersion: [a] | Template format error: unsupported value for AWSTemplateFormatVersion.",
                "Description: {a: b} | Template format error: Every Description member must be a string.",
                "Transform: AWS::Serverless-2016-10-31 | Transforms are not available in this sandbox: AWS::Serverless-2016-10-31. CloudFormation would run them and require CAPABILITY_AUTO_EXPAND.",
                "Hooks: {A: {Type: b}} | The Hooks section is not available in this sandbox.",
                "Parameters: {A: {Type: Sring}} | Template format error: Unrecognized parameter type: Sring",
                "Parameters: {A: {Type: List<AWS::EC2::KeyPair::KeyName>}} | Template format error: Unrecognized parameter type: List<AWS::EC2::KeyPair::KeyName>",
                "Parameters: {A: {Type: [String]}} | Template format error: Every Type member must be a string.",
                "Parameters: {A: {Typ: String}} | Invalid template parameter property 'Typ'",
                "Parameters: {A: {Default: b}} | Template format error: Every Parameters object must contain a Type member.",
                "Parameters: {A: b} | Template format error: Any Parameters member must be an object.",
                "Parameters: {A_b: {Type: String}} | Template format error: Parameter name A_b is non alphanumeric.",
                "Parameters: {A: {Type: String, Default: [b]}} | Template format error: Every Default member must be a string.",
                "Parameters: {A: {Type: String, Default: !Ref Cluster}} | Template format error: Every Default member must be a string.",
                "Parameters: {A: {Type: String, AllowedValues: b}} | Template format error: Every AllowedValues member must be a list.",
                "Parameters: {A: {Type: String, AllowedPattern: '('}} | Template error: Parameter 'A' AllowedPattern must be a valid regular expression.",
                "Parameters: {A: {Type: String, MinValue: 1}} | Template error: Parameter 'A' MinValue must be on a parameter of type Number",
                "Parameters: {A: {Type: Number, MaxLength: 1}} | Template error: Parameter 'A' MaxLength must be on a parameter of type String",
                "Parameters: {A: {Type: String, MinLength: x}} | Template error: Parameter 'A' MinLength must be a number.",
                "Parameters: {A: {Type: Number, MinValue: 3, MaxValue: 2}} | Template error: Parameter 'A' MinValue must be less than MaxValue.",
                "Parameters: {A: {Type: String, Default: b, AllowedValues: [c]}} | Parameter 'A' must be one of AllowedValues",
                "Parameters: {A: {Type: Number, Default: b}} | Parameter 'A' must be a number.",
                "Parameters: {A: {Type: String, Default: b, AllowedPattern: c, ConstraintDescription: say c}} | Parameter A failed to satisfy constraint: say c",
                "Parameters: {Cluster: {Type: String}} | Template error: all resources and parameters must have unique names. Common name(s):[Cluster]",
                "Mappings: {A: b} | Template format error: Every Mappings member A must be a map",
                "Mappings: {A: {b: c}} | Template format error: Every Mappings member A must be a map",
                "Mappings: {A: {b: {c: {d: e}}}} | Template format error: Every Mappings attribute must be a String or a List.",
                "Mappings: {A: {b: {c: !Ref AWS::Region}}} | Template format error: Every Mappings attribute must be a String or a List.",
                "Mappings: {A_b: {c: {d: e}}} | Template format error: Mappings name 'A_b' is non alphanumeric.",
                "Mappings: {A: {b_c: {d: e}}} | Template format error: Mappings element name 'b_c' must be non-empty and can contain only alphanumerics, '-' or '.'",
                "Outputs: {A: {Description: b}} | Template format error: Every Outputs member must contain a Value object",
                "Outputs: {A: b} | Template format error: Every Outputs member must be an object.",
                "Outputs: {A-b: {Value: c}} | Template format error: Outputs name 'A-b' is non alphanumeric.",
                "Outputs: {A: {Value: b, Colour: c}} | Invalid template output property 'Colour'",
                "Outputs: {A: {Value: b, Condition: C}} | Template format error: Unresolved condition dependency C in the Outputs block of the template",
                "Outputs: {A: {Value: b, Export: {Name: !Ref Cluster}}} | Template format error: Output A is malformed.  The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs.",
                "Outputs: {A: {Value: !Ref B}} | Template format error: Unresolved resource dependencies [B] in the Outputs block of the template",
                "Conditions: {A: b} | Template format error: Conditions can only be boolean operations on parameters and other conditions",
                "Conditions: {A: {Ref: AWS::Region}} | Template format error: Conditions can only be boolean operations on parameters and other conditions",
                "Conditions: {A: !Not [!Condition B]} | Template format error: Unresolved condition dependency B in the Conditions block of the template",
                "Conditions: {A: {Condition: [B]}} | Template format error: Every Condition member must be a string.",
                "Conditions: {A: !Not [!Condition A]} | Template error: Found circular condition dependency between A and A",
                "Conditions: {A: !Equals [!Ref Cluster, b]} | Template format error: Unresolved dependencies [Cluster]. Cannot reference resources in the Conditions block of the template",
                "Conditions: {A: !Equals [!GetAtt Cluster.Arn, b]} | Template format error: Unresolved dependencies [Cluster]. Cannot reference resources in the Conditions block of the template",
                "Conditions: {A: !Equals [!ImportValue a, b]} | Template error: Cannot use Fn::ImportValue in Conditions.",
                "Conditions: {A: !Equals [a]} | Template error: every Fn::Equals object requires a list of 2 string parameters.",
                "Conditions: {A: !And [!Equals [a, a]]} | Template error: every Fn::And object requires a list of at least 2 and at most 10 boolean parameters.",
                "Conditions: {A: !Or [a, b]} | Template error: every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters.",
                "Conditions: {A: !Not [!Equals [a, a], !Equals [a, a]]} | Template error: every Fn::Not object requires one boolean parameter.",
                "Rules: {A: {}} | Template format error: Rule A must have a list of Assertions.",
                "Rules: {A: {Assertions: [{Assert: !Equals [!Ref Cluster, b]}]}} | Template format error: Unresolved dependencies [Cluster]. Cannot reference resources in the Rules block of the template",
                "Rules: {A: {Assertions: [{Assert: !Ref AWS::Region}]}} | Template format error: Rule A must be made of functions that give true or false.",
                "Rules: {A: {Assertions: [{Assert: !Contains [[a], !If [B, c, d]]}]}} | Template error: Cannot use Fn::If in Rules.",
            })
    void aSectionThatIsWrong(String section, String sentence) {
        assertThat(refusal(CLUSTER + section)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: [a] | Template format error: Every Type member must be a string.",
                "Kind: x | Invalid template resource property 'Kind'",
                "Type: \"AWS::Foo::Bar\" | Template format error: Unrecognized resource types: [AWS::Foo::Bar]",
                "Type: \"AWS::ECS::Cluster\", Properties: [] | Template format error: Any Properties member must be a JSON object.",
                "Type: \"AWS::ECS::Cluster\", Condition: Sunny | Template format error: Unresolved condition dependency Sunny in the Resources block of the template",
                "Type: \"AWS::ECS::Cluster\", Condition: [Sunny] | Template format error: Every Condition member must be a string.",
                "Type: \"AWS::ECS::Cluster\", DependsOn: B | Template format error: Unresolved resource dependencies [B] in the Resources block of the template",
                "Type: \"AWS::ECS::Cluster\", DependsOn: {B: c} | Template format error: DependsOn must be a string or list of strings.",
                "Type: \"AWS::ECS::Cluster\", DependsOn: [[B]] | Template format error: Every DependsOn value must be a string.",
                "Type: \"AWS::ECS::Cluster\", DependsOn: A | Circular dependency between resources: [A]",
                "Type: \"AWS::ECS::Cluster\", DeletionPolicy: Keep | Template format error: Unrecognized DeletionPolicy Keep for resource A",
                "Type: \"AWS::ECS::Cluster\", DeletionPolicy: !Ref AWS::Region | Template format error: Every DeletionPolicy member must be a string.",
                "Type: \"AWS::ECS::Cluster\", DeletionPolicy: Snapshot | Template error: resource type AWS::ECS::Cluster does not support deletion policy Snapshot",
                "Type: \"AWS::ECS::Cluster\", UpdateReplacePolicy: RetainExceptOnCreate | Template format error: Unrecognized UpdateReplacePolicy RetainExceptOnCreate for resource A",
                "Type: \"AWS::ECS::Cluster\", UpdatePolicy: {Rolling: {}} | Encountered unsupported property Rolling",
                "Type: \"AWS::ECS::Cluster\", CreationPolicy: PT5M | Template format error: Any CreationPolicy member must be a JSON object.",
                "Fn::ForEach::Loop: [] | Fn::ForEach in Resources is not available in this sandbox. CloudFormation needs the transform AWS::LanguageExtensions for it.",
            })
    void aResourceThatIsWrong(String body, String sentence) {
        assertThat(refusal("Resources: {A: {" + body + "}}")).isEqualTo(sentence);
    }

    @Test
    void resourcesThatWaitForEachOther() {
        assertThat(
                        refusal(
                                "Resources: {A: {Type: \"AWS::ECS::Cluster\", DependsOn: B}, B: {Type: \"AWS::ECS::Cluster\", Properties: {ClusterName: !Ref A}}, C: {Type: \"AWS::ECS::Cluster\", DependsOn: A}}"))
                .isEqualTo("Circular dependency between resources: [A, B]");
        assertThat(refusal("Resources: {A: {Properties: {}}}"))
                .isEqualTo("Template format error: [/Resources/A] Every Resources object must contain a Type member.");
        assertThat(refusal("Resources: {A: b}"))
                .isEqualTo("Template format error: Any Resources member must be an object.");
        assertThat(refusal("Resources: {A-b: {Type: x}}"))
                .isEqualTo("Template format error: Resource name A-b is non alphanumeric.");
        assertThat(refusal("Resources: {A: {Type: \"AWS::Foo::Bar\"}, B: {Type: \"AWS::Foo::Baz\"}}"))
                .isEqualTo("Template format error: Unrecognized resource types: [AWS::Foo::Bar, AWS::Foo::Baz]");
    }

    @Test
    void moreThanCloudFormationCounts() {
        assertThat(refusal("Resources: " + many(501, "{Type: \"AWS::ECS::Cluster\"}")))
                .isEqualTo("Template format error: Number of resources, 501, is greater than maximum allowed, 500");
        assertThat(refusal(CLUSTER + "Parameters: " + many(201, "{Type: String}")))
                .isEqualTo("Template format error: Number of parameters, 201, is greater than maximum allowed, 200");
        assertThat(refusal(CLUSTER + "Mappings: " + many(201, "{a: {b: c}}")))
                .isEqualTo("Template format error: Number of mappings, 201, is greater than maximum allowed, 200");
        assertThat(refusal(CLUSTER + "Outputs: " + many(201, "{Value: a}")))
                .isEqualTo("Template format error: Number of outputs, 201, is greater than maximum allowed, 200");
        assertThat(refusal(CLUSTER + "Description: " + "é".repeat(513)))
                .isEqualTo("Template format error: 'Description' length is greater than 1024.");
        assertThat(stage.create(Stage.request("fine", CLUSTER + "Description: " + "é".repeat(512))))
                .isNotEmpty();
    }

    private static String many(int count, String body) {
        return IntStream.range(0, count)
                .mapToObj(i -> "A" + i + ": " + body)
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
