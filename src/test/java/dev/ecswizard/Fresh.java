package dev.ecswizard;

import dev.ecswizard.deploy.Journals;
import dev.ecswizard.ui.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// What the app finds of somebody who runs it for the first time, each time in folders of its own.
final class Fresh {
    private Fresh() {}

    static Settings settings() {
        return new Settings(folder("settings").resolve("settings.properties"));
    }

    static Journals journals() {
        return new Journals(folder("journals"), InstantSource.system());
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
