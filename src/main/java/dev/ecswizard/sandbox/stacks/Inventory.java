package dev.ecswizard.sandbox.stacks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the stacks of a region made and have not deleted, and which stack owns it.
final class Inventory {
    private record Key(String type, String id) {}

    private record Owned(Thing thing, String stackId) {}

    private final Map<Key, Owned> owned = new HashMap<>();

    Optional<Thing> find(String type, String id) {
        return Optional.ofNullable(owned.get(new Key(type, id))).map(Owned::thing);
    }

    Optional<String> owner(String type, String id) {
        return Optional.ofNullable(owned.get(new Key(type, id)))
                .map(Owned::stackId)
                .filter(stack -> !stack.isEmpty());
    }

    void add(String type, Thing thing, String stackId) {
        owned.put(new Key(type, thing.id()), new Owned(thing, stackId));
        if (thing instanceof Thing.HostSource source) {
            for (var key : keys(source)) {
                owned.put(new Key(type, key), new Owned(thing, stackId));
            }
        }
    }

    private static List<String> keys(Thing.HostSource source) {
        var version = String.valueOf(source.version());
        return List.of(source.name(), versioned(source.id(), version), versioned(source.name(), version));
    }

    /// What a version of a launch template is found by.
    ///
    /// @param version a number, `$Latest` or `$Default`, which is the first as long as nobody says otherwise
    static String versioned(String idOrName, String version) {
        return switch (version) {
            case "$Latest" -> idOrName;
            case "$Default" -> versioned(idOrName, "1");
            default -> idOrName + ":" + version;
        };
    }

    /// It stays, but its stack does not.
    void disown(String type, Thing thing) {
        add(type, thing, "");
    }

    void remove(String type, Thing thing) {
        owned.remove(new Key(type, thing.id()));
        if (thing instanceof Thing.HostSource source) {
            owned.keySet().removeIf(key -> key.type().equals(type) && (key.id() + ":").startsWith(source.name() + ":"));
            owned.keySet().removeIf(key -> key.type().equals(type) && (key.id() + ":").startsWith(source.id() + ":"));
        }
    }
}
