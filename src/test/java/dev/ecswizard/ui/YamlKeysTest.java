package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class YamlKeysTest {
    private static final String HEAD = "First: line-one\nNo\nThird: the \u00e9\u4e2d longest\n";

    private YamlView view;
    private YamlArea area;

    @Start
    void show(Stage stage) {
        view = new YamlView();
        view.setText(HEAD + "More: value\n".repeat(200));
        var scene = new Scene(view, 600, 300);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
        area = (YamlArea) view.lookup(".yaml-area");
    }

    @Test
    void theArrowsMoveTheCaretAndKeepItsColumn(FxRobot robot) {
        robot.type(KeyCode.RIGHT, 8).type(KeyCode.DOWN);
        assertThat(caret()).isEqualTo(List.of(2, 2));
        robot.type(KeyCode.DOWN);
        assertThat(caret()).isEqualTo(List.of(3, 8));
        robot.type(KeyCode.LEFT).type(KeyCode.UP, 2);
        assertThat(caret()).isEqualTo(List.of(1, 7));
        robot.type(KeyCode.UP);
        assertThat(caret()).isEqualTo(List.of(1, 0));
    }

    @Test
    void homeAndEndLeadToTheLinesEndsAndWithShortcutToTheTexts(FxRobot robot) {
        robot.type(KeyCode.END);
        assertThat(caret()).isEqualTo(List.of(1, 15));
        robot.push(KeyCode.SHORTCUT, KeyCode.END);
        assertThat(caret()).isEqualTo(List.of(204, 0));
        assertThat(area.isInSight(204)).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.HOME);
        assertThat(caret()).isEqualTo(List.of(1, 0));
        assertThat(area.isInSight(1)).isTrue();
    }

    @Test
    void pagesAreTurned(FxRobot robot) {
        robot.type(KeyCode.PAGE_DOWN);
        var line = caret().getFirst();
        assertThat(line).isBetween(5, 30);
        assertThat(area.isInSight(1)).isFalse();
        assertThat(area.isInSight(line)).isTrue();
        robot.type(KeyCode.PAGE_UP);
        assertThat(caret()).isEqualTo(List.of(1, 0));
        assertThat(area.isInSight(1)).isTrue();
    }

    @Test
    void shiftSelectsAndTheSelectionIsCopied(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.END);
        assertThat(area.selectedText()).isEqualTo("First: line-one\nNo");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("First: line-one\nNo");
        robot.type(KeyCode.LEFT);
        assertThat(caret()).isEqualTo(List.of(1, 0));
        assertThat(area.selectedText()).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo(view.getText());
        robot.type(KeyCode.RIGHT).push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo(view.getText());
    }

    @Test
    void wordsAreSelectedByTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT).push(KeyCode.SHORTCUT, KeyCode.RIGHT);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(area.selectedText()).isEqualTo("line-one\n");
        robot.push(KeyCode.SHORTCUT, KeyCode.LEFT);
        assertThat(caret()).isEqualTo(List.of(1, 7));
    }

    @Test
    void aClickPutsTheCaretWhereItIs(FxRobot robot) {
        robot.clickOn(place(robot, 3, 13));
        assertThat(caret()).isEqualTo(List.of(3, 13));
        clickWithShift(robot, place(robot, 3, 7));
        assertThat(area.selectedText()).isEqualTo("the \u00e9\u4e2d");
        robot.clickOn(place(robot, 1, 15).add(200, 0));
        assertThat(caret()).isEqualTo(List.of(1, 15));
    }

    @Test
    void twoClicksSelectAWordAndThreeALine(FxRobot robot) {
        robot.doubleClickOn(place(robot, 1, 9));
        assertThat(area.selectedText()).isEqualTo("line-one");
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(area.selectedText()).isEqualTo("First: line-one\n");
    }

    @Test
    void draggingSelects(FxRobot robot) {
        robot.drag(place(robot, 1, 7)).dropTo(place(robot, 3, 5));
        assertThat(area.selectedText()).isEqualTo("line-one\nNo\nThird");
    }

    @Test
    void theWheelMovesTheTextAndNotTheCaret(FxRobot robot) {
        turnWheel(robot, -400);
        assertThat(area.isInSight(1)).isFalse();
        assertThat(caret()).isEqualTo(List.of(1, 0));
        turnWheel(robot, 800);
        assertThat(area.isInSight(1)).isTrue();
    }

    @Test
    void aScreenReaderReadsTheTextAndMovesInIt(FxRobot robot) {
        assertThat(area.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT_AREA);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo(view.getText());
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.EDITABLE)).isEqualTo(false);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.LINE_FOR_OFFSET, 17))
                .isEqualTo(1);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.LINE_START, 1))
                .isEqualTo(16);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.LINE_END, 1))
                .isEqualTo(18);
        robot.interact(() -> area.executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, 7, 11));
        assertThat(area.selectedText()).isEqualTo("line");
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.SELECTION_START))
                .isEqualTo(7);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.SELECTION_END))
                .isEqualTo(11);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET))
                .isEqualTo(11);
        var place = place(robot, 3, 7);
        assertThat(area.queryAccessibleAttribute(AccessibleAttribute.OFFSET_AT_POINT, place))
                .isEqualTo(19 + 7);
        robot.interact(() -> area.executeAccessibleAction(AccessibleAction.SHOW_TEXT_RANGE, 1200, 1210));
        assertThat(area.isInSight(1)).isFalse();
    }

    /// The line that the caret is in, from 1, and the column.
    private List<Integer> caret() {
        var caret = area.selection().caret();
        return List.of(view.line().getValue(), area.lines().columnAt(caret));
    }

    /// Where a column of a line is on the screen.
    private Point2D place(FxRobot robot, int line, int column) {
        var places = new ArrayList<Point2D>();
        robot.interact(() -> {
            var start = area.lines().start(line - 1) + column;
            var bounds =
                    ((Bounds[]) area.queryAccessibleAttribute(AccessibleAttribute.BOUNDS_FOR_RANGE, start, start))[0];
            places.add(new Point2D(bounds.getMinX() + 1, bounds.getCenterY()));
        });
        return places.getFirst();
    }

    /// The headless platform gives the mouse no modifiers.
    private void clickWithShift(FxRobot robot, Point2D place) {
        var at = area.localToScene(area.screenToLocal(place));
        robot.interact(() -> area.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                at.getX(),
                at.getY(),
                place.getX(),
                place.getY(),
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null)));
    }

    /// And it has no wheel.
    private void turnWheel(FxRobot robot, double by) {
        robot.interact(() -> area.lookup(".scroll-bar")
                .getParent()
                .fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        10,
                        10,
                        10,
                        10,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }

    private static String clipboard(FxRobot robot) {
        var texts = new ArrayList<String>();
        robot.interact(() -> texts.add(Clipboard.getSystemClipboard().getString()));
        return texts.getFirst();
    }
}
