package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The program dies at every moment of an update that is stopped and of a protection that is lifted, and is started
/// again: neither is forgotten, and nothing is asked for that a person may no longer want.
class KilledAtOneRequestTest extends KilledAtEachMoment {
    @Test
    void howeverItDiesAnUpdateIsStoppedOnceAtMostAndWatchedToItsEnd() {
        var moments = new Cancellations(List.of()).live();
        assertThat(moments).isGreaterThan(12);
        var stopped = new ArrayList<Boolean>();
        eachMoment(moments, kills -> {
            var life = new Cancellations(kills);
            life.live();
            assertThat(life.account.cancellations).hasSizeLessThan(2);
            assertThat(life.account.isUpdated()).isTrue();
            stopped.add(!life.account.cancellations.isEmpty());
        });
        assertThat(stopped).contains(true, false);
        assertThat(resumed).isGreaterThan(moments / 2);
    }

    @Test
    void howeverItDiesAStackLosesItsProtectionOnlyWhereThatIsWrittenDown() {
        var moments = new Unprotections(List.of()).live();
        assertThat(moments).isGreaterThan(3);
        eachMoment(moments, kills -> new Unprotections(kills).live());
        assertThat(resumed).isPositive();
    }

    private final class Cancellations extends Attempt {
        Cancellations(List<Integer> kills) {
            super(kills);
            account.isUpdating = true;
        }

        @Override
        void begin(Logbook logbook) {
            if (account.isUpdated()) {
                return;
            }
            assertThat(account.cancellations).isEmpty();
            logbook.cancelUpdate(
                    Optional.of(ORIGIN), new Mending(account.holdings, account.pace), "web", ScriptedStacks.ID);
            watch(logbook, new Target(ScriptedStacks.ID, Aim.COMPLETION, 0));
        }

        @Override
        void goOn(Logbook logbook, Unfinished left) {
            assertThat(left.kind()).isEqualTo(Unfinished.Kind.MENDING);
            assertThat(left.isToBeCancelled()).isTrue();
            watch(logbook, logbook.resuming(left).mend(account.holdings, account.pace));
        }

        private void watch(Logbook logbook, Target target) {
            logbook.follow(target, account, account.pace, _ -> {});
            assertThat(account.isUpdated()).isTrue();
        }
    }

    private final class Unprotections extends Attempt {
        Unprotections(List<Integer> kills) {
            super(kills);
            account.isProtected = true;
        }

        @Override
        void begin(Logbook logbook) {
            if (!isWritten("UNPROTECTED")) {
                assertThat(account.isProtected).isTrue();
                logbook.unprotect(Optional.of(ORIGIN), account.holdings.standing(), "web", ScriptedStacks.ID);
            }
            assertThat(account.isProtected).isFalse();
        }

        @Override
        void goOn(Logbook logbook, Unfinished left) {
            assertThat(left.kind()).isEqualTo(Unfinished.Kind.UNPROTECTING);
            logbook.resuming(left).takeBack(account.holdings, true);
            assertThat(account.isProtected).isTrue();
        }
    }
}
