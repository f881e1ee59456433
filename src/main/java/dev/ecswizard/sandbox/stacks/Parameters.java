package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of a stack's parameters.
///
/// @param given by the request or the template's defaults
/// @param resolved those that Systems Manager was asked for
record Parameters(Template template, Map<String, String> given, Map<String, String> resolved) {

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if one is missing, unknown or breaks its constraints, or if they
    /// break a rule together
    static Parameters of(
            Template template,
            List<software.amazon.awssdk.services.cloudformation.model.Parameter> request,
            World world) {
        var asked = new LinkedHashMap<String, String>();
        var unset = new ArrayList<String>();
        for (var parameter : request) {
            var key = parameter.parameterKey();
            if (key == null) {
                throw Refusals.invalid("Parameter keys must not be empty");
            }
            if (Boolean.TRUE.equals(parameter.usePreviousValue())) {
                throw Refusals.invalid("Invalid input for parameter key " + key + ". Cannot specify usePreviousValue as"
                        + (parameter.parameterValue() == null
                                ? " true for a parameter key not in the previous template"
                                : " true and non empty value for a parameter"));
            }
            if (asked.containsKey(key)) {
                throw Refusals.invalid("Duplicate parameter keys: [" + key + "]");
            }
            asked.put(key, Optional.ofNullable(parameter.parameterValue()).orElse(""));
            if (parameter.parameterValue() == null) {
                unset.add(key);
            }
        }
        var foreign = new ArrayList<>(asked.keySet());
        foreign.removeAll(template.parameters().keySet());
        if (!foreign.isEmpty()) {
            throw Refusals.invalid("Parameters: " + foreign + " do not exist in the template");
        }
        if (!unset.isEmpty()) {
            throw Refusals.invalid("Parameters: " + unset + " must have values");
        }
        var given = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        template.parameters()
                .forEach((name, parameter) -> Optional.ofNullable(asked.get(name))
                        .or(parameter::defaultValue)
                        .ifPresentOrElse(value -> given.put(name, value), () -> missing.add(name)));
        if (!missing.isEmpty()) {
            throw Refusals.invalid("Parameters: " + missing + " must have values");
        }
        given.forEach((name, value) -> template.parameters().get(name).check(value));
        var parameters = new Parameters(template, given, resolved(template, given, world));
        Rules.check(parameters, world);
        return parameters;
    }

    private static Map<String, String> resolved(Template template, Map<String, String> given, World world) {
        var resolved = new LinkedHashMap<String, String>();
        var lost = new ArrayList<String>();
        given.forEach((name, value) -> {
            if (template.parameters().get(name).isLookedUp()) {
                world.parameter(value).ifPresentOrElse(real -> resolved.put(name, real), () -> lost.add(value));
            }
        });
        if (!lost.isEmpty()) {
            throw Refusals.invalid("Unable to fetch parameters " + lost + " from parameter store for this account.");
        }
        return resolved;
    }

    /// What `Ref` gives: a string or, for a list type, a list.
    Object value(String name) {
        var text = resolved.getOrDefault(name, given.get(name));
        return template.parameters().get(name).isList() ? Parameter.items(text) : text;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /// CloudFormation's sentence, without its full stop, about the values that name something the account does not
    /// have. It finds that out only once the stack exists.
    Optional<String> notThere(World world) {
        var lost = new ArrayList<String>();
        for (var parameter : template.parameters().values()) {
            var text = resolved.getOrDefault(parameter.name(), given.get(parameter.name()));
            var values = parameter.isList() ? Parameter.items(text) : List.of(text);
            for (var value : values.isEmpty() ? List.of("") : values) {
                if (!isThere(world, parameter.elementType(), value)) {
                    lost.add(
                            "parameter value " + value + " for parameter name " + parameter.name() + " does not exist");
                }
            }
        }
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("Parameter validation failed: " + String.join(", ", lost));
    }

    private static boolean isThere(World world, String type, String value) {
        return switch (type) {
            case "AWS::EC2::KeyPair::KeyName" -> world.hasKeyPair(value);
            case "AWS::EC2::VPC::Id" -> world.hasVpc(value);
            case "AWS::EC2::Subnet::Id" -> world.subnet(value).isPresent();
            case "AWS::EC2::SecurityGroup::Id" ->
                world.vpcOfSecurityGroup(value).isPresent();
            case "AWS::EC2::Image::Id" -> world.architectureOfImage(value).isPresent();
            case "AWS::EC2::AvailabilityZone::Name" ->
                world.zones(world.region()).contains(value);
            default -> true;
        };
    }
}
