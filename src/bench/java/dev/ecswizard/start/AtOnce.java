package dev.ecswizard.start;

import dev.ecswizard.Figures;
import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// How soon the app is there: from the start of its process to the second frame, as its package installs it and from
/// the class path, beside a window with one label on the same runtime; and what it takes of the machine while it is
/// open. What runs next to what is interleaved.
///
/// The frames are those that JavaFX itself tells of. Needs the app image of `packaging/linux/build` and Xvfb.
final class AtOnce {
    /// JavaFX's line for a frame that has been painted.
    private static final Predicate<String> FRAME = line -> line.contains("): Painting");
    /// And for whatever its timers make it look at.
    static final Predicate<String> PULSE = line -> line.startsWith("PULSE");

    /// What is started.
    private enum Kind {
        LABEL("(a) a window with one label"),
        PACKAGED("(b) the app, packaged"),
        CLASS_PATH("(c) the app from the class path");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Figures figures = new Figures("at-once");
    private final Path folder = Files.createTempDirectory("at-once");
    private final Installed installed = new Installed(Path.of("target", "app", "ecs-cluster-wizard"));
    private final Map<Kind, List<String>> commands = new EnumMap<>(Kind.class);
    private final Screen screen = new Screen();

    private AtOnce() throws IOException {}

    /// @param arguments how many rounds
    public static void main(String[] arguments) throws Exception {
        var bench = new AtOnce();
        try (bench.screen) {
            bench.run(arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]));
        }
        if (!bench.figures.keep()) {
            System.exit(1);
        }
    }

    private void run(int rounds) throws Exception {
        commands.put(Kind.LABEL, label());
        commands.put(Kind.PACKAGED, installed.app());
        commands.put(
                Kind.CLASS_PATH,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + ":" + Path.of("target", "lib", "*"),
                        "dev.ecswizard.Main"));
        figures.say("From the start of the process to the second frame, %d rounds in turn", rounds);
        figures.sayLoad();
        var moments = new EnumMap<Kind, List<Program.Moment>>(Kind.class);
        for (var kind : Kind.values()) {
            // what is read for the first time comes from the disk
            start(kind);
            moments.put(kind, new ArrayList<>());
        }
        for (var round = 0; round < rounds; round++) {
            for (var kind : Kind.values()) {
                moments.get(kind).add(start(kind));
            }
        }
        moments.forEach((kind, all) -> say(figures, kind.words, all));
        var packaged = median(moments.get(Kind.PACKAGED), Program.Moment::wall);
        figures.atMost(1.5, "b / a", packaged / median(moments.get(Kind.LABEL), Program.Moment::wall));
        figures.atMost(0.45, "b / c", packaged / median(moments.get(Kind.CLASS_PATH), Program.Moment::wall));
        figures.sayLoad();
        try (var sandbox = Sandbox.start(0)) {
            new Table(installed, figures, () -> account("table"), sandbox).measure(rounds);
            Rest.measure(installed, commands.get(Kind.LABEL), figures, account("rest"), sandbox);
        }
    }

    static void say(Figures figures, String what, List<Program.Moment> all) {
        var walls = all.stream().map(Program.Moment::wall).toList();
        figures.say(
                "  %-34s median %5.2f s, %5.2f to %5.2f; processor %5.2f s",
                what,
                Figures.percentile(50, walls),
                Figures.percentile(0, walls),
                Figures.percentile(100, walls),
                median(all, Program.Moment::cpu));
        sayThreads(figures, all.getLast().threads());
    }

    /// Says which threads had a processor longest, as Linux abbreviates their names.
    static void sayThreads(Figures figures, Map<String, Double> threads) {
        figures.say(
                "    %s",
                threads.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(5)
                        .map(thread -> String.format(Locale.ROOT, "%s %.2f", thread.getKey(), thread.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private Program.Moment start(Kind kind) throws IOException {
        try (var program = new Program(commands.get(kind), environment(kind.name()))) {
            return program.when(FRAME, 2);
        }
    }

    /// A user who starts it for the first time, on a screen without a graphics card.
    private Map<String, String> environment(String user) throws IOException {
        var home = Files.createTempDirectory(folder, user);
        var environment = new HashMap<String, String>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", home.toString());
        environment.put("DISPLAY", screen.name());
        environment.put("LANG", "C.UTF-8");
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavafx.pulseLogger=true -Djavafx.pulseLogger.threshold=-1 -Dprism.order=sw -Duser.home=" + home);
        return environment;
    }

    /// The same user with an account.
    Map<String, String> account(String user) throws IOException {
        var environment = environment(user);
        environment.put("AWS_ACCESS_KEY_ID", "sandbox");
        environment.put("AWS_SECRET_ACCESS_KEY", "sandbox");
        return environment;
    }

    private List<String> label() throws IOException, InterruptedException {
        var jar = folder.resolve("label.jar");
        var cache = folder.resolve("label.aot");
        var classes = Path.of("target", "test-classes");
        var made = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar.toString(), "-C", classes.toString(),
                        Label.class.getName().replace('.', '/') + ".class");
        var trained = new ProcessBuilder(installed.training(jar, Label.class, cache)).redirectErrorStream(true);
        trained.environment().putAll(environment("training"));
        trained.redirectOutput(folder.resolve("training").toFile());
        if (made != 0 || trained.start().waitFor() != 0 || !Files.exists(cache)) {
            throw new IOException("No cache for the label: " + Files.readString(folder.resolve("training")));
        }
        return installed.other(jar, Label.class, cache);
    }

    static double median(List<Program.Moment> all, ToDoubleFunction<Program.Moment> part) {
        return Figures.percentile(50, all.stream().map(part::applyAsDouble).toList());
    }
}
