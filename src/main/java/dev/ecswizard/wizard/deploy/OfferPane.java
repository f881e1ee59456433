package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What would be made, what has to be acknowledged before, and the button that makes it.
final class OfferPane {
    private final Messages messages = Messages.of(OfferPane.class);
    private final GatePane gatePane;

    @FXML
    private Label offerTitle;

    @FXML
    private FlowPane offerResources;

    @FXML
    private VBox gate;

    @FXML
    private CheckBox capabilities;

    @FXML
    private Label capabilitiesHint;

    @FXML
    private Note obstacle;

    @FXML
    private FlowPane making;

    @FXML
    private RadioButton offerRollBack;

    @FXML
    private RadioButton offerKeep;

    @FXML
    private CheckBox offerProtect;

    @FXML
    private Button deploy;

    @FXML
    private Button reviewFirst;

    @FXML
    private HBox waiting;

    @FXML
    private Button deployNow;

    @FXML
    private Button leaveWaiting;

    private final LoadPane root = (LoadPane) Fxml.load(this);

    OfferPane(DeployModel model, Copy copy) {
        var offered = model.offered();
        root.setCopy(copy);
        root.follow(offered.offer());
        gatePane = new GatePane(offered.gate());
        capabilities.selectedProperty().bindBidirectional(offered.capabilities());
        offered.offer().value().subscribe(this::showOffer);
        obstacle.follow(offered.obstacle().map(why -> why.map(what -> messages.text("deploy.obstacle.text", what))));
        // nobody is asked to go on who can not
        offered.obstacle()
                .subscribe(why -> gate.getChildren().setAll(why.isEmpty() ? List.of(gatePane.root()) : List.of()));
        gate.managedProperty().bind(gatePane.root().managedProperty());
        OnFailure.tie(offerRollBack, offerKeep, model.review().keepsWhatFails());
        offerProtect.selectedProperty().bindBidirectional(model.review().isProtected());
        model.mayDeploy().subscribe(may -> deploy.setDisable(!may));
        deploy.setOnAction(_ -> model.deploy());
        reviewFirst.disableProperty().bind(deploy.disableProperty());
        reviewFirst.setOnAction(_ -> model.deployReviewed());
        deployNow.setOnAction(_ -> offered.gate().waitNoLonger());
        leaveWaiting.setOnAction(_ -> offered.gate().leave());
        offered.gate().isWaiting().subscribe(this::showWaiting);
    }

    LoadPane root() {
        return root;
    }

    /// Puts the keyboard on what is to be read and said first.
    void focus() {
        if (gatePane.isShown() && !gate.getChildren().isEmpty()) {
            gatePane.focus();
        } else if (capabilities.getParent().isManaged()) {
            capabilities.requestFocus();
        } else {
            deploy.requestFocus();
        }
    }

    private void showOffer(Optional<Offer> found) {
        found.ifPresent(now -> {
            var isChange = now.known().isPresent();
            offerTitle.setText(
                    isChange
                            ? messages.text("deploy.offer.change", now.stackName())
                            : messages.text(
                                    "deploy.offer.title", now.resources().size(), now.stackName()));
            offerResources
                    .getChildren()
                    .setAll(now.resources().stream()
                            .map(resource -> new ResourceLine(resource.logicalId(), resource.type()))
                            .toList());
            var needed = !now.capabilities().isEmpty();
            show(capabilities.getParent(), needed);
            capabilities.setText(messages.text("deploy.capabilities.text", String.join(", ", now.capabilities())));
            capabilitiesHint.setText(now.roleName()
                    .map(name -> messages.text("deploy.capabilities.named", name))
                    .orElse(messages.text("deploy.capabilities.unnamed")));
            show(making, !isChange);
            show(reviewFirst, !isChange);
            deploy.setText(
                    isChange
                            ? messages.text("deploy.deploy.change", now.stackName())
                            : messages.text("deploy.deploy.text", now.account(), now.region()));
        });
    }

    private void showWaiting(boolean isWaiting) {
        var wasWaiting = waiting.isManaged();
        var hadKeyboard = waiting.getScene() != null && leaveWaiting.isFocused();
        show(deploy.getParent(), !isWaiting);
        show(waiting, isWaiting);
        if (isWaiting) {
            // a second press takes the first one back
            leaveWaiting.requestFocus();
        } else if (wasWaiting && hadKeyboard) {
            deploy.requestFocus();
        }
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
