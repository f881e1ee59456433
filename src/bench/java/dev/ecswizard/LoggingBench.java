package dev.ecswizard;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// What the first line in a log file costs at the start of a process: with the JDK's logging as the app sets it up, and
/// with Logback into files that turn alike, set up by calls, without a configuration file to find and to read. Processes
/// in turn, so that a load of the machine hits all alike; one kind logs nothing.
///
/// `mvn -Pbench,logback -Dbench.class=dev.ecswizard.LoggingBench`
final class LoggingBench {
    private static final int STARTS = 21;
    private static final List<String> KINDS = List.of("nothing", "jdk", "logback");

    private LoggingBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            var began = System.nanoTime();
            log(arguments[0], Path.of(arguments[1]));
            System.out.println((System.nanoTime() - began) / 1e6);
            return;
        }
        var inside = KINDS.stream().collect(Collectors.toMap(kind -> kind, _ -> new ArrayList<Double>()));
        var whole = KINDS.stream().collect(Collectors.toMap(kind -> kind, _ -> new ArrayList<Double>()));
        var folder = Files.createTempDirectory("logging");
        for (var start = 0; start <= STARTS; start++) {
            for (var kind : KINDS) {
                var began = System.nanoTime();
                var took = started(kind, folder.resolve(kind + start));
                var process = (System.nanoTime() - began) / 1e6;
                // the first reads from the disk
                if (start > 0) {
                    inside.get(kind).add(took);
                    whole.get(kind).add(process);
                }
            }
        }
        for (var kind : KINDS) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s until the line is in the file: median %5.1f ms; the whole process: median %5.1f ms; of %d%n",
                    kind,
                    median(inside.get(kind)),
                    median(whole.get(kind)),
                    STARTS);
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double started(String kind, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(kind),
                        LoggingBench.class.getName(),
                        kind,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(kind + " failed");
        }
        return Double.parseDouble(said);
    }

    /// What SLF4J finds is what it takes: one of the two, never both.
    private static String classPath(String kind) {
        var others = kind.equals("logback") ? "slf4j-jdk14" : "logback";
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.contains(others))
                .collect(Collectors.joining(":"));
    }

    private static void log(String kind, Path folder) throws IOException {
        switch (kind) {
            case "jdk" -> {
                var root = Logger.getLogger("");
                root.removeHandler(root.getHandlers()[0]);
                root.addHandler(Log.files(folder));
                System.getLogger("dev.ecswizard.App").log(System.Logger.Level.INFO, "begins");
            }
            case "logback" -> Logback.log(folder);
            default -> {}
        }
        if (!kind.equals("nothing") && isEmpty(folder)) {
            throw new IllegalStateException(kind + " wrote nothing");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.toFile().length() > 0);
        }
    }

    /// Apart, since it can not be loaded where there is no Logback.
    private static final class Logback {
        static void log(Path folder) {
            var context = (LoggerContext) LoggerFactory.getILoggerFactory();
            context.reset();
            context.getLogger("ROOT").addAppender(appender(context, folder));
            context.getLogger("dev.ecswizard.App").info("begins");
        }

        private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path folder) {
            var appender = new RollingFileAppender<ILoggingEvent>();
            appender.setContext(context);
            appender.setFile(folder.resolve("wizard.log").toString());
            var files = new FixedWindowRollingPolicy();
            files.setContext(context);
            files.setParent(appender);
            files.setFileNamePattern(folder.resolve("wizard.%i.log").toString());
            files.setMaxIndex(2);
            files.start();
            var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
            size.setContext(context);
            size.setMaxFileSize(new FileSize(1 << 20));
            size.start();
            var encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %level %logger %msg%n%ex");
            encoder.start();
            appender.setRollingPolicy(files);
            appender.setTriggeringPolicy(size);
            appender.setEncoder(encoder);
            appender.start();
            return appender;
        }
    }
}
