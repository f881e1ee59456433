package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxConnectionTest {
    private static final String TEMPLATE = """
            Resources:
              Cluster:
                Type: AWS::ECS::Cluster
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private final SandboxConnection connection = new SandboxConnection(Sandbox.Options.DEFAULT.withClock(now::get));

    @AfterEach
    void close() {
        connection.close();
    }

    private Cloud open() {
        return connection.open((_, _) -> Optional.empty());
    }

    private Action.Choice choice() {
        return (Action.Choice) connection.actions().getFirst();
    }

    private Action.Report report() {
        return (Action.Report) connection.actions().getLast();
    }

    private static String create(Cloud cloud) {
        return propose(cloud).stackId();
    }

    private static Proposed propose(Cloud cloud) {
        return cloud.stacks("eu-west-1")
                .changeSets()
                .propose(new ChangeRequest(
                        "web",
                        true,
                        "first",
                        Optional.of(TEMPLATE),
                        Map.of(),
                        Optional.of(Map.of()),
                        Set.of(),
                        "token"));
    }

    @Test
    void otherToolsAreToldItsEndpointOnceItRuns() {
        assertThat(connection.endpoint()).isEmpty();

        try (var _ = open()) {
            assertThat(connection.profile()).isEmpty();
            assertThat(connection.endpoint())
                    .hasValueSatisfying(
                            url -> assertThat(url.toString()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*"));
        }
    }

    @Test
    void everyScenarioIsOfferedInWords() {
        assertThat(choice().options()).hasSize(Scenario.values().length + 1).allSatisfy(option -> {
            assertThat(option.name()).isNotBlank();
            assertThat(option.description()).endsWith(".");
        });
        assertThat(choice().current()).isEqualTo("none");
        assertThat(connection.notice()).contains("Sandbox: nothing here is real");
    }

    @Test
    void anotherScenarioBeginsAnewAtTheSameAddressAndIsNamed() {
        try (var cloud = open()) {
            create(cloud);
            var before = connection.endpoint();
            assertThat(cloud.stacks("eu-west-1").list())
                    .extracting(StackSummary::name)
                    .containsExactly("web");

            choice().take().accept("vcpu-quota-exceeded");

            assertThat(connection.endpoint()).isEqualTo(before);
            assertThat(cloud.stacks("eu-west-1").list()).isEmpty();
            assertThat(choice().current()).isEqualTo("vcpu-quota-exceeded");
            assertThat(connection.notice()).contains("Sandbox: nothing here is real. Scenario: vCPU quota exceeded");

            choice().take().accept("none");
            assertThat(connection.notice()).contains("Sandbox: nothing here is real");
        }
    }

    @Test
    void aStackIsNeverTakenForOneOfTheWorldBefore() {
        try (var cloud = open()) {
            var first = create(cloud);
            choice().take().accept("no-capacity");
            assertThat(create(cloud)).isNotEqualTo(first);
        }
    }

    @Test
    void severalScenariosAreNamedAndNoneOfThemIsTheOneInForce() {
        try (var both = new SandboxConnection(
                Sandbox.Options.DEFAULT.withScenarios(Set.of(Scenario.THROTTLED, Scenario.NO_WAY_OUT)))) {
            assertThat(both.notice())
                    .contains("Sandbox: nothing here is real. Scenario: Subnets without a way out, Throttled");
            assertThat(((Action.Choice) both.actions().getFirst()).current()).isEmpty();
        }
    }

    @Test
    void requestsAreShownWithoutValues() {
        assertThat(report().rows().get()).isEmpty();
        try (var cloud = open()) {
            create(cloud);
            var row = report().rows().get().getFirst();
            assertThat(row.cells()).hasSameSizeAs(report().columns());
            assertThat(row.cells().subList(1, 7))
                    .containsExactly(
                            "cloudformation",
                            "CreateChangeSet",
                            "eu-west-1",
                            "Capabilities, ChangeSetName, ChangeSetType, ClientToken, Parameters, StackName, Tags, TemplateBody",
                            "200",
                            "");
            assertThat(row.cells().get(7)).matches("\\d+ ms");
            assertThat(row.cells().getLast()).isEqualTo("ASIA\u20260001");
            assertThat(String.join(" ", row.cells())).doesNotContain("web", "token");
        }
    }

    @Test
    void connectingAnewIsWhatExpiredCredentialsWant() {
        choice().take().accept("credentials-expire");
        try (var cloud = open()) {
            var proposed = propose(cloud);
            now.updateAndGet(instant -> instant.plusSeconds(10));
            cloud.stacks("eu-west-1").changeSets().execute(proposed.changeSet(), false, "run");
            now.updateAndGet(instant -> instant.plusSeconds(10));
            assertThatThrownBy(() -> cloud.stacks("eu-west-1").list())
                    .isInstanceOfSatisfying(
                            CloudProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.EXPIRED));
            try (var again = open()) {
                assertThat(again.stacks("eu-west-1").list()).hasSize(1);
                assertThat(cloud.stacks("eu-west-1").list()).hasSize(1);
            }
        }
    }
}
