package dev.ecswizard;

import dev.ecswizard.deploy.Journals;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.wizard.Shown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Walks through the real window as a person does, by the `fx:id`s that scripts use. Waits for what it needs to be
/// there.
final class Walker {
    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_PASSES = 5;

    private final FxRobot robot = new Hand();
    private Stage stage;
    private Application app;

    /// Opens the app.
    ///
    /// @param pace how many of the sandbox's seconds pass in one of ours
    /// @param file what every file dialog is answered with
    void open(Start start, double pace, Path file) throws TimeoutException {
        open(start, Sandbox.Options.DEFAULT.withPace(pace), file);
    }

    /// The same with another sandbox.
    void open(Start start, Sandbox.Options sandbox, Path file) throws TimeoutException {
        open(start, sandbox, file, Fresh.settings(), Fresh.journals());
    }

    /// The same for somebody who has run it before.
    void open(Start start, Sandbox.Options sandbox, Path file, Settings settings, Journals journals)
            throws TimeoutException {
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        stage = FxToolkit.registerPrimaryStage();
        app = FxToolkit.setupApplication(() -> new App(start, sandbox, _ -> answering(file), settings, journals));
    }

    void close() throws TimeoutException {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    private static FilePicker answering(Path file) {
        return new FilePicker() {
            @Override
            public Optional<Path> toOpen(String description, String extension) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> toSave(String description, String extension, String suggested) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> toFolder(String title) {
                return Optional.of(file).map(Path::getParent);
            }
        };
    }

    /// Waits until the page is complete and goes on.
    void next() {
        waitUntilComplete();
        robot.clickOn("#next");
    }

    void waitUntilComplete() {
        waitFor(
                "Next can be pressed",
                () -> find("#next").filter(next -> !next.isDisabled()).isPresent());
    }

    void write(String id, String text) {
        waitFor(id, () -> find(id).isPresent());
        robot.interact(() -> robot.lookup(id).<TextInputControl>query().setText(text));
    }

    void press(String id) {
        waitFor(
                id + " can be pressed",
                () -> find(id).filter(node -> !node.isDisabled()).isPresent());
        robot.interact(() -> robot.lookup(id).query().executeAccessibleAction(AccessibleAction.FIRE));
    }

    /// Picks an item of a menu.
    void pick(String menu, String item) {
        waitFor(
                menu + " can be opened",
                () -> find(menu).filter(node -> !node.isDisabled()).isPresent());
        robot.interact(() -> robot.lookup(menu).<MenuButton>query().getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .forEach(MenuItem::fire));
    }

    /// Chooses the first entry of a combo box that fits, once there is one.
    void choose(String id, Predicate<String> fits) {
        waitFor(
                "an entry of " + id,
                () -> find(id).map(box ->
                                ((ComboBox<?>) box).getItems().stream().anyMatch(item -> fits.test(item.toString())))
                        .orElse(false));
        robot.interact(() -> choose(robot.lookup(id).<ComboBox<Object>>query(), fits));
    }

    private static void choose(ComboBox<Object> box, Predicate<String> fits) {
        box.getItems().stream()
                .filter(item -> fits.test(item.toString()))
                .findFirst()
                .ifPresent(box::setValue);
    }

    /// Ticks the rows of a table that fit and no others, with the mouse.
    void tick(String table, Predicate<String> fits) {
        waitFor("rows of " + table, () -> rows(table) > 0 && !shows("Asking\u2026"));
        // what is chosen for the person may come between a look and a click
        for (var pass = 0; clickWhatDiffers(table, fits); pass++) {
            if (pass == MOST_PASSES) {
                throw new AssertionError("Ticked in vain in " + table);
            }
        }
        robot.interact(() -> robot.lookup(table).queryTableView().scrollTo(0));
    }

    /// @return whether there was anything
    private boolean clickWhatDiffers(String table, Predicate<String> fits) {
        var clicked = false;
        var rows = rows(table);
        for (var index = 0; index < rows; index++) {
            var number = index;
            robot.interact(() -> robot.lookup(table).queryTableView().scrollTo(number));
            WaitForAsyncUtils.waitForFxEvents();
            var box = robot.from(robot.lookup(table))
                    .lookup(".table-row-cell")
                    .match(row -> row instanceof TableRow<?> line
                            && line.getIndex() == number
                            && line.getItem() != null
                            && box(line)
                                    .filter(there -> there.isSelected()
                                            != fits.test(line.getItem().toString()))
                                    .isPresent())
                    .tryQuery()
                    .flatMap(this::box);
            box.ifPresent(there -> robot.interact(there::fire));
            clicked |= box.isPresent();
            WaitForAsyncUtils.waitForFxEvents();
        }
        return clicked;
    }

    /// Nothing while the table makes the row anew.
    private Optional<CheckBox> box(Node row) {
        return robot.from(row).lookup(".check-box").tryQueryAs(CheckBox.class);
    }

    void type(KeyCode... keys) {
        for (var key : keys) {
            robot.type(key);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /// Goes on with the same key until the keyboard is where it should be.
    void typeUntilFocused(KeyCode key, String id) {
        for (var presses = 0; presses < 40 && !isFocused(id); presses++) {
            type(key);
        }
        waitForFocus(id);
    }

    void waitForFocus(String id) {
        waitFor("the keyboard at " + id, () -> isFocused(id));
    }

    private boolean isFocused(String id) {
        return find(id).filter(Node::isFocused).isPresent();
    }

    int rows(String table) {
        return find(table)
                .map(found -> ((TableView<?>) found).getItems().size())
                .orElse(0);
    }

    String text(String id) {
        return find(id).map(node -> node instanceof Labeled label ? label.getText() : String.valueOf(node))
                .orElse("");
    }

    boolean shows(String words) {
        return robot.lookup(words).tryQuery().isPresent();
    }

    Optional<Node> find(String id) {
        return robot.lookup(id).tryQuery().filter(Walker::isShown);
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    Stage stage() {
        return stage;
    }

    FxRobot robot() {
        return robot;
    }

    /// @throws AssertionError with the name of what was waited for
    void waitFor(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onWindow(condition));
        } catch (TimeoutException _) {
            Shown.picture("in-vain");
            throw new AssertionError("Waited in vain for " + what + " (target/pictures/in-vain.png)");
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean onWindow(BooleanSupplier condition) {
        return Platform.isFxApplicationThread()
                ? condition.getAsBoolean()
                : WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean);
    }
}
