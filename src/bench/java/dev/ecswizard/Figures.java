package dev.ecswizard;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, line by line: printed, and kept in `target/figures/` together with what it had to be.
///
/// The environment variable `FIGURES_SLACK` says how many times a limit a figure may be before the run fails, where other
/// work stands beside it; 1 where it is not set. What is missed is said in any case.
public final class Figures {
    private static final double SLACK = Double.parseDouble(System.getenv().getOrDefault("FIGURES_SLACK", "1"));

    private final Path file;
    private final List<String> lines = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /// @param name of the file, without its ending
    public Figures(String name) {
        file = Path.of("target", "figures", name + ".txt");
    }

    public void say(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        lines.add(line);
    }

    /// How much else there is to do for the machine, beside the figures.
    public void sayLoad() {
        say("  load %.1f on %d processors", load(), Runtime.getRuntime().availableProcessors());
    }

    /// Whether the machine had a processor to spare in the last minute.
    public static boolean isQuiet() {
        return load() < Runtime.getRuntime().availableProcessors() - 0.5;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /// Holds a figure against its limit.
    public void atMost(double limit, String what, double value) {
        var holds = value <= limit;
        say("  %-70s %8.2f, at most %.2f%s", what, value, limit, holds ? "" : ": MISSED");
        if (value > limit * SLACK) {
            missed.add(what);
        }
    }

    /// Writes them down.
    ///
    /// @return whether all limits held, as far as they have to
    public boolean keep() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        return missed.isEmpty();
    }

    /// Of values in any order, e.g. 99 for the 99th.
    public static double percentile(double which, List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * which / 100)));
    }
}
