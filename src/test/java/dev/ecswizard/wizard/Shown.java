package dev.ecswizard.wizard;

import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Kept;
import dev.ecswizard.ui.Picture;
import dev.ecswizard.ui.TestFonts;
import dev.ecswizard.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Puts pages into the real frame and the real window, as large as the app opens it.
public final class Shown {
    private Shown() {}

    /// Shows the first of the pages in the frame. To be called on the window's thread.
    public static WizardModel in(Stage stage, List<? extends Page> pages) {
        return in(stage, pages, ChecksFor.none());
    }

    /// The same, and beside Next how the checks stand.
    public static WizardModel in(Stage stage, List<? extends Page> pages, ChecksModel checks) {
        var order = new WizardModel(pages.stream().map(Page::model).toList());
        var questions = new Pane();
        questions.setVisible(false);
        questions.setManaged(false);
        var nothing = new SimpleObjectProperty<Optional<String>>(Optional.empty());
        var dropped = new Dropped();
        var files = new OpenModel(
                new InOrder(), new NoFiles(), order, 0, new SimpleObjectProperty<>(Optional.empty()), dropped);
        var frame = new Wizard(order, pages, nothing, dropped, new Pane(), files, questions, checks, new Pane());
        var scene = new Scene(frame.root(), 1000, 700);
        Theme.dress(scene);
        TestFonts.putOn(scene);
        stage.setScene(scene);
        stage.show();
        frame.focus();
        return order;
    }

    /// A person who closes every file dialog.
    public static FilePicker noFiles() {
        return new NoFiles();
    }

    /// Writes what the window shows to `target/pictures`.
    public static void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Picture.take(FxToolkit.toolkitContext().getRegisteredStage().getScene(), name);
            return null;
        });
    }

    /// Audits what the window shows, and holds it against the pictures that are kept of it in both themes.
    ///
    /// @throws AssertionError if anything is found
    public static void kept(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        kept(FxToolkit.toolkitContext().getRegisteredStage().getScene(), name);
    }

    /// The same of the window in which something is.
    public static void keptAround(String id, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        kept(new Hand().lookup(id).query().getScene(), name);
    }

    /// The same of a scene in whatever window, or in none.
    public static void kept(Scene scene, String name) {
        // the word itself, not the exception that a waiting thread would wrap it in
        none(WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Kept.found(scene, name)));
    }

    private static void none(String found) {
        if (!found.isEmpty()) {
            throw new AssertionError(found);
        }
    }

    /// Holds what the window shows at 200 % of a screen of 1920 x 1080, less what the desktop takes of it, against the
    /// pictures that are kept of that.
    public static void keptDoubled(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        none(WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            var window = FxToolkit.toolkitContext().getRegisteredStage().getScene();
            var root = window.getRoot();
            window.setRoot(new Pane());
            var small = new Scene(root, 960, 500);
            Theme.dress(small);
            TestFonts.putOn(small);
            try {
                return Kept.found(small, name, 2);
            } finally {
                small.setRoot(new Pane());
                window.setRoot(root);
            }
        }));
    }

    /// A picture of the window in which something is.
    public static void pictureAround(String id, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Picture.take(new Hand().lookup(id).query().getScene(), name);
            return null;
        });
    }

    /// The same as large as on a screen that tests do not have.
    public static void picture(int width, int height, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var window = FxToolkit.toolkitContext().getRegisteredStage().getScene();
            var root = window.getRoot();
            window.setRoot(new Pane());
            var large = new Scene(root, width, height);
            Theme.dress(large);
            Picture.take(large, name);
            large.setRoot(new Pane());
            window.setRoot(root);
            return null;
        });
    }

    /// The same of a scene in whatever window, or in none.
    public static void picture(Scene scene, String name) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Picture.take(scene, name);
            return null;
        });
    }

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
