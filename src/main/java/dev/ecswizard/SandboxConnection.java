package dev.ecswizard;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.Messages;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// The way into the sandbox, which begins to run when it is first taken and keeps its stacks until the app ends.
final class SandboxConnection implements Connection, AutoCloseable {
    private static final String REGION = "eu-west-1";

    private final Messages messages = Messages.of(SandboxConnection.class);
    private final Sandbox.Options options;
    // read on the window's thread, which does not wait for a sandbox that is just starting
    private volatile Optional<Sandbox> running = Optional.empty();

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
        return Optional.of(messages.text("sandbox.connection.notice"));
    }

    @Override
    public Optional<String> region() {
        return Optional.of(REGION);
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
        return AwsConnections.toEndpoint(
                        id(), label(), notice().orElseThrow(), running.get().endpoint(), REGION)
                .open(mfa);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(Sandbox::close);
        running = Optional.empty();
    }
}
