package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.LineMarks.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
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
        assertThat(styles()).contains("yaml-comment", "yaml-key", "yaml-tag", "yaml-string", "yaml-script");
    }

    @Test
    void everyLineIsNumbered(FxRobot robot) {
        var numbers = robot.lookup(".yaml-line").queryAllAs(Label.class).stream()
                .map(number -> number.getText().strip())
                .collect(Collectors.toSet());
        assertThat(numbers).contains("1", "2", "9");
    }

    @Test
    void theTextIsNotForWriting(FxRobot robot) {
        robot.clickOn(".code-area").write("x").type(KeyCode.DELETE);
        assertThat(view.getText()).isEqualTo(YAML);
    }

    @Test
    void matchesAreCountedAndWalkedThrough(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("cluster");
        assertThat(count(robot)).isEqualTo("1 of 3");
        assertThat(styles()).contains("yaml-found", "yaml-found-current");

        robot.type(KeyCode.ENTER);
        assertThat(count(robot)).isEqualTo("2 of 3");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(count(robot)).isEqualTo("3 of 3");
        robot.type(KeyCode.F3);
        assertThat(count(robot)).isEqualTo("1 of 3");
        assertThat(area(robot).getSelectedText()).isEqualTo("Cluster");
    }

    @Test
    void escapeEndsTheSearchInTheTextAtTheMatch(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("ref").type(KeyCode.ESCAPE);

        assertThat(area(robot).isFocused()).isTrue();
        assertThat(area(robot).getSelectedText()).isEqualTo("Ref");
        assertThat(robot.lookup(".yaml-query").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(styles()).doesNotContain("yaml-found-current");
    }

    @Test
    void whatIsNotThereIsSaid(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("nowhere");
        assertThat(count(robot)).isEqualTo("Not found");
    }

    @Test
    void aSmallChangeLeavesTheLinesInSight(FxRobot robot) {
        var lines = IntStream.range(0, 300).mapToObj(i -> "Key" + i + ": value").collect(Collectors.joining("\n"));
        robot.interact(() -> view.setText(lines));
        robot.interact(() -> area(robot).showParagraphAtTop(150));
        WaitForAsyncUtils.waitForFxEvents();
        var before = area(robot).firstVisibleParToAllParIndex();

        robot.interact(() -> view.setText(lines.replace("Key7: value", "Key7: another value")));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(before).isGreaterThan(100);
        assertThat(area(robot).firstVisibleParToAllParIndex()).isEqualTo(before);
    }

    @Test
    void whateverIsExchangedLooksAsIfItHadBeenShownAtOnce(FxRobot robot) {
        var random = new Random(4);
        var parts = List.of("Key: value", "Script: |", "  echo key", "", "Mode: \"0400\"", "  - !Ref Name # why");
        for (var turn = 0; turn < 60; turn++) {
            var text = random.ints(random.nextInt(9), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining("\n"));
            robot.interact(() -> view.setText(text));
            assertThat(area(robot).getText()).isEqualTo(text);
            assertThat(looks(view)).isEqualTo(looksOf(robot, text));
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
        assertThat(styles()).contains("yaml-found", "yaml-found-current");
        robot.interact(
                () -> robot.lookup(".yaml-query").queryAs(TextField.class).clear());
        assertThat(styles()).doesNotContain("yaml-found", "yaml-found-current");
    }

    @Test
    void marksStandBesideTheirLines(FxRobot robot) {
        robot.interact(() -> view.setMarks(new LineMarks(Map.of(4, Change.CHANGED, 6, Change.ADDED), Set.of(3, 4))));
        assertThat(gutter(robot, 4).getText()).contains("4 ~");
        assertThat(gutter(robot, 6).getText()).contains("6 +");
        assertThat(marks(gutter(robot, 4))).contains("changed", "lit");
        assertThat(marks(gutter(robot, 3).getParent())).contains("lit").doesNotContain("changed");

        robot.interact(() -> view.setMarks(LineMarks.NONE));
        assertThat(gutter(robot, 4).getText()).doesNotContain("~");
        assertThat(marks(gutter(robot, 3).getParent())).doesNotContain("lit");
    }

    @Test
    void aLineThatIsOutOfSightIsPutIntoSight(FxRobot robot) {
        var lines = IntStream.range(0, 300).mapToObj(i -> "Key" + i + ": value").collect(Collectors.joining("\n"));
        robot.interact(() -> view.setText(lines));
        robot.interact(() -> view.reveal(200));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(area(robot).allParToVisibleParIndex(199)).isPresent();
        assertThat(view.line().getValue()).isEqualTo(1);
    }

    @Test
    void theBeginningOfALineIsPutIntoSight(FxRobot robot) {
        robot.interact(() -> view.setText("Long: " + "x".repeat(400) + "\nShort: y".repeat(300)));
        robot.type(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(area(robot).estimatedScrollXProperty().getValue()).isPositive();

        robot.interact(() -> view.goTo(200));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(area(robot).estimatedScrollXProperty().getValue()).isZero();
    }

    private static Label gutter(FxRobot robot, int line) {
        return robot.lookup(".yaml-line").queryAllAs(Label.class).stream()
                .filter(each -> each.getText().strip().split(" ")[0].equals(String.valueOf(line)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> marks(Node node) {
        return node.getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .collect(Collectors.toSet());
    }

    private static List<String> looks(YamlView shown) {
        var area = (CodeArea) shown.lookup(".code-area");
        return IntStream.range(0, area.getParagraphs().size())
                .mapToObj(line -> area.getStyleSpans(line).stream()
                        .filter(span -> span.getLength() > 0)
                        .map(span -> span.getLength() + " " + span.getStyle())
                        .toList()
                        .toString())
                .toList();
    }

    private static List<String> looksOf(FxRobot robot, String text) {
        var looks = new ArrayList<String>();
        robot.interact(() -> {
            var other = new YamlView();
            new Scene(other);
            other.setText(text);
            looks.addAll(looks(other));
        });
        return looks;
    }

    @Test
    void tabLeavesTheText(FxRobot robot) {
        robot.clickOn(".code-area").type(KeyCode.TAB);
        assertThat(area(robot).isFocused()).isFalse();
    }

    private Set<String> styles() {
        var styles = new HashSet<String>();
        var area = (CodeArea) view.lookup(".code-area");
        for (StyleSpan<Collection<String>> span : area.getStyleSpans(0, area.getLength())) {
            styles.addAll(span.getStyle());
        }
        return styles;
    }

    private static CodeArea area(FxRobot robot) {
        return robot.lookup(".code-area").queryAs(CodeArea.class);
    }

    private static String count(FxRobot robot) {
        return robot.lookup(".yaml-count").queryAs(Label.class).getText();
    }
}
