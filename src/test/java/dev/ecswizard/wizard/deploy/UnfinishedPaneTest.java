package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.deploy.Entry;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Origin;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Heard;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class UnfinishedPaneTest {
    @TempDir
    private static Path home;

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeEntrance entrance = new FakeEntrance(stacks);
    private UnfinishedModel model;
    private DeployModel deploy;
    private Heard heard;

    @Start
    void show(Stage stage) {
        var journals = new Journals(
                home.resolve("d" + System.identityHashCode(this)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        var request = new ChangeRequest(
                "web",
                true,
                "change-1",
                Optional.of("Resources: {}"),
                Map.of(),
                Optional.of(Map.of()),
                Set.of(),
                "token-1");
        var origin = new Origin("profile:ops", "Profile ops", "123456789012", "eu-west-1", Optional.empty());
        var first = new Entry.Proposing(origin, "web", request, Set.of(), 6);
        try (var journal = journals.begin(first)) {
            journal.write(new Entry.Proposed(
                    new Proposed("arn:aws:cloudformation:eu-west-1:1:changeSet/change-1", FakeStacks.ID)));
        }
        ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        ObjectProperty<Optional<Template>> template = new SimpleObjectProperty<>(Optional.empty());
        ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
        var offered = new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
        var notes = new Notes(new Logbook(Optional.of(journals)), entrance);
        deploy = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers(), notes);
        model = new UnfinishedModel(background, new StepPace(), journals, notes, deploy, () -> {});
        stacks.status("CREATE_IN_PROGRESS").status("CREATE_COMPLETE");
        var scene = new Scene(new UnfinishedPane(model, ZoneOffset.UTC).root(), 760, 260);
        Theme.dress(scene);
        heard = new Heard(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).query().isVisible();
    }

    @Test
    void whatIsOfferedIsSaid(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            model.look();
            robot.lookup("#goOn").query().requestFocus();
        });
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> heard.said()
                        .contains(robot.lookup("#unfinishedText")
                                .queryAs(Label.class)
                                .getText()));
    }

    @Test
    void whatWasLeftIsToldOfAndCarriedOutWithTheKeyboardAlone(FxRobot robot) {
        assertThat(isShown(robot, "#unfinished")).isFalse();
        robot.interact(model::look);
        assertThat(robot.lookup("#unfinishedText").queryAs(Label.class).getText())
                .contains("web", "eu-west-1", "123456789012", "Profile ops", "1 Mar 2026");
        assertThat(robot.lookup("#goOn").queryAs(Button.class).getText()).isEqualTo("Go on with it");
        Shown.kept("unfinished-offered");

        robot.interact(() -> robot.lookup("#goOn").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(isShown(robot, "#carryOut")).isTrue();
        assertThat(isShown(robot, "#goOn")).isFalse();
        assertThat(robot.lookup("#unfinishedEffect").queryAs(Label.class).getText())
                .isNotEmpty();
        Shown.kept("unfinished-asked");

        robot.interact(() -> robot.lookup("#carryOut").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(stacks.changeSets.executed).hasSize(1);
        assertThat(isShown(robot, "#unfinished")).isFalse();
        robot.interact(background::all);
        assertThat(deploy.state().get()).isInstanceOf(State.Ended.class);
    }
}
