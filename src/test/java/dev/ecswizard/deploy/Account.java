package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSet;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// An account in which one stack is made or changed by a change set, as strict about names and tokens as
/// CloudFormation: what is
/// sent twice with one token is one, with two tokens it is two, or is refused.
///
/// Both sides of every exchange are told of, so that a program can die there.
final class Account extends ScriptedStacks implements ChangeSets {
    private static final int EVENTS = 12;
    private static final Duration APART = Duration.ofSeconds(3);

    private record Set(String id, String token, int[] reads) {}

    final List<String> executions = new ArrayList<>();
    final List<String> executionTokens = new ArrayList<>();
    /// What happens before and after each exchange.
    Runnable passing = () -> {};

    /// Whether the stack was there before.
    boolean stands;

    private final Map<String, Set> byToken = new LinkedHashMap<>();
    private Optional<Instant> begun = Optional.empty();

    int made() {
        return byToken.size();
    }

    private <T> T exchange(Supplier<T> answer) {
        passing.run();
        pace.pass(Duration.ofMillis(50));
        var said = answer.get();
        passing.run();
        return said;
    }

    @Override
    public ChangeSets changeSets() {
        return this;
    }

    @Override
    public Proposed propose(ChangeRequest request) {
        return exchange(() -> {
            if (begun.isPresent() && !byToken.containsKey(request.requestToken())) {
                throw problem(CloudProblem.Kind.REFUSED, "Stack [web] already exists and cannot be created again");
            }
            var set = byToken.computeIfAbsent(
                    request.requestToken(),
                    token -> new Set("arn:aws:cloudformation:eu-west-1:1:changeSet/" + token, token, new int[1]));
            return new Proposed(set.id, ID);
        });
    }

    @Override
    public ChangeSet read(String changeSet, Optional<String> page) {
        return exchange(() -> {
            var set = set(changeSet);
            var isReady = ++set.reads[0] > 2;
            return new ChangeSet(
                    set.id,
                    ID,
                    new StackStatus(isReady ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS"),
                    "",
                    begun.isPresent() ? "EXECUTE_COMPLETE" : isReady ? "AVAILABLE" : "UNAVAILABLE",
                    List.of(),
                    Optional.empty());
        });
    }

    @Override
    public void execute(String changeSet, boolean keepsWhatFails, String requestToken) {
        exchange(() -> {
            var set = set(changeSet);
            executionTokens.add(requestToken);
            if (begun.isEmpty()) {
                begun = Optional.of(pace.now());
                executions.add(set.id);
                token = requestToken;
            } else if (!token.equals(requestToken)) {
                throw problem(CloudProblem.Kind.REFUSED, "ChangeSet cannot be executed in its current status");
            }
            return set;
        });
    }

    private Set set(String changeSet) {
        return byToken.values().stream()
                .filter(set -> set.id.equals(changeSet))
                .findFirst()
                .orElseThrow(() -> problem(CloudProblem.Kind.NOT_FOUND, "ChangeSet does not exist"));
    }

    @Override
    public List<String> pending(String stackId) {
        return exchange(() -> byToken.values().stream().map(Set::id).toList());
    }

    @Override
    public List<String> objections(String changeSet) {
        return List.of();
    }

    @Override
    public void discard(String changeSet) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return exchange(() -> byToken.isEmpty() && !stands
                ? Optional.empty()
                : Optional.of(new Stack(
                        ID, "web", new StackStatus(status()), "", VirtualPace.START, Map.of(), Map.of(), List.of())));
    }

    private String status() {
        if (begun.isEmpty()) {
            return stands ? "CREATE_COMPLETE" : "REVIEW_IN_PROGRESS";
        }
        return happened().getLast().status().name();
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        return exchange(() -> new EventPage(happened().reversed(), Optional.empty()));
    }

    /// Every event till now, oldest first.
    List<StackEvent> happened() {
        var events = new ArrayList<StackEvent>();
        var verb = stands ? "UPDATE" : "CREATE";
        if (stands) {
            events.add(event("before", VirtualPace.START, true, "CREATE_COMPLETE", "token-before"));
        }
        begun.ifPresent(start -> {
            for (var i = 0; i < EVENTS + 2; i++) {
                var time = start.plus(APART.multipliedBy(i));
                if (time.isAfter(pace.now())) {
                    break;
                }
                var ofStack = i == 0 || i == EVENTS + 1;
                events.add(event("e" + i, time, ofStack, verb + (i > EVENTS ? "_COMPLETE" : "_IN_PROGRESS"), token));
            }
        });
        return events;
    }

    private static StackEvent event(String id, Instant time, boolean ofStack, String status, String token) {
        return new StackEvent(
                id, time, ID, ofStack ? "web" : id, ofStack ? ID : "r" + id, "T", new StackStatus(status), "", token);
    }

    @Override
    public String template(String stackId) {
        return exchange(() -> "Resources: {}");
    }

    private static CloudProblem problem(CloudProblem.Kind kind, String words) {
        return new CloudProblem(kind, "", "", words, "", null);
    }
}
