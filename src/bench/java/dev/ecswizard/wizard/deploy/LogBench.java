package dev.ecswizard.wizard.deploy;

import dev.ecswizard.Figures;
import dev.ecswizard.PackageFlags;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javax.management.JMException;
import javax.management.ObjectName;

/// What the event table does while 10,000 events a second come, 100,000 in all, read page by page by the real follower:
/// how far frames are apart and what each costs the window's thread; then, how long a filter takes as somebody types,
/// and what an event costs that is kept. In a virtual machine of its own, with the package's flags, on the
/// headless platform. An argument is another number of events.
///
/// Where other programs keep the machine, a frame takes as long as they like. Then what is held against the limits is
/// the time of the processor that the window's thread took; the clock's is printed beside it.
final class LogBench {
    private static final int RATE = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> SOUGHT = List.of("failed throttling", "resource77 role", "i-abcdef", "zzz");

    private final int rows;
    private final LogModel log = new LogModel(ZoneOffset.UTC);
    private final List<Double> apart = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private final List<Double> filtered = new ArrayList<>();
    private final List<Double> filterProcessor = new ArrayList<>();
    private final boolean isQuiet = Figures.isQuiet();
    private final AtomicInteger visible = new AtomicInteger(1);
    private EventTable table;
    private Scene scene;
    private double changes;
    private double changesProcessor;
    private long last;
    private boolean isMeasured;

    private LogBench(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        if (arguments.length < 2) {
            System.exit(child(String.valueOf(rows), "1"));
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var isUp = new CountDownLatch(1);
        Platform.startup(isUp::countDown);
        isUp.await();
        System.exit(new LogBench(rows).run(Integer.parseInt(arguments[1])) ? 0 : 1);
    }

    private static int child(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(PackageFlags.read());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LogBench.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getErrorStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor();
    }

    private boolean run(int looks) throws InterruptedException, IOException, JMException {
        onWindow(this::open);
        Thread.sleep(2000);
        var handle = VirtualThreads.forWindow()
                .follow(
                        report -> new Follower(new Flood(visible::get), sped(looks))
                                .follow(Flood.ID, progress -> report.accept(progress.events())),
                        (List<StackEvent> events) -> {
                            var start = System.nanoTime();
                            var startProcessor = processorTime();
                            log.set(events);
                            changes += (System.nanoTime() - start) / 1e6;
                            changesProcessor += (processorTime() - startProcessor) / 1e6;
                        },
                        _ -> {},
                        Exception::printStackTrace);
        var ahead = Math.min(rows / 5, 2 * RATE);
        flood(0, ahead);
        onWindow(() -> {
            changes = 0;
            changesProcessor = 0;
            isMeasured = true;
        });
        flood(ahead, rows);
        while (log.size() < rows) {
            Thread.sleep(100);
        }
        onWindow(() -> isMeasured = false);
        filter();
        var kept = live();
        onWindow(() -> {
            handle.stop();
            log.set(List.of());
        });
        Thread.sleep(500);
        return figures(looks, (kept - live()) / (double) rows);
    }

    private boolean figures(int looks, double bytes) throws IOException {
        var figures = new Figures("event-table");
        figures.say("%,d events, %,d a second, looked at %d times a second", rows, RATE, looks);
        figures.say("  flags of the package: %s", String.join(" ", flags()));
        figures.sayLoad();
        say(figures, "from frame to frame, ms", apart);
        say(figures, "a frame, ms", work);
        say(figures, "a frame, ms of the processor", processor);
        say(figures, "from a key to the filtered frame, ms", filtered);
        say(figures, "the same, ms of the processor", filterProcessor);
        figures.say("held against the limits is the time of the %s", isQuiet ? "clock" : "processor");
        figures.atMost(20, "a frame, ms, 99th percentile", Figures.percentile(99, isQuiet ? work : processor));
        figures.atMost(
                100,
                "from a key to the filtered frame, ms, 99th percentile",
                Figures.percentile(99, isQuiet ? filtered : filterProcessor));
        figures.atMost(200, "bytes an event kept", bytes);
        return figures.keep();
    }

    /// As this virtual machine has them.
    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-X") || flag.startsWith("-D"))
                .toList();
    }

    private static void say(Figures figures, String what, List<Double> values) {
        figures.say(
                "  %-38s median %6.2f, 99 %% within %6.2f, slowest %6.2f, of %d",
                what,
                Figures.percentile(50, values),
                Figures.percentile(99, values),
                Figures.percentile(100, values),
                values.size());
    }

    private static long processorTime() {
        return THREADS.getCurrentThreadCpuTime();
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
            var nowProcessor = processorTime();
            // behind the rest of the pulse
            Platform.runLater(() -> {
                if (isMeasured) {
                    work.add(changes + (System.nanoTime() - now) / 1e6);
                    processor.add(changesProcessor + (processorTime() - nowProcessor) / 1e6);
                }
                changes = 0;
                changesProcessor = 0;
            });
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {}
        }.start();
    }

    /// One key after the other, and all of them taken back at once.
    private void filter() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            for (var sought : SOUGHT) {
                for (var length = 0; length <= sought.length(); length++) {
                    type(sought.substring(0, length));
                }
            }
        }
        onWindow(() -> log.filter().set(""));
    }

    private void type(String text) throws InterruptedException {
        var isShown = new CountDownLatch(1);
        
        Platform.runLater(() -> {
            var began = System.nanoTime();
            var beganProcessor = processorTime();
            log.filter().set(text);
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(() -> {
                        filtered.add((System.nanoTime() - began) / 1e6);
                        filterProcessor.add((processorTime() - beganProcessor) / 1e6);
                        isShown.countDown();
                    });
                }
            });
            Platform.requestNextPulse();
        });
        isShown.await();
    }

    /// In bytes, what can be reached; the heap's own count takes in what the collector left lying.
    private static long live() throws JMException {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(String::trim)
                .filter(line -> line.matches("\\d+: .*") && !line.contains("FillerElement"))
                .mapToLong(line -> Long.parseLong(line.split(" +")[2]))
                .sum();
    }

    private static void onWindow(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }
}
