package dev.ecswizard.ui;

import java.util.function.Consumer;

/// Runs work that blocks away from the window's thread and hands what comes of it to that thread.
public interface Background {
    /// Starts a piece of work.
    ///
    /// @param done takes the result, on the window's thread
    /// @param failed takes what was thrown, on the window's thread
    default <T> Handle start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return follow(_ -> work.run(), _ -> {}, done, failed);
    }

    /// Starts work that reports while it runs.
    ///
    /// @param heard takes each report, in order, on the window's thread
    <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed);

    /// Has something done on the window's thread, soon.
    void onWindow(Runnable action);

    /// Something that blocks and ends early when its thread is interrupted.
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /// The same, telling how it goes.
    @FunctionalInterface
    interface Loop<P, T> {
        T run(Consumer<P> report) throws Exception;
    }

    /// What stops a piece of work.
    @FunctionalInterface
    interface Handle {
        /// Interrupts it. Whatever it still answers is dropped, even what already waits for the window's thread. To be
        /// called on the window's thread; repeating it does no harm.
        void stop();
    }
}
