package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.ChangeLine;
import dev.ecswizard.ui.Messages;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One resource of a change set: what is done to it, and the values before and after.
final class ChangePane extends VBox {
    private static final Messages MESSAGES = Messages.of(ChangePane.class);
    private static final int LONGEST = 60;

    ChangePane(ChangeLine line) {
        getStyleClass().add("change");
        var kind = new Label(MESSAGES.text("deploy.change.kind." + line.kind().name()));
        kind.getStyleClass()
                .addAll(
                        "change-kind",
                        line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        kind.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(kind, new ResourceLine(line.logicalId(), line.type()));
        head.getStyleClass().add("change-head");
        getChildren().add(head);
        if (line.isRetained()) {
            getChildren().add(label(MESSAGES.text("deploy.change.retained"), "change-value"));
        }
        line.values().stream().map(ChangePane::value).forEach(getChildren()::add);
    }

    private static Node value(ChangeLine.Value value) {
        var path = new Label(value.path().replaceFirst("^Properties/", ""));
        path.getStyleClass().add("change-path");
        path.setMinWidth(USE_PREF_SIZE);
        var step = label(step(value), "change-value");
        HBox.setHgrow(step, Priority.ALWAYS);
        var row = new HBox(path, step);
        row.getStyleClass().add("change-row");
        if (value.before().length() > LONGEST || value.after().length() > LONGEST) {
            Tooltip.install(row, new Tooltip(MESSAGES.text("deploy.change.step", value.before(), value.after())));
        }
        return row;
    }

    private static String step(ChangeLine.Value value) {
        var after = value.isKnownLater() ? MESSAGES.text("deploy.change.later") : shortened(value.after());
        if (value.before().isEmpty() && after.isEmpty()) {
            return MESSAGES.text(value.isCertain() ? "deploy.change.changes" : "deploy.change.perhaps");
        }
        var step = value.before().isEmpty()
                ? MESSAGES.text("deploy.change.added", after)
                : after.isEmpty()
                        ? MESSAGES.text("deploy.change.removed", shortened(value.before()))
                        : MESSAGES.text("deploy.change.step", shortened(value.before()), after);
        return value.isCertain() || value.isKnownLater() ? step : MESSAGES.text("deploy.change.uncertain", step);
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
