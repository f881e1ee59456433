package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Way;
import java.util.Optional;
import java.util.Set;

/// A subnet as it is offered to choose.
///
/// @param facts nothing if the account does not know it
/// @param way how its hosts would get out if it was chosen, once that is worked out
/// @param isAwaited whether that is still to come
record SubnetLine(String id, Optional<Subnet> facts, Set<Marker> markers, Optional<Way> way, boolean isAwaited) {
    /// Whether the account is not known to have it.
    boolean isUnknown() {
        return facts.isEmpty();
    }

    boolean isShutIn() {
        return way.filter(known -> known.reach() == Reach.NO).isPresent();
    }

    /// Whether its hosts would get out if they were given public addresses.
    boolean wantsPublicAddress() {
        return way.filter(Way::wantsPublicAddress).isPresent();
    }

    /// Its name, or its id if it has none.
    String called() {
        return facts.map(Subnet::name).filter(name -> !name.isEmpty()).orElse(id);
    }
}
