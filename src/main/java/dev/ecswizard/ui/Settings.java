package dev.ecswizard.ui;

import dev.ecswizard.spec.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What the app remembers from one start to the next, in a small file of the user's; nothing secret. Nothing depends on
/// it: one that is broken, missing or can not be written is logged and no more. All calls block on the disk.
public final class Settings {
    private static final System.Logger LOGGER = System.getLogger(Settings.class.getName());
    private static final String APPEARANCE = "appearance";
    private static final String MOTION = "motion";
    private static final String WINDOW = "window";
    private static final String CONNECTION = "connection";
    private static final String REGION = "region";
    private static final String RECENT = "recent.";
    /// How many cluster files are remembered.
    public static final int MOST_RECENT = 8;
    /// In bytes; what is larger is no file of ours.
    private static final long LARGEST = 1 << 16;

    private final Path file;
    private final AtomicBoolean isTold = new AtomicBoolean();

    public Settings(Path file) {
        this.file = file;
    }

    /// Those of the user who runs the app.
    public static Settings ofUser() {
        return new Settings(
                file(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name")));
    }

    /// Where the system wants the settings of this user.
    public static Path file(Map<String, String> environment, Path home, String system) {
        return folder(environment, home, system.toLowerCase(Locale.ROOT))
                .resolve("ecs-cluster-wizard")
                .resolve("settings.properties");
    }

    private static Path folder(Map<String, String> environment, Path home, String system) {
        if (system.startsWith("windows")) {
            var roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        var said = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // the specification has relative paths ignored
        return said.startsWith("/") ? Path.of(said) : home.resolve(".config");
    }

    /// Where what belongs to them is kept.
    public Path beside(String name) {
        return file.resolveSibling(name);
    }

    /// The appearance that was chosen, or the system's.
    public Appearance appearance() {
        return Appearance.ofKey(read().getProperty(APPEARANCE, "")).orElse(Appearance.SYSTEM);
    }

    /// The motion that was chosen, or the system's.
    public Motion motion() {
        return Motion.ofKey(read().getProperty(MOTION, "")).orElse(Motion.SYSTEM);
    }

    /// Where the window was left.
    public Optional<Placement> placement() {
        return Placement.of(read().getProperty(WINDOW, ""));
    }

    /// Where the person was last.
    public Optional<Visit> visit() {
        var settings = read();
        return Optional.ofNullable(settings.getProperty(CONNECTION))
                .flatMap(connection -> Optional.ofNullable(settings.getProperty(REGION))
                        .filter(region -> Rule.REGION.check(region).isEmpty())
                        .map(region -> new Visit(connection, region)));
    }

    /// The cluster files that were used last, the latest first.
    public List<Path> recent() {
        var settings = read();
        return IntStream.range(0, MOST_RECENT)
                .mapToObj(number -> settings.getProperty(RECENT + number, ""))
                .flatMap(name -> path(name).stream())
                .toList();
    }

    public void remember(Appearance appearance) {
        change(settings -> settings.setProperty(APPEARANCE, appearance.key()));
    }

    public void remember(Motion motion) {
        change(settings -> settings.setProperty(MOTION, motion.key()));
    }

    public void remember(Placement placement) {
        change(settings -> settings.setProperty(WINDOW, placement.text()));
    }

    public void remember(Visit visit) {
        change(settings -> {
            settings.setProperty(CONNECTION, visit.connection());
            settings.setProperty(REGION, visit.region());
        });
    }

    /// @param files the latest first; no more than [#MOST_RECENT] are remembered
    public void rememberRecent(List<Path> files) {
        change(settings -> {
            for (var number = 0; number < MOST_RECENT; number++) {
                if (number < files.size()) {
                    settings.setProperty(RECENT + number, files.get(number).toString());
                } else {
                    settings.remove(RECENT + number);
                }
            }
        });
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// The file is the former one or the new one, never half of it; what else stands in it stays.
    private synchronized void change(Consumer<Properties> change) {
        var settings = read();
        change.accept(settings);
        try {
            Files.createDirectories(file.getParent());
            var beside = Files.createTempFile(file.getParent(), "settings", ".tmp");
            try {
                try (var out = Files.newBufferedWriter(beside)) {
                    settings.store(out, null);
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException problem) {
            tell("Not remembered in " + file + ": " + problem);
        }
    }

    private Properties read() {
        var settings = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                try (var in = Files.newBufferedReader(file)) {
                    settings.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException problem) {
            tell("Not read: " + file + ": " + problem);
            settings.clear();
        }
        return settings;
    }

    /// Once, since it would be the same each time.
    private void tell(String trouble) {
        if (!isTold.getAndSet(true)) {
            LOGGER.log(System.Logger.Level.INFO, trouble);
        }
    }
}
