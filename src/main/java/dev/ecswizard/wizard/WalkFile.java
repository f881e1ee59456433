package dev.ecswizard.wizard;

import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.InvalidClusterFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file that keeps a walk from one start of the app to the next: a cluster file that says in its first line how
/// many pages it answers. Nothing depends on it: one that is damaged or can not be written is logged and no more. All
/// calls block on the disk.
public final class WalkFile {
    private static final System.Logger LOGGER = System.getLogger(WalkFile.class.getName());
    private static final Pattern FIRST_LINE =
            Pattern.compile("# pages answered: ([" + Walk.LEAST + "-" + Walk.MOST + "])");

    private final Path file;

    public WalkFile(Path file) {
        this.file = file;
    }

    /// What was kept.
    public Optional<Walk> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > ClusterFile.MAX_BYTES) {
                return Optional.empty();
            }
            var bytes = Files.readAllBytes(file);
            var first = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .map(FIRST_LINE::matcher);
            return first.isEmpty() || !first.get().matches()
                    ? Optional.empty()
                    : Optional.of(new Walk(
                            ClusterFile.parse(bytes),
                            Integer.parseInt(first.get().group(1))));
        } catch (IOException | InvalidClusterFile problem) {
            LOGGER.log(System.Logger.Level.INFO, "Not read: " + file + ": " + problem);
            return Optional.empty();
        }
    }

    /// Keeps a walk in the place of the former one, or none.
    public void keep(Optional<Walk> walk) {
        try {
            if (walk.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.getParent());
            // of this user alone, where there are such files
            var beside = Files.createTempFile(file.getParent(), "unfinished", ".tmp");
            try {
                Files.writeString(
                        beside,
                        "# pages answered: " + walk.get().answered() + "\n"
                                + ClusterFile.write(walk.get().spec()));
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException problem) {
            LOGGER.log(System.Logger.Level.INFO, "Not kept in " + file + ": " + problem);
        }
    }
}
