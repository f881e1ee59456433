package dev.ecswizard.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the stack is called, what shape it has and which tags its resources bear.
///
/// @param tags stack tags in the order in which they were given; they travel with the deployment, not in the template
public record Cluster(String stackName, Recipe recipe, Map<String, String> tags) {
    /// The tag that the app adds by itself; its value is the recipe's key.
    public static final String RECIPE_TAG = "ecs-cluster-wizard:recipe";

    /// How many tags are left to the person of the 50 that a stack may have.
    public static final int MAX_TAGS = 49;

    public Cluster {
        Rule.STACK_NAME.require(stackName);
        if (recipe == null) {
            Rule.refuse(Rule.RECIPE.brokenBy(null));
        }
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        checkTags(tags).ifPresent(Rule::refuse);
    }

    /// The first rule that a set of tags breaks.
    public static Optional<Violation> checkTags(Map<String, String> tags) {
        if (tags.size() > MAX_TAGS) {
            return Optional.of(Rule.TAG_COUNT.brokenBy(tags.size()));
        }
        var seen = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var tag : tags.entrySet()) {
            var broken = checkTag(tag.getKey(), tag.getValue());
            if (broken.isPresent()) {
                return broken;
            }
            var other = seen.putIfAbsent(tag.getKey(), tag.getKey());
            if (other != null) {
                return Optional.of(Rule.TAG_KEY_CASE.brokenBy(tag.getKey(), other));
            }
        }
        return Optional.empty();
    }

    /// The rule that a single tag breaks.
    public static Optional<Violation> checkTag(String key, String value) {
        var broken = Rule.TAG_KEY.check(key);
        if (broken.isEmpty() && (key.toLowerCase(Locale.ROOT).startsWith("aws:") || key.equalsIgnoreCase(RECIPE_TAG))) {
            broken = Optional.of(Rule.TAG_KEY_RESERVED.brokenBy(key, RECIPE_TAG));
        }
        return broken.isPresent() ? broken : Rule.TAG_VALUE.check(value);
    }

    /// All tags that the stack gets: the person's, then the app's own.
    public Map<String, String> stackTags() {
        var all = new LinkedHashMap<>(tags);
        all.put(RECIPE_TAG, recipe.key());
        return Collections.unmodifiableMap(all);
    }
}
