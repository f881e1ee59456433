package dev.ecswizard.wizard.preview;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// A chip for each choice that made lines of the template. One of them is in the keyboard's way; the arrows lead to the
/// others. Enter or a double click leads to where it is changed.
final class ChoicesPane {
    private final Messages messages = Messages.of(ChoicesPane.class);
    private final ExplanationModel model;
    private final Answers answers;
    private final Map<Question, ChoiceChip> chips = new EnumMap<>(Question.class);
    private List<Question> order = List.of();

    @FXML
    private Label litCount;

    @FXML
    private VBox choices;

    private final Parent root = Fxml.load(this);

    /// @param answers leads to where an answer is changed
    ChoicesPane(ExplanationModel model, Answers answers) {
        this.model = model;
        this.answers = answers;
        // ahead of the chips, which take the arrows for themselves
        choices.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.choices().subscribe(this::show);
        model.lit().subscribe(this::light);
    }

    Parent root() {
        return root;
    }

    private void show(List<MadeLines> all) {
        all.forEach(
                choice -> chips.computeIfAbsent(choice.question(), this::chip).show(choice));
        var now = all.stream().map(MadeLines::question).toList();
        if (!now.equals(order)) {
            order = now;
            choices.getChildren().setAll(now.stream().map(chips::get).toList());
            light(model.lit().get());
        }
    }

    private ChoiceChip chip(Question question) {
        var chip = new ChoiceChip(question);
        chip.setOnAction(() -> model.toggle(question));
        chip.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                answers.goTo(question);
            }
        });
        chip.focusVisibleProperty().subscribe(isReached -> {
            if (isReached) {
                model.light(question);
            }
        });
        return chip;
    }

    private void light(Optional<MadeLines> choice) {
        litCount.setText(
                choice.map(lit -> messages.text("choices.lit.text", lit.lines().size()))
                        .orElse(""));
        var inTheWay = choice.map(MadeLines::question).or(() -> order.stream().findFirst());
        chips.forEach((question, chip) -> {
            chip.setSelected(model.isLit(question));
            chip.setFocusTraversable(inTheWay.filter(question::equals).isPresent());
        });
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.lit().get().isPresent()) {
            model.putOut();
            event.consume();
            return;
        }
        var now = order.stream()
                .filter(question -> chips.get(question).isFocused())
                .findFirst();
        if (now.isEmpty()) {
            return;
        }
        var at = order.indexOf(now.get());
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            answers.goTo(now.get());
            return;
        }
        var next = next(event.getCode(), at);
        if (next >= 0) {
            event.consume();
            model.light(order.get(next));
            chips.get(order.get(next)).requestFocus();
        }
    }

    /// The chip that a key leads to, or -1 for a key that leads to none.
    private int next(KeyCode key, int at) {
        return switch (key) {
            case DOWN, RIGHT -> Math.min(at + 1, order.size() - 1);
            case UP, LEFT -> Math.max(at - 1, 0);
            case HOME -> 0;
            case END -> order.size() - 1;
            default -> -1;
        };
    }
}
