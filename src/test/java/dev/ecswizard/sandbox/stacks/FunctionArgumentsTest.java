package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.sandbox.protocol.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions with arguments that they do not take, or where they may not be, and CloudFormation's sentence for each.
class FunctionArgumentsTest {
    private static final String JOIN =
            "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.";
    private static final String SPLIT =
            "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.";
    private static final String FIND =
            "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value";
    private static final String SUB =
            "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string";
    private static final String ATTRIBUTE =
            "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute";

    private final Stage stage = new Stage();

    private String refusal(String expression) {
        var template = """
                Parameters:
                  Names: {Type: CommaDelimitedList, Default: "one,two"}
                  Word: {Type: String, Default: red}
                Mappings:
                  Sizes: {eu-west-1: {small: "1", many: [a, b]}}
                Conditions:
                  IsRed: !Equals [!Ref Word, red]
                Resources:
                  Cluster: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: web}}
                  Other: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: %s}}
                """.formatted(expression);
        var refusal = catchThrowableOfType(Refusal.class, () -> stage.create(Stage.request("web", template)));
        assertThat(refusal).as(expression).isNotNull();
        return refusal.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref [a] | Template error: every Ref object must have a single String value.",
                "!Ref Lost | Template format error: Unresolved resource dependencies [Lost] in the Resources block of the template",
                "!GetAtt Cluster | " + ATTRIBUTE,
                "!GetAtt 'Cluster.' | " + ATTRIBUTE,
                "!GetAtt [Cluster] | " + ATTRIBUTE,
                "!GetAtt [Cluster, Arn, Other] | " + ATTRIBUTE,
                "!GetAtt Lost.Arn | Template error: instance of Fn::GetAtt references undefined resource Lost",
                "!GetAtt Cluster.Colour | Template error: resource Cluster does not support attribute type Colour in Fn::GetAtt",
                "!Sub [] | " + SUB,
                "!Sub {a: b} | " + SUB,
                "!Sub ['${A}', {A: b}, c] | " + SUB,
                "!Sub ['${A}', [b]] | " + SUB,
                "!Sub ['${A-b}', {A-b: c}] | Template error: every key of the context object of every Fn::Sub object must contain only alphanumeric characters and underscores",
                "!Sub ['${A}', {A: [b]}] | Template error: every value of the context object of every Fn::Sub object must be a string or a function that returns a string",
                "!Sub '${Lost}' | Template format error: Unresolved resource dependencies [Lost] in the Resources block of the template",
                "!Sub '${Lost.Arn}' | Template error: instance of Fn::Sub references invalid resource attribute Lost.Arn",
                "!Sub '${Cluster.Colour}' | Template error: instance of Fn::Sub references invalid resource attribute Cluster.Colour",
                "!Sub '${a b}' | Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons",
                "!Sub '${}' | Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons",
                "!Join [a] | " + JOIN,
                "!Join [!Ref Word, [a]] | " + JOIN,
                "!Join [a, b] | " + JOIN,
                "!Split ['', a] | " + SPLIT,
                "!Split [a, [b]] | " + SPLIT,
                "!Split a | " + SPLIT,
                "!Select [1] | Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
                "!Select [1, a] | Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
                "!Select [a, [b]] | Template error: Fn::Select requires a list argument with a valid index value as its first element",
                "!Select [-1, [b]] | Template error: Fn::Select requires a list argument with a valid index value as its first element",
                "!FindInMap [Sizes, a] | " + FIND,
                "!FindInMap [Sizes, a, b, {DefaultValue: c}] | " + FIND,
                "!FindInMap [Sizes, !Sub a, b] | " + FIND,
                "!FindInMap [Lost, a, b] | Template error: Mapping named 'Lost' is not present in the 'Mappings' section of template.",
                "!FindInMap [Sizes, eu-west-1, large] | Template error: Unable to get mapping for Sizes::eu-west-1::large",
                "!Base64 [a] | Template error: every Fn::Base64 object must have a String-typed value.",
                "!GetAZs [a] | Template error: every Fn::GetAZs object must have a String-typed value.",
                "!ImportValue {a: b, c: d} | Template error: every Fn::ImportValue object must have a String-typed value.",
                "{'Fn::ImportValue': !Ref Cluster} | Template error: the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs",
                "!ImportValue {'Fn::Select': [0, !GetAZs '']} | Template error: the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs",
                "!Cidr [a] | Template error: every Fn::Cidr object requires two or three parameters, (1) an IP address block, (2) the number of CIDRs and (3) the number of subnet bits",
                "!If [IsRed, a] | Template error: Fn::If requires a list argument with three elements",
                "!If [!Ref Word, a, b] | Template error: Fn::If requires a list argument with the first element being a condition",
                "!If a | Template error: Fn::If requires a list argument with the first element being a condition",
                "!If [Lost, a, b] | Template error: unresolved condition dependency Lost in Fn::If",
                "!Equals [a, b] | Template error: Fn::Equals cannot be partially collapsed",
                "!Contains [[a], b] | Template error: Fn::Contains cannot be partially collapsed",
                "!Transform {Name: a} | Fn::Transform is not available in this sandbox. CloudFormation would run the macro and require CAPABILITY_AUTO_EXPAND.",
                "{'Fn::Transform': {Name: a}, b: c} | Fn::Transform is not available in this sandbox. CloudFormation would run the macro and require CAPABILITY_AUTO_EXPAND.",
                "{'Fn::ForEach::Loop': []} | Fn::ForEach in Resources is not available in this sandbox. CloudFormation needs the transform AWS::LanguageExtensions for it.",
                "{'Fn::Shout': x} | Template error: Encountered unsupported function: Fn::Shout Supported functions are: [Fn::Base64, Fn::GetAtt, Fn::GetAZs, Fn::ImportValue, Fn::Join, Fn::Split, Fn::FindInMap, Fn::Select, Ref, Fn::Equals, Fn::If, Fn::Not, Condition, Fn::And, Fn::Or, Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn, Fn::ValueOf, Fn::ValueOfAll, Fn::RefAll, Fn::Sub, Fn::Cidr]",
                "\"{{resolve:ssm-secure:/key}}\" | SSM Secure reference is not supported in: [AWS::ECS::Cluster/Properties/ClusterName]",
            })
    void aCallThatIsWrongIsRefusedAtOnce(String expression, String sentence) {
        assertThat(refusal(expression)).isEqualTo(sentence);
    }

    /// What shows only when the values are known fails the resource.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Select [2, !Ref Names] | Template error: Fn::Select cannot select nonexistent value at index 2",
                "!Select [0, !Ref Word] | Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
                "!Split [',', !Ref Names] | " + SPLIT,
                "!Join [',', !Ref Word] | " + JOIN,
                "!Join [',', [[a]]] | " + JOIN,
                "{'Fn::Base64': !Ref Names} | Template error: every Fn::Base64 object must have a String-typed value.",
                "!Select [0, !Cidr [10.0.0.0/24, 9, 5]] | Template error: Fn::Cidr cannot cut 9 blocks with 5 bits out of 10.0.0.0/24",
                "!Select [0, !Cidr [10.0.0/24, 1, 5]] | Template error: Fn::Cidr 10.0.0/24 is not a valid CIDR block",
                "!Select [0, !Cidr [10.0.0.0/99, 1, 5]] | Template error: Fn::Cidr cannot cut 1 blocks with 5 bits out of 10.0.0.0/99",
                "!Select [0, !Cidr [10.0.0.0/16, 300, 5]] | Template error: Fn::Cidr 300 is not a number from 1 to 256",
                "!Select [0, !GetAZs nowhere-1] | Template error: Fn::GetAZs: the account has no region nowhere-1",
                "\"{{resolve:ssm:/lost:1}}\" | Unable to fetch parameters [/lost:1] from parameter store for this account.",
                "\"{{resolve:secretsmanager:pw:SecretString}}\" | Secrets Manager can't find the specified secret.",
            })
    void aValueThatDoesNotFitFailsTheResource(String expression, String sentence) {
        var id = stage.create(Stage.request("web", """
                Parameters:
                  Names: {Type: CommaDelimitedList, Default: "one,two"}
                  Word: {Type: String, Default: red}
                Resources:
                  Other: {Type: "AWS::ECS::Cluster", Properties: {ClusterName: %s}}
                """.formatted(expression)));
        stage.passAll();

        assertThat(stage.story(id))
                .contains("Other CREATE_FAILED " + sentence + "\n")
                .endsWith("web ROLLBACK_COMPLETE\n");
    }
}
