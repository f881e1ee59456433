package dev.ecswizard.ui;

import dev.ecswizard.cloud.CloudProblem;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Something that is fetched in the background, and how far that has come.
public final class Load<T> {
    /// How far it has come.
    public sealed interface State<T> {}

    /// There is nothing to fetch yet.
    public record Idle<T>() implements State<T> {}

    /// It is on its way.
    public record Loading<T>() implements State<T> {}

    /// It is here.
    public record Ready<T>(T value) implements State<T> {}

    /// It did not come; most often for a [CloudProblem].
    public record Failed<T>(Exception problem) implements State<T> {}

    /// The person no longer wanted to wait.
    public record Cancelled<T>() implements State<T> {}

    private final Background background;
    private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(new Idle<>());
    private final ObservableValue<Optional<T>> value =
            state.map(now -> now instanceof Ready<T>(var ready) ? Optional.of(ready) : Optional.empty());
    private Optional<Background.Work<T>> work = Optional.empty();
    // held, since a binding does not live by being listened to
    private ObservableValue<?> input;
    private Optional<?> given = Optional.empty();
    private Background.Handle running = () -> {};
    private Optional<Source<T>> source = Optional.empty();
    private Subscription forgotten = Subscription.EMPTY;

    public Load(Background background) {
        this.background = background;
        // keeps the mapped value current while nobody else listens
        value.subscribe(_ -> {});
    }

    /// A load that begins anew whenever its input changes, and is idle while there is none.
    public static <I, T> Load<T> of(
            Background background, ObservableValue<Optional<I>> input, Function<I, T> blockingCall) {
        return following(background, input, (load, given) -> load.start(() -> blockingCall.apply(given)));
    }

    /// The same from a source: at once where the value is known, and once more, in place of the old value, when it is
    /// to be relied on no longer.
    public static <I, T> Load<T> from(
            Background background, ObservableValue<Optional<I>> input, Function<I, Source<T>> sources) {
        return following(background, input, (load, given) -> load.start(sources.apply(given)));
    }

    private static <I, T> Load<T> following(
            Background background, ObservableValue<Optional<I>> input, BiConsumer<Load<T>, I> start) {
        var load = new Load<T>(background);
        load.input = input;
        input.subscribe(now -> {
            // who is told of a change while another one is being told hears the same twice
            var before = load.given;
            load.given = now;
            if (!before.equals(now)) {
                now.ifPresentOrElse(given -> start.accept(load, given), load::forget);
            }
        });
        return load;
    }

    /// Whether what there is, or is on its way, answers this input. For a moment after a change it does not yet:
    /// bindings on the input are told before the load is.
    public boolean isOf(Object asked) {
        return given.filter(asked::equals).isPresent();
    }

    /// Drops what is under way and starts this instead.
    public void start(Background.Work<T> next) {
        leaveSource();
        fetch(next, next);
    }

    private void start(Source<T> next) {
        leaveSource();
        source = Optional.of(next);
        forgotten = next.whenForgotten(this::renew);
        var known = next.known();
        if (known.isPresent()) {
            running.stop();
            work = Optional.of(next::readAnew);
            state.set(new Ready<>(known.get()));
        } else {
            fetch(next::read, next::readAnew);
        }
    }

    /// Starts the same once more; nothing if there is nothing to fetch.
    public void retry() {
        work.ifPresent(again -> fetch(again, again));
    }

    /// Exchanges what there is for what the source says now. Until that is there the old value stands.
    private void renew() {
        var from = source.orElseThrow();
        if (state.get() instanceof Ready) {
            running.stop();
            run(from::read);
        } else {
            fetch(from::read, from::readAnew);
        }
    }

    private void fetch(Background.Work<T> next, Background.Work<T> again) {
        running.stop();
        work = Optional.of(again);
        state.set(new Loading<>());
        run(next);
    }

    private void run(Background.Work<T> next) {
        running = background.start(next, result -> state.set(new Ready<>(result)), this::fail);
    }

    private void leaveSource() {
        forgotten.unsubscribe();
        forgotten = Subscription.EMPTY;
        source = Optional.empty();
    }

    /// Drops what is under way and leaves the choice to start again.
    public void cancel() {
        if (state.get() instanceof Loading) {
            running.stop();
            state.set(new Cancelled<>());
        }
    }

    /// Drops what is under way and what was fetched.
    public void forget() {
        leaveSource();
        running.stop();
        work = Optional.empty();
        state.set(new Idle<>());
    }

    public ReadOnlyObjectProperty<State<T>> state() {
        return state.getReadOnlyProperty();
    }

    /// What was fetched, while it stands.
    public ObservableValue<Optional<T>> value() {
        return value;
    }

    private void fail(Exception problem) {
        state.set(new Failed<>(problem));
        if (!(problem instanceof CloudProblem)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(problem);
        }
    }
}
