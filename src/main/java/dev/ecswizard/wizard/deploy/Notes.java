package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Connection;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Origin;
import dev.ecswizard.wizard.Entrance;
import java.net.URI;
import java.util.Optional;

/// Where deployments are written down, and by which way the person came to their account.
///
/// @param entrance asked on the window's thread
public record Notes(Logbook logbook, Entrance entrance) {
    /// Nothing is written down.
    static Notes none() {
        return new Notes(new Logbook(Optional.empty()), Entrance.none());
    }

    /// Nothing where what is made does not outlast the app.
    Optional<Origin> origin(Offer offer) {
        return origin(offer.account(), offer.region());
    }

    /// The same of a stack that is there.
    Optional<Origin> origin(Run run) {
        return origin(run.account(), run.region());
    }

    private Optional<Origin> origin(String account, String region) {
        return entrance.used()
                .flatMap(entrance::way)
                .filter(Connection::lasts)
                .map(way -> new Origin(
                        way.id(), way.label(), account, region, way.endpoint().map(URI::toString)));
    }
}
