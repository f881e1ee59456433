package dev.ecswizard.template;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts files on the disk that belong together: all of them or none, each whole, readable by their owner only, since
/// they name an account's networks. All calls block on the disk.
///
/// Should the power fail between two moves, the first file is new and the second one old.
public final class TextFiles {
    private TextFiles() {}

    /// Those in whose place another text stands: what to ask about before [#write].
    ///
    /// @throws NotSaved if one of them can not be written for what is there, or is not
    public static List<Path> replaced(List<TextFile> files) throws NotSaved {
        var replaced = new ArrayList<Path>();
        for (var file : files) {
            if (FileChange.of(file).replaces()) {
                replaced.add(file.path());
            }
        }
        return List.copyOf(replaced);
    }

    /// Writes them all. A file that holds its text already, and was not to be replaced, is left alone.
    ///
    /// @param mayReplace those in whose place another text may stand
    /// @throws NotSaved if one of them can not be written; what stood in the place of each of them is whole
    public static void write(List<TextFile> files, Set<Path> mayReplace) throws NotSaved {
        var changes = new ArrayList<FileChange>();
        var targets = new HashSet<Path>();
        try {
            for (var file : files) {
                var change = FileChange.of(file);
                if (!targets.add(change.target())) {
                    throw new NotSaved(NotSaved.Kind.SAME_FILE, file.path());
                }
                var isAsked = mayReplace.contains(file.path());
                if (isAsked || !change.isNeedless()) {
                    changes.add(change);
                    change.prepare(isAsked, files.size() > 1);
                }
            }
            carryOut(changes);
        } finally {
            changes.forEach(FileChange::tidy);
        }
    }

    private static void carryOut(List<FileChange> changes) throws NotSaved {
        try {
            for (var change : changes) {
                change.carryOut();
            }
        } catch (NotSaved failed) {
            throw takeBack(changes.reversed(), failed);
        }
        changes.stream().map(change -> change.target().getParent()).distinct().forEach(TextFiles::settle);
    }

    /// What is to be said in the end: that something could not be put back is worse than why.
    private static NotSaved takeBack(List<FileChange> changes, NotSaved why) {
        var said = why;
        for (var change : changes) {
            try {
                change.takeBack();
            } catch (NotSaved worse) {
                worse.addSuppressed(said);
                said = worse;
            }
        }
        return said;
    }

    /// Has the disk keep the new names; a folder can not be opened for that on every system.
    private static void settle(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // the files themselves are on the disk
        }
    }
}
