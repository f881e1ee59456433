package dev.ecswizard.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// One file on its way: written beside its place, put there, and taken back where another one fails.
final class FileChange {
    private static final String PREFIX = ".ecs-cluster-wizard";
    private static final int MAX_LINKS = 40;

    private final byte[] bytes;
    private final boolean isProgram;
    private final Path target;
    private boolean mayReplace;
    private Optional<Path> written = Optional.empty();
    private Optional<Path> old = Optional.empty();
    private boolean isDone;

    private FileChange(TextFile file, Path target) {
        bytes = file.text().getBytes(StandardCharsets.UTF_8);
        isProgram = file.isProgram();
        this.target = target;
    }

    /// A link stays a link: what it points at is written.
    ///
    /// @throws NotSaved if something is there that is no file, or there is no folder for it
    static FileChange of(TextFile file) throws NotSaved {
        var named = file.path().toAbsolutePath();
        try {
            var at = named;
            for (var links = 0; Files.isSymbolicLink(at); links++) {
                if (links == MAX_LINKS) {
                    throw new NotSaved(NotSaved.Kind.NO_FILE, named);
                }
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
            if (at.getFileName() == null || Files.exists(at) && !Files.isRegularFile(at)) {
                throw new NotSaved(NotSaved.Kind.NO_FILE, named);
            }
            requireFolder(at.getParent());
            return new FileChange(file, at.getParent().toRealPath().resolve(at.getFileName()));
        } catch (IOException e) {
            throw NotSaved.of(e, named, 0);
        }
    }

    private static void requireFolder(Path folder) throws NotSaved {
        try {
            if (Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                return;
            }
        } catch (AccessDeniedException _) {
            throw new NotSaved(NotSaved.Kind.DENIED, folder);
        } catch (IOException _) {
            // whatever is there is no folder
        }
        throw new NotSaved(NotSaved.Kind.NO_FOLDER, folder);
    }

    Path target() {
        return target;
    }

    /// Whether another text stands there.
    boolean replaces() {
        return isThere() && !isNeedless();
    }

    /// Whether this very text stands there already, ready to be run if it is a program.
    boolean isNeedless() {
        try {
            return isThere()
                    && Files.size(target) == bytes.length
                    && (!isProgram || Files.isExecutable(target))
                    && Arrays.equals(Files.readAllBytes(target), bytes);
        } catch (IOException _) {
            return false;
        }
    }

    /// Writes the text beside its place: a lack of room or rights shows before anything is replaced.
    ///
    /// @param mayReplace whether a file that is there may be replaced
    /// @param isOneOfMany whether it may have to be put back
    void prepare(boolean mayReplace, boolean isOneOfMany) throws NotSaved {
        this.mayReplace = mayReplace;
        try {
            if (isThere() && !mayReplace) {
                throw new FileAlreadyExistsException(target.toString());
            }
            var temporary = temporary(".tmp");
            written = Optional.of(temporary);
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            if (isThere() && isOneOfMany) {
                keepOld();
            }
        } catch (IOException e) {
            throw NotSaved.of(e, target, bytes.length);
        }
    }

    /// Puts the text in its place, in one step.
    void carryOut() throws NotSaved {
        try {
            if (mayReplace) {
                replace(written.orElseThrow(), target);
            } else {
                Files.move(written.orElseThrow(), target);
            }
        } catch (IOException e) {
            throw NotSaved.of(e, target, bytes.length);
        }
        isDone = true;
    }

    /// Puts back what was there.
    ///
    /// @throws NotSaved if that fails too; what was there is kept beside its place then
    void takeBack() throws NotSaved {
        if (!isDone) {
            return;
        }
        try {
            if (old.isPresent()) {
                replace(old.get(), target);
            } else {
                Files.deleteIfExists(target);
            }
        } catch (IOException e) {
            var kept = old.orElse(target);
            old = Optional.empty();
            throw NotSaved.notPutBack(kept, e);
        }
    }

    /// Leaves nothing behind but the file.
    void tidy() {
        Stream.of(written, old).flatMap(Optional::stream).forEach(stray -> {
            try {
                Files.deleteIfExists(stray);
            } catch (IOException _) {
                // the files are as they should be; whatever is wrong with the folder was said
            }
        });
    }

    /// A second name for the file that is there, else a copy of it.
    private void keepOld() throws IOException {
        var name = temporary(".old");
        old = Optional.of(name);
        Files.delete(name);
        try {
            Files.createLink(name, target);
        } catch (IOException | UnsupportedOperationException _) {
            Files.copy(target, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void replace(Path by, Path target) throws IOException {
        try {
            Files.move(by, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(by, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// For the owner only, where the file system has rights.
    private Path temporary(String suffix) throws IOException {
        var rights = target.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(isProgram ? "rwx------" : "rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.createTempFile(target.getParent(), PREFIX, suffix, rights);
    }

    private boolean isThere() {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }
}
