package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Background work that short calls pass through at once, and whose long loops a test lets run up to the next report.
final class ByHand implements Background {
    private final List<Runnable> told = new ArrayList<>();

    /// Hands one more report, or the end, to the window; whether there was one.
    boolean next() {
        if (told.isEmpty()) {
            return false;
        }
        told.removeFirst().run();
        return true;
    }

    void next(int times) {
        for (var i = 0; i < times; i++) {
            next();
        }
    }

    void all() {
        while (next()) {}
    }

    @Override
    public <T> Handle start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.run();
        } catch (Exception problem) {
            failed.accept(problem);
            return () -> {};
        }
        done.accept(result);
        return () -> {};
    }

    @Override
    public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
        var stopped = new boolean[1];
        try {
            var result = loop.run(report -> tell(stopped, () -> heard.accept(report)));
            tell(stopped, () -> done.accept(result));
        } catch (Exception problem) {
            tell(stopped, () -> failed.accept(problem));
        }
        return () -> stopped[0] = true;
    }

    @Override
    public void onWindow(Runnable action) {
        action.run();
    }

    private void tell(boolean[] stopped, Runnable action) {
        told.add(() -> {
            if (!stopped[0]) {
                action.run();
            }
        });
    }
}
