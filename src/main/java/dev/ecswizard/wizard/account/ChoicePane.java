package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Shows the options of a choice, what each of them brings, and what taking one costs.
final class ChoicePane {
    private final Messages messages = Messages.of(ChoicePane.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Subscription subscription;

    @FXML
    private Label choiceLead;

    @FXML
    private ScrollPane choiceScroll;

    @FXML
    private VBox choices;

    @FXML
    private Note choiceWarning;

    @FXML
    private Note choiceObstacle;

    @FXML
    private Button choiceConfirm;

    @FXML
    private Button choiceLeave;

    private final Parent root = Fxml.load(this);

    /// @param obstacle why nothing may be taken now
    /// @param close what closes the window around it
    ChoicePane(
            Action.Choice choice, ObservableValue<Optional<String>> obstacle, Consumer<String> take, Runnable close) {
        choiceLead.setText(choice.lead());
        choice.options().forEach(option -> add(option, option.id().equals(choice.current())));
        choiceWarning.setText(choice.warning());
        choiceConfirm.setText(choice.confirm());
        subscription = obstacle.subscribe(why -> {
            choiceObstacle.setText(why.orElse(""));
            choiceConfirm.setDisable(why.isPresent() || group.getSelectedToggle() == null);
        });
        group.selectedToggleProperty()
                .subscribe(now -> choiceConfirm.setDisable(
                        now == null || obstacle.getValue().isPresent()));
        choiceConfirm.setOnAction(_ -> {
            close.run();
            take.accept((String) group.getSelectedToggle().getUserData());
        });
        // a radio button keeps the key to itself, so that the default button never hears of it
        choices.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choiceConfirm.fire();
                event.consume();
            }
        });
        choiceLeave.setOnAction(_ -> close.run());
    }

    Parent root() {
        return root;
    }

    /// Puts the keyboard on the option in force, else on the first.
    void focus() {
        group.getToggles().stream()
                .filter(toggle -> toggle.isSelected())
                .findFirst()
                .or(() -> group.getToggles().stream().findFirst())
                .ifPresent(toggle -> ((RadioButton) toggle).requestFocus());
    }

    /// Lets go of what it listens to.
    void close() {
        subscription.unsubscribe();
    }

    private void add(Action.Option option, boolean isCurrent) {
        var radio = new RadioButton(isCurrent ? messages.text("choice.option.current", option.name()) : option.name());
        radio.setId("option-" + option.id());
        radio.getStyleClass().add("choice-name");
        radio.setToggleGroup(group);
        radio.setUserData(option.id());
        radio.setSelected(isCurrent);
        radio.setAccessibleText(messages.text("choice.option.accessible", radio.getText(), option.description()));
        var description = new Label(option.description());
        description.getStyleClass().addAll("field-hint", "choice-hint");
        description.setWrapText(true);
        description.setMinHeight(Label.USE_PREF_SIZE);
        description.setLabelFor(radio);
        description.setOnMouseClicked(_ -> radio.setSelected(true));
        var both = new VBox(radio, description);
        both.getStyleClass().add("aside");
        choices.getChildren().add(both);
        radio.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal(both);
            }
        });
    }

    /// Scrolls as far as it needs to show an option whole; arrow keys alone would leave it out of sight.
    private void reveal(Node option) {
        var content = choiceScroll.getContent();
        var room = choiceScroll.getViewportBounds().getHeight();
        var hidden = content.getLayoutBounds().getHeight() - room;
        if (hidden <= 0 || room <= 0) {
            return;
        }
        var bounds = content.sceneToLocal(option.localToScene(option.getLayoutBounds()));
        var top = choiceScroll.getVvalue() * hidden;
        if (bounds.getMinY() < top) {
            choiceScroll.setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > top + room) {
            choiceScroll.setVvalue((bounds.getMaxY() - room) / hidden);
        }
    }
}
