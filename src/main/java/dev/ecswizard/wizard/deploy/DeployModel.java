package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.PageModel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Makes the stack, follows it to its end and deletes it again. One stack at a time; what is followed does not change
/// when answers do.
public final class DeployModel implements PageModel<Outcome.Succeeded> {
    private final Messages messages = Messages.of(DeployModel.class);
    private final Background background;
    private final Pace pace;
    private final Runnable standardRecipe;
    private final OfferModel offered;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final LogModel log;
    private final DeletionModel deletion;
    private final ObservableValue<Boolean> mayDeploy;
    private final ObservableValue<Optional<Outcome.Succeeded>> chosen;
    private final ObservableValue<Boolean> made;
    private final ObservableValue<String> summary;
    private final ObservableValue<Optional<String>> underWay;
    private Optional<Submission> unanswered = Optional.empty();
    private Background.Handle running = () -> {};

    /// @param standardRecipe chooses the standard recipe, for who can not have the classic one
    public DeployModel(Background background, Pace pace, ZoneId zone, OfferModel offered, Runnable standardRecipe) {
        this.offered = offered;
        this.background = background;
        this.pace = pace;
        this.standardRecipe = standardRecipe;
        log = new LogModel(zone);
        deletion = new DeletionModel(background, pace);
        // whatever became of it, it was another request
        offered.wanted().subscribe(_ -> unanswered = Optional.empty());
        mayDeploy = Bindings.createBooleanBinding(
                () -> !state.get().isUnderWay() && offered.isReady().getValue(), offered.isReady(), state);
        made = Bindings.createBooleanBinding(
                () -> offered.offer()
                        .value()
                        .getValue()
                        .filter(state.get()::isMakingOrMade)
                        .isPresent(),
                offered.offer().value(),
                state);
        chosen = state.map(now -> now instanceof State.Ended(var _, var _, Outcome.Succeeded succeeded, var _)
                ? Optional.of(succeeded)
                : Optional.empty());
        summary = state.map(now -> Verdict.brief(now));
        underWay = state.map(now -> now.isUnderWay()
                ? Optional.of(
                        messages.text("deploy.underWay.text", now.stackName().orElseThrow()))
                : Optional.empty());
    }

    /// What would be made, and whether it may be.
    public OfferModel offered() {
        return offered;
    }

    /// Whether the stack of just these choices is being made or is there.
    public ObservableValue<Boolean> isMade() {
        return made;
    }

    public ObservableValue<Boolean> mayDeploy() {
        return mayDeploy;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public LogModel log() {
        return log;
    }

    public DeletionModel deletion() {
        return deletion;
    }

    /// Why what is behind the connection may not be changed now, in words.
    public ObservableValue<Optional<String>> underWay() {
        return underWay;
    }

    /// Forgets the stack of an account that is no longer what it was, unless it is at work on one.
    public void forget(Caller account) {
        if (!state.get().isUnderWay()
                && state.get().account().filter(account.account()::equals).isPresent()) {
            unanswered = Optional.empty();
            deletion.leave();
            log.set(List.of());
            state.set(new State.Nothing());
        }
    }

    /// How long it took, or has taken till now.
    public Optional<Duration> elapsed() {
        return state.get().took(pace.now());
    }

    /// Makes the stack and follows it, at the end of the checks if they are under way. Nothing happens unless
    /// [#mayDeploy].
    public void deploy() {
        if (mayDeploy.getValue()) {
            offered.gate().pass(this::submit);
        }
    }

    private void submit() {
        if (!mayDeploy.getValue()) {
            return;
        }
        var now = offered.offer().value().getValue().orElseThrow();
        var known = unanswered;
        log.set(List.of());
        begin(new State.Submitting(now, pace.now()), news -> {
            var submission = known.orElseGet(now::submission);
            news.accept(new News.Prepared(submission));
            var stackId = submission.submit(now.stacks(), pace);
            news.accept(new News.Made(stackId, submission.resources()));
            return follow(now.stacks(), stackId, Aim.COMPLETION, submission.resources(), news);
        });
    }

    /// Follows the stack whose name stood in the way.
    public void watchExisting() {
        if (state.get() instanceof State.Refused refused && refused.isNameTaken()) {
            var now = refused.offer();
            log.set(List.of());
            begin(new State.Submitting(now, pace.now()), news -> {
                var stackId = now.stacks()
                        .find(now.stackName())
                        .orElseThrow(refused::problem)
                        .id();
                news.accept(new News.Made(stackId, 0));
                return follow(now.stacks(), stackId, Aim.COMPLETION, 0, news);
            });
        }
    }

    /// Stops looking; AWS goes on.
    public void stopWatching() {
        if (state.get() instanceof State.Watching(var run, var progress)) {
            running.stop();
            state.set(new State.Stopped(run, progress, Optional.empty()));
        }
    }

    public void watchAgain() {
        if (state.get() instanceof State.Stopped(var run, var progress, var _)) {
            begin(
                    new State.Watching(run, progress),
                    news -> follow(run.stacks(), run.stackId(), run.aim(), run.resources(), news));
        }
    }

    /// Asks whether the stack that is shown is to be deleted.
    public void askToDelete() {
        state.get().shown().filter(_ -> !state.get().isUnderWay()).ifPresent(deletion::ask);
    }

    /// Deletes it, once that is confirmed, and follows the deletion.
    public void delete() {
        if (!deletion.isConfirmed().getValue() || state.get().isUnderWay()) {
            return;
        }
        var before = state.get();
        var run = deletion.asked().get().orElseThrow().towards(Aim.DELETION, pace.now());
        deletion.leave();
        state.set(new State.Watching(run, before.seen()));
        running = background.follow(
                news -> new Deletion(run.stacks(), pace)
                        .delete(run.stackId(), progress -> news.accept(new News.Seen(progress))),
                this::hear,
                this::end,
                problem -> {
                    if (hasBegun(before)) {
                        fail(problem);
                    } else {
                        state.set(before);
                        deletion.fail(run, problem);
                    }
                });
    }

    /// Chooses the standard recipe.
    public void useStandardRecipe() {
        standardRecipe.run();
    }

    @Override
    public ObservableValue<Optional<Outcome.Succeeded>> chosen() {
        return chosen;
    }

    @Override
    public ObservableValue<Optional<String>> missing() {
        return offered.missing();
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }

    /// There is nothing to take over: what is followed stays what it is.
    @Override
    public void open(ClusterSpec spec) {}

    @Override
    public void reached() {
        offered.gate().arrived();
    }

    private void begin(State first, Background.Loop<News, Outcome> loop) {
        deletion.leave();
        state.set(first);
        running = background.follow(loop, this::hear, this::end, this::fail);
    }

    private Outcome follow(Stacks stacks, String stackId, Aim aim, int resources, Consumer<News> news) {
        return new Follower(stacks, pace)
                .follow(stackId, aim, resources, progress -> news.accept(new News.Seen(progress)));
    }

    private void hear(News news) {
        switch (news) {
            case News.Prepared(var submission) -> unanswered = Optional.of(submission);
            case News.Made(var stackId, var resources) -> made(stackId, resources);
            case News.Seen(var progress) -> {
                log.set(progress.events());
                state.get().shown().ifPresent(run -> state.set(new State.Watching(run, Optional.of(progress))));
            }
        }
    }

    private void made(String stackId, int resources) {
        unanswered = Optional.empty();
        if (state.get() instanceof State.Submitting(var now, var since)) {
            var run = Run.of(now, stackId, resources, since);
            state.set(new State.Watching(run, Optional.empty()));
        }
    }

    private void end(Outcome outcome) {
        var run = state.get().shown().orElseThrow();
        state.set(new State.Ended(run, state.get().seen(), outcome, until(run.since())));
    }

    private void fail(Exception exception) {
        var known = exception instanceof CloudProblem problem ? Optional.of(problem) : Optional.<CloudProblem>empty();
        switch (state.get()) {
            case State.Submitting(var now, var _) -> {
                var refused = known.map(problem -> new State.Refused(now, problem));
                unanswered = unanswered.filter(
                        _ -> refused.filter(State.Refused::isSilence).isPresent());
                state.set(refused.<State>map(no -> no).orElseGet(State.Nothing::new));
            }
            case State.Watching(var run, var progress) -> state.set(new State.Stopped(run, progress, known));
            case State.Nothing _, State.Refused _, State.Stopped _, State.Ended _ -> {}
        }
        if (known.isEmpty()) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(exception);
        }
    }

    private boolean hasBegun(State before) {
        return !state.get().seen().equals(before.seen());
    }

    private Duration until(Instant since) {
        return Duration.between(since, pace.now());
    }
}
