package dev.ecswizard.start;

import dev.ecswizard.Figures;
import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What the app takes when a stack has been made on a walk through all pages and nobody does anything any more.
final class Rest {
    /// In seconds: until what comes after the walk is over.
    private static final int SETTLING = 20;
    /// In seconds.
    private static final int QUIET = 60;

    private Rest() {}

    /// @param label what starts a window with one label, which shows what JavaFX itself does at rest
    /// @param environment as of a user who starts it for the first time
    static void measure(
            Installed installed, List<String> label, Figures figures, Map<String, String> environment, Sandbox sandbox)
            throws IOException, InterruptedException {
        var app = installed.walked(
                "whole",
                "--endpoint-url",
                sandbox.endpoint().toString(),
                "--region",
                "eu-west-1");
        figures.say("After a walk through all pages, with a stack made on the way");
        try (var program = new Program(app, environment)) {
            program.when(line -> line.equals("walked"), 1);
            figures.atMost(250, "MB resident", program.memory("VmRSS"));
            program.resident().say(figures);
            program.count(AtOnce.PULSE, SETTLING);
            var calls = sandbox.ledger().entries().size();
            var busy = program.cpu();
            var threads = program.threads();
            var pulses = program.count(AtOnce.PULSE, QUIET);
            figures.say("  the next %d s, %d s later", QUIET, SETTLING);
            figures.atMost(0, "calls", sandbox.ledger().entries().size() - calls);
            figures.atMost(0, "pulses of JavaFX, which runs its timers on them", pulses);
            var taken = program.cpu() - busy;
            var now = program.threads();
            now.replaceAll((name, time) -> time - threads.getOrDefault(name, 0.0));
            figures.atMost(1.5, "times the processor of a window with one label", taken / atRest(label, environment));
            AtOnce.sayThreads(figures, now);
            figures.say("  %-70s %8.2f", "MB resident, at most so far", program.memory("VmHWM"));
        }
        figures.sayLoad();
    }

    private static double atRest(List<String> label, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (var program = new Program(label, environment)) {
            program.count(AtOnce.PULSE, SETTLING);
            var busy = program.cpu();
            program.count(AtOnce.PULSE, QUIET);
            return program.cpu() - busy;
        }
    }
}
