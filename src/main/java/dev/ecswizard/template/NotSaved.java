package dev.ecswizard.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/// Files could not be saved; the message is a sentence for a person. What stood there before is whole, but for
/// [Kind#NOT_PUT_BACK].
public final class NotSaved extends IOException {
    /// Why.
    public enum Kind {
        /// A file is there that was not to be replaced; [#place] is the file.
        EXISTS,
        /// What is there is a folder, a device or a link that leads nowhere; [#place] is the file.
        NO_FILE,
        /// Two of the files are one; [#place] is the second.
        SAME_FILE,
        /// [#place] is the folder.
        NO_FOLDER,
        /// The disk can only be read; [#place] is the folder.
        READ_ONLY,
        /// The disk is full; [#place] is the folder.
        FULL,
        /// This account may not write there; [#place] is the folder.
        DENIED,
        /// [#place] is the file.
        LONG_NAME,
        /// A later file failed and an earlier one could not be put back; [#place] is where what stood in it is kept.
        NOT_PUT_BACK,
        /// Something else, in the words of the operating system; [#place] is the file.
        OTHER
    }

    private static final long serialVersionUID = 1;
    /// What file systems commonly take.
    private static final int MAX_NAME = 255;
    /// How much room a file system hands out at a time.
    private static final int BLOCK = 4096;

    private final Kind kind;
    private final transient Path place;

    NotSaved(Kind kind, Path place) {
        this(kind, place, null);
    }

    private NotSaved(Kind kind, Path place, IOException cause) {
        super(sentence(kind, place, reason(cause)), cause);
        this.kind = kind;
        this.place = place;
    }

    static NotSaved notPutBack(Path kept, IOException cause) {
        return new NotSaved(Kind.NOT_PUT_BACK, kept, cause);
    }

    /// Finds out why. The operating system's own words differ with its language, so the disk is looked at first.
    ///
    /// @param target where the file was to go
    /// @param bytes how long it is
    static NotSaved of(IOException problem, Path target, int bytes) {
        var folder = target.getParent();
        if (problem instanceof NotSaved known) {
            return known;
        }
        if (problem instanceof FileAlreadyExistsException) {
            return new NotSaved(Kind.EXISTS, target, problem);
        }
        if (!Files.isDirectory(folder)) {
            return new NotSaved(Kind.NO_FOLDER, folder, problem);
        }
        if (isReadOnly(folder)) {
            return new NotSaved(Kind.READ_ONLY, folder, problem);
        }
        if (isFull(folder, bytes) || speaksOfRoom(problem)) {
            return new NotSaved(Kind.FULL, folder, problem);
        }
        if (problem instanceof AccessDeniedException) {
            return new NotSaved(Kind.DENIED, folder, problem);
        }
        if (String.valueOf(target.getFileName()).getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
            return new NotSaved(Kind.LONG_NAME, target, problem);
        }
        return new NotSaved(Kind.OTHER, target, problem);
    }

    public Kind kind() {
        return kind;
    }

    public Path place() {
        return place;
    }

    private static String sentence(Kind kind, Path place, String reason) {
        var words = ResourceBundle.getBundle("dev.ecswizard.template.saving").getString(kind.name());
        return new MessageFormat(words, Locale.ROOT).format(new Object[] {place, reason});
    }

    /// What the operating system said of it, if anything.
    private static String reason(IOException cause) {
        return switch (cause) {
            case null -> "";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case IOException other -> Objects.requireNonNullElse(other.getMessage(), other.toString());
        };
    }

    private static boolean isReadOnly(Path folder) {
        return store(folder, FileStore::isReadOnly);
    }

    private static boolean isFull(Path folder, int bytes) {
        // some file systems, such as /proc, have no room to speak of
        return store(folder, store -> store.getTotalSpace() > 0 && store.getUsableSpace() < bytes + BLOCK);
    }

    /// A quota, and the last free entry of a disk, show in words only.
    private static boolean speaksOfRoom(IOException problem) {
        var words = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }

    private static boolean store(Path folder, Question question) {
        try {
            return question.ask(Files.getFileStore(folder));
        } catch (IOException _) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean ask(FileStore store) throws IOException;
    }
}
