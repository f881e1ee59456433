package dev.ecswizard.ui;

import java.util.Optional;
import javafx.util.Subscription;

/// Where a [Load] gets its value, which may be known already.
public interface Source<T> {
    /// The value, if it is known. Does not block.
    Optional<T> known();

    /// The value, asked for unless it is known. Blocks.
    T read();

    /// The value, asked for whether it is known or not. Blocks.
    T readAnew();

    /// Has somebody told, on the window's thread, each time that the value is no longer to be relied on.
    Subscription whenForgotten(Runnable told);
}
