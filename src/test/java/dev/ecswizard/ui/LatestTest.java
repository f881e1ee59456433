package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final List<Runnable> toDo = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private final Background later = new Background() {
        @Override
        public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
            toDo.add(() -> {
                try {
                    done.accept(loop.run(heard));
                } catch (Exception problem) {
                    failed.accept(problem);
                }
            });
            return () -> {};
        }

        @Override
        public void onWindow(Runnable action) {
            action.run();
        }
    };

    @Test
    void inWhateverOrderItIsWrittenTheLatestStays() {
        var latest = new Latest<String>(later, written::add);
        latest.set("one");
        latest.set("two");
        toDo.reversed().forEach(Runnable::run);
        assertThat(written).containsExactly("two", "two");
    }
}
