package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.Optional;

/// The ways into accounts that there are, for a stack that was begun by one of them. Asked on the window's thread.
public interface Entrance {
    /// In the order in which they are offered; none before they are known.
    List<Connection> ways();

    /// The id of the one in use.
    Optional<String> used();

    /// What opens one, with credentials that are read anew. It is closed with the others when the app ends.
    Background.Work<Cloud> open(Connection way);

    /// There is none.
    static Entrance none() {
        return new Entrance() {
            @Override
            public List<Connection> ways() {
                return List.of();
            }

            @Override
            public Optional<String> used() {
                return Optional.empty();
            }

            @Override
            public Background.Work<Cloud> open(Connection way) {
                throw new IllegalArgumentException();
            }
        };
    }

    /// What opens one if it leads into an account.
    default Background.Work<Cloud> into(String account, Connection way) {
        var work = open(way);
        return () -> {
            var cloud = work.run();
            var other = cloud.caller().account();
            if (!other.equals(account)) {
                var words = Messages.of(Entrance.class).text("entrance.account.other", way.label(), other, account);
                throw new CloudProblem(CloudProblem.Kind.REFUSED, "", "", words, "", null);
            }
            return cloud;
        };
    }

    default Optional<Connection> way(String id) {
        return ways().stream().filter(way -> way.id().equals(id)).findFirst();
    }
}
