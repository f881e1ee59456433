package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.GrowingLog;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.FakeStacks;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The table of a log long enough that its rows are no longer counted.
@ExtendWith(WindowExtension.class)
class EventTableTest {
    private final LogModel log = new LogModel(ZoneOffset.UTC);
    private final GrowingLog story = new GrowingLog();
    private TableView<StackEvent> table;
    private EventTable events;

    @Start
    void show(Stage stage) {
        table = new TableView<>();
        events = new EventTable(table, log, _ -> {});
        var scene = new Scene(table, 800, 400);
        Theme.dress(scene);
        scene.getStylesheets().add("data:text/css,.table-row-cell:failure .table-cell { -fx-text-fill: red; }");
        stage.setScene(scene);
        stage.show();
    }

    private static StackEvent event(int i) {
        return new StackEvent(
                "e" + i,
                FakeStacks.START.plusMillis(i),
                FakeStacks.ID,
                "Resource" + i,
                "physical",
                "AWS::ECS::Cluster",
                new StackStatus(i % 7 == 0 ? "CREATE_FAILED" : "CREATE_COMPLETE"),
                "reason " + i);
    }

    private void grow(FxRobot robot, int count) {
        var size = story.size();
        var more = IntStream.range(size, size + count)
                .mapToObj(EventTableTest::event)
                .toList();
        robot.interact(() -> log.set(story.look(size, more, Stream.of())));
        layout(robot);
    }

    /// As two frames would, which come when they like.
    private void layout(FxRobot robot) {
        robot.interact(() -> {
            table.applyCss();
            table.layout();
        });
        robot.interact(table::layout);
    }

    private List<TableRow<?>> rows() {
        return table.lookupAll(".table-row-cell").stream()
                .filter(Node::isVisible)
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .filter(row -> !row.isEmpty())
                .sorted(Comparator.comparing(TableRow::getIndex))
                .toList();
    }

    private ScrollBar bar() {
        return table.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    /// What each row says, is where it stands, and what the scroll bar tells, as a table would have it that was made of
    /// these rows at once.
    private void assertShows(FxRobot robot, int first) {
        robot.interact(() -> {
            var flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
            assertThat(rows()).extracting(TableRow::getIndex).startsWith(first);
            for (var row : rows()) {
                var shown = log.shown().get(row.getIndex());
                assertThat(row.getItem()).isEqualTo(shown);
                assertThat(words(row)).contains(shown.logicalId(), shown.reason());
                assertThat(row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("failure")))
                        .isEqualTo(shown.status().isFailure());
                assertThat(row.getLayoutY() - rows().getFirst().getLayoutY()).isEqualTo((row.getIndex() - first) * 28);
            }
            assertThat(rows()).hasSize((int)
                    Math.ceil((flow.getViewportLength() - rows().getFirst().getLayoutY()) / 28));
            assertThat(bar().getMax()).isEqualTo(1);
            assertThat(bar().getValue()).isEqualTo(flow.getPosition());
            assertThat(bar().getVisibleAmount())
                    .isEqualTo(flow.getViewportLength() / (log.shown().size() * 28));
        });
    }

    private static Set<String> words(TableRow<?> row) {
        return row.lookupAll(".table-cell").stream()
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .collect(Collectors.toSet());
    }

    private void assertShowsEnd(FxRobot robot) {
        var flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        var count = (int) Math.ceil(flow.getViewportLength() / 28);
        assertShows(robot, log.shown().size() - count);
        var last = rows().getLast();
        assertThat(last.getLayoutY() + last.getHeight()).isEqualTo(flow.getViewportLength());
        assertThat(events.isBehind().get()).isFalse();
    }

    @Test
    void theEndOfALongLogIsShownAsItGrows(FxRobot robot) {
        grow(robot, 3);
        for (var count : List.of(40, 5000, 1, 1, 700, 5, 3000)) {
            grow(robot, count);
            assertShowsEnd(robot);
        }
    }

    @Test
    void whoGoesUpStaysWhereTheyAreAndComesBack(FxRobot robot) {
        grow(robot, 5000);
        grow(robot, 900);
        robot.interact(table::requestFocus);
        robot.type(KeyCode.HOME);
        layout(robot);
        assertShows(robot, 0);
        grow(robot, 900);
        assertShows(robot, 0);
        assertThat(events.isBehind().get()).isTrue();
        robot.interact(events::goToEnd);
        layout(robot);
        assertShowsEnd(robot);
        grow(robot, 900);
        assertShowsEnd(robot);
        // the first selects the first row in sight
        robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP);
        layout(robot);
        var first = rows().getFirst().getIndex();
        grow(robot, 900);
        assertShows(robot, first);
    }

    @Test
    void aFilterLeavesTheEndInSightAndSoDoesTakingItBack(FxRobot robot) {
        grow(robot, 5000);
        grow(robot, 900);
        for (var filter : List.of("7", "77", "failed", "77", "")) {
            robot.interact(() -> log.filter().set(filter));
            layout(robot);
            assertShowsEnd(robot);
        }
        grow(robot, 900);
        assertShowsEnd(robot);
        robot.interact(() -> log.filter().set("777"));
        layout(robot);
        assertThat(rows()).hasSameSizeAs(log.shown());
        robot.interact(() -> log.filter().set(""));
        layout(robot);
        assertShowsEnd(robot);
        robot.interact(() -> table.getScene().getWindow().setHeight(300));
        layout(robot);
        layout(robot);
        assertShowsEnd(robot);
        grow(robot, 900);
        assertShowsEnd(robot);
    }

    @Test
    void rowsLookLikeTheirEventsInTheFrameThatShowsThem(FxRobot robot) {
        grow(robot, 5000);
        for (var count : List.of(900, 901, 903, 700)) {
            var size = story.size();
            var more = IntStream.range(size, size + count)
                    .mapToObj(EventTableTest::event)
                    .toList();
            robot.interact(() -> {
                log.set(story.look(size, more, Stream.of()));
                table.applyCss();
                table.layout();
                assertThat(rows()).extracting(TableRow::getIndex).endsWith(size + count - 1);
                for (var row : rows()) {
                    assertThat(row.lookupAll(".table-cell"))
                            .allSatisfy(cell -> assertThat(((TableCell<?, ?>) cell)
                                            .getTextFill()
                                            .equals(Color.RED))
                                    .isEqualTo(row.getItem() instanceof StackEvent event
                                            && event.status().isFailure()));
                }
            });
        }
    }

    @Test
    void whatIsSelectedStaysSelectedAsTheLogGrows(FxRobot robot) {
        grow(robot, 5000);
        grow(robot, 900);
        robot.interact(() -> table.getSelectionModel().select(5896));
        grow(robot, 4);
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(event(5896));
        assertThat(rows().stream().filter(TableRow::isSelected).map(TableRow::getIndex))
                .containsExactly(5896);
        grow(robot, 900);
        assertShowsEnd(robot);
        assertThat(rows()).noneMatch(TableRow::isSelected);
        assertThat(events.selectedText()).isEqualTo(log.text(List.of(event(5896))));
    }
}
