package dev.ecswizard;

import com.sun.javafx.tk.quantum.QuantumToolkit;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The app itself, walked through its first four pages on the sandbox, and then the first preview: from Next until it
/// is painted. Prints CPU milliseconds of the two threads that show it, the window's and the painter's; then the same
/// for going back and coming again; and then what the window's thread had spent before Next was pressed, at the moment
/// when the last answer was there, on building the preview and giving it its look ahead.
public final class FirstPreview {
    private static final int PATIENCE = 60;
    private static final String WINDOW = "JavaFX Application Thread";
    private static final String PAINTER = "QuantumRenderer-0";

    private final FxRobot robot = new FxRobot();
    private Scene scene;
    private double ahead;

    private FirstPreview() {}

    /// @param arguments a file with the names of classes. They are loaded and linked, not initialised, before the last
    ///     page ahead of the preview is reached, so that what is measured is without class loading. The classes of
    ///     lambdas can not be loaded ahead and stay part of it, as do the initialisers.
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("testfx.robot.move_max_count", "1");
        try {
            new FirstPreview().run(arguments.length == 0 ? List.of() : Files.readAllLines(Path.of(arguments[0])));
            System.exit(0);
        } catch (Exception | AssertionError problem) {
            // the app would show it in a dialog
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private void run(List<String> classes) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(() -> new App(
                new Start(Optional.empty(), true, Optional.empty(), Optional.of("eu-west-1"), Optional.empty()),
                Sandbox.Options.DEFAULT,
                _ -> new NoFiles(),
                new Settings(Path.of("nowhere")),
                new Journals(Path.of("target", "journals"), InstantSource.system())));
        scene = onWindow(stage);
        walk(classes);
        rest();
        // measuring too is done for the first time once
        cpu(PAINTER);
        var first = press("#next");
        rest();
        press("#back");
        rest();
        var again = press("#next");
        System.out.println(Arrays.stream(new double[][] {first, again, {ahead}})
                .flatMapToDouble(Arrays::stream)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")));
    }

    private static Scene onWindow(Stage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, stage::getScene);
    }

    private void walk(List<String> classes) throws Exception {
        robot.interact(this::watch);
        next();
        robot.interact(() -> ((TextField) scene.lookup("#stackName")).setText("web"));
        next();
        choose("#vpcId", "name=main,");
        // the first subnets are chosen for the person
        waitFor(() -> scene.lookup("#subnets") instanceof TableView<?> table
                && table.lookupAll(".check-box").stream()
                        .anyMatch(box -> box instanceof CheckBox tick && tick.isSelected()));
        choose("#sourceSecurityGroup", "alb");
        classes.forEach(FirstPreview::load);
        next();
        waitFor(() -> scene.lookup("#instanceType") instanceof TableView<?> types
                && types.getItems().size() > 400);
        waitFor(this::isComplete);
    }

    /// Looks what the page costs that is made ready ahead, from when the list of steps tells that there is a template.
    private void watch() {
        var summaries = scene.getRoot().lookupAll(".step-summary").toArray(Label[]::new);
        var preview = summaries[summaries.length - 2];
        preview.textProperty().subscribe(words -> {
            if (ahead == 0 && !words.isEmpty()) {
                ahead -= cpu(WINDOW);
                // behind what is yet to be asked for on the same occasion
                Platform.runLater(() -> Platform.runLater(() -> ahead += cpu(WINDOW)));
            }
        });
    }

    private boolean isComplete() {
        return scene.lookup("#next") instanceof Button next && !next.isDisabled();
    }

    private void next() throws Exception {
        waitFor(this::isComplete);
        robot.interact(() -> ((Button) scene.lookup("#next")).fire());
    }

    private void choose(String id, String part) throws Exception {
        Predicate<Object> fits = item -> item.toString().contains(part);
        waitFor(() -> scene.lookup(id) instanceof ComboBox<?> box
                && box.getItems().stream().anyMatch(fits));
        robot.interact(() -> choose((ComboBox<?>) scene.lookup(id), fits));
    }

    private static <T> void choose(ComboBox<T> box, Predicate<Object> fits) {
        box.getItems().stream().filter(fits).findFirst().ifPresent(box::setValue);
    }

    /// Presses a button of the frame, and waits until the page that it leads to is painted.
    private double[] press(String button) throws InterruptedException {
        var isShown = new CountDownLatch(1);
        var before = new double[2];
        Platform.runLater(() -> {
            before[0] = cpu(WINDOW);
            before[1] = cpu(PAINTER);
            ((Button) scene.lookup(button)).fire();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    // behind the rest of the pulse
                    Platform.runLater(isShown::countDown);
                }
            });
            Platform.requestNextPulse();
        });
        isShown.await();
        QuantumToolkit.runInRenderThreadAndWait(() -> {});
        return new double[] {
            cpu(WINDOW) - before[0], cpu(PAINTER) - before[1],
        };
    }

    /// Until nothing goes on any more that has to do with what was before.
    private static void rest() throws InterruptedException {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(1500);
        System.gc();
        Thread.sleep(300);
    }

    private static double cpu(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToDouble(thread -> threads.getThreadCpuTime(thread.getThreadId()) / 1e6)
                .findFirst()
                .orElseThrow();
    }

    private static void load(String name) {
        try {
            // asking for methods links the class
            Class.forName(name, false, FirstPreview.class.getClassLoader()).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError _) {
            // generated by the other virtual machine
        }
    }

    private void waitFor(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                PATIENCE,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Nobody is asked for a file.
    private static final class NoFiles implements FilePicker {
        @Override
        public Optional<Path> toOpen(String description, String extension) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String description, String extension, String suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toFolder(String title) {
            return Optional.empty();
        }
    }
}
