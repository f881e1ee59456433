package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The events of one stack, oldest first.
///
/// CloudFormation answers newest first, knows no "since", and lets late events appear below ones that were already
/// seen; timestamps repeat. So every reading goes back some way into what is known:
/// ```
/// read before          e1 e2 e3 .. e60
/// this reading   page 1        [e63 e62 e61 e60 e59 late e58 .. ]   goes on until OVERLAP known ones
/// afterwards           e1 e2 .. e58 late e59 e60 e61 e62 e63
/// ```
final class History {
    /// Known events to pass before the rest is taken as known too.
    static final int OVERLAP = 40;

    private static final Set<String> BEGINNINGS =
            Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS");

    private List<StackEvent> events = List.of();
    private final Set<String> known = new HashSet<>();

    List<StackEvent> events() {
        return events;
    }

    /// Reads what is new. A reading that breaks off half-way changes nothing, so that it leaves no gap.
    ///
    /// @param whole whether to page back to the very first event
    /// @return what was not known before, oldest first
    List<StackEvent> read(Stacks stacks, String stackId, boolean whole) {
        var window = new LinkedHashMap<String, StackEvent>();
        var passed = 0;
        var page = Optional.<String>empty();
        do {
            var answer = stacks.events(stackId, page);
            for (var event : answer.events()) {
                if (window.putIfAbsent(event.id(), event) == null && known.contains(event.id())) {
                    passed++;
                }
            }
            page = answer.next();
        } while (page.isPresent() && (whole || passed < OVERLAP));
        return merge(window);
    }

    private List<StackEvent> merge(Map<String, StackEvent> window) {
        var read = new ArrayList<>(window.values());
        Collections.reverse(read);
        var fresh = read.stream().filter(event -> !known.contains(event.id())).toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        var merged = new ArrayList<StackEvent>();
        events.stream().filter(event -> !window.containsKey(event.id())).forEach(merged::add);
        merged.addAll(read);
        // stable: equal timestamps stay in the order of the pages
        merged.sort(Comparator.comparing(StackEvent::time));
        events = List.copyOf(merged);
        fresh.forEach(event -> known.add(event.id()));
        return fresh;
    }

    /// Why something failed: the first cause since it began.
    ///
    /// @param ofDeletion whether the question is about the last deletion or about what was before it
    Optional<StackEvent> cause(boolean ofDeletion) {
        return sinceBeginning(ofDeletion).stream().filter(StackEvent::isCause).findFirst();
    }

    private List<StackEvent> sinceBeginning(boolean ofDeletion) {
        for (var i = events.size() - 1; i >= 0; i--) {
            var event = events.get(i);
            var name = event.status().name();
            if (event.isOfStack() && BEGINNINGS.contains(name) && name.startsWith("DELETE") == ofDeletion) {
                return events.subList(i, events.size());
            }
        }
        return events;
    }

    /// How far the stack has come.
    ///
    /// @param expected resources of the template, or 0
    Count count(StackStatus status, int expected) {
        var latest = new LinkedHashMap<String, StackStatus>();
        events.stream()
                .filter(event -> !event.isOfStack())
                .forEach(event -> latest.put(event.logicalId(), event.status()));
        var down = status.isRollback() || status.name().startsWith("DELETE_");
        var done = (int) latest.values().stream()
                .filter(each -> down ? isGone(each) : each.isSuccess())
                .count();
        return new Count(done, down ? latest.size() : Math.max(expected, latest.size()));
    }

    private static boolean isGone(StackStatus status) {
        return status.isDeleted() || status.name().equals("DELETE_SKIPPED");
    }

    record Count(int done, int total) {}
}
