package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @Test
    void eachIsShownWithWhatItDoes() {
        for (var each : Shortcut.values()) {
            assertThat(each.shown()).isNotBlank();
            assertThat(each.words()).isNotBlank();
            assertThat(Shortcut.list()).contains(each.shown()).contains(each.words());
        }
        assertThat(Shortcut.OPEN.shown()).isEqualTo("Ctrl+O");
        assertThat(Shortcut.list().lines()).hasSize(Shortcut.values().length);
    }

    /// What is listed is all there is: combinations of keys are made nowhere else, save a second one for what is there.
    @Test
    void noOtherCombinationIsAnywhere() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            var others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Shortcut.java"))
                    .filter(ShortcutTest::makesCombination)
                    .map(file -> file.getFileName().toString());
            assertThat(others).containsExactly("YamlKeys.java");
        }
        assertThat(Files.readString(Path.of("src/main/java/dev/ecswizard/ui/YamlKeys.java")))
                .containsOnlyOnce("new KeyCodeCombination(KeyCode.INSERT");
    }

    /// Nor in a page's description, where an item of a menu could have one.
    @Test
    void noDescriptionOfAPageHasKeysOfItsOwn() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "resources"))) {
            var pages = files.filter(file -> file.toString().endsWith(".fxml")).toList();
            assertThat(pages).hasSizeGreaterThan(20);
            for (var page : pages) {
                assertThat(Files.readString(page)).as("%s", page).doesNotContain("accelerator", "KeyCombination");
            }
        }
    }

    private static boolean makesCombination(Path file) {
        try {
            var text = Files.readString(file);
            return text.contains("new KeyCodeCombination(") || text.contains("KeyCombination.valueOf(");
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
