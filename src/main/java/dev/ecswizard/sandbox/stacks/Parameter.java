package dev.ecswizard.sandbox.stacks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private static final String LOOKED_UP = "AWS::SSM::Parameter::Value<";
    private static final int MOST_BYTES = 4096;
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

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static Parameter parse(String name, Object node) {
        if (!(node instanceof Map<?, ?>)) {
            throw Shape.malformed("Any Parameters member must be an object.");
        }
        var body = Tree.map(node);
        body.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw Refusals.invalid("Invalid template parameter property '" + key + "'");
        });
        if (!body.containsKey("Type")) {
            throw Shape.malformed("Every Parameters object must contain a Type member.");
        }
        KEYS.stream().filter(key -> !key.equals("AllowedValues")).sorted().forEach(key -> Shape.text(body, key));
        var parameter = new Parameter(name, Tree.text(body, "Type").orElseThrow(), body);
        if (!isKnown(parameter.type)) {
            throw Shape.malformed("Unrecognized parameter type: " + parameter.type);
        }
        parameter.checkConstraints();
        parameter.defaultValue().ifPresent(parameter::check);
        return parameter;
    }

    private static boolean isKnown(String type) {
        var isLookedUp = type.startsWith(LOOKED_UP);
        var held = unwrap(type, LOOKED_UP);
        var element = unwrap(held, "List<");
        return PLAIN.contains(held)
                // a list of key pairs is the one list that there is not
                || OF_THE_ACCOUNT.contains(element) && !held.equals("List<AWS::EC2::KeyPair::KeyName>")
                || isLookedUp && held.equals("AWS::SSM::Parameter::Name");
    }

    private void checkConstraints() {
        if (body.containsKey("AllowedValues")) {
            if (!(body.get("AllowedValues") instanceof List<?> values)) {
                throw Shape.malformed("Every AllowedValues member must be a list.");
            }
            if (!values.stream().allMatch(String.class::isInstance)) {
                throw Shape.malformed("Every AllowedValues value must be a string.");
            }
        }
        requireType("MinLength", "String", type.equals("String"));
        requireType("MaxLength", "String", type.equals("String"));
        requireType("MinValue", "Number", elementType().equals("Number"));
        requireType("MaxValue", "Number", elementType().equals("Number"));
        requireOrder("MinLength", "MaxLength");
        requireOrder("MinValue", "MaxValue");
        text("NoEcho").filter(value -> !value.matches("(?i)true|false")).ifPresent(value -> {
            throw Shape.malformed("Every NoEcho member must be true or false.");
        });
        text("AllowedPattern").ifPresent(pattern -> {
            if (Match.compile(pattern).isEmpty()) {
                throw Refusals.invalid(
                        "Template error: Parameter '" + name + "' AllowedPattern must be a valid regular expression.");
            }
        });
    }

    private void requireType(String key, String wanted, boolean is) {
        text(key).ifPresent(bound -> {
            if (!is) {
                throw Refusals.invalid("Template error: Parameter '" + name + "' " + key
                        + " must be on a parameter of type " + wanted);
            }
            if (number(bound).isEmpty()) {
                throw Refusals.invalid("Template error: Parameter '" + name + "' " + key + " must be a number.");
            }
        });
    }

    private void requireOrder(String least, String most) {
        if (text(least).isPresent()
                && text(most).isPresent()
                && compare(text(least).get(), text(most).get()) > 0) {
            throw Refusals.invalid(
                    "Template error: Parameter '" + name + "' " + least + " must be less than " + most + ".");
        }
    }

    /// The type of one item: without `List<…>` and without the wrapper of a value from Systems Manager.
    String elementType() {
        return unwrap(unwrap(type, LOOKED_UP), "List<");
    }

    private static String unwrap(String type, String wrapper) {
        return type.startsWith(wrapper) && type.endsWith(">")
                ? type.substring(wrapper.length(), type.length() - 1)
                : type;
    }

    boolean isList() {
        return type.contains("List<") || type.contains("CommaDelimitedList");
    }

    /// Whether the value names a parameter of Systems Manager that holds the real one.
    boolean isLookedUp() {
        return type.startsWith(LOOKED_UP);
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
        if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusals.invalid("Parameter '" + name + "' exceeds maximum byte count, " + MOST_BYTES);
        }
        // of what Systems Manager holds only the name is known here
        var values = isList() && !isLookedUp() ? items(value) : List.of(value);
        values.forEach(this::checkOne);
    }

    private void checkOne(String value) {
        if (elementType().equals("Number") && !isLookedUp() && number(value).isEmpty()) {
            throw Refusals.invalid("Parameter '" + name + "' must be a number.");
        }
        text("AllowedPattern")
                .filter(pattern -> !Match.compile(pattern).orElseThrow().matches(value))
                .ifPresent(pattern -> {
                    throw refusal("must match pattern " + pattern);
                });
        if (body.containsKey("AllowedValues")
                && allowedValues().stream().noneMatch(allowed -> isSame(allowed, value))) {
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
            return text.length() > 50 || text.matches("(?i).*e.{4,}")
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private boolean isSame(String allowed, String value) {
        return allowed.equals(value)
                || elementType().equals("Number")
                        && number(allowed).isPresent()
                        && number(value).isPresent()
                        && compare(allowed, value) == 0;
    }

    private RuntimeException refusal(String rule) {
        return Refusals.invalid(text("ConstraintDescription")
                .map(words -> "Parameter " + name + " failed to satisfy constraint: " + words)
                .orElse("Parameter '" + name + "' " + rule));
    }
}
