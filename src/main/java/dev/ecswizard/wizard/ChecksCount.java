package dev.ecswizard.wizard;

import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Spoken;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;

/// What the checks say, in a few words that lead to the findings. Takes no room while there is nothing to check.
final class ChecksCount {
    private final Messages messages = Messages.of(ChecksCount.class);
    private final Button button = new Button();
    private final VerdictIcon icon = new VerdictIcon(Verdict.PASSED);
    private final ProgressIndicator spinner = new ProgressIndicator();

    ChecksCount(ChecksModel model) {
        button.setId("checksCount");
        button.getStyleClass().addAll("flat", "checks-count");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.text("checks.count.tooltip")));
        button.setOnAction(_ -> model.show());
        spinner.getStyleClass().add("load-spinner");
        model.state().subscribe(this::show);
    }

    Parent root() {
        return button;
    }

    private void show(Checks state) {
        var isNeeded = true;
        switch (state) {
            case Checks.Incomplete _, Checks.Deployed _ -> isNeeded = false;
            case Checks.Running _ -> {
                button.setGraphic(spinner);
                say(messages.text("checks.running.text"));
            }
            case Checks.Done done -> {
                var tally = Tally.of(done.findings());
                icon.setVerdict(tally.worst());
                button.setGraphic(icon);
                say(tally.words());
            }
            case Checks.Failed _, Checks.Cancelled _ -> {
                icon.setVerdict(Verdict.UNCHECKED);
                button.setGraphic(icon);
                say(messages.text("checks.undone.text"));
            }
        }
        if (isNeeded) {
            Spoken.tell(button, messages.text("checks.count.spoken", button.getText()));
        }
        button.setVisible(isNeeded);
        button.setManaged(isNeeded);
    }

    private void say(String words) {
        button.setText(words);
        button.setAccessibleText(messages.text("checks.count.accessible", words));
    }
}
