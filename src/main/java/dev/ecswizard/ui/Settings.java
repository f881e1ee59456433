package dev.ecswizard.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// What the app remembers of how a person likes it, in a small file of the user's. Nothing depends on it: one that is
/// broken, missing or can not be written is logged and no more. All calls block on the disk.
public final class Settings {
    private static final System.Logger LOGGER = System.getLogger(Settings.class.getName());
    private static final String APPEARANCE = "appearance";
    /// In bytes; what is larger is no file of ours.
    private static final long LARGEST = 1 << 16;

    private final Path file;

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

    /// The appearance that was chosen, or the system's.
    public Appearance appearance() {
        return Appearance.ofKey(read().getProperty(APPEARANCE, "")).orElse(Appearance.SYSTEM);
    }

    /// Remembers an appearance. The file is the former one or the new one, never half of it; what else stands in it
    /// stays.
    public synchronized void remember(Appearance appearance) {
        var settings = read();
        settings.setProperty(APPEARANCE, appearance.key());
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
            LOGGER.log(System.Logger.Level.INFO, () -> "Not remembered in " + file, problem);
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
            LOGGER.log(System.Logger.Level.INFO, () -> "Not read: " + file, problem);
            settings.clear();
        }
        return settings;
    }
}
