package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.LineMarks.Change;
import dev.ecswizard.ui.YamlHighlight.Kind;
import dev.ecswizard.ui.YamlHighlight.Span;
import dev.ecswizard.ui.YamlLook.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class YamlViewTest {
    private static final String YAML = """
            # A template
            Resources:
              Cluster:
                Type: AWS::ECS::Cluster
                Name: !Ref Name
                Mode: "000400"
                Script: |
                  #!/bin/bash
                  echo cluster
            """;

    private YamlView view;

    @Start
    void show(Stage stage) {
        view = new YamlView();
        view.setText(YAML);
        var scene = new Scene(view, 600, 300);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    @Test
    void everyKindOfPartHasItsColour() {
        var area = area();
        var kinds = IntStream.range(0, area.lines().count())
                .mapToObj(area::look)
                .flatMap(look -> look.spans().stream())
                .map(Span::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(Stream.of(YamlInk.values()).map(area::paint)).doesNotContain(Color.TRANSPARENT);
    }

    @Test
    void theTextIsNotForWriting(FxRobot robot) {
        robot.clickOn(".yaml-area").write("x").type(KeyCode.DELETE);
        assertThat(view.getText()).isEqualTo(YAML);
    }

    @Test
    void matchesAreCountedAndWalkedThrough(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("cluster");
        assertThat(count(robot)).isEqualTo("1 of 3");
        assertThat(found(3)).containsExactly(new Found(2, 9, true));
        assertThat(found(4)).containsExactly(new Found(20, 27, false));

        robot.type(KeyCode.ENTER);
        assertThat(count(robot)).isEqualTo("2 of 3");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(count(robot)).isEqualTo("3 of 3");
        robot.type(KeyCode.F3);
        assertThat(count(robot)).isEqualTo("1 of 3");
        assertThat(area().selectedText()).isEqualTo("Cluster");
    }

    @Test
    void escapeEndsTheSearchInTheTextAtTheMatch(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("ref").type(KeyCode.ESCAPE);

        assertThat(area().isFocused()).isTrue();
        assertThat(area().selectedText()).isEqualTo("Ref");
        assertThat(robot.lookup(".yaml-query").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(found(3)).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("nowhere");
        assertThat(count(robot)).isEqualTo("Not found");
    }

    @Test
    void theLinesInSightStayThereWhateverChangesAboveThem(FxRobot robot) {
        var lines = IntStream.range(0, 300).mapToObj(i -> "Key" + i + ": value").collect(Collectors.joining("\n"));
        robot.interact(() -> view.setText(lines));
        robot.interact(() -> view.reveal(150));
        var before = inSight();
        assertThat(before).contains("Key149: value").doesNotContain("Key7: value");

        robot.interact(() -> view.setText(lines.replace("Key7: value", "Key7: another value")));
        assertThat(inSight()).isEqualTo(before);
        robot.interact(() -> view.setText(lines.replace("Key7: value", "Key7:\n  - one\n  - another")));
        assertThat(inSight()).isEqualTo(before);
        robot.interact(() -> view.setText(lines.replace("Key7: value\n", "")));
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void whateverIsExchangedLooksAsIfItHadBeenShownAtOnce(FxRobot robot) {
        var random = new Random(4);
        // a scroll bar below the mouse looks different
        robot.moveTo(".yaml-query");
        var parts = List.of("Key: value", "Script: |", "  echo key", "", "Mode: \"0400\"", "  - !Ref Name # why");
        for (var turn = 0; turn < 20; turn++) {
            var text = random.ints(random.nextInt(25), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining("\n"));
            var other = new YamlView();
            robot.interact(() -> {
                view.setText(text);
                other.setText(text);
                // the window may still have the least size that another test gave it
                Theme.dress(new Scene(other, view.getWidth(), view.getHeight()));
                view.goTo(1);
                // no caret to differ by
                view.lookup(".yaml-query").requestFocus();
                assertThat(Arrays.equals(pixels(view), pixels(other))).isTrue();
            });
        }
    }

    @Test
    void theCaretStaysInItsLine(FxRobot robot) {
        robot.interact(() -> view.goTo(5));
        assertThat(view.line().getValue()).isEqualTo(5);
        robot.interact(() -> view.setText("New: line\n" + YAML));
        assertThat(view.line().getValue()).isEqualTo(6);
    }

    @Test
    void whatWasFoundIsFoundInTheNextText(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("cluster").type(KeyCode.ENTER);
        robot.interact(() -> view.setText("Cluster: new\n" + YAML));
        assertThat(count(robot)).endsWith("of 4");
        assertThat(found(1)).containsExactly(new Found(0, 7, false));
        assertThat(found(5)).containsExactly(new Found(20, 27, true));
        robot.interact(
                () -> robot.lookup(".yaml-query").queryAs(TextField.class).clear());
        assertThat(found(5)).isEmpty();
    }

    @Test
    void marksStandBesideTheirLines(FxRobot robot) {
        robot.interact(() -> view.setMarks(new LineMarks(Map.of(4, Change.CHANGED, 6, Change.ADDED), Set.of(3, 4))));
        assertThat(area().look(3).sign()).isEqualTo("~");
        assertThat(area().look(3).isLit()).isTrue();
        assertThat(area().look(2).sign()).isEmpty();
        assertThat(area().look(2).isLit()).isTrue();
        assertThat(area().look(5).sign()).isEqualTo("+");
        assertThat(background(robot, 1)).isEqualTo(Color.WHITE);
        assertThat(background(robot, 3)).isEqualTo(area().paint(YamlInk.LINE_LIT));
        assertThat(background(robot, 4)).isEqualTo(area().paint(YamlInk.LINE_LIT));
        assertThat(background(robot, 6)).isEqualTo(area().paint(YamlInk.LINE_ADDED));

        robot.interact(() -> view.setMarks(LineMarks.NONE));
        assertThat(area().look(3).sign()).isEmpty();
        assertThat(background(robot, 4)).isEqualTo(Color.WHITE);
    }

    @Test
    void aLineThatIsOutOfSightIsPutIntoSight(FxRobot robot) {
        robot.interact(() -> view.setText("Key: value\n".repeat(300)));
        robot.interact(() -> view.reveal(200));
        assertThat(area().isInSight(200)).isTrue();
        assertThat(area().isInSight(1)).isFalse();
        assertThat(view.line().getValue()).isEqualTo(1);
    }

    @Test
    void theBeginningOfALineIsPutIntoSight(FxRobot robot) {
        robot.interact(() -> view.setText("Long: " + "x".repeat(400) + "\nShort: y".repeat(300)));
        robot.type(KeyCode.END);
        assertThat(aside().getValue()).isPositive();

        robot.interact(() -> view.goTo(200));
        assertThat(aside().getValue()).isZero();
    }

    private ScrollBar aside() {
        return view.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    private List<String> inSight() {
        WaitForAsyncUtils.waitForFxEvents();
        return IntStream.range(0, area().lines().count())
                .filter(line -> area().isInSight(line + 1))
                .mapToObj(line -> area().lines().line(line).text())
                .toList();
    }

    private List<Found> found(int line) {
        return area().look(line - 1).found();
    }

    /// What a line stands on, at the right of its text.
    private Color background(FxRobot robot, int line) {
        var colours = new ArrayList<Color>();
        robot.interact(() -> {
            var bounds = (Bounds[]) area().queryAccessibleAttribute(
                            AccessibleAttribute.BOUNDS_FOR_RANGE,
                            area().lines().start(line - 1),
                            area().lines().end(line - 1));
            var middle = area().screenToLocal(bounds[0]).getCenterY();
            colours.add(
                    area().snapshot(null, null).getPixelReader().getColor((int) area().getWidth() - 30, (int) middle));
        });
        return colours.getFirst();
    }

    private static int[] pixels(YamlView view) {
        var image = view.lookup(".yaml-area").snapshot(null, null);
        var pixels = new int[(int) (image.getWidth() * image.getHeight())];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        (int) image.getWidth(),
                        (int) image.getHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        (int) image.getWidth());
        return pixels;
    }

    @Test
    void tabLeavesTheText(FxRobot robot) {
        robot.clickOn(".yaml-area").type(KeyCode.TAB);
        assertThat(area().isFocused()).isFalse();
    }

    private YamlArea area() {
        return (YamlArea) view.lookup(".yaml-area");
    }

    private static String count(FxRobot robot) {
        return robot.lookup(".yaml-count").queryAs(Label.class).getText();
    }
}
