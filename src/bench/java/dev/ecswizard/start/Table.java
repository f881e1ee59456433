package dev.ecswizard.start;

import dev.ecswizard.Figures;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.protocol.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// From the start of the process until all instance types of a region are there: in the app's table, for which it is
/// walked through the pages before it, and in a script on boto3 that makes the same calls one after the other. Both ask
/// the same sandbox, which runs in this process.
final class Table {
    private static final String PYTHON = Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");
    private static final String LAST = "DescribeInstanceTypes";
    private static final String SAID = "types ";

    private final Installed installed;
    private final Figures figures;
    private final Callable<Map<String, String>> environment;
    private final Sandbox sandbox;

    /// @param environment of a user who starts either of them for the first time
    Table(Installed installed, Figures figures, Callable<Map<String, String>> environment, Sandbox sandbox) {
        this.installed = installed;
        this.figures = figures;
        this.environment = environment;
        this.sandbox = sandbox;
    }

    void measure(int rounds) throws Exception {
        figures.say("From the start of the process to all instance types of a region, %d rounds in turn", rounds);
        figures.sayLoad();
        var app = installed.walked(
                "types",
                "--endpoint-url",
                sandbox.endpoint().toString(),
                "--region",
                "eu-west-1");
        var asked = sandbox.ledger().entries().size();
        var said = run(app).said();
        var calls = calls(sandbox.ledger().entries().subList(
                asked, sandbox.ledger().entries().size()));
        var script = Stream.concat(
                        Stream.of(PYTHON, ".ci/same_calls.py", sandbox.endpoint().toString()),
                        calls.stream()
                                .flatMap(call -> Stream.of(
                                        call.call().service(), call.call().action(), call.call().region())))
                .toList();
        var same = run(script).said();
        if (!same.equals(said)) {
            throw new IOException("The app says " + said + ", the script " + same);
        }
        var ofApp = new ArrayList<Program.Moment>();
        var ofScript = new ArrayList<Program.Moment>();
        for (var round = 0; round < rounds; round++) {
            ofApp.add(run(app).moment());
            ofScript.add(run(script).moment());
        }
        figures.say("  %s, %d calls", said, calls.size());
        AtOnce.say(figures, "boto3", ofScript);
        AtOnce.say(figures, "the app, packaged", ofApp);
        figures.atMost(
                1.5,
                "the app / boto3",
                AtOnce.median(ofApp, Program.Moment::wall) / AtOnce.median(ofScript, Program.Moment::wall));
        figures.sayLoad();
    }

    private record Answer(String said, Program.Moment moment) {}

    private Answer run(List<String> command) throws Exception {
        try (var program = new Program(command, environment.call())) {
            // what JavaFX writes of its pulses has no line of its own
            var moment = program.when(line -> line.contains(SAID), 1);
            return new Answer(program.last().substring(program.last().indexOf(SAID)), moment);
        }
    }

    /// Those that the table needed, in the order in which they were asked; what is asked later is for other pages.
    private static List<Ledger.Entry> calls(List<Ledger.Entry> entries) {
        var inOrder = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.call().time()))
                .toList();
        var last = inOrder.size() - 1;
        while (!inOrder.get(last).call().action().equals(LAST)) {
            last--;
        }
        return inOrder.subList(0, last + 1);
    }
}
