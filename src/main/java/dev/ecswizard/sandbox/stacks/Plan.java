package dev.ecswizard.sandbox.stacks;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A desired state as it is meant for one stack: conditions are decided, so it is known which resources there are to
/// be and who waits for whom. Its functions see what the stack has made so far.
final class Plan implements Functions.Names {
    private final Stack stack;
    private final Desired desired;
    private final Functions functions;
    private final Map<String, Template.Declared> resources = new LinkedHashMap<>();
    private final Map<String, Object> outputs = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs;
    private final Set<String> imports = new HashSet<>();

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function that needs no resource can not be worked out
    Plan(Stack stack, Desired desired) {
        this.stack = stack;
        this.desired = desired;
        this.functions = new Functions(desired.template(), this);
        var bodies = new LinkedHashMap<String, Object>();
        desired.template().section("Conditions").keySet().forEach(functions::condition);
        desired.template().resources().forEach((name, declared) -> {
            if (declared.text("Condition").map(functions::condition).orElse(true)) {
                var body = functions.prune(declared.body());
                bodies.put(name, body);
                resources.put(name, new Template.Declared(name, declared.type(), Tree.map(body)));
            }
        });
        desired.template().section("Outputs").forEach((name, output) -> {
            if (Tree.text(output, "Condition").map(functions::condition).orElse(true)) {
                outputs.put(name, functions.prune(output));
            }
        });
        References.checkDecided(desired.template(), bodies, outputs.values());
        needs = References.dependencies(desired.template(), bodies);
        bodies.values().forEach(this::mappingsExist);
        outputs.values().forEach(this::mappingsExist);
    }

    private void mappingsExist(Object node) {
        switch (node) {
            case Map<?, ?> map
            when "Fn::FindInMap".equals(Calls.function(map)) && Exports.isKnownBeforehand(desired.template(), map) ->
                functions.value(map);
            case Map<?, ?> map -> map.values().forEach(this::mappingsExist);
            case List<?> list -> list.forEach(this::mappingsExist);
            default -> {}
        }
    }

    Desired desired() {
        return desired;
    }

    Functions functions() {
        return functions;
    }

    /// Those whose conditions hold, by logical id, in the template's order.
    Map<String, Template.Declared> resources() {
        return resources;
    }

    /// Those whose conditions hold, not yet worked out, in the template's order.
    Map<String, Object> outputs() {
        return outputs;
    }

    /// The logical ids that a resource waits for.
    Set<String> needs(String logicalId) {
        return needs.get(logicalId);
    }

    @Override
    public Object ref(String name) {
        if (desired.parameters().has(name)) {
            return desired.parameters().value(name);
        }
        var world = stack.home().world();
        return switch (name) {
            case "AWS::AccountId" -> world.account();
            case "AWS::NotificationARNs" -> desired.notificationArns();
            case "AWS::Partition" -> stack.partition();
            case "AWS::Region" -> world.region();
            case "AWS::StackId" -> stack.id();
            case "AWS::StackName" -> stack.name();
            case "AWS::URLSuffix" -> stack.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
            default -> made(name).ref();
        };
    }

    @Override
    public String attribute(String resource, String attribute) {
        return Optional.ofNullable(made(resource).attributes().get(attribute))
                .orElseThrow(() -> Refusals.invalid("Template error: resource " + resource
                        + " does not support attribute type " + attribute + " in Fn::GetAtt"));
    }

    private Making.Made made(String logicalId) {
        return Optional.ofNullable(stack.members().get(logicalId))
                .map(member -> member.made)
                .orElseThrow(() -> Refusals.invalid("Template format error: Unresolved resource dependencies ["
                        + logicalId + "] in the Resources block of the template"));
    }

    /// The names of the exports that were looked up so far.
    Set<String> imports() {
        return imports;
    }

    @Override
    public String imported(String export) {
        imports.add(export);
        return stack.home()
                .exported(export)
                .orElseThrow(() -> Refusals.invalid("No export named " + export + " found."));
    }

    @Override
    public List<String> zones(String region) {
        return stack.home().world().zones(region);
    }

    @Override
    public Optional<String> parameter(String name) {
        return stack.home().world().parameter(name);
    }
}
