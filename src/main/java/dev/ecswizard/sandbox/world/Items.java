package dev.ecswizard.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The things of one kind in a region, in the order they came. Safe for many threads.
public final class Items<T> {
    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Function<T, String> id;

    Items(Function<T, String> id) {
        this.id = id;
    }

    /// Adds one, or puts it in the place of the one with the same id.
    public synchronized T put(T item) {
        byId.put(id.apply(item), item);
        return item;
    }

    /// Whether there was one to remove.
    public synchronized boolean remove(String itemId) {
        return byId.remove(itemId) != null;
    }

    public synchronized Optional<T> find(String itemId) {
        return Optional.ofNullable(byId.get(itemId));
    }

    public synchronized List<T> all() {
        return List.copyOf(byId.values());
    }
}
