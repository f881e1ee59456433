package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A resource before and after, by attribute: its properties, the stack's tags among them where the type takes tags,
/// and what else of its declaration an update looks at.
final class Sides {
    private static final List<String> OTHERS =
            List.of("Metadata", "CreationPolicy", "UpdatePolicy", "DeletionPolicy", "UpdateReplacePolicy");

    private final Stack stack;
    private final Plan plan;
    private final Forecast present;
    private final Forecast future;

    /// @param future of the plan
    Sides(Stack stack, Plan plan, Forecast future) {
        this.stack = stack;
        this.plan = plan;
        this.present = new Forecast(stack, stack.plan());
        this.future = future;
    }

    Map<String, Object> before(Member member) {
        return side(member.declared(), member.properties(), stack.desired(), present::of);
    }

    Map<String, Object> after(Template.Declared declared) {
        return side(declared, Tree.map(future.of(declared.properties())), plan.desired(), future::of);
    }

    private static Map<String, Object> side(
            Template.Declared declared,
            Map<String, Object> properties,
            Desired desired,
            UnaryOperator<Object> workOut) {
        var side = new LinkedHashMap<String, Object>();
        side.put("Properties", tagged(declared.type(), properties, desired));
        OTHERS.forEach(key -> Tree.at(declared.body(), key).ifPresent(node -> side.put(key, workOut.apply(node))));
        return side;
    }

    private static Map<String, Object> tagged(String type, Map<String, Object> properties, Desired desired) {
        if (!ResourceTypes.schema(type).isTaggable()
                || desired.tags().isEmpty()
                || properties.get("Tags") instanceof String) {
            return properties;
        }
        var own = Tree.tags(properties.get("Tags"));
        var tags = new ArrayList<>(Tree.list(properties.get("Tags")));
        desired.tagsByKey().forEach((key, value) -> {
            if (!own.containsKey(key)) {
                tags.add(tag(type, key, value));
            }
        });
        var tagged = new LinkedHashMap<>(properties);
        tagged.put("Tags", tags);
        return tagged;
    }

    private static Map<String, Object> tag(String type, String key, String value) {
        var tag = new LinkedHashMap<String, Object>();
        tag.put("Key", key);
        tag.put("Value", value);
        if (type.equals("AWS::AutoScaling::AutoScalingGroup")) {
            tag.put("PropagateAtLaunch", "true");
        }
        return tag;
    }

    /// What a template has at a place, or the function that makes the place; empty if it has nothing there.
    ///
    /// @param path keys and indices between slashes
    static Optional<Object> node(Object tree, String path) {
        var here = tree;
        for (var key : path.split("/")) {
            if (Forecast.isFunction(here)) {
                return Optional.of(here);
            }
            here = switch (here) {
                case Map<?, ?> map -> map.get(key);
                case List<?> list
                when key.matches("\\d+") && Integer.parseInt(key) < list.size() -> list.get(Integer.parseInt(key));
                case null, default -> null;
            };
        }
        return Optional.ofNullable(here);
    }
}
