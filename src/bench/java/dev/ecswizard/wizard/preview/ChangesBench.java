package dev.ecswizard.wizard.preview;

import com.sun.javafx.tk.quantum.QuantumToolkit;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import dev.ecswizard.ui.WholeText;
import dev.ecswizard.ui.YamlView;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// From the change of an answer to the end of the pulse that shows the text that comes of it.
final class ChangesBench {
    private static final int WARM = 400;
    private static final int MEASURED = 800;

    /// What shows the text.
    enum Subject {
        PAGE("The preview page"),
        VIEW("The text alone, changed lines exchanged"),
        WHOLE("The text alone, all of it replaced and styled anew");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// One change, in nanoseconds of the system's clock.
    ///
    /// @param changed when the answer changed
    /// @param texted when the window had the text
    /// @param pulse when the next pulse began its styles and layout
    /// @param shown when that pulse was over
    /// @param drawn when all of it was painted
    /// @param cpu how long the window's thread had a processor meanwhile
    private record Times(long changed, long texted, long pulse, long shown, long drawn, long cpu) {
        double text() {
            return (texted - changed) / 1e6;
        }

        double pulseTime() {
            return (shown - pulse) / 1e6;
        }

        /// What there is to do: all but the wait for the beat of the screen, sixty a second.
        double work() {
            return text() + pulseTime();
        }

        double paint() {
            return (drawn - shown) / 1e6;
        }

        double wall() {
            return (shown - changed) / 1e6;
        }

        double busy() {
            return cpu / 1e6;
        }
    }

    private final Subject subject;
    private final OnePreview preview = new OnePreview();
    private Consumer<ClusterSpec> change;
    private CountDownLatch isShown;
    private boolean isDue;
    private long changed;
    private long texted;
    private long pulse;
    private long began;
    private long shown;
    private long window;

    ChangesBench(Subject subject) {
        this.subject = subject;
    }

    void run() throws InterruptedException {
        OnePreview.startToolkit();
        onWindow(this::open);
        var times = new Times[MEASURED];
        for (var i = 0; i < WARM + MEASURED; i++) {
            var one = one(LargeCluster.after(i));
            if (i >= WARM) {
                times[i - WARM] = one;
            }
        }
        say("work until it is shown", times, Times::work);
        say("of that, until the window has the text", times, Times::text);
        say("of that, styles, layout, hand-over", times, Times::pulseTime);
        say("CPU of the window's thread", times, Times::busy);
        say("painting, on its own thread", times, Times::paint);
        say("by the clock, with the wait for 60 Hz", times, Times::wall);
        Platform.exit();
    }

    private void open() {
        window = Thread.currentThread().threadId();
        var scene = new Scene(content(), 788, 604);
        Theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.addPreLayoutPulseListener(() -> pulse = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            if (isDue) {
                isDue = false;
                began = pulse;
                // behind the rest of the pulse
                Platform.runLater(() -> {
                    shown = System.nanoTime();
                    isShown.countDown();
                });
            }
        });
    }

    private Parent content() {
        return switch (subject) {
            case PAGE -> {
                var page = preview.page();
                change = preview::change;
                preview.model().draft().value().subscribe(now -> now.ifPresent(_ -> hasText()));
                yield page.root();
            }
            case VIEW -> {
                var view = new YamlView();
                change = spec -> make(spec, view::setText);
                yield view;
            }
            case WHOLE -> {
                var view = new WholeText();
                change = spec -> make(spec, view::setText);
                yield view;
            }
        };
    }

    private void make(ClusterSpec spec, Consumer<String> show) {
        VirtualThreads.forWindow()
                .start(
                        () -> Template.of(spec),
                        template -> {
                            show.accept(template.yaml());
                            hasText();
                        },
                        problem -> {
                            throw new IllegalStateException(problem);
                        });
    }

    private void hasText() {
        texted = System.nanoTime();
        isDue = true;
        Platform.requestNextPulse();
    }

    private Times one(ClusterSpec spec) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        isShown = new CountDownLatch(1);
        var before = threads.getThreadCpuTime(window);
        Platform.runLater(() -> {
            changed = System.nanoTime();
            change.accept(spec);
        });
        isShown.await();
        var cpu = threads.getThreadCpuTime(window) - before;
        // behind what it has to paint by now
        QuantumToolkit.runInRenderThreadAndWait(() -> {});
        var drawn = System.nanoTime();
        // the next change comes at no fixed distance from a beat
        Thread.sleep(1 + drawn % 5);
        return new Times(changed, texted, began, shown, drawn, cpu);
    }

    private static void onWindow(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    private static void say(String what, Times[] times, ToDoubleFunction<Times> part) {
        PreviewBench.say(what, Arrays.stream(times).mapToDouble(part).toArray());
    }
}
