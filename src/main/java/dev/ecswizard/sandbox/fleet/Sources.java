package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The launch templates of a region with all their versions, and its launch configurations.
public final class Sources {
    private final Map<String, List<Source>> byId = new LinkedHashMap<>();

    /// @param created this version
    public record Source(Thing.HostSource thing, Instant created) {}

    void put(Thing.HostSource thing, Instant now) {
        var versions = byId.computeIfAbsent(thing.id(), _ -> new ArrayList<>());
        versions.removeIf(known -> known.thing().version() == thing.version());
        versions.add(new Source(thing, now));
    }

    void remove(Thing.HostSource thing) {
        byId.remove(thing.id());
    }

    /// Each with its versions, oldest first.
    public List<List<Source>> templates() {
        return all(true);
    }

    public List<Source> configurations() {
        return all(false).stream().map(List::getFirst).toList();
    }

    private List<List<Source>> all(boolean areTemplates) {
        return byId.values().stream()
                .filter(versions -> versions.getFirst().thing().isTemplate() == areTemplates)
                .map(List::copyOf)
                .toList();
    }
}
