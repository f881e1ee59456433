package dev.ecswizard.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Background work for tests: on the calling thread and in order, at once or, while it is held, when it is released.
public final class InOrder implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    /// Lets what is started from now on wait.
    public void hold() {
        held = true;
    }

    /// Runs what waits, and what that starts.
    public void release() {
        held = false;
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    @Override
    public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
        var stopped = new boolean[1];
        onWindow(() -> {
            if (!stopped[0]) {
                run(loop, report -> unless(stopped, heard, report), result -> unless(stopped, done, result), failed);
            }
        });
        return () -> stopped[0] = true;
    }

    @Override
    public void onWindow(Runnable action) {
        if (held) {
            waiting.addLast(action);
        } else {
            action.run();
        }
    }

    private static <T> void unless(boolean[] stopped, Consumer<T> taker, T value) {
        if (!stopped[0]) {
            taker.accept(value);
        }
    }

    private static <P, T> void run(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = loop.run(heard);
        } catch (Exception problem) {
            failed.accept(problem);
            return;
        }
        done.accept(result);
    }
}
