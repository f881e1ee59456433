package dev.ecswizard.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A folder that only its user may look into. Where files have no permissions, as on Windows, the user's own folder is
/// closed to others already.
record PrivateFolder(Path path) {
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /// Where the system wants what a program keeps of its state.
    static Path ofState(Map<String, String> environment, Path home, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("ecs-cluster-wizard")
                    .resolve("Deployments");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library")
                    .resolve("Application Support")
                    .resolve("ecs-cluster-wizard")
                    .resolve("Deployments");
        }
        var said = environment.getOrDefault("XDG_STATE_HOME", "");
        // the specification has relative paths ignored
        return (said.startsWith("/") ? Path.of(said) : home.resolve(".local").resolve("state"))
                .resolve("ecs-cluster-wizard")
                .resolve("deployments");
    }

    private boolean hasPermissions() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.getParent());
            Files.createDirectory(path, attributes(OWN));
        } else if (hasPermissions() && !Files.getPosixFilePermissions(path).equals(OWN)) {
            Files.setPosixFilePermissions(path, OWN);
        }
    }

    FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(FILE));
    }

    FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(FILE));
    }

    /// Has the disk know of a new file, too.
    void force() {
        try (var itself = FileChannel.open(path)) {
            itself.force(true);
        } catch (IOException _) {
            // not every system opens folders
        }
    }
}
