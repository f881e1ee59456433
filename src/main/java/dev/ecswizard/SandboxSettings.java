package dev.ecswizard;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How the sandbox of this start behaves, as the command line has it.
final class SandboxSettings {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            descriptionKey = "scenario",
            converter = ScenarioName.class,
            completionCandidates = ScenarioName.class)
    private List<Scenario> scenarios = List.of();

    @Option(names = "--round-trip", paramLabel = "MS", descriptionKey = "roundTrip")
    private Integer roundTrip;

    @Option(names = "--pace", paramLabel = "N", descriptionKey = "pace")
    private Double pace;

    boolean areGiven() {
        return !scenarios.isEmpty() || roundTrip != null || pace != null;
    }

    /// @throws ParameterException for a number out of bounds
    Sandbox.Options options() {
        var options = Sandbox.Options.DEFAULT
                .withSeed(ThreadLocalRandom.current().nextLong())
                .withScenarios(Set.copyOf(scenarios));
        if (roundTrip != null) {
            if (roundTrip < 0 || roundTrip > 60_000) {
                throw wrong("roundTrip.rule", roundTrip);
            }
            options = options.withRoundTrip(Duration.ofMillis(roundTrip));
        }
        if (pace != null) {
            if (!(pace >= 1 && pace <= 1000)) {
                throw wrong("pace.rule", pace);
            }
            options = options.withPace(pace);
        }
        return options;
    }

    private ParameterException wrong(String key, Number value) {
        return new ParameterException(command.commandLine(), Main.words(key, value));
    }
}
