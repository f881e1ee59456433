package dev.ecswizard.sandbox;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// How long a sandbox takes until it answers: within a virtual machine that has done nothing before, and from the start
/// of a process. Medians of cold starts.
final class ReadyBench {
    private static final int STARTS = 15;
    private static final String IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final String TYPES = "Action=DescribeInstanceTypes&Version=2016-11-15";

    private ReadyBench() {}

    /// @param busy how long the thread had a processor to itself, which says what other programs' load does not
    private record Start(double wall, double busy) {}

    private record Times(double line, double lineBusy, double answer, double answerBusy, double types, double moreTypes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            var start = started();
            System.out.println(start.wall() + " " + start.busy());
            return;
        }
        var within = IntStream.range(0, STARTS).mapToObj(_ -> inside()).toList();
        say("Sandbox.start, cold", within.stream().mapToDouble(Start::wall).toArray());
        say("of which its thread had a processor", within.stream().mapToDouble(Start::busy).toArray());
        var processes = new ArrayList<Times>();
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i <= STARTS; i++) {
                var times = process(client);
                if (i > 0) {
                    // the client's own classes are loaded by then
                    processes.add(times);
                }
            }
        }
        say("process until its URL is printed", processes.stream().mapToDouble(Times::line).toArray());
        say("of which all its threads had one", processes.stream().mapToDouble(Times::lineBusy).toArray());
        say("process until its first answer", processes.stream().mapToDouble(Times::answer).toArray());
        say("of which all its threads had one", processes.stream().mapToDouble(Times::answerBusy).toArray());
        say("first page of instance types", processes.stream().mapToDouble(Times::types).toArray());
        say("second page of instance types", processes.stream().mapToDouble(Times::moreTypes).toArray());
    }

    /// In this virtual machine, which did nothing before.
    private static Start started() throws IOException {
        var busy = busy();
        var began = System.nanoTime();
        try (var _ = Sandbox.start(0)) {
            var wall = since(began);
            return new Start(wall, busy() - busy);
        }
    }

    private static double busy() throws IOException {
        try (var file = new FileInputStream("/proc/thread-self/schedstat")) {
            return Long.parseLong(new String(file.readAllBytes(), StandardCharsets.US_ASCII).split(" ")[0]) / 1e6;
        }
    }

    private static Start inside() {
        try {
            var process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReadyBench.class.getName(),
                            "once")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ");
            return new Start(Double.parseDouble(said[0]), Double.parseDouble(said[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Times process(HttpClient client) throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var served = new ServedSandbox()) {
            var line = since(began);
            var lineBusy = served.busy();
            served.ask(client, IDENTITY);
            var answer = since(began);
            var answerBusy = served.busy();
            var asked = System.nanoTime();
            served.ask(client, TYPES);
            var types = since(asked);
            asked = System.nanoTime();
            served.ask(client, TYPES);
            return new Times(line, lineBusy, answer, answerBusy, types, since(asked));
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.0f ms, fastest %6.0f, slowest %6.0f, of %d%n",
                what,
                millis[millis.length / 2],
                millis[0],
                millis[millis.length - 1],
                millis.length);
    }
}
