package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// This test's thread plays the window's: it runs what is queued for it when it wants to.
@Timeout(10)
class VirtualThreadsTest {
    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Background background = new VirtualThreads(window::add);
    private final List<Object> heard = new ArrayList<>();

    private void runNext() throws InterruptedException {
        window.poll(5, TimeUnit.SECONDS).run();
    }

    @Test
    void aResultReachesTheWindow() throws Exception {
        background.start(() -> Thread.currentThread().isVirtual(), heard::add, heard::add);

        runNext();

        assertThat(heard).containsExactly(true);
    }

    @Test
    void whatWasThrownReachesTheWindow() throws Exception {
        var problem = new IllegalStateException();
        background.start(
                () -> {
                    throw problem;
                },
                heard::add,
                heard::add);

        runNext();

        assertThat(heard).containsExactly(problem);
    }

    @Test
    void reportsComeInOrderAndBeforeTheResult() throws Exception {
        background.<Integer, String>follow(
                report -> {
                    report.accept(1);
                    report.accept(2);
                    return "end";
                },
                heard::add,
                heard::add,
                heard::add);

        runNext();
        runNext();
        runNext();

        assertThat(heard).containsExactly(1, 2, "end");
    }

    @Test
    void anAnswerThatAlreadyWaitsForTheWindowIsDropped() throws Exception {
        var handle = background.start(() -> 1, heard::add, heard::add);
        var late = window.poll(5, TimeUnit.SECONDS);

        handle.stop();
        late.run();

        assertThat(heard).isEmpty();
    }

    @Test
    void stoppingInterruptsTheWork() throws Exception {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var handle = background.start(
                () -> {
                    started.countDown();
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } catch (InterruptedException expected) {
                        interrupted.countDown();
                        throw expected;
                    }
                },
                heard::add,
                heard::add);
        started.await();

        handle.stop();
        interrupted.await();
        runNext();

        assertThat(heard).isEmpty();
    }
}
