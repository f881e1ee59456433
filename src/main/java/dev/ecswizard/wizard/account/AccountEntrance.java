package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Background;
import dev.ecswizard.wizard.Entrance;
import java.util.List;
import java.util.Optional;

/// The ways that the account page offers, for whoever watches a stack.
public record AccountEntrance(AccountModel account) implements Entrance {
    @Override
    public List<Connection> ways() {
        return account.offer()
                .value()
                .getValue()
                .map(AccountModel.Offer::connections)
                .orElse(List.of());
    }

    @Override
    public Optional<String> used() {
        return account.profile().getValue().map(Connection::id);
    }

    @Override
    public Background.Work<Cloud> open(Connection way) {
        return account.opening(way);
    }
}
