package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The short paths of a stack that is there. Takes no room while none is known.
final class KnownPane {
    private final Messages messages = Messages.of(KnownPane.class);
    private final KnownModel model;

    @FXML
    private HBox actions;

    @FXML
    private Label knownTitle;

    @FXML
    private Button scale;

    @FXML
    private Button renew;

    @FXML
    private HBox sizes;

    @FXML
    private Label sizeLabel;

    @FXML
    private TextField size;

    @FXML
    private Label mostLabel;

    @FXML
    private TextField most;

    @FXML
    private Button reviewSizes;

    @FXML
    private Button leaveSizes;

    @FXML
    private Note sizesProblem;

    private final Parent root = Fxml.load(this);

    KnownPane(KnownModel model) {
        this.model = model;
        sizeLabel.setLabelFor(size);
        mostLabel.setLabelFor(most);
        size.textProperty().bindBidirectional(model.size());
        most.textProperty().bindBidirectional(model.most());
        size.setOnAction(_ -> model.scale());
        most.setOnAction(_ -> model.scale());
        scale.setOnAction(_ -> model.ask());
        renew.setOnAction(_ -> model.renew());
        reviewSizes.setOnAction(_ -> model.scale());
        leaveSizes.setOnAction(_ -> model.leave());
        sizes.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        model.offer().subscribe(this::showOffer);
        model.isScaling().subscribe(this::showSizes);
        model.problem().subscribe(_ -> showProblem());
    }

    Parent root() {
        return root;
    }

    private void showOffer(Optional<Offer> offer) {
        show(root, offer.isPresent());
        offer.ifPresent(now -> knownTitle.setText(messages.text("deploy.known.title", now.stackName())));
    }

    private void showSizes(boolean isScaling) {
        show(actions, !isScaling);
        show(sizes, isScaling);
        showProblem();
        if (isScaling) {
            sizeLabel.setText(messages.text(model.isManaged() ? "deploy.scale.least" : "deploy.scale.size"));
            size.requestFocus();
            size.selectAll();
        }
    }

    private void showProblem() {
        var problem = model.isScaling().get() ? model.problem().getValue() : Optional.<String>empty();
        sizesProblem.setText(problem.orElse(""));
        reviewSizes.setDisable(problem.isPresent());
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
