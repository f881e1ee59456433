package training;

import dev.ecswizard.Main;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Walks the app's pages on the sandbox once and ends, so that the JVM can keep what a walk loads. Ends the JVM with 0,
/// or with 1 where the walk does not go on.
public final class Training {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private Training() {}

    /// @param arguments the app's
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(Training::walk);
        Main.main(arguments);
    }

    private static void walk() {
        try {
            waitFor(() -> scene() != null && scene().lookup("#next") != null);
            next();
            waitFor(() -> scene().lookup("#stackName") != null);
            onWindow(() -> ((TextField) scene().lookup("#stackName")).setText("web"));
            next();
            choose("#vpcId", "name=main,");
            choose("#sourceSecurityGroup", "alb");
            next();
            waitFor(() -> scene().lookup("#instanceType") != null);
            next();
            // the preview, and what it does once it is there
            Thread.sleep(3000);
            next();
            Thread.sleep(2000);
            System.exit(0);
        } catch (Exception problem) {
            problem.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Scene scene() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage)
                .map(Window::getScene)
                .findFirst()
                .orElse(null);
    }

    private static boolean isComplete() {
        return scene().lookup("#next") instanceof Button next && !next.isDisabled();
    }

    private static void next() throws Exception {
        waitFor(Training::isComplete);
        onWindow(() -> ((Button) scene().lookup("#next")).fire());
    }

    private static void choose(String id, String part) throws Exception {
        Predicate<Object> fits = item -> item.toString().contains(part);
        waitFor(() -> scene().lookup(id) instanceof ComboBox<?> box
                && box.getItems().stream().anyMatch(fits));
        onWindow(() -> choose((ComboBox<?>) scene().lookup(id), fits));
    }

    private static <T> void choose(ComboBox<T> box, Predicate<Object> fits) {
        box.getItems().stream().filter(fits).findFirst().ifPresent(box::setValue);
    }

    private static void waitFor(BooleanSupplier condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE;
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The walk does not go on");
            }
            Thread.sleep(100);
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
