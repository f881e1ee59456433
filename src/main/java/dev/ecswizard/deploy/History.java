package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

    /// How often a reading is begun anew because its pages were pushed away under it.
    private static final int READINGS = 4;

    private final SharedWords words = new SharedWords();
    private final Digest digest = new Digest();
    private EventLog events = EventLog.empty();
    private Optional<Reading> broken = Optional.empty();

    EventLog events() {
        return events;
    }

    /// Reads what is new. A reading that breaks off half-way changes nothing, so that it leaves no gap, and is taken up
    /// at its next page: where AWS throttles, it would else hardly ever come to its end.
    ///
    /// @param whole whether to page back to the very first event
    /// @return what was not known before, oldest first
    EventLog read(Stacks stacks, String stackId, boolean whole) {
        var reading = broken.filter(begun -> begun.whole == whole)
                .filter(begun -> takeUp(stacks, stackId, begun))
                .orElseGet(() -> new Reading(whole));
        broken = Optional.empty();
        for (var begun = 1; !reading.isDone(); ) {
            var next = page(stacks, stackId, reading);
            if (begun < READINGS && reading.isPushedBy(next.rows())) {
                reading = new Reading(whole);
                begun++;
            } else {
                reading.take(next);
            }
        }
        return merge(reading);
    }

    /// @return whether it can go on: where pages are counted from the newest event, what came in the meantime may have
    /// pushed the next page away
    private boolean takeUp(Stacks stacks, String stackId, Reading reading) {
        var next = page(stacks, stackId, reading);
        var goesOn = reading.isGoneOnBy(next.rows());
        if (goesOn) {
            reading.take(next);
        }
        return goesOn;
    }

    private Page page(Stacks stacks, String stackId, Reading reading) {
        try {
            var answer = stacks.events(stackId, reading.page);
            // at once into little room, since many pages are held until the reading is done
            return new Page(EventChunk.of(answer.events(), words), answer.next());
        } catch (CloudProblem problem) {
            // a page's key that is refused may have grown too old
            broken = problem.kind() == CloudProblem.Kind.REFUSED || reading.page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reading);
            throw problem;
        }
    }

    private record Page(EventChunk rows, Optional<String> next) {}

    /// What was read of the pages, newest first.
    private final class Reading {
        private final boolean whole;
        private final Picked window = new Picked();
        private final ReadIds ids = new ReadIds();
        private Optional<String> page = Optional.empty();
        private boolean begun;
        /// Where in the window the last page ended: not always at its end, where events were pushed down.
        private int end;
        private int passed;

        Reading(boolean whole) {
            this.whole = whole;
        }

        /// Adds a page. Where events were pushed down in the meantime it repeats some, with late ones between them.
        void take(Page answer) {
            var rows = answer.rows();
            page = answer.next();
            begun = true;
            var place = firstRead(rows).stream()
                    .map(row -> window.find(rows, row))
                    .findFirst()
                    .orElse(end);
            for (var row = 0; row < rows.size(); row++) {
                if (ids.add(rows, row)) {
                    window.add(place++, rows, row);
                    passed += events.has(rows, row) ? 1 : 0;
                } else {
                    place = window.find(rows, row) + 1;
                }
            }
            end = place;
        }

        /// The first row of a page that one before had, too.
        private OptionalInt firstRead(EventChunk page) {
            return IntStream.range(0, page.size())
                    .filter(row -> ids.has(page, row))
                    .findFirst();
        }

        /// Whether a page is newer than the one before: so much has come in the meantime that it lies above.
        boolean isPushedBy(EventChunk page) {
            return end > 0
                    && page.size() > 0
                    && sinceLast(page) > 0
                    && firstRead(page).isEmpty();
        }

        boolean isGoneOnBy(EventChunk page) {
            return page.size() == 0 || firstRead(page).isPresent() || end == 0 || sinceLast(page) < 0;
        }

        /// Below 0 where a page begins with what is older than the last of the one before.
        private int sinceLast(EventChunk page) {
            return page.compareTime(0, window.chunk(end - 1), window.row(end - 1));
        }

        boolean isDone() {
            return begun && (page.isEmpty() || !whole && passed >= OVERLAP);
        }
    }

    private EventLog merge(Reading reading) {
        var window = reading.window.reversed();
        var fresh = window.where((page, row) -> !events.has(page, row));
        if (fresh.size() == 0) {
            return EventLog.empty();
        }
        // what is older than all that was read stays where it is
        var place = events.firstAt(window.earliest());
        var merged = events.from(place).where((chunk, row) -> !reading.ids.has(chunk, row));
        merged.addAll(window);
        events = events.with(place, merged.byTime(), words);
        digest.read(events, place);
        return EventLog.of(fresh, words);
    }

    /// The newest event about a stack as a whole, if it stands among its newest events. Blocks.
    static Optional<String> newestOfStack(Stacks stacks, String stackId) {
        return stacks.events(stackId, Optional.empty()).events().stream()
                .filter(StackEvent::isOfStack)
                .findFirst()
                .map(StackEvent::id);
    }

    /// Whether what was asked for has told of itself.
    boolean hasBegun(Target.Request request) {
        return digest.bears(request.token())
                || request.before().filter(this::hasGoneOnWithoutToken).isPresent();
    }

    private boolean hasGoneOnWithoutToken(String event) {
        return digest.ofStack().reversed().stream()
                .takeWhile(later -> !later.id().equals(event))
                .anyMatch(later -> later.requestToken().isEmpty());
    }

    /// What the newest event about the stack itself says.
    Optional<StackStatus> statusOfStack() {
        return digest.ofStack().reversed().stream().findFirst().map(StackEvent::status);
    }

    /// Why something failed: the first cause since it began.
    ///
    /// @param ofDeletion whether the question is about the last deletion or about what was before it
    Optional<StackEvent> cause(boolean ofDeletion) {
        return digest.cause(ofDeletion);
    }

    /// How far the stack has come.
    ///
    /// @param expected resources of the template, or 0
    Count count(StackStatus status, int expected) {
        var latest = digest.latest();
        var down = status.isRollback() || status.name().startsWith("DELETE_");
        var done = (int) latest.values().stream()
                .filter(each -> down ? isGone(each) : each.isSuccess())
                .count();
        return new Count(done, down ? latest.size() : Math.max(expected, latest.size()));
    }

    private static boolean isGone(StackStatus status) {
        return status.isDeleted() || status.name().equals("DELETE_SKIPPED");
    }

    /// How many events were read to tell what all of them say, those that were read again included.
    long taken() {
        return digest.taken();
    }

    record Count(int done, int total) {}
}
