package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Audit;
import dev.ecswizard.ui.Heard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Walks through every page and looks whether all of it can be used by ear and by the keyboard, and read.
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
            Audit.unnamed(root).forEach(each -> found.add(page + ": no name: " + each));
            Audit.doubleLetters(root).forEach(each -> found.add(page + ": one letter for several: " + each));
            Audit.clippedInEverySize(root).forEach(each -> found.add(page + ": cut: " + each));
        });
    }

    @Test
    void everyPageCanBeUsed() throws TimeoutException {
        EveryPage.walk(walker, folder, this::look);
        EveryPage.besides(walker, (beside, root) -> {
            Audit.unnamed(root).forEach(each -> found.add(beside + ": no name: " + each));
            Audit.doubleLetters(root).forEach(each -> found.add(beside + ": one letter for several: " + each));
            Audit.faint(root).forEach(each -> found.add(beside + ": too faint: " + each));
        });
        assertThat(found).isEmpty();
        var said = heard.orElseThrow().said();
        assertThat(said)
                .anyMatch(words -> words.contains("Checks: All checks passed"))
                .anyMatch(words -> words.contains("Creating stack web"))
                .anyMatch(words -> words.contains("Stack web is complete \u00b7 CREATE_COMPLETE"))
                .hasSizeLessThan(30);
    }
}
