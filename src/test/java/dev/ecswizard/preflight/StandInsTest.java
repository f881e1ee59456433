package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInsTest {
    private static List<InstanceType> all;

    @BeforeAll
    static void read() throws IOException {
        try (var trial = new Trial(_ -> {})) {
            all = trial.cloud
                    .catalog(Trial.REGION)
                    .instanceTypes(List.of(
                            "t2.large",
                            "t3.large",
                            "t3a.large",
                            "t4g.large",
                            "m5.large",
                            "m6i.large",
                            "m6a.large",
                            "c5.large",
                            "c5.xlarge",
                            "c6i.xlarge",
                            "r5.large",
                            "r6i.large",
                            "m7g.large",
                            "g4dn.xlarge",
                            "m5.xlarge"));
        }
    }

    @AfterAll
    static void forget() {
        all = List.of();
    }

    private static Optional<String> nearest(String wanted, Architecture architecture) {
        var known = all.stream().filter(type -> type.name().equals(wanted)).findFirst();
        var others = all.stream().filter(type -> !type.name().equals(wanted)).toList();
        return StandIns.nearest(wanted, known, others, architecture);
    }

    @ParameterizedTest
    @CsvSource({
        "t3.large, X86_64, t3a.large",
        "t9.large, X86_64, t3.large",
        "m5.large, X86_64, m6a.large",
        "c5.xlarge, X86_64, c6i.xlarge",
        "r5.large, X86_64, r6i.large",
        "m9.large, X86_64, m6a.large",
        "g4dn.xlarge, X86_64, m5.xlarge",
        "m7g.large, ARM64, t4g.large"
    })
    void theNearestHasAsManyVcpusAndAsMuchMemory(String wanted, Architecture architecture, String nearest) {
        assertThat(nearest(wanted, architecture)).contains(nearest);
    }

    @Test
    void whereThereIsNoneThereIsNone() {
        assertThat(StandIns.nearest("t3.large", Optional.empty(), List.of(), Architecture.X86_64))
                .isEmpty();
    }

    @Test
    void classicHostsAreNotOfTypesThatLaunchConfigurationsDoNotTake() throws IOException {
        try (var trial = new Trial(_ -> {})) {
            var choices = trial.choices();
            assertThat(StandIns.isCandidate("m7i.large", choices.spec())).isTrue();
            choices.recipe = Recipe.CLASSIC;
            assertThat(StandIns.isCandidate("m7i.large", choices.spec())).isFalse();
            assertThat(StandIns.isCandidate("m6i.large", choices.spec())).isTrue();
            assertThat(StandIns.isCandidate("m6g.large", choices.spec())).isFalse();
            assertThat(StandIns.isCandidate("g4dn.xlarge", choices.spec())).isFalse();
            assertThat(StandIns.isCandidate("t3.large", choices.spec())).isFalse();
        }
    }

    /// Of a catalogue of more than 1,000 types.
    @Test
    void lookingForOneTakesFewCallsToo() throws IOException {
        try (var trial = new Trial(Sandbox.Options.DEFAULT.withRoundTrip(Duration.ZERO), _ -> {})) {
            var choices = trial.choices();
            choices.type = "t9.large";
            var spec = choices.spec();
            var before = trial.sandbox.ledger().entries().size();
            var facts = trial.facts(spec);

            assertThat(trial.sandbox.ledger().entries().size() - before).isLessThanOrEqualTo(40);
            assertThat(facts.standIns())
                    .extracting("answer", InstanceOfAssertFactories.list(InstanceType.class))
                    .hasSizeGreaterThan(20)
                    .allMatch(type -> type.name().endsWith(".large"));
        }
    }
}
