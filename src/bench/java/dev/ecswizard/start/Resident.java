package dev.ecswizard.start;

import dev.ecswizard.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What of a Java program lies in memory, by what it is, as Linux accounts for each of its mappings (proc(5), smaps).
final class Resident {
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ (\\S+) \\S+ \\S+ \\S+\\s*(.*)");
    private static final Pattern FIELD = Pattern.compile("(Rss|Pss|Private_Clean|Private_Dirty): +(\\d+) kB");
    /// Below it lies the heap, as long as its references are compressed (32 GiB).
    private static final long HEAP_END = 32L << 30;

    private static final double KB_PER_MB = 1024;

    private final Map<String, Double> kinds = new TreeMap<>();
    private double shared;
    private double own;

    /// @param process its number
    Resident(long process) throws IOException {
        var kind = "";
        for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(process), "smaps"))) {
            var mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                kind = kind(Long.parseUnsignedLong(mapping.group(1), 16), mapping.group(2), mapping.group(3));
            } else {
                count(kind, line);
            }
        }
    }

    private void count(String kind, String line) {
        var field = FIELD.matcher(line);
        if (field.matches()) {
            var size = Long.parseLong(field.group(2)) / KB_PER_MB;
            switch (field.group(1)) {
                case "Rss" -> kinds.merge(kind, size, Double::sum);
                case "Pss" -> shared += size;
                default -> own += size;
            }
        }
    }

    private static String kind(long start, String rights, String name) {
        if (name.endsWith(".aot")) {
            return "cache of classes";
        }
        if (name.contains("LLVM") || name.contains("gallium") || name.contains("libGL")) {
            return "Mesa and LLVM";
        }
        if (name.endsWith("libjvm.so")) {
            return "the JVM";
        }
        if (name.contains(".so")) {
            return "other libraries";
        }
        if (name.startsWith("/")) {
            return "other files";
        }
        if (name.isEmpty() && Long.compareUnsigned(start, HEAP_END) < 0) {
            return "heap";
        }
        return rights.contains("x") ? "compiled code" : "other memory";
    }

    /// Says how much there is of each kind, and how much the process would free if it ended and how much it would be
    /// charged with if what is shared were shared out.
    void say(Figures figures) {
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> figures.say("    %-68s %8.2f", each.getKey(), each.getValue()));
        figures.say("    %-68s %8.2f", "its own (private)", own);
        figures.say("    %-68s %8.2f", "proportionally shared (PSS)", shared);
    }
}
