package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.wizard.Dropped;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// How long a search of 1,300 instance types keeps the window's thread, from a key press, a press on a column's title
/// or a choice of a control to the end of the pulse that shows what comes of it.
final class BrowserBench {
    private static final int WARM = 400;
    private static final int MEASURED = 1000;
    private static final List<String> TYPED = typed("4 vcpu arm 16 gib", "m7g", "t3.large", ">=8 gib intel no gpu", "gpu", "zzz");

    /// One change, in nanoseconds of the system's clock.
    ///
    /// @param change the change itself: filter, sort, the table's rows
    /// @param pulse styles and layout
    /// @param cpu how long the window's thread had a processor meanwhile
    private record Times(long change, long pulse, long cpu) {
        double work() {
            return (change + pulse) / 1e6;
        }
    }

    private ComputeModel model;
    private TableView<TypeRow> table;
    private CountDownLatch isShown;
    private boolean isDue;
    private long begun;
    private long pulse;
    private long window;

    private BrowserBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var isUp = new CountDownLatch(1);
        Platform.startup(isUp::countDown);
        isUp.await();
        new BrowserBench().run();
        Platform.exit();
    }

    /// Everything that stands in the field while somebody types the texts and takes them back.
    private static List<String> typed(String... texts) {
        var all = new ArrayList<String>();
        for (var text : texts) {
            for (var length = 1; length <= text.length(); length++) {
                all.add(text.substring(0, length));
            }
            all.add("");
        }
        return all;
    }

    private void run() throws InterruptedException {
        onWindow(this::open);
        measure("Typing", i -> model.finder().text().set(TYPED.get(i % TYPED.size())));
        onWindow(() -> model.finder().text().set(""));
        measure("Sorting", this::sort);
        onWindow(() -> table.getSortOrder().clear());
        measure("Controls", this::control);
    }

    private void sort(int i) {
        var column = table.getColumns().get(i / 2 % table.getColumns().size());
        column.setSortType(i % 2 == 0 ? SortType.DESCENDING : SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private void control(int i) {
        var aspect = Aspect.values()[i / 2 % Aspect.values().length];
        var choices = aspect.choices();
        model.finder()
                .filter()
                .set(i % 2 == 0
                        ? TypeFilter.NONE.with(aspect, Optional.of(choices.get(i / 12 % choices.size())))
                        : TypeFilter.NONE);
    }

    @SuppressWarnings("unchecked")
    private void open() {
        window = Thread.currentThread().threadId();
        var region = new Region();
        model = new ComputeModel(
                new AtOnce(),
                new SimpleObjectProperty<>(Optional.of(region.place())),
                new SimpleObjectProperty<>(Optional.of(Region.ZONES)),
                new SimpleObjectProperty<>(Recipe.STANDARD),
                new Dropped());
        model.reached();
        var scene = new Scene(new ComputePage(model, _ -> {}).root(), 788, 604);
        Theme.dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        table = (TableView<TypeRow>) scene.lookup("#instanceType");
        System.out.println(model.finder().found().getValue().rows().size() + " types, "
                + model.finder().found().getValue().usable().size() + " of them to be chosen");
        scene.addPreLayoutPulseListener(() -> begun = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            if (isDue) {
                isDue = false;
                // behind the rest of the pulse
                Platform.runLater(() -> {
                    pulse = System.nanoTime() - begun;
                    isShown.countDown();
                });
            }
        });
    }

    private void measure(String what, Consumer<Integer> change) throws InterruptedException {
        var times = new Times[MEASURED];
        for (var i = 0; i < WARM + MEASURED; i++) {
            var one = one(change, i);
            if (i >= WARM) {
                times[i - WARM] = one;
            }
        }
        say(what + ": work until it is shown", times, Times::work);
        say("  of that, the change", times, each -> each.change() / 1e6);
        say("  of that, styles and layout", times, each -> each.pulse() / 1e6);
        say("  CPU of the window's thread", times, each -> each.cpu() / 1e6);
    }

    private Times one(Consumer<Integer> change, int number) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        isShown = new CountDownLatch(1);
        var before = threads.getThreadCpuTime(window);
        var took = new long[1];
        Platform.runLater(() -> {
            var start = System.nanoTime();
            change.accept(number);
            took[0] = System.nanoTime() - start;
            isDue = true;
            Platform.requestNextPulse();
        });
        isShown.await();
        var cpu = threads.getThreadCpuTime(window) - before;
        // the next change comes at no fixed distance from a beat
        Thread.sleep(1 + cpu % 5);
        return new Times(took[0], pulse, cpu);
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
        var millis = Arrays.stream(times).mapToDouble(part).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.2f ms, 99 %% within %6.2f, slowest %6.2f, of %d%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                millis.length);
    }

    /// Everything on the calling thread, for a page that is there at once.
    private static final class AtOnce implements Background {
        @Override
        public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
            try {
                done.accept(loop.run(heard));
            } catch (Exception problem) {
                failed.accept(problem);
            }
            return () -> {};
        }

        @Override
        public void onWindow(Runnable action) {
            action.run();
        }
    }
}
