package dev.ecswizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The window's log file. Nothing secret goes into it.
final class Log {
    private static final Logger ROOT = Logger.getLogger("");
    private static final int BYTES = 1 << 20;
    private static final int FILES = 3;

    private Log() {}

    /// Sends what is logged to files instead of the terminal: three of a mebibyte at most, oldest overwritten.
    ///
    /// @return the folder they are in
    static Path toFiles() {
        var folder = folder(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
        try {
            Files.createDirectories(folder);
            var handler = new FileHandler(folder.resolve("wizard-%u.%g.log").toString(), BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            for (var other : ROOT.getHandlers()) {
                if (other instanceof ConsoleHandler) {
                    ROOT.removeHandler(other);
                }
            }
            ROOT.addHandler(handler);
        } catch (IOException problem) {
            // without a file the terminal keeps the log
            ROOT.log(Level.WARNING, problem, () -> "No log file in " + folder);
        }
        return folder;
    }

    /// Where the system wants logs of this user.
    static Path folder(Map<String, String> environment, Path home, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("ecs-cluster-wizard")
                    .resolve("Logs");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs").resolve("ecs-cluster-wizard");
        }
        var said = environment.getOrDefault("XDG_STATE_HOME", "");
        // the specification has relative paths ignored
        return (said.startsWith("/") ? Path.of(said) : home.resolve(".local").resolve("state"))
                .resolve("ecs-cluster-wizard");
    }
}
