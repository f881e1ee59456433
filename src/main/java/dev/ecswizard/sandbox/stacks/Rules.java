package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of a template: what the values of its parameters have to satisfy together, before anything is made.
final class Rules {
    private final Parameters parameters;
    private final World world;

    private Rules(Parameters parameters, World world) {
        this.parameters = parameters;
        this.world = world;
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a rule has not the form of one
    static void checkShape(String name, Object node) {
        var rule = Tree.map(node);
        var assertions = rule.get("Assertions");
        if (!(assertions instanceof List<?> list) || list.isEmpty()) {
            throw Shape.malformed("Rule " + name + " must have a list of Assertions.");
        }
        rule.keySet().stream()
                .filter(key -> !Set.of("RuleCondition", "Assertions").contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refusals.invalid("Invalid template rule property '" + key + "'");
                });
        if (rule.containsKey("RuleCondition")) {
            requireBoolean(name, rule.get("RuleCondition"));
        }
        for (var assertion : list) {
            var map = Tree.map(assertion);
            requireBoolean(name, map.get("Assert"));
            Shape.text(map, "AssertDescription");
        }
    }

    private static void requireBoolean(String rule, Object node) {
        switch (Calls.function(node)) {
            case "Fn::And", "Fn::Or", "Fn::Not" ->
                Tree.list(Tree.map(node).values().iterator().next()).forEach(item -> requireBoolean(rule, item));
            case "Fn::Equals", "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn" -> {}
            case null, default ->
                throw Shape.malformed("Rule " + rule + " must be made of functions that give true or false.");
        }
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with the description of the first assertion that does not hold
    static void check(Parameters parameters, World world) {
        var rules = new Rules(parameters, world);
        parameters.template().section("Rules").forEach((name, node) -> rules.check(name, Tree.map(node)));
    }

    private void check(String name, Map<String, Object> rule) {
        if (rule.containsKey("RuleCondition") && !holds(rule.get("RuleCondition"))) {
            return;
        }
        for (var assertion : Tree.list(rule.get("Assertions"))) {
            if (!holds(Tree.at(assertion, "Assert").orElseThrow())) {
                throw Refusals.invalid(Tree.text(assertion, "AssertDescription")
                        .orElse("Template error: an assertion of rule " + name + " failed"));
            }
        }
    }

    private boolean holds(Object node) {
        var arguments = Tree.list(Tree.map(node).values().iterator().next());
        return switch (Calls.function(node)) {
            case "Fn::Not" -> !holds(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::holds);
            case "Fn::Or" -> arguments.stream().anyMatch(this::holds);
            case "Fn::Equals" -> values(arguments.getFirst()).equals(values(arguments.getLast()));
            case "Fn::Contains" -> values(arguments.getFirst()).containsAll(values(arguments.getLast()));
            case "Fn::EachMemberEquals" -> {
                var wanted = values(arguments.getLast());
                yield values(arguments.getFirst()).stream()
                        .allMatch(value -> List.of(value).equals(wanted));
            }
            case "Fn::EachMemberIn" -> values(arguments.getLast()).containsAll(values(arguments.getFirst()));
            case null, default -> throw new IllegalStateException(String.valueOf(node));
        };
    }

    /// A single string is a list of one. What the account can not tell of something that is not there is left out: the
    /// stack fails for that in its own words.
    private List<String> values(Object node) {
        var function = Calls.function(node);
        if (function == null) {
            return node instanceof List<?> list
                    ? list.stream().flatMap(item -> values(item).stream()).toList()
                    : List.of(String.valueOf(node));
        }
        var argument = Tree.map(node).values().iterator().next();
        return switch (function) {
            case "Ref" -> referred(String.valueOf(argument));
            case "Fn::RefAll" ->
                ofType(String.valueOf(argument)).stream()
                        .flatMap(parameter -> referred(parameter.name()).stream())
                        .toList();
            case "Fn::ValueOf" -> {
                var path = Tree.texts(argument);
                yield Optional.ofNullable(parameters.template().parameters().get(path.getFirst())).stream()
                        .flatMap(parameter -> attributes(parameter, path.getLast()).stream())
                        .toList();
            }
            case "Fn::ValueOfAll" -> {
                var path = Tree.texts(argument);
                yield ofType(path.getFirst()).stream()
                        .flatMap(parameter -> attributes(parameter, path.getLast()).stream())
                        .toList();
            }
            default -> List.of(String.valueOf(holds(node)));
        };
    }

    private List<String> referred(String name) {
        return switch (name) {
            case "AWS::Region" -> List.of(world.region());
            case "AWS::AccountId" -> List.of(world.account());
            case "AWS::Partition" -> List.of(Stack.partition(world.region()));
            default ->
                !parameters.has(name)
                        ? List.of()
                        : parameters.value(name) instanceof List<?> list
                                ? Tree.texts(list)
                                : List.of(String.valueOf(parameters.value(name)));
        };
    }

    private List<Parameter> ofType(String type) {
        return parameters.template().parameters().values().stream()
                .filter(parameter ->
                        parameter.type().equals(type) || parameter.elementType().equals(type))
                .toList();
    }

    private List<String> attributes(Parameter parameter, String attribute) {
        var found = new ArrayList<String>();
        for (var id : referred(parameter.name())) {
            var value = attribute.startsWith("Tags.")
                    ? world.tag(id, attribute.substring(5))
                    : switch (parameter.elementType() + " " + attribute) {
                        case "AWS::EC2::Subnet::Id VpcId" -> world.subnet(id).map(World.Place::vpc);
                        case "AWS::EC2::Subnet::Id AvailabilityZone" ->
                            world.subnet(id).map(World.Place::zone);
                        case "AWS::EC2::VPC::Id DefaultSecurityGroup" -> world.defaultSecurityGroup(id);
                        case "AWS::EC2::VPC::Id DefaultNetworkAcl" -> world.defaultNetworkAcl(id);
                        default ->
                            throw Refusals.invalid("Template error: " + parameter.type()
                                    + " parameters have no attribute " + attribute);
                    };
            value.ifPresent(found::add);
        }
        return found;
    }
}
