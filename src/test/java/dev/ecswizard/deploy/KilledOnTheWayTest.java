package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.DeletionExtent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The program dies at every moment of a deletion, of a proof and of a roll-back that goes on, and is started again: no
/// host is left that takes no tasks, none that nobody wants, and one deletion, one roll-back is asked for.
class KilledOnTheWayTest extends KilledAtEachMoment {
    private static final HostTarget TARGET = new HostTarget(ScriptedStacks.ID, "web", "web-group");

    @Test
    void howeverItDiesTheStackIsDeletedOnceAndItsHostsAreNeverForgotten() {
        var moments = new Deletions(List.of()).live();
        assertThat(moments).isGreaterThan(25);
        eachMoment(moments, kills -> {
            var life = new Deletions(kills);
            life.live();
            assertThat(life.account.tokens).hasSize(1);
            assertThat(life.account.isDeleted()).isTrue();
        });
        assertThat(resumed).isGreaterThan(moments / 2);
    }

    @Test
    void howeverItDiesTheHostOfAProofIsReleased() {
        var moments = new Proofs(List.of(), 0).live();
        assertThat(moments).isGreaterThan(15);
        eachMoment(moments, kills -> {
            var life = new Proofs(kills, 0);
            life.live();
            assertThat(life.account.desired).isZero();
        });
        assertThat(resumed).isGreaterThan(moments / 2);
    }

    @Test
    void howeverItDiesAHostThatTheGroupWantedBeforeAProofStays() {
        var moments = new Proofs(List.of(), 1).live();
        assertThat(moments).isGreaterThan(7);
        eachMoment(moments, kills -> {
            var life = new Proofs(kills, 1);
            life.live();
            assertThat(life.account.desired).isOne();
        });
        assertThat(resumed).isZero();
    }

    @Test
    void howeverItDiesARollBackGoesOnOnceAndIsWatchedToItsEnd() {
        var moments = new Mendings(List.of()).live();
        assertThat(moments).isGreaterThan(12);
        eachMoment(moments, kills -> {
            var life = new Mendings(kills);
            life.live();
            assertThat(life.account.mendings).hasSize(1);
            assertThat(life.account.isMended()).isTrue();
        });
        assertThat(resumed).isGreaterThan(moments / 2);
    }

    private final class Deletions extends Attempt {
        Deletions(List<Integer> kills) {
            super(kills);
        }

        @Override
        void begin(Logbook logbook) {
            if (account.isDeleted()) {
                // it had come to its end before the program did
                return;
            }
            assertThat(account.active).containsExactlyInAnyOrder("host-1", "host-2");
            logbook.clearing(Optional.of(ORIGIN), "web", ScriptedStacks.ID);
            new Clearance(account.holdings, account.pace, logbook::draining).clear(ScriptedStacks.ID, _ -> {});
            assertThat(account.active).isEmpty();
            var deletion = new Deletion(account.holdings, account.pace);
            assertThat(logbook.delete(deletion, ScriptedStacks.ID, new DeletionExtent.Whole(), _ -> {}))
                    .isInstanceOf(Outcome.Deleted.class);
        }

        @Override
        void goOn(Logbook logbook, Unfinished left) {
            if (left.kind() == Unfinished.Kind.CLEARING) {
                assertThat(account.tokens).isEmpty();
                logbook.resuming(left).takeBack(account.holdings, true);
                assertThat(account.draining).containsExactly("host-by-hand");
                begin(logbook);
            } else {
                var target = logbook.resuming(left).delete(account.holdings, account.pace);
                assertThat(logbook.follow(target, account, account.pace, _ -> {}))
                        .isInstanceOf(Outcome.Deleted.class);
            }
        }
    }

    private final class Mendings extends Attempt {
        Mendings(List<Integer> kills) {
            super(kills);
            account.isStuck = true;
        }

        @Override
        void begin(Logbook logbook) {
            if (account.isMended()) {
                return;
            }
            var mending = new Mending(account.holdings, account.pace);
            var outcome = logbook.mend(
                    Optional.of(ORIGIN), mending, "web", ScriptedStacks.ID, new Mend.GoOn(List.of("Group")), _ -> {});
            assertMended(outcome);
        }

        @Override
        void goOn(Logbook logbook, Unfinished left) {
            assertThat(left.kind()).isEqualTo(Unfinished.Kind.MENDING);
            var target = logbook.resuming(left).mend(account.holdings, account.pace);
            assertMended(logbook.follow(target, account, account.pace, _ -> {}));
        }

        private void assertMended(Outcome outcome) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            end -> assertThat(end.stack().status().name()).isEqualTo("UPDATE_ROLLBACK_COMPLETE"));
        }
    }

    private final class Proofs extends Attempt {
        private final int before;

        Proofs(List<Integer> kills, int before) {
            super(kills);
            this.before = before;
            account.desired = before;
        }

        @Override
        void begin(Logbook logbook) {
            assertThat(account.desired).isEqualTo(before);
            var proof = new Proof(HostsSeen.none(TARGET), account.pace, logbook, Optional.of(ORIGIN), "web");
            var result = proof.prove(account.holdings.hosts(), _ -> {});
            assertThat(result.crossing()).isEqualTo(new Crossing.Joined(1));
        }

        @Override
        void goOn(Logbook logbook, Unfinished left) {
            assertThat(left.kind()).isEqualTo(Unfinished.Kind.PROOF);
            logbook.resuming(left).release(account.holdings.hosts(), account.pace);
            assertThat(account.desired).isZero();
        }
    }
}
