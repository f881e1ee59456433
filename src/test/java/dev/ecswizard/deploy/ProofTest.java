package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.ProvingGround.Breach;
import dev.ecswizard.deploy.ProvingGround.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Credentials end at every moment of a proof, and others go on with it.
@Timeout(60)
class ProofTest {
    private static final Origin ORIGIN =
            new Origin("profile:ops", "ops", "123456789012", "eu-west-1", Optional.empty());
    private static final Proof.Result PROVED =
            new Proof.Result(new Crossing.Joined(1), Optional.of(Proof.Release.RELEASED));

    @TempDir
    private Path home;

    private int number;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private final class Attempt {
        final ProvingGround ground = new ProvingGround();
        final List<HostsSeen> seen = new ArrayList<>();
        final Proof proof;
        private final Journals journals = new Journals(home.resolve("p" + number++), ground.pace::now);
        private final Logbook logbook = new Logbook(Optional.of(journals));

        Attempt(int wanted) {
            ground.wants(wanted);
            ground.started.clear();
            proof = new Proof(HostsSeen.none(ProvingGround.TARGET), ground.pace, logbook, Optional.of(ORIGIN), "web");
        }

        /// Up to when the window hears that credentials are lacking, or to where whoever proves it is stopped.
        void until(Clients clients) {
            var told = new ArrayList<Instant>();
            assertThatThrownBy(() -> proof.prove(clients, look -> {
                        seen.add(look);
                        if (look.trouble().filter(CloudProblem::isOfCredentials).isPresent()) {
                            told.add(ground.pace.now());
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .isInstanceOfSatisfying(
                            CloudProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.CANCELLED));
            Thread.interrupted();
            told.forEach(time -> assertThat(Duration.between(clients.ended.orElseThrow(), time))
                    .isLessThan(Duration.ofSeconds(2)));
        }

        void isOver() {
            logbook.close();
            assertThat(journals.unfinished()).isEqualTo(new Journals.Found(List.of(), List.of()));
        }
    }

    private interface Story {
        void tell(Attempt attempt, Clients clients);
    }

    private void eachMoment(int wanted, Breach breach, Story story) {
        var whole = new Attempt(wanted);
        whole.proof.prove(whole.ground.lasting(), _ -> {});
        var moments = whole.ground.exchanges;
        assertThat(moments).isGreaterThan(25);
        for (var moment = 0; moment < moments; moment++) {
            var attempt = new Attempt(wanted);
            try {
                story.tell(attempt, attempt.ground.lasting(moment, breach));
                attempt.isOver();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("at exchange " + moment, broken);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherCredentialsGoOnWithItAndNothingIsDoneTwice(Breach breach) {
        eachMoment(0, breach, (attempt, clients) -> {
            attempt.until(clients);
            assertThat(attempt.proof.prove(attempt.ground.lasting(), _ -> {})).isEqualTo(PROVED);
            assertThat(attempt.ground.started).containsExactly("i-1");
            assertThat(attempt.ground.released).containsExactly("i-1");
            assertThat(attempt.ground.desired()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoBreaksItOffByOtherCredentialsHasItsHostReleased(Breach breach) {
        eachMoment(0, breach, (attempt, clients) -> {
            attempt.until(clients);
            attempt.proof.breakOff(attempt.ground.lasting(), _ -> {});
            assertThat(attempt.ground.started).hasSizeLessThan(2);
            assertThat(attempt.ground.desired()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void hostsThatAGroupWantedBeforeStay(Breach breach) {
        eachMoment(1, breach, (attempt, clients) -> {
            attempt.until(clients);
            assertThat(attempt.proof.prove(attempt.ground.lasting(), _ -> {}))
                    .isEqualTo(new Proof.Result(new Crossing.Joined(1), Optional.empty()));
            assertThat(attempt.proof.breakOff(attempt.ground.lasting(), _ -> {}))
                    .isEqualTo(Proof.Release.NONE);
            assertThat(attempt.ground.started).isEmpty();
            assertThat(attempt.ground.released).isEmpty();
            assertThat(attempt.ground.desired()).isOne();
        });
    }

    @Test
    void theSameCredentialsGoOnWhenTheyAreTakenAgainAfterHours() {
        eachMoment(0, Breach.EXPIRED, (attempt, clients) -> {
            var renewal = VirtualPace.START.plus(Duration.ofHours(3));
            clients.renewed = Optional.of(renewal);
            assertThat(attempt.proof.prove(clients, attempt.seen::add)).isEqualTo(PROVED);
            assertThat(attempt.seen)
                    .filteredOn(look -> look.trouble().isPresent())
                    .hasSizeGreaterThan(3600);
            assertThat(Duration.between(renewal, attempt.ground.pace.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(attempt.ground.started).containsExactly("i-1");
            assertThat(attempt.ground.released).containsExactly("i-1");
        });
    }

    @Test
    void theHostThatTasksNeededMeanwhileIsNotTakenForTheProofs() {
        var attempt = new Attempt(0);
        // up to the release, of which no answer comes
        var whole = new Attempt(0);
        whole.proof.prove(whole.ground.lasting(), _ -> {});
        attempt.until(attempt.ground.lasting(whole.ground.exchanges - 1, Breach.UNHEARD));
        assertThat(attempt.ground.released).containsExactly("i-1");

        attempt.ground.wants(1);
        assertThat(attempt.proof.prove(attempt.ground.lasting(), _ -> {})).isEqualTo(PROVED);
        assertThat(attempt.ground.released).containsExactly("i-1");
        assertThat(attempt.ground.desired()).isOne();
    }

    @Test
    void aGroupThatTasksLetGrowMeanwhileDoesNotShrink() {
        var attempt = new Attempt(0);
        attempt.until(attempt.ground.lasting(1, Breach.UNHEARD));
        assertThat(attempt.ground.started).containsExactly("i-1");
        attempt.ground.wants(2);
        assertThat(attempt.proof.prove(attempt.ground.lasting(), _ -> {}).release())
                .contains(Proof.Release.RELEASED);
        assertThat(attempt.ground.desired()).isOne();
        attempt.isOver();
    }

    @Test
    void theHostThatTasksHaveComeToMeanwhileStays() {
        var attempt = new Attempt(0);
        attempt.until(attempt.ground.lasting(12, Breach.EXPIRED));
        attempt.ground.tasks = 1;
        assertThat(attempt.proof.prove(attempt.ground.lasting(), _ -> {}).release())
                .contains(Proof.Release.BUSY);
        assertThat(attempt.ground.desired()).isOne();
        attempt.isOver();
    }

    @Test
    void whoGoesOnWaitsForTheLastAnswerOfTheOneBefore() throws InterruptedException {
        var attempt = new Attempt(0);
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        attempt.ground.atRelease = () -> {
            asked.countDown();
            awaitDeaf(answer);
        };
        var before = Thread.ofPlatform().start(() -> attempt.proof.prove(attempt.ground.lasting(), _ -> {}));
        asked.await();
        before.interrupt();

        var result = new CompletableFuture<Proof.Result>();
        var after = Thread.ofPlatform()
                .start(() -> result.complete(attempt.proof.prove(attempt.ground.lasting(), _ -> {})));
        while (after.isAlive() && after.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.countDown();
        assertThat(result.join()).isEqualTo(PROVED);
        assertThat(attempt.ground.released).containsExactly("i-1");
        attempt.isOver();
    }

    /// A request takes effect however its thread is stopped.
    private static void awaitDeaf(CountDownLatch answer) {
        var isStopped = false;
        while (answer.getCount() > 0) {
            try {
                answer.await();
            } catch (InterruptedException _) {
                isStopped = true;
            }
        }
        if (isStopped) {
            Thread.currentThread().interrupt();
        }
    }
}
