package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Unfinished;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Spoken;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Offers to go on with what was under way when the app last ended. Takes no room where nothing was.
public final class UnfinishedPane {
    private final Messages messages = Messages.of(UnfinishedPane.class);
    private final UnfinishedModel model;
    private final DateTimeFormatter when;

    @FXML
    private VBox unfinished;

    @FXML
    private Label unfinishedText;

    @FXML
    private Label unfinishedEffect;

    @FXML
    private Button goOn;

    @FXML
    private Button carryOut;

    @FXML
    private Button removeUnfinished;

    @FXML
    private Button forgetUnfinished;

    @FXML
    private Note unfinishedProblem;

    @FXML
    private HBox journalTrouble;

    @FXML
    private Note journalTroubleText;

    @FXML
    private Button dismissTrouble;

    private final Parent root = Fxml.load(this);

    public UnfinishedPane(UnfinishedModel model, ZoneId zone) {
        this.model = model;
        when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.UK)
                .withZone(zone);
        goOn.setOnAction(_ -> model.goOn());
        carryOut.setOnAction(_ -> model.carryOut());
        removeUnfinished.setOnAction(_ -> model.remove());
        forgetUnfinished.setOnAction(_ -> model.forget());
        dismissTrouble.setOnAction(_ -> model.dismissTrouble());
        model.isWorking().subscribe(working -> {
            for (var button : new Button[] {goOn, carryOut, removeUnfinished, forgetUnfinished}) {
                button.setDisable(working);
            }
        });
        model.problem().subscribe(words -> unfinishedProblem.setText(words.orElse("")));
        model.trouble().subscribe(words -> {
            journalTroubleText.setText(words.orElse(""));
            show(journalTrouble, words.isPresent());
        });
        Spoken.follow(unfinishedText, unfinishedText.textProperty());
        Spoken.follow(unfinishedEffect, unfinishedEffect.textProperty());
        // it stands above what has the keyboard at the start
        root.sceneProperty().subscribe(_ -> Spoken.tell(unfinishedText, unfinishedText.getText()));
        model.offered().subscribe(_ -> show());
        model.asked().subscribe(_ -> show());
    }

    public Parent root() {
        return root;
    }

    private void show() {
        var left = model.offered().get();
        var asked = model.asked().get();
        show(unfinished, left.isPresent());
        left.ifPresent(one -> unfinishedText.setText(words(one)));
        unfinishedEffect.setText(
                asked.map(ready -> String.join(" ", ready.effects())).orElse(""));
        show(unfinishedEffect, asked.isPresent());
        show(
                goOn,
                asked.isEmpty()
                        && left.filter(one -> one.isCarriedOut() || one.isWhole() && !one.isWithdrawn())
                                .isPresent());
        left.ifPresent(one -> {
            goOn.setText(messages.text("unfinished.way." + way(one)));
            removeUnfinished.setText(messages.text(
                    one.kind() == Unfinished.Kind.DEPLOYMENT ? "unfinished.remove.text" : "unfinished.keep.text"));
        });
        show(carryOut, asked.isPresent());
        show(removeUnfinished, left.filter(UnfinishedPane::isRemovable).isPresent());
    }

    private static boolean isRemovable(Unfinished one) {
        return switch (one.kind()) {
            case DEPLOYMENT -> !one.isCarriedOut();
            case CLEARING, UNPROTECTING -> true;
            case DELETION, MENDING, PROOF -> false;
        };
    }

    private static String way(Unfinished one) {
        return switch (one.kind()) {
            case DEPLOYMENT -> one.isCarriedOut() ? "watch" : "goOn";
            case CLEARING, UNPROTECTING -> "delete";
            case DELETION, MENDING -> "watch";
            case PROOF -> "release";
        };
    }

    private static String story(Unfinished one) {
        return switch (one.kind()) {
            case DEPLOYMENT -> one.isCarriedOut() ? "carriedOut" : "waiting";
            case CLEARING -> "clearing";
            case UNPROTECTING -> "unprotecting";
            case DELETION -> "deletion";
            case MENDING -> one.isToBeCancelled() ? "cancelling" : "mending";
            case PROOF -> "proof";
        };
    }

    private String words(Unfinished left) {
        var origin = left.origin();
        return messages.text(
                "unfinished.story." + story(left),
                left.stackName(),
                origin.region(),
                origin.account(),
                origin.label(),
                when.format(left.begun()));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
