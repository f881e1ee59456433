package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// What the stacks of a region give to each other.
final class Exports {
    private Exports() {}

    /// @throws Refusal if the name of an export is known only when resources are made
    static void check(Template template) {
        template.section("Outputs")
                .forEach((name, output) -> Tree.at(output, "Export", "Name")
                        .filter(export -> !isKnownBeforehand(template, export))
                        .ifPresent(_ -> {
                            throw Shape.malformed(
                                    "Output " + name
                                            + " is malformed.  The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs.");
                        }));
    }

    /// Whether a node can be worked out before any resource is made.
    static boolean isKnownBeforehand(Template template, Object node) {
        var refersToNone = References.in(node).stream()
                .noneMatch(reference -> reference.attribute().isPresent()
                        || template.resources().containsKey(reference.name()));
        var isFree = new boolean[] {true};
        eachCall(node, "Fn::ImportValue", _ -> isFree[0] = false);
        eachCall(node, "Fn::GetAZs", _ -> isFree[0] = false);
        return refersToNone && isFree[0];
    }

    private static void eachCall(Object node, String name, Consumer<Object> visitor) {
        if (name.equals(Calls.function(node))) {
            visitor.accept(node);
        }
        switch (node) {
            case Map<?, ?> map -> map.values().forEach(value -> eachCall(value, name, visitor));
            case List<?> list -> list.forEach(item -> eachCall(item, name, visitor));
            default -> {}
        }
    }

    private static List<Object> imports(Plan plan) {
        var calls = new ArrayList<>();
        plan.resources().values().forEach(resource -> eachCall(resource.body(), "Fn::ImportValue", calls::add));
        plan.outputs().values().forEach(output -> eachCall(output, "Fn::ImportValue", calls::add));
        return calls;
    }

    /// CloudFormation's sentence about the first value that a plan imports and nobody exports.
    static Optional<String> missing(Plan plan) {
        for (var call : imports(plan)) {
            try {
                plan.functions().value(call);
            } catch (Refusal refusal) {
                return Optional.of(refusal.getMessage());
            }
        }
        return Optional.empty();
    }

    /// The names of the stacks of a region that import something.
    static List<String> importers(RegionStacks home, String export) {
        return home.living().stream()
                .filter(stack -> stack.plan().imports().contains(export))
                .map(Stack::name)
                .toList();
    }

    /// All that the stacks of a region export, by name.
    static List<Export> all(RegionStacks home) {
        return home.living().stream()
                .flatMap(stack -> stack.outputs.stream()
                        .filter(output -> output.exportName() != null)
                        .map(output -> Export.builder()
                                .exportingStackId(stack.id())
                                .name(output.exportName())
                                .value(output.outputValue())
                                .build()))
                .sorted(java.util.Comparator.comparing(Export::name))
                .toList();
    }

    /// @throws Refusal if a stack is to export what another one, or itself, exports already
    static void claim(Stack stack, List<Output> outputs) {
        var own = new HashSet<String>();
        for (var output : outputs) {
            var name = output.exportName();
            if (name == null) {
                continue;
            }
            var owner = own.add(name)
                    ? stack.home().living().stream()
                            .filter(other ->
                                    other != stack && other.exported(name).isPresent())
                            .findFirst()
                    : Optional.of(stack);
            owner.ifPresent(other -> {
                throw Refusals.invalid(
                        "Export with name " + name + " is already exported by stack " + other.name() + ".");
            });
        }
    }
}
