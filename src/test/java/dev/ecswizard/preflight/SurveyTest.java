package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the checks cost, and what they need to be allowed.
class SurveyTest {
    private static final Pattern POLICY =
            Pattern.compile("What the checks ask, as a policy:\\s+```json\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void itTakesFewCallsAndLittleTime(Recipe recipe) throws IOException {
        try (var trial = new Trial(Sandbox.Options.DEFAULT.withRoundTrip(Duration.ofMillis(100)), _ -> {})) {
            var choices = trial.choices();
            choices.recipe = recipe;
            var spec = choices.spec();
            trial.facts(spec);
            var before = trial.sandbox.ledger().entries().size();
            var start = System.nanoTime();
            trial.findings(spec);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(trial.sandbox.ledger().entries().size() - before).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void thePolicyInTheReadmeIsWhatIsAsked() throws IOException {
        var asked = new TreeSet<String>();
        try (var trial = new Trial(_ -> {})) {
            for (var recipe : Recipe.values()) {
                var choices = trial.choices();
                choices.recipe = recipe;
                choices.source = recipe == Recipe.PRODUCTION ? ImageSource.SSM : ImageSource.PINNED;
                var before = trial.sandbox.ledger().entries().size();
                trial.findings(choices.spec());
                // a stack that is changed is asked what is its own
                Survey.of(trial.cloud, choices.spec(), Optional.of("web"), InstantSource.system());
                trial.sandbox.ledger().entries().stream()
                        .skip(before)
                        .forEach(entry -> asked.add(
                                entry.call().service() + ":" + entry.call().action()));
            }
        }
        assertThat(asked).noneMatch(action -> !action.matches("[a-z0-9]+:(Describe|Get|List|Simulate|Validate).*"));
        var published = POLICY.matcher(Files.readString(Path.of("README.md")));
        assertThat(published.find()).isTrue();
        assertThat(published.group(1)).isEqualTo(policy(asked));
    }

    private static String policy(TreeSet<String> actions) {
        return actions.stream()
                .map(action -> "        \"" + action + "\"")
                .collect(Collectors.joining(",\n", """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Effect": "Allow",
                              "Action": [
                        """, """

                              ],
                              "Resource": "*"
                            }
                          ]
                        }
                        """));
    }

    @Test
    void itIsGivenUpWhenAnAnswerChanges() throws Exception {
        try (var trial = new Trial(Sandbox.Options.DEFAULT, _ -> {});
                var slow = new Trial(Sandbox.Options.DEFAULT.withRoundTrip(Duration.ofSeconds(20)), _ -> {})) {
            var spec = trial.choices().spec();
            var end = new CompletableFuture<Facts>();
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    end.complete(Survey.of(slow.cloud, spec, InstantSource.system()));
                } catch (RuntimeException problem) {
                    end.completeExceptionally(problem);
                }
            });
            thread.interrupt();

            assertThat(end)
                    .failsWithin(5, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            CloudProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.CANCELLED));
        }
    }
}
