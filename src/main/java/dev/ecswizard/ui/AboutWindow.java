package dev.ecswizard.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Says which version this is, on what it runs, and under which licences its parts stand.
public final class AboutWindow {
    private static final Messages MESSAGES = Messages.of(AboutWindow.class);

    /// What the app is made of beside its own.
    ///
    /// @param group the Maven group that it comes from
    public record Part(String group, String name, String licence) {}

    private AboutWindow() {}

    public static void show(Window owner, String version) {
        new SideWindow(owner, Modality.NONE, MESSAGES.text("about.window.title"), content(version), 560, 470).show();
    }

    /// The parts, in the order of their names.
    public static List<Part> parts() {
        try (var in = AboutWindow.class.getResourceAsStream("parts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Part(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Parent content(String version) {
        var name = new Label(MESSAGES.text("about.name"));
        name.getStyleClass().add("page-title");
        var facts = new Label(MESSAGES.text(
                "about.facts", version, System.getProperty("java.version"), System.getProperty("javafx.version", "")));
        facts.setWrapText(true);
        var lead = new Label(MESSAGES.text("about.parts"));
        lead.getStyleClass().add("field-label");
        var licences = new TextArea(parts().stream()
                .map(part -> part.name() + " \u2013 " + part.licence())
                .distinct()
                .collect(Collectors.joining("\n")));
        licences.setId("licences");
        licences.setEditable(false);
        licences.setWrapText(true);
        lead.setLabelFor(licences);
        VBox.setVgrow(licences, Priority.ALWAYS);
        var all = new VBox(name, facts, lead, licences);
        all.setId("about");
        all.getStyleClass().addAll("page", "dense");
        return all;
    }
}
