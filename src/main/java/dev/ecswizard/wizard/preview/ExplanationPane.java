package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Browser;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.preview.ExplanationModel.Explained;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What there is to say of the line that the caret is in.
final class ExplanationPane {
    private static final int MOST_CHOICES = 3;

    private final Messages messages = Messages.of(ExplanationPane.class);
    private final ExplanationModel model;
    private final Answers answers;
    private final Tooltip url = new Tooltip();
    private final List<ExplainedChoice> lines = new ArrayList<>();

    @FXML
    private Label explainedLine;

    @FXML
    private VBox explainedChoices;

    @FXML
    private Label why;

    @FXML
    private FlowPane pageLinks;

    @FXML
    private Hyperlink awsPage;

    private final Parent root = Fxml.load(this);

    /// @param answers leads to where an answer is changed
    /// @param browser opens AWS's page, which the app itself never reads
    ExplanationPane(ExplanationModel model, Answers answers, Browser browser, Copy copy) {
        this.model = model;
        this.answers = answers;
        awsPage.setTooltip(url);
        awsPage.setOnAction(_ -> {
            awsPage.setVisited(false);
            model.explained().get().map(Explained::page).ifPresent(browser::open);
        });
        var copyLink = new CopyButton(
                messages.text("explanation.copy.text"),
                () -> model.explained().get().map(now -> now.page().toString()).orElse(""),
                copy);
        copyLink.setId("copyPage");
        copyLink.getStyleClass().add("flat");
        pageLinks.getChildren().add(copyLink);
        model.explained().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show(Optional<Explained> explained) {
        explainedLine.setText(explained
                .map(now -> messages.text("explanation.line.text", now.line()))
                .orElseGet(() -> messages.text("explanation.none.text")));
        showChoices(explained.map(Explained::choices).orElse(List.of()));
        why.setText(explained.map(Explained::why).orElse(""));
        pageLinks.setVisible(explained.isPresent());
        url.setText(explained.map(now -> now.page().toString()).orElse(""));
    }

    private void showChoices(List<MadeLines> choices) {
        var count = Math.min(choices.size(), MOST_CHOICES);
        while (lines.size() < count) {
            lines.add(new ExplainedChoice(model, answers));
        }
        for (var i = 0; i < count; i++) {
            lines.get(i).show(choices.get(i));
        }
        if (explainedChoices.getChildren().size() != count) {
            explainedChoices.getChildren().setAll(lines.subList(0, count));
        }
    }
}
