package dev.ecswizard.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A program that runs, and what it says line by line.
final class Program implements AutoCloseable {
    /// Linux counts processor time in hundredths of a second.
    private static final double TICKS = 100;

    /// @param wall since the program was started, in seconds
    /// @param cpu how long it had a processor, all its threads together, in seconds
    /// @param threads the same of those threads that are there, by name; those of one name together
    record Moment(double wall, double cpu, Map<String, Double> threads) {}

    private final List<String> said = new ArrayList<>();
    private final long began;
    private final Process process;
    private final BufferedReader lines;

    /// Starts it, with nothing of the environment but what is given.
    Program(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        began = System.nanoTime();
        process = builder.start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Reads on until so many more lines fit.
    ///
    /// @throws IOException with all that was said if it ends before
    Moment when(Predicate<String> fits, int times) throws IOException {
        for (var left = times; left > 0; ) {
            var line = lines.readLine();
            if (line == null) {
                throw new IOException("It ended and had said\n" + String.join("\n", said));
            }
            said.add(line);
            left -= fits.test(line) ? 1 : 0;
        }
        return new Moment((System.nanoTime() - began) / 1e9, cpu(), threads());
    }

    /// Reads on for as long as a deadline allows and there is something to read.
    ///
    /// @return how many lines fitted
    int count(Predicate<String> fits, double seconds) throws IOException, InterruptedException {
        var until = System.nanoTime() + (long) (seconds * 1e9);
        var found = 0;
        while (System.nanoTime() < until) {
            if (lines.ready()) {
                found += fits.test(lines.readLine()) ? 1 : 0;
            } else {
                Thread.sleep(20);
            }
        }
        return found;
    }

    /// The last line that it said.
    String last() {
        return said.getLast();
    }

    /// In seconds.
    double cpu() throws IOException {
        var fields = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /// In seconds, by name.
    Map<String, Double> threads() throws IOException {
        var all = new TreeMap<String, Double>();
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (var task : tasks.toList()) {
                try {
                    var name = Files.readString(task.resolve("comm")).strip();
                    var nanos = Files.readString(task.resolve("schedstat")).split(" ")[0];
                    all.merge(name, Long.parseLong(nanos) / 1e9, Double::sum);
                } catch (NoSuchFileException _) {
                    // it has just ended
                }
            }
        }
        return all;
    }

    /// A line of Linux's account of the process, such as VmRSS, in MB.
    double memory(String name) throws IOException {
        var status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
        var found = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB").matcher(status);
        if (!found.find()) {
            throw new IOException("There is no " + name + " in\n" + status);
        }
        return Long.parseLong(found.group(1)) / 1024.0;
    }

    Resident resident() throws IOException {
        return new Resident(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
