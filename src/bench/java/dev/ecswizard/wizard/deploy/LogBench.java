package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// What the event table does while 10,000 events a second come, 100,000 in all, read page by page by the real follower:
/// how far frames are apart and what each costs the window's thread; then, how long a filter takes as somebody types,
/// and what an event costs that is kept. In a virtual machine of its own, with the app's flags, on the headless
/// platform. An argument is another number of events.
final class LogBench {
    private static final int RATE = 10_000;
    private static final List<String> SOUGHT = List.of("failed throttling", "resource77 role", "i-abcdef", "zzz");

    private final int rows;
    private final LogModel log = new LogModel(ZoneOffset.UTC);
    private final List<Double> apart = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final AtomicInteger visible = new AtomicInteger(1);
    private EventTable table;
    private Scene scene;
    private double changes;
    private long last;
    private boolean isMeasured;

    private LogBench(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        if (arguments.length < 2) {
            child(String.valueOf(rows), "1");
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var isUp = new CountDownLatch(1);
        Platform.startup(isUp::countDown);
        isUp.await();
        new LogBench(rows).run(Integer.parseInt(arguments[1]));
        Platform.exit();
    }

    private static void child(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(System.getProperty("run.flags", "").trim().split(" +")));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LogBench.class.getName()));
        command.addAll(List.of(arguments));
        command.removeIf(String::isEmpty);
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getErrorStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
    }

    private void run(int looks) throws InterruptedException {
        onWindow(this::open);
        Thread.sleep(2000);
        var handle = VirtualThreads.forWindow()
                .follow(
                        report -> new Follower(new Flood(visible::get), sped(looks))
                                .follow(Flood.ID, progress -> report.accept(progress.events())),
                        (List<StackEvent> events) -> {
                            var start = System.nanoTime();
                            log.set(events);
                            changes += (System.nanoTime() - start) / 1e6;
                        },
                        _ -> {},
                        Exception::printStackTrace);
        var ahead = Math.min(rows / 5, 2 * RATE);
        flood(0, ahead);
        onWindow(() -> {
            changes = 0;
            isMeasured = true;
        });
        flood(ahead, rows);
        while (log.size() < rows) {
            Thread.sleep(100);
        }
        onWindow(() -> isMeasured = false);
        System.out.printf(
                Locale.ROOT, "%,d events, %,d a second, looked at %d times a second%n", rows, RATE, looks);
        say("from frame to frame, ms", apart);
        say("window's thread a frame, ms", work);
        filter();
        var kept = heap();
        onWindow(() -> {
            handle.stop();
            log.set(List.of());
        });
        Thread.sleep(500);
        System.out.printf(Locale.ROOT, "  %.0f bytes an event kept%n", (kept - heap()) / (double) rows);
    }

    /// As the clock goes, whatever else keeps the machine.
    private void flood(int from, int to) throws InterruptedException {
        var began = System.nanoTime();
        while (visible.get() < to) {
            var due = from + (System.nanoTime() - began) * RATE / 1_000_000_000L;
            visible.set((int) Math.min(to, Math.max(1, due)));
            Thread.sleep(5);
        }
    }

    private static Pace sped(int looks) {
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.dividedBy(looks));
            }
        };
    }

    private void open() {
        var view = new TableView<StackEvent>();
        table = new EventTable(view, log, _ -> {});
        scene = new Scene(view, 788, 400);
        Theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.addPreLayoutPulseListener(() -> {
            var now = System.nanoTime();
            if (isMeasured && last > 0) {
                apart.add((now - last) / 1e6);
            }
            last = now;
            // behind the rest of the pulse
            Platform.runLater(() -> {
                if (isMeasured) {
                    work.add(changes + (System.nanoTime() - now) / 1e6);
                }
                changes = 0;
            });
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {}
        }.start();
    }

    /// One key after the other, and all of them taken back at once.
    private void filter() throws InterruptedException {
        var taken = new ArrayList<Double>();
        for (var round = 0; round < 5; round++) {
            for (var sought : SOUGHT) {
                for (var length = 0; length <= sought.length(); length++) {
                    taken.add(type(sought.substring(0, length)));
                }
            }
        }
        onWindow(() -> log.filter().set(""));
        say("from a key to the filtered frame, ms", taken);
    }

    private double type(String text) throws InterruptedException {
        var isShown = new CountDownLatch(1);
        var began = new long[2];
        Platform.runLater(() -> {
            began[0] = System.nanoTime();
            log.filter().set(text);
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(() -> {
                        began[1] = System.nanoTime();
                        isShown.countDown();
                    });
                }
            });
            Platform.requestNextPulse();
        });
        isShown.await();
        return (began[1] - began[0]) / 1e6;
    }

    private static long heap() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void onWindow(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    private static void say(String what, List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "  %-38s median %6.2f, 99 %% within %6.2f, slowest %6.2f, of %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1],
                Arrays.stream(sorted).count());
    }
}
