package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.wizard.Shown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Spinner;
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
        walker.open(
                new Start(Optional.empty(), true, Optional.empty(), Optional.of("eu-west-1"), Optional.empty()),
                150,
                folder.resolve("web.yaml"));
        walker.waitFor("the account", () -> walker.shows("123456789012"));
        walker.waitFor("the regions", () -> walker.find("#region").isPresent());
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
        walker.choose("#vpcId", each -> each.contains("name=main,"));
        walker.tick("#subnets", each -> each.contains("main-private"));
        walker.choose("#sourceSecurityGroup", each -> each.contains("name=web-alb"));
        Shown.picture("network");
        walker.next();
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        walker.waitUntilComplete();
        Shown.picture("compute");
        walker.next();
        walker.waitFor(
                "the end of the checks", () -> walker.text("#checksCount").equals("All checks passed"));
        Shown.picture("preview");
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
        assertThat(walker.text("#status")).contains("CREATE_COMPLETE");
        walker.robot().clickOn("Account");
        walker.press("#actionReport");
        walker.waitFor("the requests", () -> walker.rows("#report") > 20);
        Shown.pictureAround("#report", "requests");
    }
}
