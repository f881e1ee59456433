package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts templates and cluster files on the disk: each file whole or not at all, readable by its owner only, since they
/// name an account's networks. All calls block on the disk.
public final class TemplateFiles {
    private TemplateFiles() {}

    /// Where the parameter file of a template goes: beside it, `web.yaml` to `web.parameters.json`.
    public static Path parameterFile(Path templateFile) {
        var name = String.valueOf(templateFile.getFileName());
        var dot = name.lastIndexOf('.');
        return templateFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".parameters.json");
    }

    /// Saves the template and its parameter file.
    ///
    /// @param overwrite whether files of these names may be replaced
    /// @throws FileAlreadyExistsException if one of them exists and may not be replaced; nothing has been written
    /// @throws IOException if a file can not be written; what stood there before is whole
    public static void save(Template template, Path templateFile, boolean overwrite) throws IOException {
        var texts = new LinkedHashMap<Path, String>();
        texts.put(parameterFile(templateFile), ParameterFile.of(template));
        texts.put(templateFile, template.yaml());
        write(texts, overwrite);
    }

    /// Saves a cluster file.
    ///
    /// @param overwrite whether a file of this name may be replaced
    /// @throws FileAlreadyExistsException if it exists and may not be replaced
    /// @throws IOException if it can not be written; what stood there before is whole
    public static void save(ClusterSpec spec, Path clusterFile, boolean overwrite) throws IOException {
        write(Map.of(clusterFile, ClusterFile.write(spec)), overwrite);
    }

    /// Everything that is likely to fail (room, rights) happens before the first file is put in its place.
    private static void write(Map<Path, String> texts, boolean overwrite) throws IOException {
        var ready = new LinkedHashMap<Path, Path>();
        try {
            for (var text : texts.entrySet()) {
                var target = target(text.getKey());
                if (Files.isDirectory(target) || !overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                ready.put(target, temporary(target, text.getValue()));
            }
            for (var file : ready.entrySet()) {
                move(file.getValue(), file.getKey(), overwrite);
            }
        } finally {
            for (var temporary : ready.values()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /// A link to a file stays a link: what it points at is replaced.
    private static Path target(Path file) throws IOException {
        var absolute = file.toAbsolutePath();
        return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    }

    private static Path temporary(Path target, String text) throws IOException {
        // created with rights for the owner only where the file system has rights
        var temporary = Files.createTempFile(target.getParent(), ".ecs-cluster-wizard", ".tmp");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    private static void move(Path temporary, Path target, boolean overwrite) throws IOException {
        if (!overwrite) {
            Files.move(temporary, target);
            return;
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
