package dev.ecswizard;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.preflight.Finding;
import dev.ecswizard.preflight.Preflight;
import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.ClusterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The checks before a deployment, for the command line.
///
/// @param findings by check
/// @param time how long they took, without the opening of the connection
record FileCheck(List<Finding> findings, Duration time) {
    FileCheck {
        findings = List.copyOf(findings);
    }

    /// Checks choices over the connection that a start of the window would choose, but for the sandbox, which has to be
    /// asked for. Blocks for some round trips.
    ///
    /// @throws CloudProblem if there is no such connection, or nobody answers there
    static FileCheck of(ClusterSpec spec, Start start, Sandbox.Options options, MfaPrompt mfa) {
        try (var sandbox = new SandboxConnection(options)) {
            var offer = new Connections(start, sandbox, Optional.empty()).offer();
            var connection = offer.preselected()
                    .filter(each -> each != sandbox || start.sandbox())
                    .orElseThrow(() -> offer.problems().stream().findFirst().orElseGet(FileCheck::nowhere));
            try (var cloud = connection.open(mfa)) {
                // who can not say who they are would be told so by every check
                cloud.caller();
                return of(spec, cloud);
            }
        }
    }

    private static FileCheck of(ClusterSpec spec, Cloud cloud) {
        var start = System.nanoTime();
        var findings = Preflight.run(cloud, spec, InstantSource.system());
        return new FileCheck(findings, Duration.ofNanos(System.nanoTime() - start));
    }

    private static CloudProblem nowhere() {
        return new CloudProblem(CloudProblem.Kind.NO_CREDENTIALS, "", "", Main.words("check.nowhere"), "", null);
    }

    /// Whether the deployment would fail, or what it makes would not work.
    boolean hasFailed() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    private Map<Verdict, Long> counts() {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        for (var verdict : Verdict.values()) {
            counts.put(
                    verdict,
                    findings.stream()
                            .filter(finding -> finding.verdict() == verdict)
                            .count());
        }
        return counts;
    }

    /// One line for what is well, several for what is not, and one for all.
    String lines() {
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            lines.add(Main.words("check.line", verdict(finding), finding.check().title(), finding.what()));
            add(lines, "check.then", finding.then());
            add(lines, "check.fix", finding.fix());
            finding.instead()
                    .ifPresent(other -> add(
                            lines, "check.instead", other.question().key() + ": " + String.join(", ", other.values())));
        }
        var counts = counts();
        lines.add(Main.words(
                "check.sum",
                counts.get(Verdict.PASSED),
                counts.get(Verdict.WARNING),
                counts.get(Verdict.FAILED),
                counts.get(Verdict.UNCHECKED),
                time.toMillis()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String verdict(Finding finding) {
        return switch (finding.verdict()) {
            case PASSED -> Main.words("check.passed");
            case WARNING -> Main.words("check.warning");
            case FAILED -> Main.words("check.failed");
            case UNCHECKED -> Main.words("check.unchecked");
        };
    }

    private static void add(List<String> lines, String key, String sentence) {
        if (!sentence.isEmpty()) {
            lines.add(Main.words(key, sentence));
        }
    }

    /// The same for programs: one JSON object.
    String json() {
        var all = new LinkedHashMap<String, Object>();
        counts().forEach((verdict, count) -> all.put(verdict.name().toLowerCase(Locale.ROOT), count));
        all.put("milliseconds", time.toMillis());
        all.put("findings", findings.stream().map(FileCheck::fields).toList());
        return Json.of(all);
    }

    private static Map<String, Object> fields(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("check", finding.check().name());
        fields.put("verdict", finding.verdict().name());
        fields.put("kind", finding.kind());
        fields.put("resource", finding.resource());
        fields.put("what", finding.what());
        fields.put("then", finding.then());
        fields.put("fix", finding.fix());
        fields.put("question", finding.question().key());
        finding.instead()
                .ifPresent(
                        other -> fields.put("instead", Map.of(other.question().key(), other.values())));
        finding.problem().ifPresent(problem -> fields.put("action", problem.action()));
        return fields;
    }
}
