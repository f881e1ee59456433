package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Region;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is missing before account and region are settled, in words.
final class Obstacle {
    private static final Messages MESSAGES = Messages.of(Obstacle.class);

    private Obstacle() {}

    /// @param loads what is fetched of the account, the regions last
    static Optional<String> of(
            boolean hasProfile, List<Load<?>> loads, Load<List<Region>> regions, Optional<String> region) {
        if (!hasProfile) {
            return Optional.of(MESSAGES.text("account.profile.missing"));
        }
        if (all(loads, regions).anyMatch(load -> load.state().get() instanceof Load.Failed)) {
            return Optional.of(MESSAGES.text("account.profile.broken"));
        }
        if (all(loads, regions).anyMatch(load -> load.value().getValue().isEmpty())) {
            return Optional.of(MESSAGES.text("account.profile.waiting"));
        }
        return region.map(name -> regions.value().getValue().orElseThrow().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(one -> one.enabled()
                                ? Optional.<String>empty()
                                : Optional.of(MESSAGES.text("account.region.disabled", name)))
                        .orElseGet(() -> Optional.of(MESSAGES.text("account.region.unknown", name))))
                .orElseGet(() -> Optional.of(MESSAGES.text("account.region.missing")));
    }

    private static Stream<Load<?>> all(List<Load<?>> loads, Load<?> last) {
        return Stream.concat(loads.stream(), Stream.of(last));
    }
}
