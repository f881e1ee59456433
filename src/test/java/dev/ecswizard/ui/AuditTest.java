package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whether what is wrong with a window would be found.
@ExtendWith(WindowExtension.class)
class AuditTest {
    private static final String LONG = "a-name-that-somebody-made-up-and-that-is-far-too-long";

    private final Pane root = new Pane();

    @Start
    void show(Stage stage) {
        var scene = new Scene(root, 400, 300);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Label narrow() {
        var label = new Label(LONG);
        label.setPrefWidth(80);
        return label;
    }

    @Test
    void aTextThatIsCutIsFoundUnlessEyeAndEarAreToldTheWhole(FxRobot robot) {
        var seen = new Button("", narrow());
        var heard = new Button("", narrow());
        var both = new Button("", narrow());
        robot.interact(() -> {
            root.getChildren().add(new VBox(narrow(), seen, heard, both));
            seen.setTooltip(new Tooltip(LONG));
            heard.setAccessibleText("Step: " + LONG);
            both.setTooltip(new Tooltip(LONG));
            both.setAccessibleText("Step: " + LONG);
            root.applyCss();
            root.layout();
            assertThat(Audit.clipped(root)).hasSize(3);
        });
    }

    @Test
    void aLineThatIsCutCanBeReadByPointingAtIt(FxRobot robot) {
        var line = narrow();
        robot.interact(() -> {
            Elision.tell(line, line);
            root.getChildren().add(line);
            root.applyCss();
            root.layout();
            assertThat(line.getTooltip().getText()).isEqualTo(LONG);
            line.setPrefWidth(Label.USE_COMPUTED_SIZE);
            root.layout();
            assertThat(line.getTooltip()).isNull();
        });
    }

    @Test
    void whatNoScrollingLeadsToIsFound(FxRobot robot) {
        robot.interact(() -> {
            var below = new Button("below");
            below.relocate(10, 290);
            var within = new Pane(new Label("far"));
            within.getChildren().getFirst().relocate(10, 2000);
            var scroll = new ScrollPane(within);
            scroll.setPrefSize(100, 100);
            root.getChildren().addAll(below, scroll);
            root.applyCss();
            root.layout();
            assertThat(Audit.unreachable(root)).singleElement().asString().contains("Button");
        });
    }

    @Test
    void whatHasNoNameAndLettersThatLeadToTwoPlacesAreFound(FxRobot robot) {
        robot.interact(() -> {
            root.getChildren().add(new VBox(new TextField(), new Button("_Back"), new Button("_Begin")));
            root.applyCss();
            root.layout();
            assertThat(Audit.unnamed(root)).singleElement().asString().contains("TextField");
            assertThat(Audit.doubleLetters(root)).isEqualTo(List.of("b=[_Back, _Begin]"));
        });
    }
}
