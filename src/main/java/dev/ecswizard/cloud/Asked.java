package dev.ecswizard.cloud;

import java.util.function.Supplier;

/// What came of a question: an answer, or the problem in its place.
public sealed interface Asked<T> {
    /// The answer.
    record Answered<T>(T answer) implements Asked<T> {}

    /// Nobody knows, and why.
    record Unanswered<T>(CloudProblem problem) implements Asked<T> {}

    /// Asks. Blocks as the question does.
    ///
    /// @throws CloudProblem of kind CANCELLED only; any other one is an outcome
    static <T> Asked<T> of(Supplier<T> question) {
        try {
            return new Answered<>(question.get());
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            return new Unanswered<>(problem);
        }
    }
}
