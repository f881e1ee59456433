package dev.ecswizard;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The window's log: the JDK's own logging into files that turn and that only their user can read. Nothing secret goes
/// into them, however fine a level `-Djava.util.logging.config.file` sets: of others than the app and the SDK's line
/// about each request, only warnings are written. At their finest the SDK tells session tokens, and the JDK's HTTP
/// client whole headers.
///
/// Chosen for its start: from nothing to the first line in the file it took 214 ms and Logback 748 ms, medians of 21
/// cold processes each in turn, on two processors with a load of 6 (`LoggingBench`).
final class Log {
    private static final Logger ROOT = Logger.getLogger("");
    private static final int BYTES = 1 << 20;
    private static final int FILES = 3;
    private static final String NAME = "wizard-";

    /// Whose finer words are known to hold no secret.
    private static final List<String> SPEAKERS = List.of("dev.ecswizard", "software.amazon.awssdk.request");

    private Log() {}

    /// Sends what is logged to this user's files instead of the terminal.
    ///
    /// @return the folder they are in
    static Path toFiles() {
        var folder = ofThisUser();
        try {
            var handler = files(folder);
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

    /// Three files of a mebibyte at most, the oldest overwritten.
    static Handler files(Path folder) throws IOException {
        Files.createDirectories(folder);
        var handler = new FileHandler(folder.resolve(NAME + "%u.%g.log").toString(), BYTES, FILES, true);
        var lines = new Lines(folder);
        handler.setFormatter(lines);
        handler.setFilter(lines);
        handler.setLevel(Level.ALL);
        return handler;
    }

    /// Where this user's files are.
    static Path ofThisUser() {
        return folder(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
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

    /// One line a record, in UTC, and the trace of what was thrown. Written without streams and patterns, with which a
    /// cold start is slow.
    private static final class Lines extends Formatter implements Filter {
        private final Path folder;

        Lines(Path folder) {
            this.folder = folder;
        }

        @Override
        public boolean isLoggable(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                return true;
            }
            var speaker = Objects.requireNonNullElse(record.getLoggerName(), "");
            for (var each : SPEAKERS) {
                if (speaker.startsWith(each)
                        && (speaker.length() == each.length() || speaker.charAt(each.length()) == '.')) {
                    return true;
                }
            }
            return false;
        }

        /// Asked for before the first line of each file that is opened, the only moment at which one can be closed to
        /// others.
        @Override
        public String getHead(Handler handler) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try (var files = Files.newDirectoryStream(folder)) {
                    for (var file : files) {
                        if (file.getFileName().toString().startsWith(NAME)) {
                            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                        }
                    }
                } catch (IOException problem) {
                    return problem + "\n";
                }
            }
            return "";
        }

        @Override
        public String format(LogRecord record) {
            var words = String.join(
                    " ",
                    Instant.ofEpochMilli(record.getMillis())
                            .truncatedTo(ChronoUnit.MILLIS)
                            .toString(),
                    record.getLevel().getName(),
                    Objects.requireNonNullElse(record.getLoggerName(), "-"),
                    formatMessage(record));
            return words + "\n" + (record.getThrown() == null ? "" : trace(record.getThrown()));
        }

        private static String trace(Throwable thrown) {
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
