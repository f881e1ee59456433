package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.wizard.Shown;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class AboutWindowTest {
    private static final Set<String> OF_TESTS = Set.of(
            "org.junit",
            "org.opentest4j",
            "org.apiguardian",
            "org.jspecify",
            "org.assertj",
            "net.bytebuddy",
            "org.snakeyaml",
            "com.tngtech",
            "org.testfx",
            "net.sf.jasperreports",
            "org.hamcrest",
            "org.osgi",
            "org.apache.maven");

    private Stage stage;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        stage.setScene(new Scene(new Pane(), 100, 100));
        stage.show();
    }

    @Test
    void everyLibraryIsNamedWithItsLicence() {
        var named = new TreeSet<>(OF_TESTS);
        AboutWindow.parts().forEach(part -> named.add(part.group()));
        var jars = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
        assertThat(jars)
                .filteredOn(jar -> jar.contains("repository") && jar.endsWith(".jar"))
                .isNotEmpty()
                .allMatch(jar -> named.stream().anyMatch(group -> jar.contains("/" + group.replace('.', '/') + "/")));
    }

    @Test
    void theWindowTellsVersionAndLicences(FxRobot robot) {
        robot.interact(() -> AboutWindow.show(stage, "1.2.3"));
        assertThat(robot.lookup("#about .label").queryLabeled()).isNotNull();
        assertThat(robot.lookup("#licences").queryAs(TextArea.class).getText())
                .contains("OpenJFX \u2013 GPL-2.0 with Classpath exception", "AtlantaFX \u2013 MIT");
        assertThat(robot.lookup((javafx.scene.control.Label label) ->
                                label.getText().startsWith("Version 1.2.3"))
                        .tryQuery())
                .isPresent();
        Shown.keptAround("#about", "about");
        robot.interact(() -> assertThat(Audit.unnamed(robot.lookup("#about").queryAs(Parent.class)))
                .isEmpty());
    }

    /// The window's lines, as the command line writes them.
    private static String said(FxRobot robot) {
        var words = robot.lookup("#shortcuts .shortcuts").queryAs(GridPane.class).getChildren().stream()
                .map(label -> ((Label) label).getText())
                .toList();
        var lines = new StringBuilder();
        for (var place = 0; place < words.size(); place += 2) {
            lines.append("  %-12s %s%n".formatted(words.get(place), words.get(place + 1)));
        }
        return lines.toString();
    }

    @Test
    void theShortcutsAreListedAsTheCommandLineListsThem(FxRobot robot) {
        robot.interact(() -> ShortcutsWindow.show(stage));
        assertThat(said(robot)).isEqualTo(Shortcut.list());
        Shown.keptAround("#shortcuts", "shortcuts");
        robot.interact(() -> {
            Parent root = robot.lookup("#shortcuts").queryAs(Parent.class);
            assertThat(Audit.unnamed(root)).isEmpty();
            assertThat(Audit.clipped(root)).isEmpty();
        });
    }
}
