package dev.ecswizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a test counted or measured: printed, and kept in `target/figures/`.
public final class KeptFigures {
    private KeptFigures() {}

    /// @param name of the file, without its ending
    public static void say(String name, String format, Object... values) throws IOException {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        var folder = Files.createDirectories(Path.of("target", "figures"));
        Files.writeString(folder.resolve(name + ".txt"), line + "\n");
    }
}
