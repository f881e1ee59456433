package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.SideWindow;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The window in which one of several options is taken, as it looks and by the keyboard.
@ExtendWith(WindowExtension.class)
class ChoicePaneTest {
    private final SimpleObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final List<String> taken = new ArrayList<>();
    private SideWindow window;

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new Pane(), 1000, 700));
        stage.show();
        var options = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Action.Option(
                        "o" + number,
                        "Option " + number,
                        "What somebody meets who takes it, and when: a sentence that is long enough to need a second"
                                + " line in a window of this width."))
                .toList();
        var choice = new Action.Choice(
                "Choose an option",
                "How the other side behaves from then on.",
                "What is under way there is forgotten.",
                "Begin anew with it",
                options,
                "o2",
                taken::add);
        var pane = new ChoicePane(choice, obstacle, taken::add, () -> window.close());
        window = new SideWindow(stage, Modality.WINDOW_MODAL, choice.label(), pane.root(), 720, 640);
        window.show();
        pane.focus();
    }

    @Test
    void theOptionInForceHasTheKeyboardAndAnotherIsTakenByIt(FxRobot robot) {
        assertThat(robot.lookup("#option-o2").query().isFocused()).isTrue();
        Shown.keptAround("#choiceConfirm", "choice-window");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(taken).containsExactly("o3");
        assertThat(robot.lookup("#choiceConfirm").tryQuery()).isEmpty();
    }

    @Test
    void theLastOptionIsReachedAndSeenByTheArrowsAlone(FxRobot robot) {
        robot.type(KeyCode.DOWN, 10);
        var last = robot.lookup("#option-o12").queryAs(RadioButton.class);
        assertThat(last.isSelected()).isTrue();
        var scroll = robot.lookup("#choiceScroll").query();
        assertThat(scroll.localToScene(scroll.getLayoutBounds()).contains(last.localToScene(last.getLayoutBounds())))
                .isTrue();
    }

    @Test
    void whatStandsInTheWayIsSaidAndNothingIsTaken(FxRobot robot) {
        robot.interact(() -> obstacle.set(Optional.of("Stack web is being made there; wait for its end.")));
        Shown.keptAround("#choiceConfirm", "choice-barred");
        robot.type(KeyCode.ENTER);
        assertThat(taken).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#choiceConfirm").tryQuery()).isEmpty();
    }
}
