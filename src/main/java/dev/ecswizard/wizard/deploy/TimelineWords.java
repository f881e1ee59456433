package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Timeline;
import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.ui.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a timeline shows, in words.
final class TimelineWords {
    private static final Messages MESSAGES = Messages.of(TimelineWords.class);

    private TimelineWords() {}

    /// Such as `Cluster, AWS::ECS::Cluster, created in 12 s`.
    ///
    /// @param now where what goes on has come to
    static String sentence(Bar bar, Instant now) {
        return MESSAGES.text("deploy.timeline.accessible", bar.logicalId(), bar.type(), standing(bar, now));
    }

    /// The same, and below it how long it was at what.
    static String inDetail(Bar bar, Instant now) {
        return Stream.concat(
                        Stream.of(sentence(bar, now)),
                        bar.spans().stream()
                                .map(span -> MESSAGES.text(
                                        "deploy.timeline.span",
                                        kind(span.kind()),
                                        length(Duration.between(
                                                span.from(), span.to().orElse(now))))))
                .collect(Collectors.joining("\n"));
    }

    private static String standing(Bar bar, Instant now) {
        var took = length(
                bar.begun().map(from -> Duration.between(from, bar.until(now))).orElse(Duration.ZERO));
        return bar.now()
                .map(kind -> MESSAGES.text("deploy.timeline.now." + kind, took))
                .or(() -> bar.status().map(status -> MESSAGES.text(ending(status), took)))
                .map(words ->
                        bar.hasFailed() && !isFailure(bar) ? MESSAGES.text("deploy.timeline.failed", words) : words)
                .orElseGet(() -> MESSAGES.text("deploy.timeline.now.OTHERS"));
    }

    private static boolean isFailure(Bar bar) {
        return bar.now().isEmpty()
                && bar.status().filter(StackStatus::isFailure).isPresent();
    }

    private static String ending(StackStatus status) {
        if (status.isFailure()) {
            return "deploy.timeline.ended.failed";
        }
        if (status.isRollback()) {
            return "deploy.timeline.ended.back";
        }
        return switch (status.name()) {
            case "CREATE_COMPLETE", "IMPORT_COMPLETE" -> "deploy.timeline.ended.created";
            case "UPDATE_COMPLETE" -> "deploy.timeline.ended.changed";
            case "DELETE_COMPLETE", "TERMINATE_COMPLETE" -> "deploy.timeline.ended.removed";
            case "DELETE_SKIPPED" -> "deploy.timeline.ended.kept";
            case "JOIN_COMPLETE" -> "deploy.timeline.ended.joined";
            default -> "deploy.timeline.ended.other";
        };
    }

    private static String kind(Timeline.Kind kind) {
        return MESSAGES.text("deploy.timeline.kind." + kind);
    }

    /// To the second below an hour, such as `2 min 5 s`.
    static String length(Duration time) {
        if (time.toHours() > 0) {
            return MESSAGES.text("deploy.timeline.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? MESSAGES.text("deploy.timeline.minutes", time.toMinutes(), time.toSecondsPart())
                : MESSAGES.text("deploy.timeline.seconds", Math.max(0, time.toSeconds()));
    }

    /// The marks of an axis, all in one unit.
    static List<String> marks(Axis axis) {
        return axis.marks().stream().map(mark -> mark(axis.step(), mark)).toList();
    }

    private static String mark(Duration step, Duration mark) {
        if (step.toSecondsPart() != 0) {
            return MESSAGES.text("deploy.timeline.seconds", mark.toSeconds());
        }
        if (step.toMinutesPart() != 0) {
            return MESSAGES.text("deploy.timeline.unit.minutes", mark.toMinutes());
        }
        return step.toHoursPart() != 0
                ? MESSAGES.text("deploy.timeline.unit.hours", mark.toHours())
                : MESSAGES.text("deploy.timeline.unit.days", mark.toDays());
    }
}
