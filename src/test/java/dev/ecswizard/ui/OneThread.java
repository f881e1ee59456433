package dev.ecswizard.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A thread that models live on as they do on the window's, with the app's own background work beside it.
public final class OneThread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Semaphore done = new Semaphore(0);
    private final Background background = new VirtualThreads(task -> {
        try {
            thread.execute(() -> {
                task.run();
                done.release();
            });
        } catch (RejectedExecutionException _) {
            // the test is over
        }
    });

    public Background background() {
        return background;
    }

    /// What comes of something done on the thread.
    public <T> T get(Callable<T> action) {
        try {
            return thread.submit(action).get();
        } catch (InterruptedException | ExecutionException problem) {
            throw new AssertionError(problem);
        }
    }

    public void run(Runnable action) {
        get(Executors.callable(action));
    }

    /// Waits until it is so; looks each time that something was handed to the thread.
    public void waitFor(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!get(condition::getAsBoolean)) {
                if (!done.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new AssertionError("Waited in vain for " + what);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
