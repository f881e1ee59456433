package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.KeptFigures;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program dies at every moment of a deployment and is started again.
///
/// A moment is: before a line of the journal, in the middle of one, and either side of each exchange with AWS.
/// `-Dkills.count` for how many; once at each moment, then twice at moments drawn by lot.
class KilledTest {
    private static final int COUNT = Integer.getInteger("kills.count", 500);
    private static final Template TEMPLATE = new Template("Resources: {}", Map.of("VpcId", "vpc-1"), Set.of());

    /// The end of a process, which nothing in it can catch.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private Path home;

    private long resumed;
    private long torn;

    @Test
    void howeverItDiesOneChangeSetIsCarriedOutAndFollowedToItsEnd() throws IOException {
        killed("killed-in-one-machine", false);
    }

    @Test
    void theSameOfAChangeOfAStackThatIsThere() throws IOException {
        killed("killed-in-one-machine-at-a-change", true);
    }

    private void killed(String figure, boolean changes) throws IOException {
        var moments = new Deployment(-1, changes, List.of()).live();
        var chance = new SplittableRandom(7);
        for (var kill = 0; kill < COUNT; kill++) {
            var first = kill % moments;
            var tears = kill / moments % 2 == 1;
            var kills = kill < 2 * moments
                    ? List.of(first)
                    : List.of(chance.nextInt(moments), moments + chance.nextInt(moments));
            try {
                new Deployment(
                                kill,
                                changes,
                                tears ? kills.stream().map(each -> -each - 1).toList() : kills)
                        .live();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("killed at " + kills + (tears ? ", a line torn" : ""), broken);
            }
        }
        KeptFigures.say(
                figure,
                "killed at %d points, %d of them different, %d with a line torn: gone on with %d times, one change set carried "
                        + "out each time",
                COUNT,
                Math.min(COUNT, moments),
                torn,
                resumed);
        assertThat(moments).isGreaterThan(60);
    }

    /// One deployment and the starts of the program that it takes.
    private final class Deployment {
        private final Account account = new Account();
        private final Path folder;
        private final List<Integer> kills;
        private int moment;
        private boolean wrote;
        private List<StackEvent> seen = List.of();

        /// @param kills the moments, counted on from start to start; below zero to tear the last line, too
        Deployment(int number, boolean changes, List<Integer> kills) {
            account.stands = changes;
            folder = home.resolve("d" + number);
            this.kills = new ArrayList<>(kills);
            account.passing = () -> pass(false);
        }

        /// @param writes whether a line is about to be written
        private void pass(boolean writes) {
            var now = moment++;
            var mayBeTorn = wrote;
            wrote = writes;
            if (kills.remove(Integer.valueOf(now))) {
                throw new Killed();
            }
            if (kills.remove(Integer.valueOf(-now - 1))) {
                if (mayBeTorn) {
                    tear();
                }
                throw new Killed();
            }
        }

        /// @return how many moments there were
        int live() throws IOException {
            var starts = 0;
            while (!start()) {
                assertThat(++starts).isLessThan(5);
            }
            assertThat(account.executions).hasSize(1);
            assertThat(account.made()).isEqualTo(1);
            assertThat(account.executionTokens.stream().distinct()).hasSize(1);
            assertThat(seen).isEqualTo(account.happened());
            assertThat(new Journals(folder, account.pace::now).unfinished())
                    .isEqualTo(new Journals.Found(List.of(), List.of()));
            return moment;
        }

        /// One start of the program, to its end or its death.
        private boolean start() {
            var journals = new Journals(folder, () -> {
                pass(true);
                return account.pace.now();
            });
            var logbook = new Logbook(Optional.of(journals));
            try {
                var left = journals.unfinished();
                assertThat(left.problems()).isEmpty();
                if (left.unfinished().isEmpty()) {
                    if (!account.executions.isEmpty()) {
                        // it had come to its end before the program did
                        return true;
                    }
                    begin(logbook);
                } else {
                    resumed++;
                    goOn(logbook, left.unfinished().getFirst());
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

        private void begin(Logbook logbook) {
            var origin = new Origin("profile:ops", "ops", "123456789012", "eu-west-1", Optional.empty());
            var known = account.stands ? Known.read(account, ScriptedStacks.ID) : Optional.<Known>empty();
            var submission = known.map(stack -> Submission.change(account, stack, TEMPLATE, Map.of()))
                    .orElseGet(() -> Submission.of(TEMPLATE, "web", Map.of()));
            execute(logbook, logbook.propose(Optional.of(origin), submission, account, account.pace, _ -> {}));
        }

        private void goOn(Logbook logbook, Unfinished left) {
            if (left.isCarriedOut()) {
                follow(logbook, logbook.resuming(left).execute(account, account.pace));
            } else {
                execute(logbook, logbook.resuming(left).propose(account, account.pace));
            }
        }

        private void execute(Logbook logbook, Proposal proposal) {
            var ready = (Proposal.Ready) proposal;
            follow(logbook, logbook.execute(ready, account, account.pace, false, false));
        }

        private void follow(Logbook logbook, Target target) {
            var outcome = logbook.follow(target, account, account.pace, progress -> seen = progress.events());
            assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        }

        /// What is left of a line when the machine stops while it is written; the next step was not taken then.
        private void tear() {
            try (var files = Files.list(folder)) {
                var file = files.filter(each -> each.toString().endsWith(".jsonl"))
                        .filter(each -> each.toFile().length() > 20)
                        .findFirst();
                if (file.isPresent()) {
                    try (var lines = FileChannel.open(file.get(), StandardOpenOption.WRITE)) {
                        lines.truncate(lines.size() - 1 - moment % 20);
                        torn++;
                    }
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
