package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The hosts of an account in all its regions.
public final class Fleet {
    private final Agenda agenda;
    private final Ids ids;
    private final Function<String, Terrain> terrains;
    private final Map<String, RegionFleet> regions = new HashMap<>();

    /// @param terrains what there is in a region, by its name
    public Fleet(Agenda agenda, Ids ids, Function<String, Terrain> terrains) {
        this.agenda = agenda;
        this.ids = ids;
        this.terrains = terrains;
    }

    /// To be called under the agenda's lock, as everything in it.
    public RegionFleet in(String region) {
        return regions.computeIfAbsent(region, name -> new RegionFleet(terrains.apply(name), agenda, ids));
    }

    /// Asks or changes something with nobody else at it.
    public <T> T on(String region, Function<RegionFleet, T> question) {
        return agenda.on(() -> question.apply(in(region)));
    }
}
