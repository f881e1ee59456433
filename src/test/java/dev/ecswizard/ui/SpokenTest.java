package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class SpokenTest {
    private final SimpleStringProperty checks = new SimpleStringProperty("");
    private final SimpleStringProperty status = new SimpleStringProperty("");
    private Label checksLabel;
    private Label statusLabel;
    private Button next;
    private Button back;
    private Heard heard;

    @Start
    void show(Stage stage) {
        checksLabel = new Label();
        statusLabel = new Label();
        next = new Button("Next");
        back = new Button("Back");
        var scene = new Scene(new VBox(checksLabel, statusLabel, next, back), 400, 300);
        stage.setScene(scene);
        stage.show();
        heard = new Heard(scene);
        next.requestFocus();
        Spoken.follow(checksLabel, checks);
        Spoken.follow(statusLabel, status);
    }

    private void waitFor(String... words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> heard.said().size() >= words.length);
        assertThat(heard.said()).containsExactly(words);
    }

    @Test
    void whatChangesIsSaidWhereTheKeyboardIsInFrontOfTheName(FxRobot robot) throws TimeoutException {
        robot.interact(() -> checks.set("All checks passed"));
        waitFor("All checks passed");
        assertThat(next.getAccessibleText()).isEqualTo("All checks passed\nNext");
    }

    @Test
    void ofManyChangesTheLastIsSaidOnceAndOfSeveralPlacesInOneBreath(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            for (var number = 0; number < 100; number++) {
                status.set("Event " + number);
            }
            checks.set("Checking");
            checks.set("One problem");
            status.set("Failed");
        });
        waitFor("One problem\nFailed");
        robot.interact(() -> status.set("Deleted"));
        waitFor("One problem\nFailed", "Deleted");
    }

    @Test
    void theSameWordsInTwoPlacesAreSaidOnce(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            checks.set("Complete");
            status.set("Complete");
        });
        waitFor("Complete");
    }

    @Test
    void whatCanNotBeSeenOrIsTakenBackIsNotSaid(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            checksLabel.getParent().setVisible(true);
            checksLabel.setVisible(false);
            checks.set("Hidden");
            status.set("Short");
            status.set("");
        });
        robot.interact(() -> {
            checksLabel.setVisible(false);
            statusLabel.setVisible(true);
            status.set("Seen");
        });
        waitFor("Seen");
    }

    @Test
    void aKeyOrAnotherPlaceOfTheKeyboardTakesTheNewsBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> next.setAccessibleText("Go on"));
        robot.interact(() -> status.set("One"));
        waitFor("One");
        assertThat(next.getAccessibleText()).isEqualTo("One\nGo on");
        robot.type(KeyCode.SHIFT);
        assertThat(next.getAccessibleText()).isEqualTo("Go on");

        robot.interact(() -> status.set("Two"));
        waitFor("One", "Two");
        robot.interact(back::requestFocus);
        assertThat(List.of(next.getAccessibleText(), String.valueOf(back.getAccessibleText())))
                .isEqualTo(List.of("Go on", "null"));
    }
}
