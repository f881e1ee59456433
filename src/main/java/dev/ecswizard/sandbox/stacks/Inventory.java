package dev.ecswizard.sandbox.stacks;

import java.util.HashMap;
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
            owned.put(new Key(type, source.name()), new Owned(thing, stackId));
        }
    }

    /// It stays, but its stack does not.
    void disown(String type, Thing thing) {
        add(type, thing, "");
    }

    void remove(String type, Thing thing) {
        owned.remove(new Key(type, thing.id()));
        if (thing instanceof Thing.HostSource source) {
            owned.remove(new Key(type, source.name()));
        }
    }
}
