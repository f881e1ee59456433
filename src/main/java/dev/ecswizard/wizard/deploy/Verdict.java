package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Diagnosis;
import dev.ecswizard.deploy.KnownReason;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A deployment's state in words.
///
/// @param status one line
/// @param cause what failed first, in one sentence
/// @param reason AWS's own words for it
/// @param advice what can be done now
/// @param trouble what keeps the app from seeing everything; it says nothing about the stack
/// @param remedy a command that ends the trouble
/// @param offersStandard whether the standard recipe would not have failed so
record Verdict(
        String status,
        Optional<String> cause,
        Optional<String> reason,
        Optional<String> advice,
        Optional<String> trouble,
        Optional<String> remedy,
        boolean offersStandard) {
    private static final Messages MESSAGES = Messages.of(Verdict.class);

    static Verdict of(State state) {
        var diagnosis = FixModel.diagnosis(state);
        var failed = diagnosis.filter(_ -> !(state instanceof State.Refused));
        var problem = problem(state);
        return new Verdict(
                status(state),
                refusal(state).or(() -> failed.map(Verdict::sentence)),
                reason(state, failed),
                Stream.concat(help(state, diagnosis).stream(), advice(state).stream())
                        .reduce((one, other) -> one + " " + other),
                problem.map(said -> trouble(state, said)),
                remedy(state, problem),
                failed.filter(each -> each.reason() == KnownReason.CLOSED).isPresent() && isClassic(state));
    }

    /// For the list of steps.
    static String brief(State state) {
        return switch (state) {
            case State.Nothing _, State.Refused _, State.Unchanged _ -> "";
            case State.Submitting _, State.Executing _ -> MESSAGES.text("deploy.brief.underWay");
            case State.Reviewing _ -> MESSAGES.text("deploy.brief.review");
            case State.Watching(var _, var progress) -> lastSeen(progress, "deploy.brief.underWay");
            case State.Stopped(var _, var progress, var _) -> lastSeen(progress, "deploy.brief.notWatched");
            case State.Ended(var _, var _, var outcome, var _) ->
                statusOf(outcome).name();
        };
    }

    private static String lastSeen(Optional<Progress> progress, String otherwise) {
        return progress.flatMap(Progress::stack)
                .map(stack -> stack.status().name())
                .orElseGet(() -> MESSAGES.text(otherwise));
    }

    private static String status(State state) {
        return switch (state) {
            case State.Nothing _, State.Reviewing _ -> "";
            case State.Executing(var offer, var _, var _) ->
                MESSAGES.text("deploy.status.executing", offer.stackName());
            case State.Unchanged(var offer) -> MESSAGES.text("deploy.status.unchanged", offer.stackName());
            case State.Submitting(var offer, var _) -> MESSAGES.text("deploy.status.submitting", offer.stackName());
            case State.Refused(var offer, var _) ->
                MESSAGES.text(
                        offer.known().isPresent() ? "deploy.status.notChanged" : "deploy.status.refused",
                        offer.stackName());
            case State.Watching(var run, var progress) -> watching(run, progress);
            case State.Stopped(var run, var progress, var problem)
            when progress.isEmpty() && problem.isEmpty() -> MESSAGES.text("deploy.status.other", run.stackName());
            case State.Stopped(var run, var _, var _) -> MESSAGES.text("deploy.status.stopped", run.stackName());
            case State.Ended(var run, var _, var outcome, var _) ->
                ended(run, outcome) + " \u00b7 " + statusOf(outcome).name();
        };
    }

    private static String watching(Run run, Optional<Progress> progress) {
        var status = progress.flatMap(Progress::stack).map(stack -> stack.status());
        if (status.isEmpty()) {
            return MESSAGES.text("deploy.status.waiting", run.stackName());
        }
        // known before the last look, which may still bring reasons
        return progress.flatMap(Progress::ending)
                        .map(outcome -> ended(run, outcome))
                        .orElseGet(() -> going(run, status.get()))
                + " \u00b7 " + status.get().name();
    }

    private static String going(Run run, StackStatus status) {
        if (status.isRollback()) {
            return MESSAGES.text(
                    status.name().startsWith("UPDATE_") ? "deploy.status.goingBack" : "deploy.status.rollingBack",
                    run.stackName());
        }
        if (status.name().startsWith("DELETE") || run.aim() == Aim.DELETION) {
            return MESSAGES.text("deploy.status.deleting", run.stackName());
        }
        if (status.name().startsWith("UPDATE_")) {
            return MESSAGES.text("deploy.status.changing", run.stackName());
        }
        return status.name().startsWith("CREATE")
                ? MESSAGES.text("deploy.status.creating", run.stackName())
                : MESSAGES.text("deploy.status.other", run.stackName());
    }

    private static String ended(Run run, Outcome outcome) {
        var name = run.stackName();
        return switch (outcome) {
            case Outcome.Succeeded _ -> MESSAGES.text("deploy.status.complete", name);
            case Outcome.Deleted _ -> MESSAGES.text("deploy.status.deleted", name);
            case Outcome.Failed(var stack, var _) ->
                switch (stack.status().name()) {
                    case "ROLLBACK_COMPLETE" -> MESSAGES.text("deploy.status.rolledBack", name);
                    case "DELETE_FAILED" -> MESSAGES.text("deploy.status.notDeleted", name);
                    case "UPDATE_ROLLBACK_COMPLETE" -> MESSAGES.text("deploy.status.asBefore", name);
                    default -> MESSAGES.text("deploy.status.failed", name);
                };
        };
    }

    private static StackStatus statusOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(var stack) -> stack.status();
            case Outcome.Failed(var stack, var _) -> stack.status();
            case Outcome.Deleted _ -> new StackStatus("DELETE_COMPLETE");
        };
    }

    private static String sentence(Diagnosis diagnosis) {
        var arguments = new ArrayList<Object>(List.of(diagnosis.logicalId(), diagnosis.type()));
        arguments.addAll(diagnosis.details().orElse(List.of()));
        var reason = diagnosis.reason().name();
        return diagnosis.details().isPresent()
                ? MESSAGES.text("deploy.causeNamed." + reason, arguments.toArray())
                : MESSAGES.text("deploy.cause." + reason, arguments.toArray());
    }

    /// What helps against the reason, and what the choice has to do with it. What can be done about a stack that has
    /// the name says the advice.
    private static Optional<String> help(State state, Optional<Diagnosis> diagnosis) {
        return diagnosis
                .map(Diagnosis::reason)
                .filter(reason -> reason != KnownReason.OTHER)
                .filter(_ -> !(state instanceof State.Refused refused && refused.isNameTaken()))
                .map(reason -> MESSAGES.text("deploy.help." + reason.name()));
    }

    private static Optional<String> refusal(State state) {
        if (state instanceof State.Refused(var _, var problem)) {
            var words = Problem.of(problem);
            return Optional.of(MESSAGES.text("deploy.refused.reason", words.what(), words.why()));
        }
        return Optional.empty();
    }

    private static Optional<String> reason(State state, Optional<Diagnosis> diagnosis) {
        if (state instanceof State.Ended(var _, var _, Outcome.Failed failed, var _)) {
            return Optional.of(failed.reason()).filter(words -> !words.isEmpty());
        }
        return diagnosis.map(Diagnosis::sentence).filter(words -> !words.isEmpty());
    }

    private static Optional<String> advice(State state) {
        return switch (state) {
            case State.Refused refused
            when refused.isNameTaken() ->
                Optional.of(
                        MESSAGES.text("deploy.advice.nameTaken", refused.offer().stackName()));
            case State.Refused(var offer, var problem)
            when problem.kind() == CloudProblem.Kind.UNREACHABLE ->
                Optional.of(MESSAGES.text("deploy.advice.noAnswer", offer.stackName()));
            case State.Ended ended when FixModel.isMendedByAnotherAnswer(ended) -> Optional.empty();
            case State.Ended(var _, var _, Outcome.Failed(var stack, var cause), var _) ->
                switch (stack.status().name()) {
                    case "ROLLBACK_COMPLETE" -> Optional.of(MESSAGES.text("deploy.advice.rolledBack"));
                    case "REVIEW_IN_PROGRESS" -> Optional.of(MESSAGES.text("deploy.advice.underReview"));
                    case "DELETE_FAILED" -> Optional.of(MESSAGES.text("deploy.advice.notDeleted"));
                    case "UPDATE_ROLLBACK_FAILED" -> Optional.of(MESSAGES.text("deploy.advice.rollbackStuck"));
                    case "UPDATE_FAILED" -> Optional.of(MESSAGES.text("deploy.advice.kept"));
                    case "UPDATE_ROLLBACK_COMPLETE" ->
                        Optional.of(MESSAGES.text(
                                cause.isPresent() ? "deploy.advice.asBefore" : "deploy.advice.takenBack"));
                    case "CREATE_FAILED", "ROLLBACK_FAILED" -> Optional.of(MESSAGES.text("deploy.advice.leftOver"));
                    default -> Optional.of(MESSAGES.text("deploy.advice.other"));
                };
            case State.Stopped stopped
            when stopped.progress().isPresent() || stopped.problem().isPresent() ->
                Optional.of(MESSAGES.text("deploy.advice.stopped"));
            case State.Refused _,
                    State.Nothing _,
                    State.Submitting _,
                    State.Reviewing _,
                    State.Executing _,
                    State.Unchanged _,
                    State.Watching _,
                    State.Stopped _,
                    State.Ended _ -> Optional.empty();
        };
    }

    private static Optional<CloudProblem> problem(State state) {
        return switch (state) {
            case State.Watching(var _, var progress) -> progress.flatMap(Progress::trouble);
            case State.Stopped(var _, var _, var problem) -> problem;
            case State.Nothing _,
                    State.Submitting _,
                    State.Reviewing _,
                    State.Executing _,
                    State.Unchanged _,
                    State.Refused _,
                    State.Ended _ -> Optional.empty();
        };
    }

    private static Optional<String> remedy(State state, Optional<CloudProblem> problem) {
        return state instanceof State.Refused(var _, var refusal)
                ? refusal.remedy()
                : problem.flatMap(CloudProblem::remedy);
    }

    private static String trouble(State state, CloudProblem problem) {
        var words = Problem.of(problem);
        return state instanceof State.Watching
                ? MESSAGES.text("deploy.trouble.goesOn", words.what(), words.why())
                : MESSAGES.text("deploy.refused.reason", words.what(), words.why());
    }

    private static boolean isClassic(State state) {
        return state.shown()
                .flatMap(Run::offer)
                .filter(offer -> offer.wanted().spec().cluster().recipe() == Recipe.CLASSIC)
                .isPresent();
    }
}
