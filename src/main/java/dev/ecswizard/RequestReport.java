package dev.ecswizard;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.sandbox.protocol.Ledger;
import dev.ecswizard.ui.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the sandbox was asked, as a table: never a value, and of an access key its beginning and its end.
final class RequestReport {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /// What every request of the query protocols says, and the columns beside.
    private static final Set<String> SAID_ELSEWHERE = Set.of("Action", "Version");

    private final Messages messages = Messages.of(RequestReport.class);
    private final Supplier<Optional<Ledger>> ledger;

    /// @param ledger the one of now, while there is one
    RequestReport(Supplier<Optional<Ledger>> ledger) {
        this.ledger = ledger;
    }

    Action action() {
        return new Action.Report(
                messages.text("sandbox.requests.label"),
                messages.text("sandbox.requests.lead"),
                List.of(
                        new Action.Column(messages.text("sandbox.requests.time"), 8),
                        new Action.Column(messages.text("sandbox.requests.service"), 14),
                        new Action.Column(messages.text("sandbox.requests.operation"), 23),
                        new Action.Column(messages.text("sandbox.requests.region"), 12),
                        new Action.Column(messages.text("sandbox.requests.parameters"), 18),
                        new Action.Column(messages.text("sandbox.requests.status"), 6),
                        new Action.Column(messages.text("sandbox.requests.code"), 16),
                        new Action.Column(messages.text("sandbox.requests.took"), 7),
                        new Action.Column(messages.text("sandbox.requests.accessKey"), 11)),
                this::rows);
    }

    private List<Action.Row> rows() {
        return ledger.get().map(Ledger::entries).orElse(List.of()).reversed().stream()
                .map(this::row)
                .toList();
    }

    private Action.Row row(Ledger.Entry entry) {
        var call = entry.call();
        return new Action.Row(
                call.requestId(),
                List.of(
                        CLOCK.format(call.time()),
                        call.service(),
                        call.action(),
                        call.region(),
                        entry.parameters().stream()
                                .filter(name -> !SAID_ELSEWHERE.contains(name))
                                .collect(Collectors.joining(", ")),
                        entry.status() == Ledger.Entry.LOST
                                ? messages.text("sandbox.requests.lost")
                                : String.valueOf(entry.status()),
                        entry.code(),
                        messages.text(
                                "sandbox.requests.milliseconds", entry.took().toMillis()),
                        shortened(call.accessKey())));
    }

    private static String shortened(String accessKey) {
        return accessKey.length() <= 10
                ? accessKey
                : accessKey.substring(0, 4) + "\u2026" + accessKey.substring(accessKey.length() - 4);
    }
}
