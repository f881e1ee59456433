package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Background;
import dev.ecswizard.wizard.account.MfaModel.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Those who need a code wait on threads of their own; the test's thread is the window's.
@Timeout(20)
class MfaModelTest {
    private final BlockingQueue<Runnable> window = new ArrayBlockingQueue<>(10);
    private final MfaModel model = new MfaModel(new Queue(window));

    /// Puts aside what is to be done on the window's thread.
    private record Queue(BlockingQueue<Runnable> window) implements Background {
        @Override
        public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onWindow(Runnable action) {
            window.add(action);
        }
    }

    private record Asker(Thread thread, CompletableFuture<Optional<String>> code) {
        Optional<String> answer() throws Exception {
            return code.get(10, TimeUnit.SECONDS);
        }
    }

    private Asker ask(String profile) {
        var code = new CompletableFuture<Optional<String>>();
        var thread = Thread.ofVirtual().start(() -> code.complete(model.code(profile, "arn:device")));
        return new Asker(thread, code);
    }

    private void window() throws InterruptedException {
        window.poll(10, TimeUnit.SECONDS).run();
    }

    @Test
    void whoeverNeedsACodeWaitsForIt() throws Exception {
        var asker = ask("ops");
        window();
        assertThat(model.question().get()).contains(new Question("ops", "arn:device"));

        model.answer(" 123456 ");

        assertThat(asker.answer()).contains("123456");
        window();
        assertThat(model.question().get()).isEmpty();
    }

    @Test
    void onlySixDigitsAreACode() throws Exception {
        var asker = ask("ops");
        window();

        for (var wrong : new String[] {"", "12345", "1234567", "12345a"}) {
            assertThat(model.isCode(wrong)).as(wrong).isFalse();
            model.answer(wrong);
            assertThat(asker.code()).isNotDone();
        }

        model.answer("000000");
        assertThat(asker.answer()).contains("000000");
    }

    @Test
    void givingUpIsAnAnswerToo() throws Exception {
        var asker = ask("ops");
        window();

        model.giveUp();

        assertThat(asker.answer()).isEmpty();
    }

    @Test
    void theSecondIsAskedWhenTheFirstHasItsCode() throws Exception {
        var first = ask("ops");
        window();
        var second = ask("lab");
        while (second.thread().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(window).isEmpty();

        model.answer("111111");
        assertThat(first.answer()).contains("111111");
        window();
        assertThat(model.question().get()).isEmpty();
        window();
        assertThat(model.question().get()).contains(new Question("lab", "arn:device"));

        model.answer("222222");
        assertThat(second.answer()).contains("222222");
    }

    @Test
    void whoNoLongerNeedsACodeTakesTheQuestionAlong() throws Exception {
        var asker = ask("ops");
        window();

        asker.thread().interrupt();

        assertThat(asker.answer()).isEmpty();
        assertThat(asker.thread().join(Duration.ofSeconds(10))).isTrue();
        window();
        assertThat(model.question().get()).isEmpty();
    }
}
