package dev.ecswizard.wizard.deploy;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.Stacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A sandbox in a process of its own, and a third party that looks at a stack in it four times a second: to have an
/// event's time as that of its first answer confirmed by somebody else.
final class Paced implements AutoCloseable {
    static final String REGION = "eu-west-1";

    private static final String WITNESS = "witness";

    private final Process process;
    private final BufferedReader said;
    private final URI endpoint;
    private final Cloud cloud;
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();
    private Optional<Thread> witness = Optional.empty();

    /// When CloudFormation was asked what.
    record Read(Instant at, String action) {}

    Paced(double pace) throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ecswizard.sandbox.PacedSandbox",
                        String.valueOf(pace))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        endpoint = URI.create(said.readLine());
        cloud = cloud(WITNESS);
    }

    URI endpoint() {
        return endpoint;
    }

    /// Its account, seen with an access key.
    Cloud cloud(String accessKey) {
        return AwsConnections.toEndpoint(accessKey, accessKey, "", endpoint, REGION, () -> accessKey)
                .open((_, _) -> Optional.empty());
    }

    /// Begins to look at a stack, as soon as it is there.
    void watch(String stackName) {
        witness = Optional.of(Thread.ofVirtual().start(() -> {
            var stacks = cloud.stacks(REGION);
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    var events = stacks.events(stackName, Optional.empty()).events();
                    var now = Instant.now();
                    events.forEach(event -> answered.putIfAbsent(event.id(), now));
                } catch (CloudProblem _) {
                    // not there yet
                }
                try {
                    Thread.sleep(250);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }));
    }

    /// From each event's time to the witness's first sight of it, in seconds.
    List<Double> witnessed(List<StackEvent> events) {
        return events.stream()
                .filter(event -> answered.containsKey(event.id()))
                .map(event -> Seen.seconds(event.time(), answered.get(event.id())))
                .toList();
    }

    /// What happened to a stack since it was begun with, oldest first.
    List<StackEvent> events(String stackName) {
        var all = new ArrayList<StackEvent>();
        var page = Optional.<String>empty();
        do {
            var answer = cloud.stacks(REGION).events(stackName, page);
            all.addAll(answer.events());
            page = answer.next();
        } while (page.isPresent());
        return all.reversed().stream()
                .dropWhile(event -> !event.status().name().equals("CREATE_IN_PROGRESS"))
                .toList();
    }

    Stacks stacks(String accessKey) {
        return cloud(accessKey).stacks(REGION);
    }

    /// What was read with an access key, in order.
    List<Read> reads(String accessKey) throws IOException {
        process.getOutputStream().write((accessKey + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        var reads = new ArrayList<Read>();
        for (var line = said.readLine(); !line.isEmpty(); line = said.readLine()) {
            var words = line.split(" ");
            reads.add(new Read(Instant.ofEpochMilli(Long.parseLong(words[0])), words[1]));
        }
        return reads;
    }

    @Override
    public void close() {
        witness.ifPresent(Thread::interrupt);
        process.destroy();
        process.onExit().join();
    }
}
