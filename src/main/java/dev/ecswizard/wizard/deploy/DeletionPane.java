package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.deploy.Clearance;
import dev.ecswizard.deploy.Toll;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.deploy.DeletionModel.Resistance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The question before a stack is deleted, and the way there. Takes no room while it is not asked.
final class DeletionPane {
    private final Messages messages = Messages.of(DeletionPane.class);
    private final DeletionModel model;

    @FXML
    private Note problem;

    @FXML
    private LoadPane toll;

    @FXML
    private Label title;

    @FXML
    private FlowPane going;

    @FXML
    private Note services;

    @FXML
    private Note tasks;

    @FXML
    private HBox guarded;

    @FXML
    private Note guard;

    @FXML
    private Button unprotect;

    @FXML
    private VBox resistance;

    @FXML
    private Label resistanceText;

    @FXML
    private RadioButton tryAgain;

    @FXML
    private RadioButton keep;

    @FXML
    private RadioButton force;

    @FXML
    private HBox confirm;

    @FXML
    private Label confirmText;

    @FXML
    private TextField confirmName;

    @FXML
    private Button confirmDelete;

    @FXML
    private VBox clearing;

    @FXML
    private VBox clearSteps;

    @FXML
    private Button leave;

    private final Parent root = Fxml.load(this);
    private final Map<Resistance, RadioButton> ways = new EnumMap<>(Resistance.class);

    /// @param delete what is done once the person has confirmed
    DeletionPane(DeletionModel model, Runnable delete, Copy copy) {
        this.model = model;
        problem.follow(model.problem());
        toll.setCopy(copy);
        toll.follow(model.toll());
        confirmText.setLabelFor(confirmName);
        confirmName.textProperty().bindBidirectional(model.typed());
        model.isConfirmed().subscribe(right -> confirmDelete.setDisable(!right));
        confirmName.setOnAction(_ -> delete.run());
        confirmDelete.setOnAction(_ -> delete.run());
        unprotect.setOnAction(_ -> model.unprotect());
        leave.setOnAction(_ -> goBack());
        chooseResistance();
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                goBack();
                event.consume();
            }
        });
        model.asked().subscribe(run -> {
            show(root, run.isPresent());
            run.ifPresent(now -> {
                confirmText.setText(messages.text("deploy.delete.confirm", now.stackName()));
                confirmDelete.setText(messages.text("deploy.delete.go", now.stackName()));
            });
        });
        model.toll().value().subscribe(found -> found.ifPresent(this::showToll));
        model.clearing().subscribe(done -> {
            show(clearing, done.isPresent());
            show(toll, done.isEmpty());
            leave.setText(
                    done.isPresent() ? messages.text("deploy.delete.cancel") : messages.text("deploy.delete.leave"));
            done.ifPresent(this::showSteps);
        });
    }

    Parent root() {
        return root;
    }

    private void goBack() {
        if (model.clearing().get().isPresent()) {
            model.cancel();
        } else {
            model.leave();
        }
    }

    private void chooseResistance() {
        ways.put(Resistance.TRY, tryAgain);
        ways.put(Resistance.KEEP, keep);
        ways.put(Resistance.FORCE, force);
        var group = new ToggleGroup();
        ways.forEach((way, button) -> {
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.resistance().set(way));
        });
        model.resistance().subscribe(way -> ways.get(way).setSelected(true));
    }

    private void showToll(Toll found) {
        var name = model.asked().get().map(Run::stackName).orElse("");
        title.setText(messages.text("deploy.delete.title", found.resources().size(), name));
        going.getChildren()
                .setAll(found.resources().stream()
                        .map(resource -> new ResourceLine(resource.logicalId(), resource.type()))
                        .toList());
        var inUse = found.services().size();
        services.setText(
                inUse == 0
                        ? ""
                        : messages.text(
                                "deploy.delete.inUse", inUse, String.join(", ", found.services()), found.tasks()));
        tasks.setText(inUse > 0 || found.tasks() == 0 ? "" : messages.text("deploy.delete.tasks", found.tasks()));
        show(guarded, found.isProtected());
        guard.setText(found.isProtected() ? messages.text("deploy.delete.protected", name) : "");
        var resisting = found.resisting();
        show(resistance, !resisting.isEmpty());
        resistanceText.setText(messages.text(
                "deploy.delete.resisting",
                resisting.size(),
                resisting.stream().map(StackResource::logicalId).collect(Collectors.joining(", "))));
        show(confirm, found.isPayable());
        if (found.isPayable()) {
            Focus.on(root, confirmName);
        } else if (found.isProtected()) {
            Focus.on(root, unprotect);
        }
    }

    private void showSteps(List<Clearance.Step> done) {
        clearSteps
                .getChildren()
                .setAll(done.stream().map(this::words).map(this::line).toList());
        if (done.isEmpty()) {
            clearSteps.getChildren().add(line(messages.text("deploy.clear.begin")));
            leave.requestFocus();
        }
    }

    private Label line(String words) {
        var line = new Label(words);
        line.setWrapText(true);
        return line;
    }

    private String words(Clearance.Step step) {
        return switch (step) {
            case Clearance.Step.Drained(var hosts) -> messages.text("deploy.clear.drained", hosts);
            case Clearance.Step.Stopping(var left) -> messages.text("deploy.clear.stopping", left);
            case Clearance.Step.Released(var hosts, var isProviderReleased) ->
                messages.text("deploy.clear.released", hosts, isProviderReleased ? 1 : 0);
        };
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
