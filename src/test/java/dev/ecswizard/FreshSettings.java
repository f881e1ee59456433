package dev.ecswizard;

import dev.ecswizard.ui.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Settings of somebody who runs the app for the first time.
final class FreshSettings {
    private FreshSettings() {}

    static Settings make() {
        try {
            return new Settings(Files.createTempDirectory("settings").resolve("settings.properties"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
