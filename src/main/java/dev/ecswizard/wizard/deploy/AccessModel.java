package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Entrance;
import dev.ecswizard.wizard.SignInModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// New credentials for a stack that is watched when the old ones no longer do. It goes on from what was seen; the stack
/// itself never stopped.
public final class AccessModel {
    private final Background background;
    private final ObservableValue<State> state;
    private final Ways course;
    private final Entrance entrance;
    private final ObservableValue<Boolean> wanted;
    private final ReadOnlyObjectWrapper<List<Choice<Connection>>> ways = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> way = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final SignInModel signIn;
    private Background.Handle running = () -> {};

    /// @param unseen what keeps the hosts of a stack that is complete from being seen
    AccessModel(
            Background background,
            ObservableValue<State> state,
            ObservableValue<Optional<CloudProblem>> unseen,
            Ways course,
            Entrance entrance) {
        this.background = background;
        this.state = state;
        this.course = course;
        this.entrance = entrance;
        signIn = new SignInModel(background);
        wanted = Bindings.createBooleanBinding(
                () -> lacksCredentials(state.getValue(), unseen.getValue()), state, unseen);
        wanted.subscribe(now -> {
            running.stop();
            signIn.cancel();
            opening.set(false);
            problem.set(Optional.empty());
            if (now) {
                ways.set(Choice.of(entrance.ways(), Connection::id, List.of()));
                way.set(way.get().filter(id -> entrance.way(id).isPresent()).or(entrance::used));
            }
        });
    }

    private static boolean lacksCredentials(State state, Optional<CloudProblem> unseen) {
        var trouble = switch (state) {
            case State.Watching(var _, var progress) -> progress.flatMap(Progress::trouble);
            case State.Stopped(var _, var _, var why) -> why;
            case State.Ended _ -> unseen;
            default -> Optional.<CloudProblem>empty();
        };
        return trouble.filter(CloudProblem::isOfCredentials).isPresent();
    }

    /// Whether the stack, or its hosts, can not be seen for want of credentials.
    public ObservableValue<Boolean> isWanted() {
        return wanted;
    }

    public ReadOnlyObjectProperty<List<Choice<Connection>>> ways() {
        return ways.getReadOnlyProperty();
    }

    /// The id of the way to sign in by.
    public ReadOnlyObjectProperty<Optional<String>> way() {
        return way.getReadOnlyProperty();
    }

    public void choose(String id) {
        signIn.cancel();
        way.set(Optional.of(id));
        problem.set(Optional.empty());
    }

    /// Why it did not help, in words.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty isOpening() {
        return opening.getReadOnlyProperty();
    }

    /// The sign-in in the browser that [#signIn] may need.
    public SignInModel inBrowser() {
        return signIn;
    }

    /// Reads the credentials of the chosen way anew and goes on watching with them, if they lead into the stack's
    /// account. Where they have ended and the way has a sign-in, that comes first. For nothing else of the app does
    /// the way change.
    public void signIn() {
        var run = state.getValue().shown();
        var chosen = way.get().flatMap(entrance::way);
        if (opening.get() || run.isEmpty() || chosen.isEmpty()) {
            return;
        }
        signIn.cancel();
        opening.set(true);
        problem.set(Optional.empty());
        var there = chosen.get();
        open(
                run.get(),
                there,
                failure -> there.signIn()
                        .filter(_ -> SignInModel.mends(failure))
                        .ifPresentOrElse(
                                each -> signIn.start(
                                        each, () -> open(run.get(), there, this::fail), () -> opening.set(false)),
                                () -> fail(failure)));
    }

    private void open(Run run, Connection by, Consumer<Exception> failed) {
        var into = entrance.into(run.account(), by);
        running = background.start(
                () -> Holdings.in(into.run(), run.region()),
                holdings -> {
                    opening.set(false);
                    var seen = state.getValue().seen().map(AccessModel::untroubled);
                    course.seeOn(run.by(holdings), seen);
                },
                failed);
    }

    private void fail(Exception failure) {
        opening.set(false);
        var words = Problem.of(failure);
        problem.set(Optional.of(words.what() + " " + words.why()));
    }

    private static Progress untroubled(Progress seen) {
        return new Progress(
                seen.stack(),
                seen.events(),
                List.of(),
                seen.done(),
                seen.total(),
                seen.cause(),
                Optional.empty(),
                seen.ending());
    }
}
