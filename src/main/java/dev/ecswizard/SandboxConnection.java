package dev.ecswizard;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import dev.ecswizard.ui.Messages;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The way into the sandbox, which begins to run when it is first taken and keeps its stacks until another scenario is
/// chosen or the app ends.
final class SandboxConnection implements Connection, AutoCloseable {
    private static final String REGION = "eu-west-1";
    private static final String ALL_GOES_WELL = "none";

    private final Messages messages = Messages.of(SandboxConnection.class);
    // read on the window's thread, which does not wait for a sandbox that is just starting
    private volatile Sandbox.Options options;
    private volatile Optional<Sandbox> running = Optional.empty();
    private volatile int opened;

    SandboxConnection(Sandbox.Options options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "sandbox";
    }

    @Override
    public String label() {
        return messages.text("sandbox.connection.label");
    }

    @Override
    public Optional<String> notice() {
        return Optional.of(
                options.scenarios().isEmpty()
                        ? messages.text("sandbox.connection.notice")
                        : messages.text("sandbox.connection.scenario", scenarios()));
    }

    private String scenarios() {
        return options.scenarios().stream().map(this::name).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> region() {
        return Optional.of(REGION);
    }

    /// Its stacks end with the app.
    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Optional<String> profile() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
        return running.map(Sandbox::endpoint);
    }

    @Override
    public List<Action> actions() {
        return List.of(choice(), new RequestReport(() -> running.map(Sandbox::ledger)).action());
    }

    private Action choice() {
        var well = new Action.Option(
                ALL_GOES_WELL, messages.text("sandbox.scenario.none"), messages.text("sandbox.meets.none"));
        var current = switch (options.scenarios().size()) {
            case 0 -> ALL_GOES_WELL;
            case 1 -> options.scenarios().iterator().next().id();
            default -> "";
        };
        return new Action.Choice(
                messages.text("sandbox.scenarios.label"),
                messages.text("sandbox.scenarios.lead"),
                messages.text("sandbox.scenarios.warning"),
                messages.text("sandbox.scenarios.confirm"),
                Stream.concat(Stream.of(well), Stream.of(Scenario.values()).map(this::option))
                        .toList(),
                current,
                this::restart);
    }

    private Action.Option option(Scenario scenario) {
        return new Action.Option(scenario.id(), name(scenario), messages.text("sandbox.meets." + scenario.name()));
    }

    private String name(Scenario scenario) {
        return messages.text("sandbox.scenario." + scenario.name());
    }

    /// Begins with a new world at the same address.
    private synchronized void restart(String scenario) {
        options = options.withScenarios(Scenario.of(scenario).map(Set::of).orElse(Set.of()))
                // so that no stack is taken for one that was there before
                .withSeed(options.seed() + 1);
        running.ifPresent(sandbox -> sandbox.restart(options));
    }

    /// Opens it with an access key of its own, which replaces those of before.
    @Override
    public synchronized Cloud open(MfaPrompt mfa) {
        if (running.isEmpty()) {
            try {
                running = Optional.of(Sandbox.start(0, options));
            } catch (IOException problem) {
                throw new CloudProblem(
                        CloudProblem.Kind.UNREACHABLE,
                        "",
                        "",
                        messages.text("sandbox.connection.failed", problem.getMessage()),
                        "",
                        problem);
            }
        }
        opened++;
        return AwsConnections.toEndpoint(
                        id(),
                        label(),
                        notice().orElseThrow(),
                        running.get().endpoint(),
                        REGION,
                        () -> "ASIASANDBOX%09d".formatted(opened))
                .open(mfa);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(Sandbox::close);
        running = Optional.empty();
    }
}
