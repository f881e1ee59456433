package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.YamlView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole walks through all pages: the real window on the real sandbox, over HTTP, with only the sandbox's time running
/// faster.
class WalkTest {
    private static final double PACE = 150;

    private final Walker walker = new Walker();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws TimeoutException {
        walker.close();
    }

    private static Start start(Optional<Path> file) {
        return new Start(file, true, Optional.empty(), Optional.of("eu-west-1"), Optional.empty());
    }

    private void walkToPreview(String stackName, String vpc, String subnets) {
        walker.next();
        walker.write("#stackName", stackName);
        walker.next();
        walker.choose("#vpcId", each -> each.contains("name=" + vpc + ","));
        walker.tick("#subnets", each -> each.contains(subnets));
        walker.choose("#sourceSecurityGroup", each -> each.contains("alb") || each.contains("default"));
        walker.next();
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        walker.next();
        walker.waitFor("the template", () -> !template().isEmpty());
    }

    private String template() {
        return walker.find("#template").map(view -> ((YamlView) view).getText()).orElse("");
    }

    private String joining() {
        return walker.find("#joining").map(note -> ((Note) note).getText()).orElse("");
    }

    private void deploy() {
        walker.next();
        walker.press("#capabilities");
        walker.press("#deploy");
    }

    /// Deploys what the checks have warned of.
    private void deployAnyway() {
        walker.next();
        walker.press("#capabilities");
        walker.press("#anyway");
        walker.press("#deploy");
    }

    @Test
    void aClusterComesUpAndItsOutputsAreShown() throws TimeoutException {
        walker.open(start(Optional.empty()), PACE, folder.resolve("walk.yaml"));
        walker.waitFor("the account", () -> walker.shows("123456789012"));
        assertThat(walker.stage().getTitle()).startsWith("ECS Cluster Wizard");
        assertThat(walker.shows("Sandbox: nothing here is real")).isTrue();

        walkToPreview("walk", "main", "main-private");
        assertThat(template()).startsWith("AWSTemplateFormatVersion: \"2010-09-09\"");
        deploy();
        walker.waitFor("the end", () -> walker.text("#status").contains("CREATE_COMPLETE"));
        walker.waitFor("the outputs", () -> walker.shows("ClusterName"));
        walker.waitFor("the hosts", () -> joining().startsWith("All 2 hosts have joined"));
        // two activities with a beginning and an end, and two hosts that came
        assertThat(walker.rows("#events")).isEqualTo(23 + 4 + 2);
    }

    @Test
    void aProductionClusterIsChosenShownSavedAndComesUp() throws Exception {
        var file = folder.resolve("walk.yaml");
        walker.open(start(Optional.empty()), PACE, file);
        walker.next();
        walker.write("#stackName", "shop");
        walker.press("#production");
        walker.next();
        walker.choose("#vpcId", each -> each.contains("name=main,"));
        walker.tick("#subnets", each -> each.contains("main-private"));
        walker.choose("#sourceSecurityGroup", each -> each.contains("alb"));
        walker.next();
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        walker.press("#suggest-m6a-large");
        walker.next();
        walker.waitFor("the template", () -> template().contains("AWS::ECS::CapacityProvider"));
        var shown = template();
        assertThat(shown).contains("AlternateInstanceType1:\n    Type: String\n    Default: m6a.large");
        walker.pick("#exportMenu", "save");
        walker.waitFor("the saved template", () -> Files.exists(folder.resolve("walk.parameters.json")));
        assertThat(file).content().isEqualTo(shown);

        walker.next();
        assertThat(walker.text("#capabilities")).contains("(CAPABILITY_IAM)");
        walker.press("#capabilities");
        walker.press("#deploy");
        walker.waitFor("the end", () -> walker.text("#status").contains("CREATE_COMPLETE"));
        walker.waitFor("the outputs", () -> walker.shows("CapacityProviderName"));
    }

    @Test
    void aProductionFileFillsThePagesThatItIsSavedFrom() throws Exception {
        var sent = folder.resolve("sent.ecscluster");
        Files.copy(Path.of("src/test/resources/dev/ecswizard/clusters/production-spot-arm64.ecscluster"), sent);
        var again = folder.resolve("again.ecscluster");
        walker.open(start(Optional.of(sent)), PACE, again);
        walker.waitFor("the template", () -> template().contains("Default: m7g.large"));
        walker.press("#saveClusterFile");
        walker.waitFor("the saved file", () -> Files.exists(again));

        assertThat(ClusterFile.read(again)).isEqualTo(ClusterFile.read(sent));
        assertThat(template()).isEqualTo(Template.of(ClusterFile.read(sent)).yaml());
    }

    @Test
    void aClusterWithoutAWayOutFailsAndTheCauseIsShown() throws TimeoutException {
        walker.open(start(Optional.empty()), PACE, folder.resolve("walk.yaml"));
        walkToPreview("lost", "isolated", "isolated");
        deployAnyway();
        walker.waitFor("the end", () -> walker.text("#status").contains("ROLLBACK_COMPLETE"));
        walker.waitFor("the last look", () -> walker.find("#deleteStack").isPresent());
        assertThat(walker.find("#cause")).isPresent();
        assertThat(walker.text("#reason")).contains("Received 0 SUCCESS signal(s) out of 2");
    }

    /// Chooses a scenario of the sandbox with the keyboard alone.
    private void chooseScenario(String option) {
        walker.typeUntilFocused(KeyCode.TAB, "#actionChoice");
        walker.type(KeyCode.SPACE);
        walker.waitForFocus("#option-none");
        walker.typeUntilFocused(KeyCode.DOWN, "#option-" + option);
        walker.type(KeyCode.SPACE, KeyCode.ENTER);
    }

    @Test
    void aScenarioIsChosenNamedMetAndSeenInTheRequests() throws TimeoutException {
        walker.open(start(Optional.empty()), PACE, folder.resolve("walk.yaml"));
        walker.waitUntilComplete();
        chooseScenario("role-name-taken");
        walker.waitFor(
                "the scenario's name", () -> walker.shows("Sandbox: nothing here is real. Scenario: Role name taken"));

        walkToPreview("taken", "main", "main-private");
        deployAnyway();
        walker.waitFor("the refusal", () -> walker.text("#status").contains("was not made"));
        assertThat(walker.find("#cause").map(note -> ((Note) note).getText()).orElse(""))
                .contains("ecs-taken-eu-west-1")
                .contains("already exists");

        walker.robot().clickOn("Account");
        walker.press("#actionReport");
        walker.write("#reportFilter", "CreateChangeSet 200");
        walker.waitFor("the request", () -> walker.rows("#report") == 1);
        walker.type(KeyCode.ESCAPE);
        walker.waitFor("the window to close", () -> walker.find("#report").isEmpty());

        chooseScenarioAgain();
    }

    /// Another scenario takes the stack that is shown along.
    private void chooseScenarioAgain() {
        walker.press("#actionChoice");
        walker.press("#option-none");
        walker.press("#choiceConfirm");
        walker.waitFor("the plain notice", () -> walker.shows("Sandbox: nothing here is real"));
        walker.waitUntilComplete();
        assertThat(walker.shows("was not made")).isFalse();
    }

    @Test
    void connectingAgainEndsTheTroubleWithExpiredCredentials() throws TimeoutException {
        walker.open(start(Optional.empty()), PACE, folder.resolve("walk.yaml"));
        walker.waitUntilComplete();
        chooseScenario("credentials-expire");
        walker.waitFor("the scenario's name", () -> walker.text("#noticeText").contains("Credentials expire"));
        walkToPreview("expired", "main", "main-private");
        deploy();
        walker.waitFor(
                "the trouble",
                () -> walker.shows("The credentials have expired.")
                        || walker.find("#trouble")
                                .filter(note -> ((Note) note).getText().contains("expired"))
                                .isPresent());

        walker.robot().clickOn("Account");
        walker.press("#reconnect");
        walker.waitFor("the deployment's end", () -> walker.shows("CREATE_COMPLETE"));
    }

    @Test
    void aClusterFileIsSavedAndOpenedAgain() throws Exception {
        var file = folder.resolve("walk.ecscluster");
        walker.open(start(Optional.empty()), PACE, file);
        walkToPreview("again", "main", "main-private");
        var shown = template();
        walker.press("#saveClusterFile");
        walker.waitFor("the saved file", () -> Files.exists(file));
        walker.close();

        assertThat(Template.of(ClusterFile.read(file)).yaml()).isEqualTo(shown);

        walker.open(start(Optional.of(file)), PACE, folder.resolve("walk.yaml"));
        walker.waitFor("the template", () -> !template().isEmpty());
        assertThat(template()).isEqualTo(shown);
        walker.pick("#exportMenu", "save");
        walker.waitFor("the saved template", () -> Files.exists(folder.resolve("walk.yaml")));
        assertThat(folder.resolve("walk.yaml")).content().isEqualTo(shown);
    }

    @Test
    void whatTheAccountDoesNotKnowOfAFileIsNotDeployed() throws Exception {
        var file = folder.resolve("walk.ecscluster");
        walker.open(start(Optional.empty()), PACE, file);
        walkToPreview("again", "main", "main-private");
        walker.press("#saveClusterFile");
        walker.waitFor("the saved file", () -> Files.exists(file));
        walker.close();

        Files.writeString(file, "keyName: gone\n", StandardOpenOption.APPEND);
        walker.open(start(Optional.of(file)), PACE, folder.resolve("walk.yaml"));
        walker.waitFor("the template", () -> template().contains("KeyName"));
        walker.next();
        walker.waitFor(
                "what is wrong",
                () -> walker.find("#obstacle")
                        .filter(note -> ((Note) note).getText().contains("gone"))
                        .isPresent());
        walker.press("#capabilities");
        assertThat(walker.find("#deploy")).get().extracting(Node::isDisabled).isEqualTo(true);
    }

    @Test
    void theKeyboardAloneIsEnough() throws TimeoutException {
        walker.open(start(Optional.empty()), PACE, folder.resolve("walk.yaml"));
        walker.waitUntilComplete();
        walker.type(KeyCode.ENTER);
        walker.waitForFocus("#stackName");
        walker.robot().write("keys");
        walker.waitUntilComplete();
        walker.type(KeyCode.ENTER);
        walker.waitForFocus("#vpcId");
        walker.robot().write("main");
        walker.waitFor("subnets", () -> walker.rows("#subnets") > 0);
        walker.typeUntilFocused(KeyCode.TAB, "#subnets");
        walker.type(KeyCode.HOME, KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        walker.typeUntilFocused(KeyCode.TAB, "#sourceSecurityGroup");
        walker.robot().write("web");
        walker.waitUntilComplete();
        walker.type(KeyCode.ENTER);
        walker.waitForFocus("#instanceTypeFilter");
        walker.robot().write("m6i.large");
        walker.waitFor("the search", () -> walker.rows("#instanceType") < 10);
        walker.type(KeyCode.ENTER);
        walker.waitUntilComplete();
        walker.robot().push(KeyCode.ALT, KeyCode.N);
        walker.waitFor("the template", () -> template().contains("Default: m6i.large"));
        walker.robot().push(KeyCode.ALT, KeyCode.N);
        walker.waitForFocus("#capabilities");
        walker.type(KeyCode.SPACE);
        walker.typeUntilFocused(KeyCode.TAB, "#deploy");
        walker.type(KeyCode.SPACE);
        walker.waitFor("the end", () -> walker.find("#deleteStack").isPresent());
        assertThat(walker.text("#status")).contains("CREATE_COMPLETE");
    }
}
