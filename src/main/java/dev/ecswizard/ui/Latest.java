package dev.ecswizard.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Something that is written down whenever it changes, on a background thread; what is written last is the latest.
public final class Latest<T> {
    private final Background background;
    private final Consumer<T> write;
    private final AtomicReference<T> value = new AtomicReference<>();

    /// @param write blocks; one runs at a time
    public Latest(Background background, Consumer<T> write) {
        this.background = background;
        this.write = write;
    }

    public void set(T now) {
        value.set(now);
        background.start(
                () -> {
                    writeLatest();
                    return now;
                },
                _ -> {},
                problem -> {
                    throw new IllegalStateException(problem);
                });
    }

    private synchronized void writeLatest() {
        write.accept(value.get());
    }
}
