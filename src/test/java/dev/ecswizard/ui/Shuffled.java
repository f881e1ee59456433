package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Background work whose questions are answered, and whose answers are handed over, in an order left to chance. An
/// answer that nobody wants any more may still come.
public final class Shuffled implements Background {
    private final RandomGenerator random;
    private final List<Runnable> waiting = new ArrayList<>();

    public Shuffled(RandomGenerator random) {
        this.random = random;
    }

    /// Lets one question be answered or one answer arrive, if there is one.
    ///
    /// @return whether there was one
    public boolean next() {
        if (waiting.isEmpty()) {
            return false;
        }
        waiting.remove(random.nextInt(waiting.size())).run();
        return true;
    }

    /// Lets everything come.
    public void all() {
        while (next()) {}
    }

    @Override
    public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
        var stopped = new boolean[1];
        waiting.add(() -> {
            Runnable handOver;
            try {
                var result = loop.run(heard);
                handOver = () -> done.accept(result);
            } catch (Exception problem) {
                handOver = () -> failed.accept(problem);
            }
            var answer = handOver;
            waiting.add(() -> {
                if (!stopped[0]) {
                    answer.run();
                }
            });
        });
        return () -> stopped[0] = true;
    }

    @Override
    public void onWindow(Runnable action) {
        action.run();
    }
}
