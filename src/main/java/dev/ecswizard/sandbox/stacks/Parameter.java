package dev.ecswizard.sandbox.stacks;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A parameter as the template declares it, and what a value for it has to satisfy before a stack is made at all.
record Parameter(String name, String type, Map<String, Object> body) {
    private static final Set<String> KEYS = Set.of(
            "Type",
            "Default",
            "NoEcho",
            "AllowedValues",
            "AllowedPattern",
            "MaxLength",
            "MinLength",
            "MaxValue",
            "MinValue",
            "Description",
            "ConstraintDescription");
    private static final Set<String> PLAIN = Set.of(
            "String", "Number", "CommaDelimitedList", "List<Number>", "List<String>", "AWS::SSM::Parameter::Name");
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "AWS::EC2::AvailabilityZone::Name",
            "AWS::EC2::Image::Id",
            "AWS::EC2::Instance::Id",
            "AWS::EC2::KeyPair::KeyName",
            "AWS::EC2::SecurityGroup::GroupName",
            "AWS::EC2::SecurityGroup::Id",
            "AWS::EC2::Subnet::Id",
            "AWS::EC2::Volume::Id",
            "AWS::EC2::VPC::Id",
            "AWS::Route53::HostedZone::Id");

    static Parameter parse(String name, Object node) {
        var body = Tree.map(node);
        body.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw Refusals.invalid("Invalid template parameter property '" + key + "'");
        });
        var type = Tree.text(body, "Type")
                .orElseThrow(() ->
                        Refusals.invalid("Template format error: Every Parameters object must contain a Type member."));
        var parameter = new Parameter(name, type, body);
        if (!PLAIN.contains(type) && !OF_THE_ACCOUNT.contains(parameter.elementType())) {
            throw Refusals.invalid("Template format error: Unrecognized parameter type: " + type);
        }
        return parameter;
    }

    /// The type of one item: without `List<…>` and without the wrapper of a value from Systems Manager.
    String elementType() {
        return unwrap(unwrap(type, "AWS::SSM::Parameter::Value<"), "List<");
    }

    private static String unwrap(String type, String wrapper) {
        return type.startsWith(wrapper) && type.endsWith(">")
                ? type.substring(wrapper.length(), type.length() - 1)
                : type;
    }

    boolean isList() {
        return type.contains("List<") || type.equals("CommaDelimitedList");
    }

    /// Whether the value names a parameter of Systems Manager that holds the real one.
    boolean isLookedUp() {
        return type.startsWith("AWS::SSM::Parameter::Value<");
    }

    boolean isSecret() {
        return text("NoEcho").map("true"::equalsIgnoreCase).orElse(false);
    }

    Optional<String> defaultValue() {
        return text("Default");
    }

    Optional<String> text(String key) {
        return Tree.text(body, key);
    }

    List<String> allowedValues() {
        return Tree.texts(body.get("AllowedValues"));
    }

    static List<String> items(String value) {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if the value breaks one of the constraints
    void check(String value) {
        var values = isList() ? items(value) : List.of(value);
        values.forEach(this::checkOne);
    }

    private void checkOne(String value) {
        if (elementType().equals("Number") && number(value).isEmpty()) {
            throw Refusals.invalid("Parameter '" + name + "' must be a number");
        }
        text("AllowedPattern").filter(pattern -> !matches(pattern, value)).ifPresent(pattern -> {
            throw refusal("must match pattern " + pattern);
        });
        if (!allowedValues().isEmpty() && !allowedValues().contains(value)) {
            throw refusal("must be one of AllowedValues");
        }
        text("MinLength")
                .filter(least -> compare("" + value.length(), least) < 0)
                .ifPresent(least -> {
                    throw refusal("must contain at least " + least + " characters");
                });
        text("MaxLength").filter(most -> compare("" + value.length(), most) > 0).ifPresent(most -> {
            throw refusal("must contain at most " + most + " characters");
        });
        text("MinValue").filter(least -> compare(value, least) < 0).ifPresent(least -> {
            throw refusal("must be a number not less than " + least);
        });
        text("MaxValue").filter(most -> compare(value, most) > 0).ifPresent(most -> {
            throw refusal("must be a number not greater than " + most);
        });
    }

    private static int compare(String value, String bound) {
        return number(value).orElse(BigDecimal.ZERO).compareTo(number(bound).orElse(BigDecimal.ZERO));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 50 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.matches(pattern, value);
        } catch (PatternSyntaxException malformed) {
            throw Refusals.invalid(
                    "Template format error: AllowedPattern is not a valid regular expression: " + pattern);
        }
    }

    private RuntimeException refusal(String rule) {
        return Refusals.invalid(text("ConstraintDescription")
                .map(words -> "Parameter " + name + " failed to satisfy constraint: " + words)
                .orElse("Parameter '" + name + "' " + rule));
    }
}
