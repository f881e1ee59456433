package dev.ecswizard.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/// A virtual thread for each piece of work.
public final class VirtualThreads implements Background {
    private final Executor window;

    /// @param window runs what it is given in order on one thread
    VirtualThreads(Executor window) {
        this.window = window;
    }

    /// Hands results to the JavaFX application thread.
    public static Background forWindow() {
        return new VirtualThreads(Platform::runLater);
    }

    @Override
    public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
        var run = new Run();
        run.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                var result = loop.run(report -> window.execute(() -> run.unlessStopped(() -> heard.accept(report))));
                window.execute(() -> run.unlessStopped(() -> done.accept(result)));
            } catch (Exception problem) {
                window.execute(() -> run.unlessStopped(() -> failed.accept(problem)));
            }
        });
        run.thread.start();
        return run;
    }

    @Override
    public void onWindow(Runnable action) {
        window.execute(action);
    }

    /// One piece of work. The flag is read and written on the window's thread only.
    private static final class Run implements Handle {
        private Thread thread;
        private boolean stopped;

        @Override
        public void stop() {
            stopped = true;
            thread.interrupt();
        }

        private void unlessStopped(Runnable action) {
            if (!stopped) {
                action.run();
            }
        }
    }
}
