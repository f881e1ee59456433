package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.preflight.Facts;
import dev.ecswizard.preflight.Preflight;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Checks.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Checks the choices against the account whenever they are complete, by itself. What comes late for choices that are
/// no longer these is dropped.
public final class ChecksModel {
    /// How long the choices have to stand still before the account is asked about them.
    static final Duration QUIET = Duration.ofMillis(400);

    /// From which age on the account is asked anew when the person comes to see what was found.
    public static final Duration OLD = Duration.ofMinutes(3);

    private final Messages messages = Messages.of(ChecksModel.class);
    private final Background background;
    private final Pace pace;
    private final Function<Checks.Subject, Facts> survey;
    private final ObservableValue<Optional<ClusterSpec>> spec;
    private final ObservableValue<Optional<Place>> place;
    private final ObservableValue<Optional<String>> missing;
    private final ObjectProperty<Optional<Known>> stack = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty deployed = new SimpleBooleanProperty();
    private final BooleanProperty listed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Checks> state = new ReadOnlyObjectWrapper<>(new Checks.Incomplete(""));
    private Optional<Subject> subject = Optional.empty();
    private Optional<Checks.Done> known = Optional.empty();
    private Background.Handle running = () -> {};
    private Runnable whenShown = () -> {};

    /// @param pace how time passes; a pause blocks
    /// @param survey reads what the checks need; blocks until it is there or its thread is interrupted
    /// @param missing what is missing on the first page that is not complete, in words
    public ChecksModel(
            Background background,
            Pace pace,
            Function<Checks.Subject, Facts> survey,
            ObservableValue<Optional<ClusterSpec>> spec,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<String>> missing) {
        this.background = background;
        this.pace = pace;
        this.survey = survey;
        this.spec = spec;
        this.place = place;
        this.missing = missing;
        deployed.subscribe(_ -> {
            known = Optional.empty();
            look();
        });
        stack.subscribe(_ -> change());
        spec.subscribe(_ -> change());
        place.subscribe(_ -> change());
        missing.subscribe(_ -> {
            if (state.get() instanceof Checks.Incomplete) {
                state.set(incomplete());
            }
        });
    }

    public ReadOnlyObjectProperty<Checks> state() {
        return state.getReadOnlyProperty();
    }

    /// A stack that is there. If the choices bear its name, in its account and region, what it holds is not in the way.
    public ObjectProperty<Optional<Known>> stack() {
        return stack;
    }

    /// Whether the stack of these choices has been made, so that there is nothing to check beforehand.
    public BooleanProperty deployed() {
        return deployed;
    }

    /// Whether the person wants to see the findings one by one, where there is room for them or for something else.
    public BooleanProperty listed() {
        return listed;
    }

    /// Shows the findings one by one, wherever the person is.
    public void show() {
        listed.set(true);
        whenShown.run();
    }

    /// @param goThere goes to the page that shows the findings
    public void whenShown(Runnable goThere) {
        whenShown = goThere;
    }

    /// Asks the account anew, whatever is known. Nothing happens while there is nothing to check.
    public void again() {
        if (subject.isPresent() && !deployed.get()) {
            read(Duration.ZERO);
        }
    }

    /// Gives up what is under way.
    public void cancel() {
        if (state.get() instanceof Checks.Running(var _, var before)) {
            running.stop();
            state.set(new Checks.Cancelled(before));
        }
    }

    /// Called when the person comes to a page that shows what was found.
    public void arrived() {
        if (state.get() instanceof Checks.Done done && isOld(done)) {
            again();
        }
    }

    private boolean isOld(Checks.Done done) {
        return Duration.between(done.time(), pace.now()).compareTo(OLD) >= 0;
    }

    private Optional<Subject> findSubject() {
        return place.getValue()
                .flatMap(where -> spec.getValue()
                        .map(what -> new Subject(
                                where.cloud(),
                                where.caller(),
                                what,
                                stack.get().filter(known -> isChange(where, what, known)))));
    }

    private static boolean isChange(Place where, ClusterSpec what, Known known) {
        return known.is(what.cluster().stackName(), where.caller().account(), what.region());
    }

    private void change() {
        var now = findSubject();
        if (!now.equals(subject)) {
            subject = now;
            look();
        }
    }

    private void look() {
        running.stop();
        if (subject.isEmpty()) {
            state.set(incomplete());
        } else if (deployed.get()) {
            state.set(new Checks.Deployed());
        } else if (known.filter(done -> !isOld(done) && done.tellsOf(subject.get()))
                .isPresent()) {
            compare(known.get().facts());
        } else {
            read(QUIET);
        }
    }

    private Checks.Incomplete incomplete() {
        return new Checks.Incomplete(missing.getValue().orElseGet(() -> messages.text("checks.account.missing")));
    }

    /// Asks nothing.
    private void compare(Facts facts) {
        var now = subject.orElseThrow();
        start(() -> done(now, facts));
    }

    private void read(Duration quiet) {
        var now = subject.orElseThrow();
        start(() -> {
            if (quiet.isPositive()) {
                pace.pause(quiet);
            }
            return done(now, survey.apply(now));
        });
    }

    private static Checks.Done done(Subject now, Facts facts) {
        return new Checks.Done(now, Preflight.findings(now.spec(), facts), facts);
    }

    private void start(Background.Work<Checks.Done> work) {
        running.stop();
        var before = before();
        state.set(new Checks.Running(subject.orElseThrow(), before));
        running = background.start(
                work,
                done -> {
                    known = Optional.of(done);
                    state.set(done);
                },
                problem -> fail(problem, before));
    }

    private Optional<Checks.Done> before() {
        return known.filter(done -> subject.orElseThrow().isInSamePlace(done.subject()));
    }

    private void fail(Exception problem, Optional<Checks.Done> before) {
        state.set(new Checks.Failed(problem, before));
        if (!(problem instanceof CloudProblem)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(problem);
        }
    }
}
