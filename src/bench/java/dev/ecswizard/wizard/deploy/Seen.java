package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What somebody saw of a deployment that went its way.
///
/// @param events all there were, oldest first
/// @param shown when each was shown, by its id
/// @param complete when it was said that the stack is complete
/// @param reads what CloudFormation was asked for it since it began
/// @param witnessed how long after each event's time the witness saw it, in seconds
record Seen(
        List<StackEvent> events,
        Map<String, Instant> shown,
        Instant complete,
        List<Paced.Read> reads,
        List<Double> witnessed) {
    Seen {
        reads = reads.stream()
                .filter(read -> !read.at().isBefore(events.getFirst().time()))
                .toList();
    }

    /// In seconds, of those events that were shown.
    List<Double> delays() {
        return events.stream()
                .filter(event -> shown.containsKey(event.id()))
                .map(event -> seconds(event.time(), shown.get(event.id())))
                .toList();
    }

    long missing() {
        return events.stream().filter(event -> !shown.containsKey(event.id())).count();
    }

    /// In seconds, from the stack's end.
    double endDelay() {
        return seconds(events.getLast().time(), complete);
    }

    /// In seconds.
    double took() {
        return seconds(events.getFirst().time(), events.getLast().time());
    }

    /// The longest time in which nothing happened, in seconds.
    double quiet() {
        var end = quietEnd();
        return seconds(events.get(end - 1).time(), events.get(end).time());
    }

    long quietReads() {
        var end = quietEnd();
        return reads.stream()
                .filter(read -> read.at().isAfter(events.get(end - 1).time())
                        && read.at().isBefore(events.get(end).time()))
                .count();
    }

    private int quietEnd() {
        return IntStream.range(1, events.size())
                .boxed()
                .max(Comparator.comparing(i -> Duration.between(events.get(i - 1).time(), events.get(i).time())))
                .orElseThrow();
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    static List<Double> delays(List<Seen> all) {
        var delays = new ArrayList<Double>();
        all.forEach(each -> delays.addAll(each.delays()));
        return delays;
    }
}
