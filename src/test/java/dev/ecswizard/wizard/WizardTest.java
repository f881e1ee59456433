package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class WizardTest {
    private final List<FakeAnswer> answers = FakeAnswer.three();
    private final Dropped dropped = new Dropped();
    private final ObjectProperty<Optional<String>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final WizardModel model = new WizardModel(answers);
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, place);
    private int asked;
    private List<FakePage> pages;
    private OpenModel files;
    private Wizard wizard;

    @Start
    void show(Stage stage) {
        var picker = new FilePicker() {
            @Override
            public Optional<Path> toOpen(String description, String extension) {
                asked++;
                return Optional.empty();
            }

            @Override
            public Optional<Path> toSave(String description, String extension, String suggested) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Path> toFolder(String title) {
                throw new UnsupportedOperationException();
            }
        };
        files = new OpenModel(new InOrder(), picker, model, 2, new SimpleObjectProperty<>(Optional.empty()), dropped);
        pages = answers.stream().map(FakePage::new).toList();
        var questions = new Pane();
        questions.setVisible(false);
        wizard = new Wizard(model, pages, notice, dropped, new Pane(), files, questions, checks.model, new Pane());
        var scene = new Scene(wizard.root(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        wizard.focus();
    }

    private static Button step(FxRobot robot, int number) {
        return robot.lookup("#steps .step").nth(number).queryAs(Button.class);
    }

    private static boolean isShown(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.isVisible() && node.isManaged();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void whatIsMissingStandsBesideNextUntilItIsThere(FxRobot robot) {
        assertThat(text(robot, "#missing")).isEqualTo("Say something");
        assertThat(robot.lookup("#next").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#back").query().isDisabled()).isTrue();

        robot.interact(() -> answers.getFirst().answer("a"));
        assertThat(text(robot, "#missing")).isEmpty();
        robot.clickOn("#next");

        assertThat(model.current().get()).isEqualTo(1);
        assertThat(robot.lookup("#field-two").query().isFocused()).isTrue();
        assertThat(robot.lookup("#field-one").tryQuery()).isEmpty();
    }

    @Test
    void aPageThatIsPreparedHasItsLookAndIsNotSeen(FxRobot robot) {
        assertThat(pages.get(1).field.getSkin()).isNull();
        robot.interact(() -> wizard.prepare(pages.get(1)));

        assertThat(pages.get(1).field.getSkin()).isNotNull();
        assertThat(pages.get(1).root().isVisible()).isFalse();
        robot.type(KeyCode.TAB, 12);
        assertThat(pages.get(1).field.isFocused()).isFalse();
        robot.interact(() -> wizard.focus());
        assertThat(((Region) pages.get(1).root()).getWidth())
                .isEqualTo(((Region) pages.get(0).root()).getWidth());
        assertThat(robot.lookup("#field-one").query().isFocused()).isTrue();
    }

    @Test
    void aPageThatIsPreparedIsShownInItsTurnAndNoOther(FxRobot robot) {
        robot.interact(() -> {
            wizard.prepare(pages.get(1));
            answers.getFirst().answer("a");
            model.next();
        });
        assertThat(isShown(robot, "#field-two")).isTrue();
        assertThat(pages.get(1).field.isFocused()).isTrue();
        assertThat(pages.get(0).root().getScene()).isNull();

        robot.interact(model::back);
        assertThat(isShown(robot, "#field-one")).isTrue();
        assertThat(pages.get(1).root().isVisible()).isFalse();
    }

    @Test
    void aPageThatIsShownIsNotPrepared(FxRobot robot) {
        robot.interact(() -> wizard.prepare(pages.get(0)));
        assertThat(isShown(robot, "#field-one")).isTrue();
    }

    @Test
    void backLeadsBack(FxRobot robot) {
        robot.interact(() -> {
            answers.getFirst().answer("a");
            model.next();
        });

        robot.clickOn("#back");

        assertThat(robot.lookup("#field-one").query().isFocused()).isTrue();
    }

    @Test
    void theLettersOfNextAndBackWorkWithAlt(FxRobot robot) {
        robot.interact(() -> answers.getFirst().answer("a"));

        robot.push(KeyCode.ALT, KeyCode.N);
        assertThat(model.current().get()).isEqualTo(1);

        robot.push(KeyCode.ALT, KeyCode.B);
        assertThat(model.current().get()).isZero();
    }

    @Test
    void inALowWindowTheStepThatOneIsAtIsInSightAndSoIsNext(FxRobot robot) {
        robot.interact(() -> {
            answers.forEach(answer -> answer.answer("a\nsecond line"));
            model.go(2);
            var root = (Region) wizard.root();
            root.resize(960, 280);
            for (var pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.requestLayout();
                root.layout();
            }
            assertThat(isWithin(step(robot, 2), robot.lookup("#stepsScroll").query()))
                    .isTrue();
            assertThat(isWithin(step(robot, 0), robot.lookup("#stepsScroll").query()))
                    .isFalse();
            assertThat(isWithin(robot.lookup("#back").query(), root)).isTrue();
        });
    }

    private static boolean isWithin(Node node, Node around) {
        return around.localToScene(around.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void theLastPageHasNoNext(FxRobot robot) {
        robot.interact(() -> {
            answers.forEach(answer -> answer.answer("a"));
            model.go(2);
        });

        assertThat(isShown(robot, "#next")).isFalse();
        assertThat(isShown(robot, "#missing")).isFalse();
    }

    @Test
    void stepsToComeCanNotBeTakenAndOthersCan(FxRobot robot) {
        assertThat(step(robot, 1).isDisabled()).isTrue();
        assertThat(step(robot, 1).getAccessibleText()).isEqualTo("Step 2, two, not yet open");
        robot.clickOn(step(robot, 1));
        assertThat(model.current().get()).isZero();

        robot.interact(() -> answers.getFirst().answer("a"));
        assertThat(step(robot, 1).isDisabled()).isFalse();
        assertThat(step(robot, 2).isDisabled()).isTrue();
        robot.clickOn(step(robot, 1));
        assertThat(model.current().get()).isEqualTo(1);
        assertThat(step(robot, 0).getAccessibleText()).isEqualTo("Step 1, one, done: a");

        robot.clickOn(step(robot, 0));
        assertThat(model.current().get()).isZero();
    }

    @Test
    void whatWasDroppedIsSaidUntilItIsDismissed(FxRobot robot) {
        assertThat(isShown(robot, "#dropped")).isFalse();

        robot.interact(() -> {
            dropped.tell("Key pair ops: gone.");
            dropped.tell("Region us-east-1: gone.");
            dropped.tell("Key pair ops: gone.");
        });
        assertThat(isShown(robot, "#dropped")).isTrue();
        assertThat(text(robot, "#droppedText"))
                .isEqualTo("Answers that no longer hold: Key pair ops: gone. Region us-east-1: gone.");
        Shown.kept("dropped");

        robot.clickOn("#dismiss");
        assertThat(isShown(robot, "#dropped")).isFalse();
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void theNoticeStaysInSightAsLongAsItHolds(FxRobot robot) {
        assertThat(isShown(robot, "#notice")).isFalse();

        robot.interact(() -> notice.set(Optional.of("Nothing here is real")));
        assertThat(isShown(robot, "#notice")).isTrue();
        assertThat(text(robot, "#noticeText")).isEqualTo("Nothing here is real");

        robot.interact(() -> notice.set(Optional.empty()));
        assertThat(isShown(robot, "#notice")).isFalse();
    }

    @Test
    void theShortcutAndTheButtonAskForAFile(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        assertThat(asked).isEqualTo(1);

        robot.clickOn("#openFile");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatWouldReplaceAnswersAsksWithTheKeyboardOnTheWayThatLosesNothing(FxRobot robot) {
        robot.interact(() -> {
            answers.get(1).answer("a");
            files.open("shop.ecscluster", Specs.standard("shop"), () -> {});
        });
        assertThat(text(robot, "#replacingText"))
                .isEqualTo("shop.ecscluster would replace the answers that you have given here.");
        assertThat(robot.lookup("#keepAnswers").query().isFocused()).isTrue();
        Shown.kept("open-asked");

        robot.type(KeyCode.SPACE);
        assertThat(isShown(robot, "#replacing")).isFalse();
        assertThat(answers.get(1).story).isEmpty();
    }

    @Test
    void oneUnwillingPageKeepsTheWindowOpen() {
        assertThat(wizard.mayClose()).isTrue();

        pages.get(1).mayClose = false;

        assertThat(wizard.mayClose()).isFalse();
    }

    @Test
    void aWidePageLeavesNextInTheWindow(FxRobot robot) {
        robot.interact(() -> pages.getFirst().field.setMinWidth(2000));

        var next = robot.lookup("#next").query();
        assertThat(next.localToScene(next.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(1000);
    }
}
