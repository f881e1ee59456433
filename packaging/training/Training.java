package training;

import dev.ecswizard.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Walks the app's pages in its own process as quickly as they let themselves be walked: once for the JVM to keep what
/// a walk loads, and whenever the app is measured. Says line by line where it is. Ends the JVM with 1 where the walk
/// does not go on.
public final class Training {
    /// How far to walk.
    private enum Way {
        /// To the page that deploys, and then ends the JVM with 0.
        TRAINING,
        /// To the table of the instance types.
        TYPES,
        /// To the end of a deployment and its timeline.
        WHOLE,
        /// The same, then another size and the deletion of the stack, and then ends the JVM with 0.
        CHANGES
    }

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
    /// In ms, between two looks.
    private static final int LOOK = 20;

    private Training() {}

    /// @param arguments how far to walk, then the app's own
    public static void main(String[] arguments) {
        var way = Way.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Thread.ofPlatform().daemon().start(() -> walk(way));
        Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void walk(Way way) {
        try {
            next();
            if (way == Way.TRAINING) {
                loadPlatform();
            }
            waitFor(() -> find("#stackName") != null);
            say("cluster");
            onWindow(() -> ((TextField) find("#stackName")).setText("web"));
            next();
            say("network");
            choose("#vpcId", "name=main,");
            choose("#sourceSecurityGroup", "alb");
            next();
            say("compute");
            waitFor(() -> types() > 0);
            painted();
            say("types " + types());
            if (way != Way.TYPES) {
                goOn(way);
            }
        } catch (Exception problem) {
            problem.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void goOn(Way way) throws Exception {
        next();
        waitFor(() -> text("#checksCount").equals("All checks passed"));
        say("checked");
        next();
        press("#capabilities");
        if (way == Way.TRAINING) {
            painted();
            System.exit(0);
        }
        press("#deploy");
        waitFor(() -> text("#status").contains("CREATE_COMPLETE"));
        // hosts that join come after the stack's end
        waitFor(() -> !isUnderWay());
        press("#showTimeline");
        painted();
        say("walked");
        if (way == Way.CHANGES) {
            change();
            System.exit(0);
        }
    }

    /// Each of the two in the way that asks AWS for most.
    private static void change() throws Exception {
        press("#scale");
        waitFor(() -> find("#size") != null);
        onWindow(() -> ((TextField) find("#size")).setText("3"));
        press("#reviewSizes");
        press("#execute");
        waitFor(() -> text("#status").contains("UPDATE_COMPLETE") && !isUnderWay());
        say("changed");
        press("#deleteStack");
        waitFor(() -> find("#confirmName") != null);
        onWindow(() -> ((TextField) find("#confirmName")).setText("web"));
        press("#confirmDelete");
        waitFor(() -> text("#status").contains("DELETE_COMPLETE") && !isUnderWay());
        say("deleted");
    }

    private static void say(String where) {
        System.out.println(where);
    }

    /// The walk is made without a screen; these are the classes that take the place of others where there is one.
    private static void loadPlatform() throws IOException, ClassNotFoundException {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        var graphics = modules.resolve("javafx.graphics");
        try (var files = Files.walk(graphics.resolve("com/sun/glass/ui"))) {
            for (var file : files.map(graphics::relativize).map(Path::toString).toList()) {
                if (file.endsWith(".class")) {
                    Class.forName(file.replace(".class", "").replace('/', '.'), false, Platform.class.getClassLoader());
                }
            }
        }
    }

    private static int types() {
        return find("#instanceType") instanceof TableView<?> table ? table.getItems().size() : 0;
    }

    private static boolean isUnderWay() {
        return find("#stop") instanceof ButtonBase;
    }

    private static Scene scene() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage)
                .map(Window::getScene)
                .findFirst()
                .orElse(null);
    }

    /// What can be seen.
    private static Node find(String id) {
        var found = scene() == null ? null : scene().lookup(id);
        return found != null && isShown(found) ? found : null;
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String text(String id) {
        return find(id) instanceof Labeled label ? label.getText() : "";
    }

    private static void next() throws Exception {
        press("#next");
    }

    private static void press(String id) throws Exception {
        waitFor(() -> find(id) instanceof ButtonBase button && !button.isDisabled());
        onWindow(() -> ((ButtonBase) find(id)).fire());
    }

    private static void choose(String id, String part) throws Exception {
        Predicate<Object> fits = item -> item.toString().contains(part);
        waitFor(() -> find(id) instanceof ComboBox<?> box && box.getItems().stream().anyMatch(fits));
        onWindow(() -> choose((ComboBox<?>) find(id), fits));
    }

    private static <T> void choose(ComboBox<T> box, Predicate<Object> fits) {
        box.getItems().stream().filter(fits).findFirst().ifPresent(box::setValue);
    }

    /// Until what is there now has been laid out and the pulse after it has begun.
    private static void painted() throws Exception {
        for (var pulse = 0; pulse < 2; pulse++) {
            var isOver = new CompletableFuture<Void>();
            onWindow(() -> {
                var scene = scene();
                scene.addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        isOver.complete(null);
                    }
                });
                Platform.requestNextPulse();
            });
            isOver.get(1, TimeUnit.MINUTES);
        }
    }

    private static void waitFor(BooleanSupplier condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE;
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The walk does not go on");
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean holds(BooleanSupplier condition) throws Exception {
        var answer = new CompletableFuture<Boolean>();
        try {
            Platform.runLater(() -> answer.complete(condition.getAsBoolean()));
        } catch (IllegalStateException toolkitNotThereYet) {
            return false;
        }
        return answer.get(1, TimeUnit.MINUTES);
    }

    private static void onWindow(Runnable work) throws Exception {
        holds(() -> {
            work.run();
            return true;
        });
    }
}
