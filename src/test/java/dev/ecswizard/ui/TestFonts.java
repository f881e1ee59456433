package dev.ecswizard.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Fonts that are the same on every machine, in the place of those that the machine has.
public final class TestFonts {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    /// All that the app's own sheets set in `monospace`.
    private static final String SHEET = """
            .root { -fx-font-family: "DejaVu Sans" !important; }
            .mono, .command > .text-area, .changes-before > .text-area, .yaml-area, .reason, .console-text, .parameter-value, .finding-resource, \
            .choice-parameters { -fx-font-family: "DejaVu Sans Mono" !important; }
            """;

    private static final String ADDRESS =
            "data:text/css;base64," + Base64.getEncoder().encodeToString(SHEET.getBytes(StandardCharsets.UTF_8));

    static {
        List.of("DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansMono-Bold")
                .forEach(TestFonts::load);
    }

    private TestFonts() {}

    /// To be called again after another look was put on.
    public static void putOn(Scene scene) {
        if (!scene.getStylesheets().contains(ADDRESS)) {
            scene.getStylesheets().add(ADDRESS);
        }
    }

    private static void load(String name) {
        try (var in = TestFonts.class.getResourceAsStream(FOLDER + name + ".ttf")) {
            if (Font.loadFont(in, 14) == null) {
                throw new IllegalStateException(name + " is no font");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
