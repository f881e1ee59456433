package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/// The filters that one describe operation knows. All filters of a request must agree with an item, of each filter one
/// value; `*` and `?` stand for any text and any character.
final class Filters {
    private static final int MOST_VALUES = 200;

    private final Supplier<? extends SdkPojo> model;
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Fields> fields = new ConcurrentHashMap<>();

    /// @param model makes an empty builder of what is filtered; not before a filter comes in
    Filters(Supplier<? extends SdkPojo> model) {
        this.model = model;
    }

    /// Adds filters, parted by blanks. A name is also the way to the field, unless the way follows after `=`. Where
    /// nothing follows, no item here ever has what is asked for.
    Filters names(String names) {
        for (var name : names.strip().split("\\s+")) {
            int equals = name.indexOf('=');
            paths.put(equals < 0 ? name : name.substring(0, equals), name.substring(equals + 1));
        }
        return this;
    }

    /// Adds `tag:KEY` and `tag-key`.
    Filters tags() {
        paths.put("tag-key", "tags.key");
        return this;
    }

    /// What a request's filters let pass; a filter without values lets nothing pass.
    ///
    /// @throws Refusal of a filter that the operation does not know, and of more than 200 values
    <T extends SdkPojo> Predicate<T> all(List<Filter> filters) {
        if (filters.stream().mapToInt(filter -> filter.values().size()).sum() > MOST_VALUES) {
            throw new Refusal(
                    400,
                    "FilterLimitExceeded",
                    "The maximum number of filter values specified on a single call is " + MOST_VALUES);
        }
        return filters.stream().map(this::<T>one).reduce(_ -> true, Predicate::and);
    }

    private <T extends SdkPojo> Predicate<T> one(Filter filter) {
        var name = filter.name() == null ? "null" : filter.name();
        var wanted = filter.values().stream()
                .filter(java.util.Objects::nonNull)
                .map(Wildcards::new)
                .toList();
        if (name.startsWith("tag:") && paths.containsKey("tag-key")) {
            var key = name.substring("tag:".length());
            return item -> matches(
                    wanted, tags(item).filter(tag -> tag.key().equals(key)).map(Tag::value));
        }
        if (!paths.containsKey(name)) {
            throw new Refusal(400, "InvalidParameterValue", "The filter '" + name + "' is invalid");
        }
        if (paths.get(name).isEmpty()) {
            return _ -> false;
        }
        var field = field(paths.get(name));
        return item -> matches(wanted, field.texts(item));
    }

    private Fields field(String path) {
        return fields.computeIfAbsent(path, _ -> Fields.of(model.get(), path));
    }

    private Stream<Tag> tags(SdkPojo item) {
        return field("tags").values(item).map(Tag.class::cast);
    }

    private static boolean matches(List<Wildcards> wanted, Stream<String> texts) {
        return texts.anyMatch(text -> wanted.stream().anyMatch(want -> want.match(text)));
    }
}
