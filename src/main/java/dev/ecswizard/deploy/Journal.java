package dev.ecswizard.deploy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// What is written down of one deployment while it is under way, so that it can be gone on with when the program ends
/// in between. Lines are added and each is on the disk when [#write] returns; nothing is ever changed.
///
/// As long as it is open no other window can have one of the same stack.
public final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel lines;
    private final Journals.Hold lock;
    private final InstantSource clock;
    private long end;

    /// @param lock of the stack; let go with the journal
    Journal(Path file, FileChannel lines, Journals.Hold lock, InstantSource clock) throws IOException {
        this.file = file;
        this.lines = lines;
        this.lock = lock;
        this.clock = clock;
        this.end = lines.size();
    }

    public Path file() {
        return file;
    }

    /// Writes a line. Blocks until the disk has it.
    ///
    /// @throws JournalTrouble if the disk does not take it; what is there of the line is taken back where possible
    public synchronized void write(Entry entry) {
        var line = ByteBuffer.wrap((EntryLine.write(clock.instant(), entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            var at = end;
            while (line.hasRemaining()) {
                at += lines.write(line, at);
            }
            lines.force(true);
            end = at;
        } catch (IOException problem) {
            try {
                lines.truncate(end);
            } catch (IOException torn) {
                // a line without its end is passed over by whoever reads
                problem.addSuppressed(torn);
            }
            throw new JournalTrouble(Words.of("deploy.journal.write", file, JournalTrouble.words(problem)), problem);
        }
    }

    /// Lets go of it. What is not ended stays unfinished.
    @Override
    public void close() {
        try (lines) {
            lock.close();
        } catch (IOException _) {
            // every line was written through
        }
    }
}
