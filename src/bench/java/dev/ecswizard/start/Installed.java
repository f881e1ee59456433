package dev.ecswizard.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The app as its package installs it, by its own start script; and, by the same script, other programs on the same
/// runtime with the same flags.
final class Installed {
    private static final String NAME = "ecs-cluster-wizard";
    private static final String CACHE = "\"$app/" + NAME + ".aot\"";

    private final Path script;
    private final String text;
    private final String classes;

    /// @param image the folder of the app image
    Installed(Path image) throws IOException {
        script = image.resolve("bin").resolve(NAME).toAbsolutePath();
        if (!Files.exists(script)) {
            throw new IOException("There is no " + script + ": packaging/linux/build makes it");
        }
        text = Files.readString(script);
        classes = text.replaceFirst("(?s).*-cp (\"[^\"]*\").*", "$1");
    }

    List<String> app(String... arguments) {
        return command(text, arguments);
    }

    /// The app, walked by the program that trained its cache.
    ///
    /// @param way how far, as that program names it
    List<String> walked(String way, String... arguments) {
        var all = new ArrayList<>(List.of(way));
        all.addAll(List.of(arguments));
        return command(replaced(text, "dev.ecswizard.Main", "training.Training"), all.toArray(String[]::new));
    }

    /// A program of its own, with a cache of its own.
    List<String> other(Path jar, Class<?> main, Path cache, String... arguments) {
        return command(
                replaced(replaced(replaced(text, CACHE, cache.toString()), classes, jar.toString()), "dev.ecswizard.Main", main.getName()),
                arguments);
    }

    /// What makes such a cache, as the app's own is made.
    List<String> training(Path jar, Class<?> main, Path cache) {
        var command = new ArrayList<>(other(jar, main, cache, "once"));
        command.set(2, replaced(command.get(2), "-XX:AOTCache=", "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="));
        return command;
    }

    private List<String> command(String changed, String... arguments) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", changed, script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String replaced(String text, String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalStateException("No " + part + " in\n" + text);
        }
        return text.replace(part, other);
    }
}
