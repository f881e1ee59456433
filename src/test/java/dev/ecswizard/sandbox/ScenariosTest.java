package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Scenarios together: whatever goes wrong at once, a stack comes to an end and the sandbox never breaks.
class ScenariosTest {
    private static final List<String> PLACES = List.of("main-private*", "main-public*", "main-private-?");

    record Mixture(long seed, Set<Scenario> scenarios, String recipe, String subnets) {}

    /// Each scenario in about half of them; the slow network is left out, since it takes the wall's time.
    static Stream<Mixture> mixtures() {
        return IntStream.rangeClosed(1, 24).mapToObj(number -> {
            var chance = new Random(number);
            var scenarios = EnumSet.allOf(Scenario.class);
            scenarios.removeIf(scenario -> scenario == Scenario.SLOW_NETWORK || chance.nextBoolean());
            return new Mixture(
                    number,
                    scenarios,
                    chance.nextBoolean() ? "classic" : "standard",
                    PLACES.get(chance.nextInt(PLACES.size())));
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void aStackComesToAnEndInWhateverMixture(Mixture mixture) throws Exception {
        var options = Sandbox.Options.DEFAULT.withScenarios(mixture.scenarios()).withSeed(mixture.seed());
        try (var account = new Account(options)) {
            var id = account.create(account.request(mixture.recipe(), "main", mixture.subnets(), "t3.large")
                    .build());
            var stack = account.stack(id);
            assertThat(stack.stackStatus()).isEqualTo(expected(mixture));
            if (stack.stackStatus() == StackStatus.ROLLBACK_COMPLETE) {
                assertThat(account.cause(id)).doesNotContain("cancelled").isNotBlank();
            }

            account.ask(() -> account.stacks().deleteStack(r -> r.stackName(id)));
            account.later(Duration.ofMinutes(2));
            assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
            assertThat(account.sandbox().ledger().entries()).noneMatch(entry -> entry.status() == 500);
        }
    }

    /// Two hosts need four of five vCPUs and find room in other zones; what else is wrong decides.
    private static StackStatus expected(Mixture mixture) {
        var has = mixture.scenarios();
        var fails = has.contains(Scenario.ROLE_NAME_TAKEN)
                || has.contains(Scenario.LAUNCH_CONFIGURATIONS_CLOSED)
                        && mixture.recipe().equals("classic")
                || has.contains(Scenario.NO_WAY_OUT) && mixture.subnets().startsWith("main-private");
        return fails ? StackStatus.ROLLBACK_COMPLETE : StackStatus.CREATE_COMPLETE;
    }
}
