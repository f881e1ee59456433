package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;

/// What is begun, and dies at every moment, and at two of them drawn by lot.
///
/// A moment is: before a line of the journal, and either side of each exchange with AWS.
abstract class KilledAtEachMoment {
    static final Origin ORIGIN = new Origin("profile:ops", "ops", "123456789012", "eu-west-1", Optional.empty());
    private static final int BY_LOT = 200;

    /// The end of a process, which nothing in it can catch.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private Path home;

    private int number;
    int resumed;

    interface Life {
        void with(List<Integer> kills);
    }

    final void eachMoment(int moments, Life life) {
        var chance = new SplittableRandom(7);
        for (var moment = 0; moment < moments + BY_LOT; moment++) {
            var kills = moment < moments
                    ? List.of(moment)
                    : List.of(chance.nextInt(moments), moments + chance.nextInt(moments));
            try {
                life.with(kills);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("killed at " + kills, broken);
            }
        }
    }

    /// What is begun, and the starts of the program that it takes.
    abstract class Attempt {
        final Doomed account = new Doomed();
        private final Path folder = home.resolve("d" + number++);
        private final List<Integer> kills;
        private int moment;

        Attempt(List<Integer> kills) {
            this.kills = new ArrayList<>(kills);
            account.passing = this::pass;
        }

        private void pass() {
            if (kills.remove(Integer.valueOf(moment++))) {
                throw new Killed();
            }
        }

        /// @return how many moments there were
        final int live() {
            for (var starts = 0; !start(); starts++) {
                assertThat(starts).isLessThan(5);
            }
            assertThat(new Journals(folder, account.pace::now).unfinished())
                    .isEqualTo(new Journals.Found(List.of(), List.of()));
            return moment;
        }

        /// One start of the program, to its end or its death.
        private boolean start() {
            var journals = new Journals(folder, () -> {
                pass();
                return account.pace.now();
            });
            var logbook = new Logbook(Optional.of(journals));
            try {
                var left = journals.unfinished().unfinished();
                if (left.isEmpty()) {
                    begin(logbook);
                } else {
                    resumed++;
                    goOn(logbook, left.getFirst());
                }
                assertThat(logbook.trouble()).isEmpty();
                return true;
            } catch (Killed _) {
                return false;
            } finally {
                // as the system does for whoever dies
                logbook.close();
            }
        }

        /// Whether something has ended that way.
        final boolean isWritten(String how) {
            if (!Files.exists(folder)) {
                return false;
            }
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    if (Files.readString(file).contains('"' + how + '"')) {
                        return true;
                    }
                }
                return false;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        abstract void begin(Logbook logbook);

        abstract void goOn(Logbook logbook, Unfinished left);
    }
}
