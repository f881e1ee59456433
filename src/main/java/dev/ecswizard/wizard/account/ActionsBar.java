package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.SideWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Modality;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button for each action of the connection in use. Each opens a window.
final class ActionsBar {
    private final Map<String, SideWindow> open = new HashMap<>();
    private final HBox bar;
    private final ActionsModel model;
    private final Copy copy;

    ActionsBar(HBox bar, ActionsModel model, Copy copy) {
        this.bar = bar;
        this.model = model;
        this.copy = copy;
        model.actions().subscribe(this::show);
    }

    private void show(List<Action> actions) {
        var labels = actions.stream().map(Action::label).toList();
        var shown = bar.getChildren().stream()
                .map(node -> ((Button) node).getText())
                .toList();
        // the keyboard stays on a button that stays
        if (!labels.equals(shown)) {
            bar.getChildren().setAll(actions.stream().map(this::button).toList());
        }
        bar.setVisible(!actions.isEmpty());
        bar.setManaged(!actions.isEmpty());
    }

    private Button button(Action action) {
        var button = new Button(action.label(), new FontIcon("mdomz-open_in_new"));
        button.getStyleClass().add("small");
        button.setId(
                switch (action) {
                    case Action.Choice _ -> "actionChoice";
                    case Action.Report _ -> "actionReport";
                });
        button.setOnAction(_ -> model.actions().get().stream()
                .filter(now -> now.label().equals(action.label()))
                .findFirst()
                .ifPresent(now -> open(now, button)));
        return button;
    }

    private void open(Action action, Button button) {
        var there = open.get(action.label());
        if (there != null) {
            there.show();
            return;
        }
        switch (action) {
            case Action.Choice choice -> open(choice, button);
            case Action.Report report -> open(report, button);
        }
    }

    private void open(Action.Choice choice, Button button) {
        var pane = new ChoicePane(
                choice,
                model.obstacle(),
                option -> model.take(choice, option),
                () -> open.get(choice.label()).close());
        var window = new SideWindow(
                button.getScene().getWindow(), Modality.WINDOW_MODAL, choice.label(), pane.root(), 720, 640);
        keep(choice, window, pane::close);
        window.show();
        pane.focus();
    }

    private void open(Action.Report report, Button button) {
        var pane = new ReportPane(model.report(report), copy);
        var window =
                new SideWindow(button.getScene().getWindow(), Modality.NONE, report.label(), pane.root(), 1000, 560);
        keep(report, window, pane::close);
        window.show();
        pane.open();
    }

    private void keep(Action action, SideWindow window, Runnable whenClosed) {
        open.put(action.label(), window);
        window.whenClosed(() -> {
            open.remove(action.label());
            whenClosed.run();
        });
    }
}
