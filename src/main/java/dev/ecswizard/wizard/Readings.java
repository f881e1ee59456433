package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;

/// What an account has said in this session, by region and question, and when. Each opened connection has its own, so
/// that nobody sees what another account, other credentials or another endpoint said. In memory only.
public final class Readings {
    /// @param question with all that it depends on beside account and region
    private record Key(String region, String question) {}

    private record Answer(Object value, Instant read) {}

    private record Listener(Key key, Runnable told) {}

    private final InstantSource clock;
    private final Executor window;
    private final Map<Key, Answer> answers = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<Object>> underWay = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /// @param window runs what it is given in order on the window's thread
    public Readings(InstantSource clock, Executor window) {
        this.clock = clock;
        this.window = window;
    }

    /// Grows, on the window's thread, each time something was asked, answered or forgotten.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// When the oldest of what is known of a region was read.
    public Optional<Instant> since(String region) {
        return answers.entrySet().stream()
                .filter(each -> each.getKey().region().equals(region))
                .map(each -> each.getValue().read())
                .min(Instant::compareTo);
    }

    /// Whether something is being asked of a region.
    public boolean isReading(String region) {
        return underWay.keySet().stream().anyMatch(key -> key.region().equals(region));
    }

    /// Has everything that a region said asked anew by those who use it. To be called on the window's thread.
    public void refresh(String region) {
        forget(key -> key.region().equals(region));
    }

    /// The same for one question in every region.
    public void refreshEverywhere(String question) {
        forget(key -> key.question().equals(question));
    }

    private void forget(Predicate<Key> which) {
        answers.keySet().removeIf(which);
        // what is under way is older than this moment
        underWay.keySet().removeIf(which);
        listeners.stream()
                .filter(each -> which.test(each.key()))
                .forEach(each -> each.told().run());
        changed();
    }

    /// @param blockingCall asks it
    <T> Source<T> of(String region, String question, Supplier<T> blockingCall) {
        var key = new Key(region, question);
        return new Source<>() {
            @Override
            public Optional<T> known() {
                return Readings.this.known(key);
            }

            @Override
            public T read() {
                return Readings.this.read(key, blockingCall);
            }

            @Override
            public T readAnew() {
                var mine = new CompletableFuture<Object>();
                underWay.put(key, mine);
                return ask(key, mine, blockingCall);
            }

            @Override
            public Subscription whenForgotten(Runnable told) {
                var listener = new Listener(key, told);
                listeners.add(listener);
                return () -> listeners.remove(listener);
            }
        };
    }

    @SuppressWarnings("unchecked") // a question has one kind of answer
    private <T> Optional<T> known(Key key) {
        return Optional.ofNullable(answers.get(key)).map(answer -> (T) answer.value());
    }

    private <T> T read(Key key, Supplier<T> blockingCall) {
        while (true) {
            var mine = new CompletableFuture<Object>();
            var other = Optional.ofNullable(underWay.putIfAbsent(key, mine));
            Optional<T> known = known(key);
            if (known.isPresent()) {
                underWay.remove(key, mine);
                return known.get();
            }
            if (other.isEmpty()) {
                return ask(key, mine, blockingCall);
            }
            Optional<T> heard = join(other.get());
            if (heard.isPresent()) {
                return heard.get();
            }
        }
    }

    private <T> T ask(Key key, CompletableFuture<Object> mine, Supplier<T> blockingCall) {
        changed();
        try {
            var begun = clock.instant();
            var value = blockingCall.get();
            // whoever forgot the question meanwhile does not want this answer kept
            underWay.computeIfPresent(key, (_, now) -> {
                if (now == mine) {
                    answers.put(key, new Answer(value, begun));
                }
                return now;
            });
            mine.complete(value);
            return value;
        } catch (RuntimeException problem) {
            mine.completeExceptionally(problem);
            throw problem;
        } finally {
            mine.completeExceptionally(new IllegalStateException("nothing was answered"));
            underWay.remove(key, mine);
            changed();
        }
    }

    /// Waits for the answer to somebody else's question; nothing if they no longer wanted it.
    @SuppressWarnings("unchecked") // a question has one kind of answer
    private <T> Optional<T> join(CompletableFuture<Object> other) {
        try {
            return Optional.of((T) other.get());
        } catch (InterruptedException interrupted) {
            throw nobodyWaits(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CloudProblem problem && problem.kind() == CloudProblem.Kind.CANCELLED) {
                return Optional.empty();
            }
            throw (RuntimeException) failed.getCause();
        }
    }

    static CloudProblem nobodyWaits(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        var words = Messages.of(Readings.class).text("readings.cancelled.text");
        return new CloudProblem(CloudProblem.Kind.CANCELLED, "", "", words, "", interrupted);
    }

    private void changed() {
        window.execute(() -> changes.set(changes.get() + 1));
    }
}
