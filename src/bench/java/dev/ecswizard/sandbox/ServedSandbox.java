package dev.ecswizard.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The product's sandbox in a process of its own, started as a person would start it: with the flags of the system
/// property `run.flags`.
final class ServedSandbox implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final Process process;
    private final URI endpoint;

    ServedSandbox(String... flags) throws IOException {
        var command = new ArrayList<>(List.of(JAVA.resolve("java").toString()));
        command.addAll(List.of(System.getProperty("run.flags", "").split(" ")));
        command.addAll(List.of(flags));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-jar", "target/ecs-cluster-wizard.jar", "--serve-sandbox", "0"));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the sandbox did not start; has the jar been packaged?");
        }
        endpoint = URI.create(line);
    }

    URI endpoint() {
        return endpoint;
    }

    /// @return the answer's body
    /// @throws IOException if it is an error
    String ask(HttpClient client, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(form))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
        return response.body();
    }

    /// A line of Linux's account of the process, such as VmHWM, in MB.
    double memory(String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
    }

    /// How long it had a processor so far, all its threads together, in ms; exact to 10.
    double busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    /// What the heap holds now, the garbage with it, in MB.
    double heap() throws IOException {
        var jcmd = new ProcessBuilder(JAVA.resolve("jcmd").toString(), String.valueOf(process.pid()), "GC.heap_info").start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return java.util.regex.Pattern.compile("used (\\d+)K")
                .matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElse(0)
                / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
