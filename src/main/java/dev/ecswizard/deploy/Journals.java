package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The journals of a user: a folder with one file a deployment, which nobody else may read.
/// ```
/// 123456789012.eu-west-1.web.lock                              held by the window that is at it
/// 123456789012.eu-west-1.web.1764000000000.1f2e3d4c.jsonl   one line a step
/// ```
public final class Journals {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ENDING = ".jsonl";

    private final PrivateFolder folder;
    private final InstantSource clock;
    /// The stacks that this window is at. Systems let go of a lock when any channel of its file is closed.
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /// What was found.
    ///
    /// @param unfinished newest first, but those that another window is at
    /// @param problems files that can not be read, in words
    public record Found(List<Unfinished> unfinished, List<String> problems) {
        public Found {
            unfinished = List.copyOf(unfinished);
            problems = List.copyOf(problems);
        }
    }

    /// Those of whoever runs this process, in the folder that the system has for what programs remember.
    public static Journals ofThisUser() {
        var folder = PrivateFolder.ofState(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
        return new Journals(folder, InstantSource.system());
    }

    /// @param folder made when first written to
    public Journals(Path folder, InstantSource clock) {
        this.folder = new PrivateFolder(folder);
        this.clock = clock;
    }

    /// Begins one. Blocks until its first line is on the disk. Whoever deletes a stack, leads it out of a failure or
    /// stops its update has done with what was left unfinished of it.
    ///
    /// @throws CloudProblem of kind REFUSED if another window is at this stack or left it: nothing is to be sent
    /// @throws JournalTrouble if nothing can be written
    public Journal begin(Entry.Opening first) {
        var stack = stack(first.origin(), first.stackName());
        try {
            folder.make();
            return with(hold(stack, first.stackName()), lock -> {
                for (var one : read(false).unfinished()) {
                    if (stack.equals(stack(one.origin(), one.stackName()))) {
                        if (!isDoneWith(first)) {
                            throw taken("deploy.journal.unfinished", first.stackName());
                        }
                        end(one, lock);
                    }
                }
                prune();
                var file = folder.path().resolve(name(stack, first));
                var journal = new Journal(file, folder.create(file), lock, clock);
                try {
                    journal.write(first);
                    folder.force();
                    return journal;
                } catch (JournalTrouble trouble) {
                    journal.close();
                    Files.deleteIfExists(file);
                    throw trouble;
                }
            });
        } catch (IOException problem) {
            throw new JournalTrouble(
                    Words.of("deploy.journal.write", folder.path(), JournalTrouble.words(problem)), problem);
        }
    }

    private static boolean isDoneWith(Entry.Opening first) {
        return switch (first) {
            case Entry.Clearing _, Entry.Mending _, Entry.Cancelling _, Entry.Unprotecting _ -> true;
            case Entry.Proposing _, Entry.Proving _ -> false;
        };
    }

    /// @param lock of its stack; kept
    private void end(Unfinished one, Hold lock) throws IOException {
        var length = JournalFile.read(one.file()).length();
        try (var channel = FileChannel.open(one.file(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
            new Journal(one.file(), channel, lock, clock).write(new Entry.Ended("LEFT"));
        }
    }

    /// Goes on with one that was left unfinished. A line that was torn off is dropped.
    ///
    /// @throws CloudProblem of kind REFUSED if another window is at it, or has ended it
    /// @throws JournalTrouble if it can not be written any more
    public Journal resume(Unfinished left) {
        try {
            return with(hold(stack(left.origin(), left.stackName()), left.stackName()), lock -> {
                var lines = JournalFile.read(left.file());
                if (lines.unfinished().isEmpty()) {
                    throw taken("deploy.journal.ended", left.stackName());
                }
                var channel = FileChannel.open(left.file(), StandardOpenOption.WRITE);
                channel.truncate(lines.length());
                return new Journal(left.file(), channel, lock, clock);
            });
        } catch (IOException problem) {
            throw new JournalTrouble(
                    Words.of("deploy.journal.write", left.file(), JournalTrouble.words(problem)), problem);
        }
    }

    /// Looks for deployments that were left unfinished. Blocks.
    public Found unfinished() {
        return read(true);
    }

    private Found read(boolean onlyFree) {
        var unfinished = new ArrayList<Unfinished>();
        var problems = new ArrayList<String>();
        for (var file : files(problems)) {
            try {
                JournalFile.read(file)
                        .unfinished()
                        .filter(one -> !onlyFree || isFree(one))
                        .ifPresent(unfinished::add);
            } catch (IOException problem) {
                problems.add(Words.of("deploy.journal.read", file, JournalTrouble.words(problem)));
            } catch (IllegalArgumentException _) {
                problems.add(Words.of("deploy.journal.broken", file));
            }
        }
        unfinished.sort(Comparator.comparing(Unfinished::begun).reversed());
        return new Found(unfinished, problems);
    }

    private List<Path> files(List<String> problems) {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        try (var files = Files.list(folder.path())) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            problems.add(Words.of("deploy.journal.read", folder.path(), JournalTrouble.words(problem)));
            return List.of();
        }
    }

    private boolean isFree(Unfinished one) {
        try {
            var lock = lock(stack(one.origin(), one.stackName()));
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isPresent();
        } catch (IOException _) {
            // to go on with it will say why
            return true;
        }
    }

    private interface Opening {
        Journal open(Hold lock) throws IOException;
    }

    /// Lets go of the lock where nothing could be opened with it.
    private static Journal with(Hold lock, Opening opening) throws IOException {
        var opened = Optional.<Journal>empty();
        try {
            opened = Optional.of(opening.open(lock));
            return opened.get();
        } finally {
            if (opened.isEmpty()) {
                lock.close();
            }
        }
    }

    private Hold hold(String stack, String stackName) throws IOException {
        return lock(stack).orElseThrow(() -> taken("deploy.journal.elsewhere", stackName));
    }

    /// @return nothing while some window has it
    private Optional<Hold> lock(String stack) throws IOException {
        if (!held.add(stack)) {
            return Optional.empty();
        }
        var hold = new Hold(folder.open(folder.path().resolve(stack + ".lock")), () -> held.remove(stack));
        try {
            if (hold.file().tryLock() != null) {
                return Optional.of(hold);
            }
        } catch (OverlappingFileLockException _) {
            // as good as held by somebody else
        }
        hold.close();
        return Optional.empty();
    }

    /// The lock of a stack.
    record Hold(FileChannel file, Runnable release) {
        void close() throws IOException {
            release.run();
            file.close();
        }
    }

    private void prune() {
        for (var file : files(new ArrayList<>())) {
            try {
                var isOld = Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(KEPT));
                if (isOld && JournalFile.read(file).unfinished().isEmpty()) {
                    Files.delete(file);
                }
            } catch (IOException | IllegalArgumentException _) {
                // it stays, and is told of at the next start
            }
        }
    }

    private String name(String stack, Entry.Opening first) {
        var token = first instanceof Entry.Proposing proposing
                ? proposing.request().requestToken()
                : UUID.randomUUID().toString();
        return String.join(
                        ".",
                        stack,
                        String.valueOf(clock.instant().toEpochMilli()),
                        token.substring(Math.max(0, token.length() - 8)))
                + ENDING;
    }

    private static String stack(Origin origin, String stackName) {
        var where = origin.endpoint()
                .map(one -> "." + Integer.toHexString(one.hashCode()))
                .orElse("");
        return origin.account() + "." + origin.region() + where + "." + stackName;
    }

    private static CloudProblem taken(String key, String stackName) {
        return new CloudProblem(CloudProblem.Kind.REFUSED, "", "", Words.of(key, stackName), "", null);
    }

    /// A journal's file as it is on the disk.
    ///
    /// @param length in bytes, up to the end of the last whole line
    private record JournalFile(Optional<Unfinished> unfinished, long length) {
        static JournalFile read(Path file) throws IOException {
            var bytes = Files.readAllBytes(file);
            var length = bytes.length;
            while (length > 0 && bytes[length - 1] != '\n') {
                length--;
            }
            var entries = new String(bytes, 0, length, StandardCharsets.UTF_8)
                    .lines()
                    .map(EntryLine::read)
                    .toList();
            if (entries.isEmpty() || entries.getLast() instanceof Entry.Ended) {
                return new JournalFile(Optional.empty(), length);
            }
            if (!(entries.getFirst() instanceof Entry.Opening)) {
                throw new IllegalArgumentException("has no beginning");
            }
            return new JournalFile(Optional.of(new Unfinished(file, begun(file), entries)), length);
        }

        private static Instant begun(Path file) {
            var parts = file.getFileName().toString().split("\\.");
            try {
                return Instant.ofEpochMilli(Long.parseLong(parts[Math.max(0, parts.length - 3)]));
            } catch (NumberFormatException _) {
                return Instant.EPOCH;
            }
        }
    }
}
