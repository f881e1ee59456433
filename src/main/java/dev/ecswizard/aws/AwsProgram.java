package dev.ecswizard.aws;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The AWS CLI of this computer.
final class AwsProgram {
    /// What the start script of the Linux package sets for JavaFX's sake alone.
    private static final Map<String, String> OF_START_SCRIPT = Map.of(
            "GDK_GL", "disable",
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_TRIM_THRESHOLD_", "131072",
            "MALLOC_MMAP_THRESHOLD_", "131072");

    private AwsProgram() {}

    /// What the program is to find in its environment, and the browser that it starts: what this app found there, but
    /// for what is meant for this app alone.
    static Map<String, String> environment(Map<String, String> found) {
        var passed = new HashMap<>(found);
        OF_START_SCRIPT.forEach(passed::remove);
        passed.put("AWS_CLI_AUTO_PROMPT", "off");
        return passed;
    }

    /// On the path, else where its installers put it: an app that was started from the Finder has the system's short
    /// path. Reads folders.
    ///
    /// @param system the operating system, as Java calls it
    static Optional<Path> find(Map<String, String> environment, String system) {
        var isWindows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        var names = isWindows ? List.of("aws.exe", "aws.cmd") : List.of("aws");
        return Stream.concat(onPath(environment, isWindows ? ";" : ":"), installed(environment, system))
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> onPath(Map<String, String> environment, String separator) {
        // Windows writes it Path
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .flatMap(variable -> Stream.of(variable.getValue().split(Pattern.quote(separator))))
                .flatMap(AwsProgram::absolute);
    }

    private static Stream<Path> absolute(String folder) {
        try {
            // a folder that depends on where the app was started could hold anybody's program
            return Stream.of(Path.of(folder.replace("\"", ""))).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Stream.empty();
        }
    }

    private static Stream<Path> installed(Map<String, String> environment, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Stream.of(Path.of("/usr/local/bin"), Path.of("/opt/homebrew/bin"));
        }
        return name.startsWith("windows")
                ? absolute(environment.getOrDefault("ProgramFiles", ""))
                        .map(folder -> folder.resolve("Amazon").resolve("AWSCLIV2"))
                : Stream.empty();
    }
}
