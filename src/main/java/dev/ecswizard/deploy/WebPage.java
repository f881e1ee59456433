package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A report as one HTML page: no scripts, nothing from elsewhere, which it forbids itself, and every text escaped.
final class WebPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
            body { max-width: 76rem; margin: 2rem auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
            td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
            tr.failed td { color: #c22; } .status { font-size: 1.1rem; margin-top: .25rem; }
            pre { overflow-x: auto; padding: 1rem; border: 1px solid #8884; border-radius: 6px; overflow-wrap: normal; }
            .bar { position: relative; height: 1rem; min-width: 24rem; }
            .bar i { position: absolute; top: 0; height: 100%; min-width: 2px; border-radius: 2px; }
            .OTHERS { background: #8883; } .WORKING { background: #2a7ade; } .LEAVING { background: #c77700; }
            .HOSTS, .SETTLING, .JOINING { background: repeating-linear-gradient(135deg, #2a7ade 0 3px, #2a7ade55 3px 7px); }
            .failed .WORKING, .failed .HOSTS { background: #c22; }
            .key i { display: inline-block; width: 1.6rem; height: .8rem; margin: 0 .35rem 0 1rem; border-radius: 2px; }
            """;

    private final Report report;
    private final Blot blot;
    private final StringBuilder html = new StringBuilder();

    WebPage(Report report, Blot blot) {
        this.report = report;
        this.blot = blot;
    }

    String text() {
        var title = Words.of("deploy.page.title", report.stackName());
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(safe(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(safe(title))
                .append("</h1>\n<p class=\"status\">")
                .append(safe(report.status()))
                .append("</p>\n");
        report.cause().ifPresent(this::cause);
        facts();
        list("deploy.page.changes", report.changes());
        pairs("deploy.page.parameters", report.parameters());
        pairs(
                "deploy.page.outputs",
                report.outputs().stream()
                        .collect(Collectors.toMap(
                                output -> output.key(), output -> output.value(), (one, _) -> one, TreeMap::new)));
        var stack = Timeline.of(report.events(), report.expected());
        timeline(report.hosts().map(stack::with).orElse(stack));
        events();
        report.consoles()
                .forEach(console -> html.append("<h2>")
                        .append(safe(Words.of("deploy.page.console", console.instanceId())))
                        .append("</h2>\n<pre>")
                        .append(safe(String.join("\n", console.lines())))
                        .append("</pre>\n"));
        report.template().ifPresent(body -> {
            heading("deploy.page.template");
            html.append("<pre>").append(safe(body)).append("</pre>\n");
        });
        return html.append("</body>\n</html>\n").toString();
    }

    private void cause(StackEvent event) {
        html.append("<p>")
                .append(safe(Words.of("deploy.page.cause", event.logicalId(), event.type(), event.reason())))
                .append("</p>\n");
    }

    private void facts() {
        var facts = new java.util.LinkedHashMap<String, String>();
        facts.put(Words.of("deploy.page.account"), report.account());
        report.caller().ifPresent(arn -> facts.put(Words.of("deploy.page.caller"), arn));
        facts.put(Words.of("deploy.page.region"), report.region());
        facts.put(Words.of("deploy.page.stack"), report.stackId());
        facts.put(Words.of("deploy.page.saved"), time(report.saved()));
        rows(facts);
    }

    private void pairs(String heading, Map<String, String> values) {
        if (!values.isEmpty()) {
            heading(heading);
            rows(new TreeMap<>(values));
        }
    }

    private void rows(Map<String, String> values) {
        html.append("<table>\n");
        values.forEach((name, value) -> html.append("<tr><th scope=\"row\">")
                .append(safe(name))
                .append("</th><td>")
                .append(safe(value))
                .append("</td></tr>\n"));
        html.append("</table>\n");
    }

    private void list(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            heading(heading);
            html.append("<ul>\n");
            sentences.forEach(
                    sentence -> html.append("<li>").append(safe(sentence)).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private void timeline(Timeline timeline) {
        if (timeline.bars().isEmpty()) {
            return;
        }
        heading("deploy.page.timeline");
        html.append("<p class=\"key\">");
        var kinds = timeline.bars().stream()
                .flatMap(bar -> bar.spans().stream())
                .map(Timeline.Span::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        for (var kind : kinds) {
            html.append("<i class=\"").append(kind).append("\"></i>").append(safe(words(kind)));
        }
        html.append("</p>\n<table>\n");
        var end = latest(timeline);
        var whole = Math.max(1, Duration.between(timeline.start(), end).toMillis());
        Function<Instant, Double> place =
                time -> 100.0 * Duration.between(timeline.start(), time).toMillis() / whole;
        for (var bar : timeline.bars()) {
            html.append("<tr")
                    .append(bar.hasFailed() ? " class=\"failed\"" : "")
                    .append("><th scope=\"row\">")
                    .append(safe(bar.logicalId()))
                    .append("</th><td><div class=\"bar\">");
            for (var span : bar.spans()) {
                var to = span.to().orElse(end);
                var seconds = Duration.between(span.from(), to).toSeconds();
                html.append(String.format(
                        Locale.ROOT,
                        "<i class=\"%s\" style=\"left:%.2f%%;width:%.2f%%\" title=\"%s\"></i>",
                        span.kind(),
                        place.apply(span.from()),
                        Math.max(0, place.apply(to) - place.apply(span.from())),
                        safe(Words.of("deploy.page.span", words(span.kind()), seconds))));
            }
            html.append("</div></td></tr>\n");
        }
        html.append("</table>\n");
    }

    /// When something was last heard of: hosts join after the stack's own end.
    private Instant latest(Timeline timeline) {
        var ofStack = timeline.end().orElseGet(() -> report.events().getLast().time());
        return timeline.bars().stream()
                .flatMap(bar -> bar.spans().stream())
                .map(span -> span.to().orElse(span.from()))
                .filter(ofStack::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(ofStack);
    }

    private static String words(Timeline.Kind kind) {
        return Words.of("deploy.span." + kind);
    }

    private void events() {
        heading("deploy.page.events");
        html.append("<table>\n");
        for (var event : report.events()) {
            html.append(event.status().isFailure() ? "<tr class=\"failed\">" : "<tr>")
                    .append("<td class=\"time\">")
                    .append(time(event.time()));
            for (var column :
                    List.of(event.logicalId(), event.type(), event.status().name(), event.reason())) {
                html.append("</td><td>").append(safe(column));
            }
            html.append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void heading(String key) {
        html.append("<h2>").append(safe(Words.of(key))).append("</h2>\n");
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Blotted before it is escaped, so that no escape hides anything.
    private String safe(String text) {
        return blot.in(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
