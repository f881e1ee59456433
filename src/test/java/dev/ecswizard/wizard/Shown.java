package dev.ecswizard.wizard;

import dev.ecswizard.ui.Picture;
import dev.ecswizard.ui.Theme;
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
        var order = new WizardModel(pages.stream().map(Page::model).toList());
        var questions = new Pane();
        questions.setVisible(false);
        questions.setManaged(false);
        var frame = new Wizard(order, pages, new SimpleObjectProperty<>(Optional.empty()), new Dropped(), questions);
        var scene = new Scene(frame.root(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.focus();
        return order;
    }

    /// Writes what the window shows to `target/pictures`.
    public static void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Picture.take(FxToolkit.toolkitContext().getRegisteredStage().getScene(), name);
            return null;
        });
    }
}
