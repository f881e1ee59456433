package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.wizard.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes a picture of every page. `mvn -q test -Dtest=PicturesTest -Dpictures=assets` makes those of the README.
class PicturesTest {
    private final Walker walker = new Walker();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws TimeoutException {
        walker.close();
    }

    @Test
    void everyPageIsPictured() throws TimeoutException {
        EveryPage.openAccount(walker, folder);
        Shown.picture("account");
        walker.press("#actionChoice");
        walker.waitFor("the scenarios", () -> walker.find("#choiceConfirm").isPresent());
        walker.press("#option-no-way-out");
        Shown.pictureAround("#choiceConfirm", "scenarios");
        walker.press("#choiceLeave");
        walker.next();
        walker.write("#stackName", "web");
        Shown.picture("cluster");
        walker.next();
        EveryPage.answerNetwork(walker);
        Shown.picture("network");
        walker.next();
        EveryPage.awaitCompute(walker);
        Shown.picture("compute");
        walker.next();
        EveryPage.awaitChecks(walker);
        Shown.picture("preview");
        walker.press("#showChecks");
        walker.robot()
                .interact(() ->
                        walker.robot().lookup("#passed").<TitledPane>query().setExpanded(true));
        Shown.picture("checks-passed");
        walker.press("#showTemplate");
        walker.press("#choice-instanceType");
        Shown.picture("preview-choice");
        walker.press("#back");
        walker.robot()
                .interact(() -> walker.robot()
                        .lookup("#clusterSize")
                        .<Spinner<?>>query()
                        .increment());
        walker.next();
        walker.waitFor("what is new", () -> walker.find("#changesSummary").isPresent());
        Shown.picture("preview-changes");
        walker.press("#dismissChanges");
        walker.next();
        walker.press("#capabilities");
        Shown.picture("deploy");
        walker.press("#deploy");
        walker.waitFor("the end", () -> walker.find("#deleteStack").isPresent());
        walker.waitFor("the outputs", () -> walker.shows("ClusterName"));
        Shown.picture("complete");
        Shown.picture(1440, 900, "timeline");
        walker.robot().interact(Theme.DARK::use);
        Shown.picture(1440, 900, "timeline-dark");
        walker.robot().interact(Theme.LIGHT::use);
        walker.press("#showTimeline");
        Shown.picture("timeline-narrow");
        walker.press("#showLog");
        assertThat(walker.text("#status")).contains("CREATE_COMPLETE");
        walker.robot().clickOn("Account");
        walker.press("#actionReport");
        walker.waitFor("the requests", () -> walker.rows("#report") > 20);
        Shown.pictureAround("#report", "requests");
    }

    @Test
    void whatTheChecksFindIsPictured() throws TimeoutException {
        walker.open(
                new Start(Optional.empty(), true, Optional.empty(), Optional.of("us-west-2"), Optional.empty()),
                Sandbox.Options.DEFAULT
                        .withRoundTrip(Duration.ofMillis(400))
                        .withScenarios(Set.of(Scenario.NO_WAY_OUT, Scenario.VCPU_QUOTA_EXCEEDED)),
                folder.resolve("web.yaml"));
        walker.next();
        walker.write("#stackName", "web");
        walker.next();
        walker.choose("#vpcId", each -> each.contains("name=main,"));
        walker.tick("#subnets", each -> each.contains("name=main-") && each.contains("us-west-2a"));
        walker.choose("#sourceSecurityGroup", _ -> true);
        walker.next();
        walker.waitUntilComplete();
        walker.waitFor("the failures", () -> walker.text("#checksCount").contains("problem"));
        Shown.picture("checks-count");
        walker.press("#checksCount");
        walker.waitFor("the list", () -> walker.find(".use-instead").isPresent());
        Shown.picture("checks");
        walker.robot().interact(Theme.DARK::use);
        Shown.picture("checks-dark");
        walker.press("#showTemplate");
        Shown.picture("preview-dark");
        walker.press("#showChecks");
        walker.robot().interact(Theme.LIGHT::use);
        walker.press("#checkAgain");
        Shown.picture("checks-running");
        walker.waitFor(
                "the end of the checks", () -> walker.text("#checksCount").contains("problem"));
        walker.next();
        walker.waitFor("what stands in the way", () -> walker.find("#anyway").isPresent());
        Shown.picture("deploy-gate");
        assertThat(walker.find("#deploy")).get().extracting(Node::isDisabled).isEqualTo(true);
    }
}
