package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Audit;
import dev.ecswizard.ui.Heard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Walks through every page and looks whether all of it can be used by ear, by the keyboard, and in languages that need
/// more room.
class EveryPageTest {
    private final Walker walker = new Walker();
    private final List<String> found = new ArrayList<>();
    private Optional<Heard> heard = Optional.empty();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws TimeoutException {
        walker.close();
    }

    private void look(String page) {
        WaitForAsyncUtils.waitForFxEvents();
        walker.robot().interact(() -> {
            if (heard.isEmpty()) {
                heard = Optional.of(new Heard(walker.stage().getScene()));
            }
            var root = walker.stage().getScene().getRoot();
            note(page + ": no name", Audit.unnamed(root));
            note(page + ": one letter for several", Audit.doubleLetters(root));
            clipped(page, root, 1000, 700);
            var back = Audit.stretch(root);
            clipped(page + ", longer texts", root, 1000, 700);
            clipped(page + ", longer texts", root, 1440, 900);
            back.run();
            lay(root, 1000, 700);
        });
    }

    private void clipped(String page, Parent root, int width, int height) {
        lay(root, width, height);
        note(page + ", " + width + "x" + height + ": cut", Audit.clipped(root));
    }

    private static void lay(Parent root, int width, int height) {
        ((Region) root).resize(width, height);
        // what is worked out from a width in one pass has its effect in the next
        for (var pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.requestLayout();
            root.layout();
        }
    }

    private void note(String what, List<String> where) {
        where.forEach(each -> found.add(what + ": " + each));
    }

    @Test
    void everyPageCanBeUsed() throws TimeoutException {
        EveryPage.walk(walker, folder, this::look);
        assertThat(found).isEmpty();
        var said = heard.orElseThrow().said();
        assertThat(said)
                .anyMatch(words -> words.contains("Checks: All checks passed"))
                .anyMatch(words -> words.contains("Creating stack web"))
                .anyMatch(words -> words.contains("Stack web is complete \u00b7 CREATE_COMPLETE"))
                .hasSizeLessThan(30);
    }
}
