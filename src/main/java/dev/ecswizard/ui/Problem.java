package dev.ecswizard.ui;

import dev.ecswizard.cloud.CloudProblem;
import java.util.Optional;

/// Something that went wrong, in words for a person.
///
/// @param what what is the matter, in one sentence
/// @param why what AWS or the system said, or what can be done about it
/// @param remedy a command that mends it
public record Problem(String what, String why, Optional<String> remedy) {
    private static final Messages MESSAGES = Messages.of(Problem.class);

    /// Puts an exception into words.
    public static Problem of(Exception exception) {
        return switch (exception) {
            case CloudProblem problem -> new Problem(what(problem), why(problem), problem.remedy());
            default -> new Problem(MESSAGES.text("problem.unexpected.what"), said(exception), Optional.empty());
        };
    }

    private static String what(CloudProblem problem) {
        var action = problem.action();
        return switch (problem.kind()) {
            case NO_CREDENTIALS -> MESSAGES.text("problem.noCredentials.what");
            case EXPIRED -> MESSAGES.text("problem.expired.what");
            case DENIED ->
                action.isEmpty()
                        ? MESSAGES.text("problem.denied.what")
                        : problem.region()
                                .map(region -> MESSAGES.text("problem.denied.region", action, region))
                                .orElseGet(() -> MESSAGES.text("problem.denied.action", action));
            case THROTTLED -> MESSAGES.text("problem.throttled.what");
            case UNREACHABLE -> MESSAGES.text("problem.unreachable.what");
            case NOT_FOUND -> MESSAGES.text("problem.notFound.what");
            case REFUSED -> MESSAGES.text("problem.refused.what");
            case CANCELLED -> MESSAGES.text("problem.cancelled.what");
        };
    }

    private static String why(CloudProblem problem) {
        var said = said(problem);
        return problem.code().isEmpty() ? said : MESSAGES.text("problem.code.why", said, problem.code());
    }

    private static String said(Exception exception) {
        return exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
    }
}
