package dev.ecswizard.wizard;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many findings there are of each verdict.
public record Tally(int failed, int warnings, int unchecked, int passed) {
    private static final Messages MESSAGES = Messages.of(Tally.class);

    public static Tally of(List<Finding> findings) {
        return new Tally(
                count(findings, Verdict.FAILED),
                count(findings, Verdict.WARNING),
                count(findings, Verdict.UNCHECKED),
                count(findings, Verdict.PASSED));
    }

    /// The gravest verdict that there is.
    public Verdict worst() {
        if (failed > 0) {
            return Verdict.FAILED;
        }
        if (warnings > 0) {
            return Verdict.WARNING;
        }
        return unchecked > 0 ? Verdict.UNCHECKED : Verdict.PASSED;
    }

    /// What did not pass, in a few words; that all passed, where it did.
    public String words() {
        return worst() == Verdict.PASSED
                ? MESSAGES.text("checks.tally.passed")
                : Stream.of(
                                counted("checks.tally.failed", failed),
                                counted("checks.tally.warnings", warnings),
                                counted("checks.tally.unchecked", unchecked))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String counted(String key, int number) {
        return number == 0 ? "" : MESSAGES.text(key, number);
    }

    private static int count(List<Finding> findings, Verdict verdict) {
        return (int) findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }
}
