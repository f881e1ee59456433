package dev.ecswizard.ui;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Gives every test the one stage of its virtual machine as if it were new: what the test before set of its size and
/// state is taken back, so that no test depends on which was before.
public final class FreeStage implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        var made = FxToolkit.toolkitContext().getPrimaryStageFuture();
        if (!made.isDone()) {
            return;
        }
        var stage = made.get(0, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setMaximized(false);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setOnCloseRequest(null);
            // the next scene decides again
            stage.sizeToScene();
            return null;
        });
    }
}
