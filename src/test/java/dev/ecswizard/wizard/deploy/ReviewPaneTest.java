package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ReviewPaneTest {
    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final ClusterSpec chosen = Specs.sized("web", 3);
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(chosen));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final ObjectProperty<Optional<Template>> template =
            new SimpleObjectProperty<>(Optional.of(Template.of(chosen)));
    private DeployModel model;

    @Start
    void show(Stage stage) {
        var offered = new OfferModel(
                background,
                spec,
                place,
                template,
                new SimpleObjectProperty<>(Optional.empty()),
                new GateModel(ChecksFor.none()));
        model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers());
        Shown.in(
                stage,
                List.of(new DeployPage(
                        model,
                        new RecordModel(
                                background,
                                Shown.noFiles(),
                                InstantSource.system(),
                                model.state(),
                                model.finish().seen()::get),
                        _ -> {})));
    }

    private static Detail detail(String path, String before, String after, boolean isCertain, String cause) {
        return new Detail(
                path.substring(0, path.indexOf('/')), path, before, after, Replacement.NEVER, isCertain, cause);
    }

    private static ResourceChange modified(String id, String type, Replacement replacement, Detail... details) {
        return new ResourceChange(
                Action.MODIFY, id, "physical-" + id, type, replacement, false, List.of("Properties"), List.of(details));
    }

    private void review(FxRobot robot) {
        robot.clickOn("#capabilities").clickOn("#reviewFirst").interact(background::all);
    }

    private void reviewChange(FxRobot robot) {
        var before = Template.of(Specs.standard("web")).yaml();
        stacks.resources.add(new StackResource(
                "AutoScalingGroup",
                "web-group",
                "AWS::AutoScaling::AutoScalingGroup",
                new StackStatus("CREATE_COMPLETE"),
                ""));
        stacks.sizes = Optional.of(new GroupSizes(2, 2, 4));
        stacks.status("CREATE_COMPLETE");
        stacks.changeSets.changes = List.of(
                modified(
                        "AutoScalingGroup",
                        "AWS::AutoScaling::AutoScalingGroup",
                        Replacement.PERHAPS,
                        detail("Properties/DesiredCapacity", "2", "3", true, "ClusterSize"),
                        detail(
                                "Properties/LaunchTemplate/Version",
                                "1",
                                "{{changeSet:KNOWN_AFTER_APPLY}}",
                                false,
                                "LaunchTemplate.LatestVersionNumber")),
                modified(
                        "LaunchTemplate",
                        "AWS::EC2::LaunchTemplate",
                        Replacement.NEVER,
                        detail(
                                "Properties/LaunchTemplateData/InstanceType",
                                "t3.large",
                                "t3.xlarge",
                                true,
                                "InstanceType")),
                modified("SecurityGroup", "AWS::EC2::SecurityGroup", Replacement.CERTAIN),
                new ResourceChange(
                        Action.REMOVE,
                        "OldRole",
                        "old-role",
                        "AWS::IAM::Role",
                        Replacement.NEVER,
                        true,
                        List.of(),
                        List.of()));
        robot.interact(() -> model.offered()
                .known()
                .set(Optional.of(new Known(
                        FakeStacks.ID, "web", before, Map.of("ClusterSize", "2", "ClusterMaxSize", "4"), Map.of()))));
        // wherever the button is just now
        robot.clickOn("#capabilities")
                .interact(() -> robot.lookup("#deploy").queryAs(Button.class).fire())
                .interact(background::all);
    }

    @Test
    void aChangeIsToldInWordsAndResourceByResource(FxRobot robot) {
        assertThat(stacks.changeSets.requests).isEmpty();
        reviewChange(robot);
        assertThat(robot.lookup(".effect").<Label>queryAll())
                .extracting(Label::getText)
                .containsExactly(
                        "2 hosts are replaced, 2 at a time.",
                        "Their tasks stop without draining; new hosts may join after CloudFormation counts them.",
                        "At least 2 hosts stay in service meanwhile.",
                        "The group grows from 2 to 3 hosts.");
        assertThat(robot.lookup(".change-kind").<Label>queryAll())
                .extracting(Label::getText)
                .containsExactly("Removed", "Replaced", "Changed", "Changed");
        assertThat(robot.lookup(".change-value").<Label>queryAll())
                .extracting(Label::getText)
                .contains("t3.large \u2192 t3.xlarge", "1 \u2192 known only later");
        assertThat(robot.lookup("#execute").query().isFocused()).isTrue();
        Shown.kept("deploy-review-change");
    }

    @Test
    void anotherSizeIsAskedForAndReviewed(FxRobot robot) {
        reviewChange(robot);
        robot.clickOn("#discard");
        Shown.kept("deploy-known");
        robot.clickOn("#scale");
        assertThat(robot.lookup("#size").query().isFocused()).isTrue();
        robot.write("3").clickOn("#most").eraseText(4).write("2");
        assertThat(robot.lookup("#reviewSizes").query().isDisabled()).isTrue();
        Shown.kept("deploy-scale");
        robot.eraseText(1).write("5").type(KeyCode.ENTER).interact(background::all);
        assertThat(stacks.changeSets.requests.getLast().parameters()).containsEntry("ClusterSize", Optional.of("3"));
    }

    @Test
    void aFirstCreationIsReviewedBriefly(FxRobot robot) {
        review(robot);
        assertThat(robot.lookup("#changesScroll").query().isVisible()).isFalse();
        assertThat(robot.lookup("#offer").query().isVisible()).isFalse();
        Shown.kept("deploy-review-new");

        robot.clickOn("#keep").clickOn("#execute");
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
    }

    @Test
    void escapeTakesItBack(FxRobot robot) {
        review(robot);
        stacks.status("REVIEW_IN_PROGRESS");
        robot.type(KeyCode.ESCAPE);
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
        assertThat(robot.lookup("#deploy").query().isDisabled()).isFalse();
        assertThat(stacks.calls).contains("delete");
    }

    @Test
    void whatCouldNotBeCarriedOutIsSaidThere(FxRobot robot) {
        review(robot);
        stacks.changeSets.problems.put(
                "execute",
                FakeStacks.problem(CloudProblem.Kind.REFUSED, "InvalidChangeSetStatus", "cannot be executed"));
        robot.clickOn("#execute").interact(background::all);
        assertThat(robot.lookup("#reviewProblem").queryAs(Note.class).getText()).contains("cannot be executed");
        assertThat(robot.lookup("#review").query().isVisible()).isTrue();
    }
}
