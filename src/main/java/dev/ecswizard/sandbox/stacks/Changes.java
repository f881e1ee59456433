package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Change.Action;
import dev.ecswizard.sandbox.stacks.Change.Detail;
import dev.ecswizard.sandbox.stacks.Change.Source;
import dev.ecswizard.sandbox.stacks.Change.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// What lies between a stack as it is and a plan for it.
///
/// CloudFormation tells changes in two ways, and so do these: by the templates, where a reference to something that
/// changes is a change that may turn out to be none; and by the values, as far as they are known before.
final class Changes {
    /// CloudFormation User Guide, "Update behaviors of stack resources": these can not be changed by themselves.
    private static final Set<String> NOT_ALONE = Set.of("CreationPolicy", "UpdatePolicy");

    private final Stack stack;
    private final Plan plan;
    private final Forecast forecast;
    private final Sides sides;
    private final Map<String, Change> byId = new TreeMap<>();
    private final boolean hasOthers;

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function can not be worked out
    Changes(Stack stack, Plan plan) {
        this.stack = stack;
        this.plan = plan;
        this.forecast = new Forecast(stack, plan);
        this.sides = new Sides(stack, plan, forecast);
        var visited = new LinkedHashSet<String>();
        plan.resources().keySet().forEach(name -> visit(name, visited));
        stack.members().values().stream()
                .filter(member -> isThere(member) && !plan.resources().containsKey(member.logicalId()))
                .forEach(this::remove);
        hasOthers = differ();
    }

    /// By logical id.
    List<Change> resources() {
        return List.copyOf(byId.values());
    }

    /// Whether there is nothing that an update would do.
    boolean isNothing() {
        return stack.isStable()
                && !hasOthers
                && byId.values().stream()
                        .allMatch(change -> change.action() == Action.MODIFY && NOT_ALONE.containsAll(change.scope()));
    }

    static boolean isThere(Member member) {
        return member.made != null && !member.is("CREATE_FAILED") && !member.is("DELETE_COMPLETE");
    }

    /// Comes to a resource when it has been at all that it needs.
    private void visit(String name, Set<String> visited) {
        if (!visited.add(name)) {
            return;
        }
        plan.needs(name).forEach(needed -> visit(needed, visited));
        var declared = plan.resources().get(name);
        var member = stack.members().get(name);
        if (member != null && isThere(member)) {
            modify(member, declared);
        } else {
            forecast.open(name);
            add(declared);
        }
    }

    private void add(Template.Declared declared) {
        put(new Change(
                Action.ADD,
                declared,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(sides.after(declared)),
                Optional.empty()));
    }

    private void remove(Member member) {
        var policy = member.declared().text("DeletionPolicy").orElse("Delete");
        put(new Change(
                Action.REMOVE,
                member.declared(),
                member.physicalId,
                List.of(),
                List.of(),
                Optional.of(sides.before(member)),
                Optional.empty(),
                Optional.of(policy.startsWith("Retain") ? "Retain" : policy)));
    }

    private void modify(Member member, Template.Declared declared) {
        var before = sides.before(member);
        var after = sides.after(declared);
        var differences = Difference.between(before, after);
        var values = new ArrayList<Detail>();
        var whole = new LinkedHashMap<String, Target>();
        for (var difference : differences) {
            var target = target(declared.type(), difference);
            values.addAll(details(target, member.declared(), declared, difference.path(), true));
            whole.merge(top(difference.path()), whole(target), Changes::graver);
        }
        var details = new ArrayList<Detail>();
        whole.forEach((path, target) -> details.addAll(details(target, member.declared(), declared, path, false)));
        details.addAll(possible(declared, whole.keySet()));
        if (details.isEmpty()) {
            return;
        }
        var change = new Change(
                Action.MODIFY,
                declared,
                member.physicalId,
                details,
                values,
                Optional.of(before),
                Optional.of(after),
                Optional.empty());
        switch (change.replacement()) {
            case ALWAYS -> {
                var kept = declared.text("UpdateReplacePolicy").orElse("Delete");
                put(change.replaced("ReplaceAnd" + kept));
                forecast.open(change.logicalId());
            }
            case CONDITIONALLY -> {
                put(change);
                forecast.open(change.logicalId());
            }
            case NEVER -> {
                put(change);
                forecast.changed(change.logicalId(), Tree.map(after, "Properties"));
            }
        }
    }

    private void put(Change change) {
        byId.put(change.logicalId(), change);
    }

    private static Target target(String type, Difference difference) {
        var path = difference.path();
        var slash = path.indexOf('/');
        if (!path.startsWith("Properties/")) {
            return new Target(
                    slash < 0 ? path : path.substring(0, slash),
                    Optional.empty(),
                    Recreation.NEVER,
                    Optional.of(difference));
        }
        var below = path.substring(slash + 1);
        return Target.property(
                below.split("/")[0], ResourceTypes.schema(type).recreation(below), Optional.of(difference));
    }

    /// `Metadata`, or `Properties/UserData`.
    private static String top(String path) {
        var keys = path.split("/");
        return keys[0].equals("Properties") ? keys[0] + "/" + keys[1] : keys[0];
    }

    private static Target whole(Target target) {
        return new Target(target.attribute(), target.property(), target.recreation(), Optional.empty());
    }

    private static Target graver(Target one, Target other) {
        return one.recreation().compareTo(other.recreation()) >= 0 ? one : other;
    }

    /// Why something at a place is not what it was.
    private List<Detail> details(
            Target target, Template.Declared before, Template.Declared after, String path, boolean ofValues) {
        var now = Sides.node(after.body(), path);
        var causes = now.map(this::causes).orElse(List.of());
        var isEdited = causes.isEmpty() || !now.equals(Sides.node(before.body(), path));
        var found = new ArrayList<Detail>();
        causes.forEach(
                cause -> found.add(new Detail(target, cause.isCertain(), cause.source(), Optional.of(cause.by()))));
        if (isEdited || ofValues || causes.stream().anyMatch(cause -> cause.source() == Source.PARAMETER_REFERENCE)) {
            found.add(new Detail(target, isEdited, Source.DIRECT_MODIFICATION, Optional.empty()));
        }
        return found;
    }

    /// References to what changes, in properties that do not change as far as is known.
    private List<Detail> possible(Template.Declared declared, Set<String> known) {
        var found = new ArrayList<Detail>();
        Tree.map(declared.properties()).forEach((property, node) -> {
            if (!known.contains("Properties/" + property)) {
                var target = Target.property(
                        property, ResourceTypes.schema(declared.type()).recreation(property), Optional.empty());
                causes(node).stream()
                        .filter(cause -> cause.source() != Source.PARAMETER_REFERENCE)
                        .forEach(cause -> found.add(
                                new Detail(target, cause.isCertain(), cause.source(), Optional.of(cause.by()))));
            }
        });
        return found;
    }

    private record Cause(Source source, String by, boolean isCertain) {}

    private List<Cause> causes(Object node) {
        return References.in(node).stream()
                .map(this::cause)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Cause> cause(References.Reference reference) {
        var name = reference.name();
        var before = stack.desired().parameters().given();
        var after = plan.desired().parameters().given();
        if (after.containsKey(name)) {
            return Objects.equals(before.get(name), after.get(name))
                    ? Optional.empty()
                    : Optional.of(new Cause(Source.PARAMETER_REFERENCE, name, true));
        }
        var source = reference.attribute().isPresent() ? Source.RESOURCE_ATTRIBUTE : Source.RESOURCE_REFERENCE;
        var by = reference.attribute().map(attribute -> name + "." + attribute).orElse(name);
        return Optional.ofNullable(byId.get(name))
                .filter(change -> change.action() == Action.MODIFY)
                .flatMap(change -> switch (change.replacement()) {
                    case ALWAYS -> Optional.of(new Cause(source, by, true));
                    case CONDITIONALLY -> Optional.of(new Cause(source, by, false));
                    case NEVER -> reference.attribute().map(_ -> new Cause(Source.RESOURCE_ATTRIBUTE, by, false));
                });
    }

    /// Whether there is more to change than resources.
    private boolean differ() {
        var before = stack.desired();
        var after = plan.desired();
        return !before.tagsByKey().equals(after.tagsByKey())
                || !before.notificationArns().equals(after.notificationArns())
                || !before.rollback().equals(after.rollback())
                || !outputsBefore().equals(outputsAfter());
    }

    private record Out(Object value, Optional<String> description, Optional<Object> export) {}

    private Map<String, Out> outputsBefore() {
        var outputs = new TreeMap<String, Out>();
        for (Output output : stack.outputs) {
            outputs.put(
                    output.outputKey(),
                    new Out(
                            output.outputValue(),
                            Optional.ofNullable(output.description()),
                            Optional.ofNullable(output.exportName())));
        }
        return outputs;
    }

    private Map<String, Out> outputsAfter() {
        var outputs = new TreeMap<String, Out>();
        plan.desired().template().section("Outputs").forEach((key, node) -> {
            if (Tree.text(node, "Condition").map(plan.functions()::condition).orElse(true)) {
                var pruned = plan.functions().prune(node);
                outputs.put(
                        key,
                        new Out(
                                forecast.of(Tree.at(pruned, "Value").orElse("")),
                                Tree.text(pruned, "Description"),
                                Tree.at(pruned, "Export", "Name").map(forecast::of)));
            }
        });
        return outputs;
    }
}
