package dev.ecswizard.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A robot that points at the windows as a person does, once they are laid out. TestFX points at where a node stands
/// before the next pulse, so that on a busy machine a click on what has just been shown goes to its neighbour.
public final class Hand extends FxRobot {
    @Override
    public PointQuery point(Node node) {
        settle();
        return super.point(node);
    }

    private static void settle() {
        if (!Platform.isFxApplicationThread()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> layOut(Window.getWindows()));
        }
    }

    private static void layOut(List<Window> windows) {
        for (var window : List.copyOf(windows)) {
            var scene = window.getScene();
            if (scene != null) {
                layOut(scene);
            }
        }
    }

    private static void layOut(Scene scene) {
        // as a pulse does: what is worked out from a width in one pass has its effect in the next
        for (var pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
