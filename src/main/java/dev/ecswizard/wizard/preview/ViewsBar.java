package dev.ecswizard.wizard.preview;

import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Checks;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.Tally;
import dev.ecswizard.wizard.VerdictIcon;
import javafx.scene.Parent;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Chooses between the template and the checks, and tells how the checks came out.
final class ViewsBar {
    private final Messages messages = Messages.of(ViewsBar.class);
    private final ToggleButton template = new ToggleButton(messages.text("preview.template.text"));
    private final ToggleButton checks = new ToggleButton();
    private final HBox root = new HBox(template, checks);
    private final VerdictIcon icon = new VerdictIcon(Verdict.PASSED);
    private final ProgressIndicator spinner = new ProgressIndicator();

    ViewsBar(ChecksModel model) {
        template.setId("showTemplate");
        checks.setId("showChecks");
        template.getStyleClass().add("left-pill");
        checks.getStyleClass().add("right-pill");
        root.getStyleClass().add("views");
        root.setAccessibleText(messages.text("preview.views.accessible"));
        spinner.getStyleClass().add("load-spinner");
        var group = new ToggleGroup();
        group.getToggles().setAll(template, checks);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // one of the two is always shown
                before.setSelected(true);
            } else {
                model.listed().set(now == checks);
            }
        });
        model.listed().subscribe(listed -> (listed ? checks : template).setSelected(true));
        model.state().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show(Checks state) {
        checks.setText(messages.text("preview.checks.text"));
        checks.setGraphic(null);
        switch (state) {
            case Checks.Incomplete _, Checks.Deployed _, Checks.Failed _, Checks.Cancelled _ -> {}
            case Checks.Running _ -> checks.setGraphic(spinner);
            case Checks.Done done -> {
                var tally = Tally.of(done.findings());
                icon.setVerdict(tally.worst());
                checks.setGraphic(icon);
                if (tally.worst() != Verdict.PASSED) {
                    checks.setText(messages.text("preview.checks.count", tally.words()));
                }
            }
        }
    }
}
