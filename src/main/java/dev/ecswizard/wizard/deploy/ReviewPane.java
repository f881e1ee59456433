package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.ChangeLine;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Problem;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// What CloudFormation would do, in words and resource by resource, and the buttons that have it done or not.
final class ReviewPane {
    private final Messages messages = Messages.of(ReviewPane.class);

    @FXML
    private Label reviewTitle;

    @FXML
    private VBox effects;

    @FXML
    private ScrollPane changesScroll;

    @FXML
    private VBox changes;

    @FXML
    private RadioButton rollBack;

    @FXML
    private RadioButton keep;

    @FXML
    private CheckBox protect;

    @FXML
    private Note reviewProblem;

    @FXML
    private Button execute;

    @FXML
    private Button discard;

    private final Parent root = Fxml.load(this);
    private Optional<Proposal.Ready> shown = Optional.empty();

    ReviewPane(DeployModel model) {
        OnFailure.tie(rollBack, keep, model.review().keepsWhatFails());
        protect.selectedProperty().bindBidirectional(model.review().isProtected());
        execute.setOnAction(_ -> model.execute());
        discard.setOnAction(_ -> model.discard());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.discard();
                event.consume();
            }
        });
        model.state().subscribe(state -> {
            if (state instanceof State.Reviewing(var offer, var proposal, var problem)) {
                show(offer, proposal);
                reviewProblem.setText(problem.map(this::words).orElse(""));
            }
        });
    }

    Parent root() {
        return root;
    }

    /// Puts the keyboard on what is to be done next.
    void focus() {
        execute.requestFocus();
    }

    private void show(Offer offer, Proposal.Ready proposal) {
        if (shown.equals(Optional.of(proposal))) {
            return;
        }
        shown = Optional.of(proposal);
        var kind = proposal.isNew() ? "new" : "change";
        reviewTitle.setText(messages.text("deploy.review.title." + kind, offer.stackName()));
        execute.setText(messages.text("deploy.review.execute." + kind, offer.stackName()));
        effects.getChildren()
                .setAll(proposal.effects().stream().map(ReviewPane::sentence).toList());
        var lines = proposal.isNew() ? List.<ChangeLine>of() : proposal.lines();
        changes.getChildren().setAll(lines.stream().map(ChangePane::new).toList());
        changesScroll.setVisible(!lines.isEmpty());
        changesScroll.setManaged(!lines.isEmpty());
        changesScroll.setVvalue(0);
        protect.setVisible(proposal.isNew());
        protect.setManaged(proposal.isNew());
    }

    private String words(CloudProblem problem) {
        var words = Problem.of(problem);
        return messages.text("deploy.review.failed", words.what(), words.why());
    }

    private static Node sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("effect");
        return label;
    }
}
