package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.deploy.Unfinished;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Deployments that were under way when the app last ended, offered one after the other to be gone on with.
public final class UnfinishedModel {
    private final Messages messages = Messages.of(UnfinishedModel.class);
    private final Background background;
    private final Pace pace;
    private final Journals journals;
    private final Logbook logbook;
    private final WayBack way;
    private final DeployModel deploy;
    private final Runnable show;
    private final List<Unfinished> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Unfinished>> offered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Proposal.Ready>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param show goes to the page that shows a stack
    public UnfinishedModel(
            Background background, Pace pace, Journals journals, Notes notes, DeployModel deploy, Runnable show) {
        this.background = background;
        this.pace = pace;
        this.journals = journals;
        this.logbook = notes.logbook();
        this.way = new WayBack(background, notes.entrance());
        this.deploy = deploy;
        this.show = show;
        deploy.state().subscribe(_ -> logbook.trouble().ifPresent(words -> trouble.set(Optional.of(words))));
    }

    /// Looks for what was left; to be called once the ways into accounts are known.
    public void look() {
        background.start(
                journals::unfinished,
                found -> {
                    waiting.addAll(found.unfinished());
                    if (!found.problems().isEmpty()) {
                        trouble.set(Optional.of(String.join("\n", found.problems())));
                    }
                    next();
                },
                this::fail);
    }

    /// Whether there is anything to say.
    public ObservableValue<Boolean> isNeeded() {
        return offered.flatMap(left -> trouble.map(words -> left.isPresent() || words.isPresent()));
    }

    /// The one that is offered.
    public ReadOnlyObjectProperty<Optional<Unfinished>> offered() {
        return offered.getReadOnlyProperty();
    }

    /// What it would do, where it had not been carried out and a person is to say whether it is.
    public ReadOnlyObjectProperty<Optional<Proposal.Ready>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Why it could not be gone on with, in words; trying again is safe.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Why something can not be read or written down, in words.
    public ReadOnlyObjectProperty<Optional<String>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public void dismissTrouble() {
        trouble.set(Optional.empty());
    }

    public ReadOnlyBooleanProperty isWorking() {
        return working.getReadOnlyProperty();
    }

    /// Goes on: watches what is carried out, else finds out what it would do. Nothing happens while another stack is at
    /// work.
    public void goOn() {
        offered.get().filter(_ -> isFree()).ifPresent(left -> {
            switch (left.kind()) {
                case DEPLOYMENT -> deploy(left);
                case CLEARING, UNPROTECTING -> takeBack(left, true);
                case DELETION ->
                    work(
                            left,
                            holdings -> logbook.resuming(left).delete(holdings, pace),
                            target -> watch(left, target));
                case MENDING ->
                    work(left, holdings -> logbook.resuming(left).mend(holdings, pace), target -> watch(left, target));
                case PROOF ->
                    work(left, holdings -> logbook.resuming(left).release(holdings.hosts(), pace), this::released);
            }
        });
    }

    private void deploy(Unfinished left) {
        if (left.isWithdrawn()) {
            remove();
        } else if (left.isCarriedOut()) {
            work(
                    left,
                    holdings -> {
                        var target = logbook.resuming(left).execute(holdings.stacks(), pace);
                        return new Protected(target, protect(left, holdings, target.stackId()));
                    },
                    found -> watch(left, found));
        } else {
            work(
                    left,
                    holdings -> logbook.resuming(left).propose(holdings.stacks(), pace),
                    proposal -> ask(left, proposal));
        }
    }

    /// Has the hosts take tasks again that a deletion was about to free; the question may have another answer by now.
    /// Where it is not asked again the stack is protected as before.
    private void takeBack(Unfinished left, boolean asksAgain) {
        work(
                left,
                holdings -> {
                    logbook.resuming(left).takeBack(holdings, !asksAgain);
                    return Run.of(left, left.stackId().orElseThrow(), holdings, Aim.COMPLETION);
                },
                run -> {
                    next();
                    if (asksAgain) {
                        deploy.ways().take(run, StackAction.DELETE);
                        show.run();
                    }
                });
    }

    private void released(Proof.Release release) {
        next();
        if (release == Proof.Release.BUSY) {
            trouble.set(Optional.of(messages.text("unfinished.proof.busy")));
        }
    }

    /// Has what was asked about carried out, and watches it.
    public void carryOut() {
        offered.get().filter(_ -> isFree()).ifPresent(left -> asked.get().ifPresent(ready -> carryOut(left, ready)));
    }

    private void carryOut(Unfinished left, Proposal.Ready proposal) {
        work(
                left,
                holdings -> {
                    var target = logbook.execute(
                            proposal, holdings.stacks(), pace, left.keepsWhatFails(), left.isToBeProtected());
                    return new Protected(target, protect(left, holdings, target.stackId()));
                },
                found -> watch(left, found));
    }

    /// Has the change set removed that was not carried out, and the empty stack that it made; or leaves a stack whose
    /// hosts were being freed, and has them take tasks again.
    public void remove() {
        offered.get()
                .filter(left -> isFree()
                        && (left.kind() == Unfinished.Kind.CLEARING || left.kind() == Unfinished.Kind.UNPROTECTING))
                .ifPresent(left -> takeBack(left, false));
        offered.get()
                .filter(left -> left.kind() == Unfinished.Kind.DEPLOYMENT)
                .filter(left -> isFree() && !left.isCarriedOut())
                .ifPresent(left -> work(
                        left,
                        holdings -> {
                            logbook.resuming(left).withdraw(holdings.stacks(), pace);
                            return left;
                        },
                        _ -> next()));
    }

    /// Does not offer it again; in AWS all stays as it is.
    public void forget() {
        offered.get().filter(_ -> isFree()).ifPresent(left -> {
            working.set(true);
            background.start(
                    () -> {
                        logbook.resuming(left).forget();
                        return left;
                    },
                    _ -> next(),
                    this::fail);
        });
    }

    /// @param problem why it could not be protected, in words
    private record Protected(Target target, Optional<String> problem) {}

    /// As it was chosen before; doing it twice is harmless. That it can not be done holds up nothing.
    private Optional<String> protect(Unfinished left, Holdings holdings, String stackId) {
        if (!left.isToBeProtected()) {
            return Optional.empty();
        }
        try {
            holdings.standing().protect(stackId, true);
            return Optional.empty();
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            var words = Problem.of(problem);
            return Optional.of(messages.text("deploy.review.unprotected", left.stackName(), words.what(), words.why()));
        }
    }

    private boolean isFree() {
        return !working.get() && !deploy.state().get().isUnderWay();
    }

    private <T> void work(Unfinished left, Function<Holdings, T> step, Consumer<T> done) {
        if (!way.isThere(left)) {
            problem.set(Optional.of(
                    messages.text("unfinished.way.missing", left.origin().label())));
            return;
        }
        working.set(true);
        problem.set(Optional.empty());
        way.go(
                left,
                step,
                result -> {
                    working.set(false);
                    done.accept(result);
                },
                this::fail);
    }

    /// Asks a person, unless one had said before that it be carried out if it only adds.
    private void ask(Unfinished left, Proposal proposal) {
        switch (proposal) {
            case Proposal.Ready ready when left.isMeant() && ready.addsOnly() -> carryOut(left, ready);
            case Proposal.Ready ready -> asked.set(Optional.of(ready));
            case Proposal.Nothing _ -> next();
        }
    }

    private void watch(Unfinished left, Protected found) {
        watch(left, found.target);
        found.problem.ifPresent(why -> trouble.set(Optional.of(why)));
    }

    private void watch(Unfinished left, Target target) {
        var run = Run.of(left, target.stackId(), way.reached(), target.aim());
        next();
        deploy.ways().watchOn(run, Optional.empty(), target.request());
        if (left.isToBeCancelled()) {
            deploy.ways().cancelling().askOnce();
        }
        show.run();
    }

    private void next() {
        working.set(false);
        problem.set(Optional.empty());
        asked.set(Optional.empty());
        way.leave();
        offered.set(waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.removeFirst()));
    }

    private void fail(Exception failure) {
        working.set(false);
        var words = Problem.of(failure);
        problem.set(Optional.of(words.what() + " " + words.why()));
    }
}
