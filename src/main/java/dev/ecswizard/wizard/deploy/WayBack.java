package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Unfinished;
import dev.ecswizard.ui.Background;
import dev.ecswizard.wizard.Entrance;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way back into the account in which something was left unfinished. An account that was reached stays so until it
/// is left: several steps may be needed there.
final class WayBack {
    private final Background background;
    private final Entrance entrance;
    private Optional<Holdings> reached = Optional.empty();

    WayBack(Background background, Entrance entrance) {
        this.background = background;
        this.entrance = entrance;
    }

    /// What was asked of one endpoint is not to be asked of another.
    private Optional<Connection> to(Unfinished left) {
        return entrance.way(left.origin().connection())
                .filter(way ->
                        way.endpoint().map(URI::toString).equals(left.origin().endpoint()));
    }

    /// Whether there is one.
    boolean isThere(Unfinished left) {
        return to(left).isPresent();
    }

    /// Takes a step in the account.
    ///
    /// @param step blocks
    <T> void go(Unfinished left, Function<Holdings, T> step, Consumer<T> done, Consumer<Exception> failed) {
        var known = reached;
        var into = entrance.into(left.origin().account(), to(left).orElseThrow());
        background.start(
                () -> {
                    var holdings = known.isPresent() ? known.get() : holdings(into.run(), left);
                    return new Taken<>(holdings, step.apply(holdings));
                },
                taken -> {
                    reached = Optional.of(taken.holdings);
                    done.accept(taken.result);
                },
                failed);
    }

    private record Taken<T>(Holdings holdings, T result) {}

    private static Holdings holdings(Cloud cloud, Unfinished left) {
        return Holdings.in(cloud, left.origin().region());
    }

    /// What the account holds.
    ///
    /// @throws java.util.NoSuchElementException before a step was taken in it
    Holdings reached() {
        return reached.orElseThrow();
    }

    void leave() {
        reached = Optional.empty();
    }
}
