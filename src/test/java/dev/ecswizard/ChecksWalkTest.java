package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks past the checks in the real window on the real sandbox, in networks that lead nowhere.
class ChecksWalkTest {
    private final Walker walker = new Walker();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws TimeoutException {
        walker.close();
    }

    private void walkToCompute(String stackName, String vpc, String subnets, Scenario... scenarios)
            throws TimeoutException {
        walker.open(
                new Start(Optional.empty(), true, Optional.empty(), Optional.of("us-west-2"), Optional.empty()),
                Sandbox.Options.DEFAULT.withPace(150).withScenarios(Set.of(scenarios)),
                folder.resolve("walk.yaml"));
        walker.next();
        walker.write("#stackName", stackName);
        walker.next();
        walker.choose("#vpcId", each -> each.contains(vpc));
        walker.tick("#subnets", each -> each.contains(subnets));
        walker.choose("#sourceSecurityGroup", _ -> true);
        walker.next();
    }

    private void waitForCount(String words) {
        walker.waitFor(words, () -> walker.text("#checksCount").equals(words));
    }

    private String shownText(String query) {
        return walker.robot().lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void aTakenNameIsSeenReplacedAndTakenBackWithTheKeyboard() throws TimeoutException {
        walkToCompute("web", "name=main,", "name=main-private", Scenario.ROLE_NAME_TAKEN);
        waitForCount("1 problem");
        walker.typeUntilFocused(KeyCode.TAB, "#checksCount");
        walker.type(KeyCode.SPACE);
        walker.waitForFocus(".use-instead");
        assertThat(shownText(".use-instead")).isEqualTo("Use web-2 instead");

        walker.type(KeyCode.SPACE);
        walker.waitForFocus("#undo");
        walker.waitFor("the role of the other name", () -> walker.shows("ecs-web-2-us-west-2"));
        walker.type(KeyCode.SPACE);
        walker.waitFor("the role of the first name", () -> walker.shows("ecs-web-us-west-2"));
        assertThat(walker.find("#used")).isEmpty();

        walker.waitFor(
                "the end",
                () -> walker.find("#findings")
                        .filter(list -> !list.isDisabled())
                        .isPresent());
        walker.typeUntilFocused(KeyCode.TAB, ".go-to");
        walker.type(KeyCode.SPACE);
        walker.waitForFocus("#stackName");
    }

    @Test
    void whatLeadsToATransitGatewayWarnsAndDoesNotHinder() throws TimeoutException {
        walkToCompute("hub", "name=hub,", "name=hub-");
        walker.waitFor("warnings", () -> walker.text("#checksCount").contains("warning"));
        assertThat(walker.text("#checksCount")).doesNotContain("problem");
        walker.next();
        walker.next();
        walker.press("#capabilities");
        assertThat(walker.find("#deploy")).get().extracting(Node::isDisabled).isEqualTo(false);
        assertThat(walker.find("#anyway")).isEmpty();
    }

    @Test
    void aBlackHoleHoldsUpTheDeploymentUntilThePersonInsistsAndAnotherAnswerForgetsThat() throws TimeoutException {
        walkToCompute("retired", "name=retired,", "retired");
        walker.waitFor("problems", () -> walker.text("#checksCount").contains("problem"));
        walker.next();
        walker.next();
        walker.waitForFocus("#anyway");
        walker.type(KeyCode.SPACE);
        walker.typeUntilFocused(KeyCode.TAB, "#capabilities");
        walker.type(KeyCode.SPACE);
        assertThat(walker.find("#deploy")).get().extracting(Node::isDisabled).isEqualTo(false);

        walker.robot().clickOn("Cluster");
        walker.write("#stackName", "retired-too");
        walker.waitFor("problems", () -> walker.text("#checksCount").contains("problem"));
        walker.robot().clickOn("Deploy");
        walker.press("#capabilities");
        assertThat(walker.find("#deploy")).get().extracting(Node::isDisabled).isEqualTo(true);
    }
}
