package dev.ecswizard.deploy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Work with files that goes on to its end though whoever waits for it is stopped: an interrupt would close the file
/// for
/// good (`java.nio.channels.InterruptibleChannel`).
final class Undisturbed {
    private Undisturbed() {}

    /// Blocks until it is done; an interrupt is kept for what comes after.
    static <T> T get(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, Thread::startVirtualThread)
                    .join();
        } catch (CompletionException ended) {
            switch (ended.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error defect -> throw defect;
                default -> throw ended;
            }
        }
    }

    static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }
}
