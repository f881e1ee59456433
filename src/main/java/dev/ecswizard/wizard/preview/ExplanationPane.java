package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Browser;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.preview.ExplanationModel.Explained;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What there is to say of the line that the caret is in.
final class ExplanationPane {
    private static final int MOST_CHOICES = 3;

    private final Messages messages = Messages.of(ExplanationPane.class);
    private final ExplanationModel model;
    private final Tooltip url = new Tooltip();

    @FXML
    private Label explainedLine;

    @FXML
    private VBox explainedChoices;

    @FXML
    private Label why;

    @FXML
    private HBox pageLinks;

    @FXML
    private Hyperlink awsPage;

    private final Parent root = Fxml.load(this);

    /// @param browser opens AWS's page, which the app itself never reads
    ExplanationPane(ExplanationModel model, Browser browser, Copy copy) {
        this.model = model;
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
        explainedChoices
                .getChildren()
                .setAll(explained.stream()
                        .flatMap(now -> now.choices().stream())
                        .limit(MOST_CHOICES)
                        .map(this::choice)
                        .toList());
        why.setText(explained.map(Explained::why).orElse(""));
        pageLinks.setVisible(explained.isPresent());
        url.setText(explained.map(now -> now.page().toString()).orElse(""));
    }

    private Node choice(MadeLines choice) {
        var link = new Hyperlink(messages.text("explanation.choice.text", choice.name(), choice.value()));
        link.getStyleClass().add("explained-choice");
        link.setAccessibleText(messages.text(
                "choices.chip.accessible",
                choice.name(),
                choice.value(),
                choice.lines().size()));
        link.setOnAction(_ -> {
            link.setVisited(false);
            model.toggle(choice.question());
        });
        return link;
    }
}
