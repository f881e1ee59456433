package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Diagnosis;
import dev.ecswizard.deploy.FirstAttempt;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.ChoiceWords;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The way from a failure back to the choice that caused it.
public final class FixModel {
    /// What can be answered otherwise for another attempt.
    ///
    /// @param name what was asked
    /// @param value what was answered, in a few words
    /// @param removes whether the failed stack goes, which never came up
    /// @param lifts whether it loses, for that, the protection against deletion that it was given here
    public record Fix(Question question, String name, String value, boolean removes, boolean lifts) {}

    private final ChoiceWords words = new ChoiceWords();
    private final ObservableValue<State> state;
    private final Ways ways;
    private final Answers answers;
    private final ObservableValue<Optional<Fix>> fix;

    FixModel(ObservableValue<State> state, Ways ways, Answers answers) {
        this.state = state;
        this.ways = ways;
        this.answers = answers;
        fix = state.map(this::find);
    }

    /// What can be answered otherwise; nothing unless something failed for a choice.
    public ObservableValue<Optional<Fix>> fix() {
        return fix;
    }

    /// Removes a stack that never came up, and shows the page with the choice that caused it; everything else stays as
    /// it is.
    public void fixAndRetry() {
        fix.getValue().ifPresent(now -> {
            removeFirstAttempt();
            answers.goTo(now.question());
        });
    }

    private void removeFirstAttempt() {
        if (removes(state.getValue())) {
            ways.take(StackAction.CLEAN_UP);
        }
    }

    /// Chooses the standard recipe, once a stack that never came up is out of its way.
    void useStandardRecipe() {
        removeFirstAttempt();
        answers.use(Question.RECIPE, List.of(Recipe.STANDARD.key()));
    }

    /// Why the stack that is shown failed, or what was asked for was refused.
    static Optional<Diagnosis> diagnosis(State state) {
        if (state instanceof State.Refused(var offer, var problem)) {
            return Optional.of(Diagnosis.of(
                    problem.getMessage(), offer.wanted().spec().cluster().recipe()));
        }
        return cause(state)
                .map(event -> state.shown()
                        .flatMap(Run::offer)
                        .map(Offer::wanted)
                        .map(made -> Diagnosis.of(
                                event,
                                made.template().origins(),
                                made.spec().cluster().recipe()))
                        .orElseGet(() -> Diagnosis.of(event)));
    }

    private static Optional<StackEvent> cause(State state) {
        if (state instanceof State.Ended(var _, var _, var outcome, var _)) {
            return switch (outcome) {
                case Outcome.Succeeded _ -> Optional.empty();
                case Outcome.Failed(var _, var cause) -> cause;
                case Outcome.Deleted(var _, var cause) -> cause;
            };
        }
        return state.seen().flatMap(Progress::cause);
    }

    private Optional<Fix> find(State state) {
        var spec = switch (state) {
            case State.Refused(var offer, var _) -> Optional.of(offer.wanted().spec());
            case State.Ended(var run, var _, Outcome.Failed _, var _) ->
                run.offer().map(offer -> offer.wanted().spec());
            case State.Nothing _,
                    State.Submitting _,
                    State.Reviewing _,
                    State.Executing _,
                    State.Unchanged _,
                    State.Watching _,
                    State.Stopped _,
                    State.Ended _ -> Optional.<ClusterSpec>empty();
        };
        return spec.flatMap(chosen -> diagnosis(state)
                .flatMap(Diagnosis::choice)
                .map(question -> new Fix(
                        question,
                        words.name(question),
                        words.value(question, chosen),
                        removes(state),
                        removes(state)
                                && state.shown().filter(ways::isGuardedByUs).isPresent())));
    }

    /// Whether the way back to the choice takes away what failed: a first attempt that never came up.
    static boolean isMendedByAnotherAnswer(State state) {
        return removes(state)
                && state.shown().flatMap(Run::offer).isPresent()
                && diagnosis(state).flatMap(Diagnosis::choice).isPresent();
    }

    private static boolean removes(State state) {
        return state instanceof State.Ended(var _, var progress, Outcome.Failed(var stack, var _), var _)
                && progress.filter(seen -> FirstAttempt.hasFailed(stack, seen.events()))
                        .isPresent();
    }
}
