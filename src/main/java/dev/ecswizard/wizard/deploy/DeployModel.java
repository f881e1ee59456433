package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.PageModel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/// Makes the stack, follows it to its end and deletes it again. One stack at a time; what is followed does not change
/// when answers do.
public final class DeployModel implements PageModel<Outcome.Succeeded> {
    private final Messages messages = Messages.of(DeployModel.class);
    private final Background background;
    private final Pace pace;
    private final FinishModel finish;
    private final FixModel fix;
    private final OfferModel offered;
    private final Course course;
    private final KnownModel known;
    private final Refill refill;
    private final ReadOnlyObjectProperty<State> state;
    private final LogModel log;
    private final TimelineModel timeline;
    private final DeletionModel deletion;
    private final Ways ways;
    private final AccessModel access;
    private final ObservableValue<Boolean> mayDeploy;
    private final ObservableValue<Optional<Outcome.Succeeded>> chosen;
    private final Learning learning;
    private final ObservableValue<String> summary;
    private final ObservableValue<Optional<String>> underWay;

    /// @param answers where what failed is answered otherwise
    /// @param notes where deployments are written down
    public DeployModel(
            Background background, Pace pace, ZoneId zone, OfferModel offered, Answers answers, Notes notes) {
        this.offered = offered;
        this.background = background;
        this.pace = pace;
        log = new LogModel(zone);
        deletion = new DeletionModel(background, pace, notes);
        course = new Course(background, pace, log, deletion, notes);
        finish = course.finish();
        state = course.state();
        ways = new Ways(background, pace, course, log, deletion);
        access = new AccessModel(background, state, finish.trouble(), ways, notes.entrance());
        refill = new Refill(offered, answers);
        known = new KnownModel(offered, course, refill);
        fix = new FixModel(state, ways, answers);
        state.subscribe(finish::follow);
        timeline = new TimelineModel(pace, state, finish.finish(), finish.seen());
        // whatever became of it, it was another request
        offered.wanted().subscribe(course.proposing()::wantsOther);
        offered.offer().value().subscribe(now -> now.ifPresent(course.review()::concerns));
        mayDeploy = Bindings.createBooleanBinding(
                () -> !state.get().isUnderWay()
                        && !(state.get() instanceof State.Reviewing)
                        && offered.isReady().getValue(),
                offered.isReady(),
                state);
        learning = new Learning(background, offered, refill, state);
        chosen = state.map(now -> now instanceof State.Ended(var _, var _, Outcome.Succeeded succeeded, var _)
                ? Optional.of(succeeded)
                : Optional.empty());
        summary = state.map(now -> Verdict.brief(now));
        underWay = state.map(now -> now.isUnderWay()
                ? Optional.of(
                        messages.text("deploy.underWay.text", now.stackName().orElseThrow()))
                : Optional.empty());
    }

    /// Without anything being written down.
    DeployModel(Background background, Pace pace, ZoneId zone, OfferModel offered, Answers answers) {
        this(background, pace, zone, offered, answers, Notes.none());
    }

    /// What would be made, and whether it may be.
    public OfferModel offered() {
        return offered;
    }

    /// Whether the stack of just these choices is being made or is there.
    public ObservableValue<Boolean> isMade() {
        return learning.isMade();
    }

    public ObservableValue<Boolean> mayDeploy() {
        return mayDeploy;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state;
    }

    public LogModel log() {
        return log;
    }

    /// What each resource did and waited for.
    public TimelineModel timeline() {
        return timeline;
    }

    /// The short paths of a stack that is there.
    public KnownModel known() {
        return known;
    }

    /// What is carried out with, and how a failure is met.
    public ReviewModel review() {
        return course.review();
    }

    public DeletionModel deletion() {
        return deletion;
    }

    /// Has the choices become that stack, as long as they bear its name; nothing has them make a new one.
    public void change(Optional<Known> stack) {
        offered.known().set(stack);
    }

    /// What leads on from the state of the stack that is shown.
    public Ways ways() {
        return ways;
    }

    /// New credentials for what is watched.
    public AccessModel access() {
        return access;
    }

    /// Why what is behind the connection may not be changed now, in words.
    public ObservableValue<Optional<String>> underWay() {
        return underWay;
    }

    /// Forgets the stack of an account that is no longer what it was, unless it is at work on one.
    public void forget(Caller account) {
        if (!state.get().isUnderWay()
                && state.get().account().filter(account.account()::equals).isPresent()) {
            course.forget();
        }
    }

    /// How long it took, or has taken till now.
    public Optional<Duration> elapsed() {
        return state.get().took(pace.now());
    }

    /// Makes the stack, at the end of the checks if they are under way; what would become of one that is there is
    /// worked out and reviewed first. Nothing happens unless [#mayDeploy].
    public void deploy() {
        pass(false);
    }

    /// The same, but a new stack is reviewed first, too.
    public void deployReviewed() {
        pass(true);
    }

    private void pass(boolean isReviewed) {
        if (mayDeploy.getValue()) {
            offered.gate().pass(() -> submit(isReviewed));
        }
    }

    private void submit(boolean isReviewed) {
        if (!mayDeploy.getValue()) {
            return;
        }
        var now = offered.offer().value().getValue().orElseThrow();
        refill.expectNothing();
        if (isReviewed || now.known().isPresent()) {
            course.proposing().propose(now, now::submission, _ -> Optional.empty());
        } else {
            course.proposing().make(now, now::submission);
        }
    }

    /// Has what was reviewed carried out, and follows it. Once, however often it is pressed.
    public void execute() {
        course.proposing().execute();
    }

    /// Does not deploy after all; the change set is removed.
    public void discard() {
        course.proposing().discard();
    }

    /// To be called when the window closes. Blocks for a moment where a change set has to be removed.
    public void close() {
        finish.close();
        course.close();
    }

    /// Follows the stack whose name stood in the way.
    public void watchExisting() {
        if (state.get() instanceof State.Refused refused && refused.isNameTaken()) {
            var now = refused.offer();
            log.set(List.of());
            course.begin(new State.Submitting(now, pace.now()), news -> {
                var stackId = now.stacks()
                        .find(now.stackName())
                        .orElseThrow(refused::problem)
                        .id();
                news.accept(new News.Made(stackId, 0));
                return course.follow(now.stacks(), new Target(stackId, Aim.COMPLETION, 0), news);
            });
        }
    }

    /// Has the stack whose name stood in the way become what was chosen, once that is reviewed.
    public void changeExisting() {
        if (state.get() instanceof State.Refused refused && refused.isNameTaken()) {
            learning.know(refused.offer().stacks(), refused.offer().stackName());
        }
    }

    /// Asks whether the stack that is shown is to be deleted.
    public void askToDelete() {
        state.get().shown().filter(_ -> !state.get().isUnderWay()).ifPresent(deletion::ask);
    }

    /// Frees its hosts and deletes it, once that is confirmed, and follows the deletion.
    public void delete() {
        if (deletion.isConfirmed().getValue() && !state.get().isUnderWay()) {
            deletion.clear(this::delete);
        }
    }

    private void delete(Run cleared, DeletionExtent extent) {
        var seen = state.get().seen();
        var run = cleared.towards(Aim.DELETION, pace.now());
        course.run(
                new State.Watching(run, seen),
                news -> course.delete(run, extent, news),
                problem -> deletion.fail(run, problem));
    }

    /// The hosts of the stack, and whether they have joined the cluster.
    public FinishModel finish() {
        return finish;
    }

    /// The way from a failure to the choice that caused it.
    public FixModel fix() {
        return fix;
    }

    /// Chooses the standard recipe.
    public void useStandardRecipe() {
        fix.useStandardRecipe();
    }

    @Override
    public String title() {
        return messages.text("deploy.step.title");
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
}
