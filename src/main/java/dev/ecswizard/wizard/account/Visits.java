package dev.ecswizard.wizard.account;

import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Latest;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.Visit;

/// Remembers which connection and region a person works with.
public final class Visits {
    private final Latest<Visit> latest;

    public Visits(Background background, Settings settings) {
        latest = new Latest<>(background, settings::remember);
    }

    /// Does so from now on, each time the account has answered.
    public void follow(AccountModel account) {
        account.place()
                .subscribe(place -> place.ifPresent(now -> account.profile()
                        .getValue()
                        .ifPresent(connection -> latest.set(new Visit(connection.id(), now.region())))));
    }
}
