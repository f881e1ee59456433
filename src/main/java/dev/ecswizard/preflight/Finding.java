package dev.ecswizard.preflight;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.template.Question;
import java.util.List;
import java.util.Optional;

/// What a check found about one thing.
///
/// @param kind a word for the fact that stays the same in every language, such as `WAY_NONE`; `UNREAD` for what could
///     not be read
/// @param resource what it is about: an id or name, or empty
/// @param what the fact, in a sentence
/// @param then what would happen and when, or empty
/// @param fix what to do about it, or empty
/// @param question the question whose answer it is about
/// @param instead an answer that would do
/// @param problem why something could not be read
public record Finding(
        Check check,
        Verdict verdict,
        String kind,
        String resource,
        String what,
        String then,
        String fix,
        Question question,
        Optional<Instead> instead,
        Optional<CloudProblem> problem) {
    /// Another answer.
    ///
    /// @param values as they stand in a cluster file; more than one where the answer is a list
    public record Instead(Question question, List<String> values) {
        public Instead {
            values = List.copyOf(values);
        }

        static Instead of(Question question, String... values) {
            return new Instead(question, List.of(values));
        }
    }

    /// @param arguments what the case's sentences say beside the resource, which is their first
    static Finding of(Case of, String resource, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = resource;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Finding(
                of.check(),
                of.verdict(),
                of.name(),
                resource,
                Words.of("what." + of.name(), all),
                of.isGood() ? "" : Words.of("then." + of.name(), all),
                of.isGood() ? "" : Words.of("fix." + of.name(), all),
                of.question(),
                Optional.empty(),
                Optional.empty());
    }

    /// Of what could not be read.
    static Finding unread(Check check, Question question, String resource, CloudProblem problem) {
        var isDenied = problem.kind() == CloudProblem.Kind.DENIED;
        var key = isDenied ? "DENIED" : "PROBLEM";
        return new Finding(
                check,
                Verdict.UNCHECKED,
                "UNREAD",
                resource,
                Words.of("unread." + key, problem.action(), problem.getMessage()),
                "",
                Words.of("reread." + key, problem.action()),
                question,
                Optional.empty(),
                Optional.of(problem));
    }

    Finding with(Instead other) {
        return new Finding(check, verdict, kind, resource, what, then, fix, question, Optional.of(other), problem);
    }

    /// Whether it keeps from deploying until a person says "deploy anyway".
    public boolean blocks() {
        return verdict == Verdict.FAILED;
    }
}
