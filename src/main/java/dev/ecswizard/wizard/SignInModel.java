package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Problem;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A sign-in in the person's browser, and how far it has come.
public final class SignInModel {
    /// How far it has come.
    public sealed interface State {}

    /// Nobody is asked to sign in.
    public record Idle() implements State {}

    /// The person is in the browser.
    public record Waiting(SignIn.Prompt prompt) implements State {}

    /// It came to nothing.
    public record Failed(Problem problem) implements State {}

    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Idle());
    private Background.Handle running = () -> {};
    private Runnable givenUp = () -> {};

    public SignInModel(Background background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a sign-in would mend a problem. One that says of no command to run is of something else: a one-time
    /// code, the clock.
    public static boolean mends(Exception problem) {
        return problem instanceof CloudProblem known
                && known.isOfCredentials()
                && known.remedy().isPresent();
    }

    /// Begins one, in place of one that is under way.
    ///
    /// @param done what is gone on with afterwards
    /// @param givenUp told when there is nothing to go on with: it failed or was cancelled
    public void start(SignIn signIn, Runnable done, Runnable givenUp) {
        cancel();
        this.givenUp = givenUp;
        state.set(new Waiting(SignIn.Prompt.NOTHING));
        running = background.<SignIn.Prompt, Optional<Void>>follow(
                told -> {
                    signIn.run(told);
                    return Optional.empty();
                },
                prompt -> state.set(new Waiting(prompt)),
                _ -> {
                    state.set(new Idle());
                    done.run();
                },
                this::fail);
    }

    /// Waits no longer and ends what was begun for it; a failure is forgotten.
    public void cancel() {
        var before = state.get();
        running.stop();
        state.set(new Idle());
        if (before instanceof Waiting) {
            givenUp.run();
        }
    }

    private void fail(Exception failure) {
        state.set(new Failed(Problem.of(failure)));
        givenUp.run();
        if (!(failure instanceof CloudProblem)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(failure);
        }
    }
}
