package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the trees of a plan come to as far as that can be known before it is carried out. A function that depends on
/// a resource yet to be made comes to [#UNKNOWN] as a whole.
final class Forecast implements Functions.Names {
    /// As CloudFormation writes it in change sets.
    static final String UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

    /// Attributes that an update in place gives new values.
    private static final Set<String> COUNTERS = Set.of("LatestVersionNumber", "DefaultVersionNumber");

    private final Stack stack;
    private final Plan plan;
    private final Functions functions;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Map<String, Object>> changed = new HashMap<>();
    private boolean hasMetUnknown;

    Forecast(Stack stack, Plan plan) {
        this.stack = stack;
        this.plan = plan;
        this.functions = new Functions(plan.desired().template(), this);
    }

    /// The resource will be, or may be, another than the one that is there now.
    void open(String logicalId) {
        open.add(logicalId);
    }

    /// The resource will stay and have other properties.
    void changed(String logicalId, Map<String, Object> properties) {
        changed.put(logicalId, properties);
    }

    /// @param node of the plan's template, conditions decided
    /// @throws Refusal if a function can not be worked out, whatever is still to be made
    Object of(Object node) {
        return switch (node) {
            case Map<?, ?> map when isFunction(map) -> function(map);
            case Map<?, ?> map -> {
                var tree = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> tree.put(String.valueOf(key), of(value)));
                yield tree;
            }
            case List<?> list -> {
                var tree = new ArrayList<Object>();
                list.forEach(item -> tree.add(of(item)));
                yield tree;
            }
            default -> functions.value(node);
        };
    }

    static boolean isFunction(Object node) {
        if (!(node instanceof Map<?, ?> map) || map.size() != 1) {
            return false;
        }
        var key = String.valueOf(map.keySet().iterator().next());
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Object function(Map<?, ?> call) {
        hasMetUnknown = false;
        try {
            var value = functions.value(call);
            return hasMetUnknown ? UNKNOWN : value;
        } catch (Refusal refusal) {
            if (hasMetUnknown) {
                return UNKNOWN;
            }
            throw refusal;
        }
    }

    private String unknown() {
        hasMetUnknown = true;
        return UNKNOWN;
    }

    @Override
    public Object ref(String name) {
        return plan.resources().containsKey(name) && isOpen(name) ? unknown() : plan.ref(name);
    }

    private boolean isOpen(String resource) {
        var member = stack.members().get(resource);
        return open.contains(resource) || member == null || member.made == null;
    }

    @Override
    public String attribute(String resource, String attribute) {
        if (isOpen(resource)) {
            return unknown();
        }
        var properties = changed.get(resource);
        if (properties == null) {
            return plan.attribute(resource, attribute);
        }
        return COUNTERS.contains(attribute)
                ? unknown()
                : Tree.text(properties, attribute).orElseGet(() -> plan.attribute(resource, attribute));
    }

    /// An export that nobody has made yet may be made before the plan is carried out.
    @Override
    public String imported(String export) {
        try {
            return plan.imported(export);
        } catch (Refusal _) {
            return unknown();
        }
    }

    @Override
    public List<String> zones(String region) {
        return plan.zones(region);
    }

    @Override
    public Optional<String> parameter(String name) {
        return plan.parameter(name);
    }
}
