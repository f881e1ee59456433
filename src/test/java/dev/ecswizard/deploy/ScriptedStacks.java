package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.FakeChangeSets;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// One stack whose story is written beforehand, in seconds from the start.
class ScriptedStacks implements Stacks {
    static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1";

    /// An event, and from when on it can be seen.
    private record Written(double visible, StackEvent event) {}

    private record Fault(double from, double until, String call, CloudProblem.Kind kind) {}

    final VirtualPace pace = new VirtualPace();
    final List<String> calls = new ArrayList<>();
    final List<String> deletionTokens = new ArrayList<>();
    final Map<String, List<String>> services = new HashMap<>();
    final List<StackResource> resources = new ArrayList<>();
    final FakeChangeSets changeSets = new FakeChangeSets(ID);
    String template = "";
    Optional<GroupSizes> sizes = Optional.empty();
    int pageSize = 100;
    /// Of the events that are written from now on.
    String token = "";
    /// How long each answer takes.
    Duration took = Duration.ZERO;
    boolean sorted = true;
    Runnable onDelete = () -> {};

    private final TreeMap<Double, Stack> states = new TreeMap<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    ScriptedStacks status(double at, String status, String reason, Stack.Output... outputs) {
        states.put(
                at,
                new Stack(
                        ID,
                        "web",
                        new StackStatus(status),
                        reason,
                        VirtualPace.START,
                        Map.of(),
                        Map.of(),
                        List.of(outputs)));
        return this;
    }

    ScriptedStacks status(double at, String status) {
        return status(at, status, "");
    }

    /// An event that is seen as soon as it happens.
    ScriptedStacks event(double at, String logicalId, String status, String reason) {
        return late(at, at, logicalId, status, reason);
    }

    ScriptedStacks event(double at, String logicalId, String status) {
        return event(at, logicalId, status, "");
    }

    ScriptedStacks late(double at, double visible, String logicalId, String status, String reason) {
        var ofStack = logicalId.equals("web");
        written.add(new Written(
                visible,
                new StackEvent(
                        "e" + written.size(),
                        VirtualPace.START.plusMillis((long) (at * 1000)),
                        ID,
                        logicalId,
                        ofStack ? ID : "physical-" + logicalId,
                        ofStack ? "AWS::CloudFormation::Stack" : "AWS::Some::Thing",
                        new StackStatus(status),
                        reason,
                        token)));
        return this;
    }

    ScriptedStacks fault(double from, double until, String call, CloudProblem.Kind kind) {
        faults.add(new Fault(from, until, call, kind));
        return this;
    }

    private <T> T answer(String call, Supplier<T> answer) {
        calls.add(call);
        pace.pass(took);
        for (var fault : faults) {
            if (fault.call.equals(call) && pace.seconds() >= fault.from && pace.seconds() < fault.until) {
                throw new CloudProblem(fault.kind, "cloudformation:" + call, "", "scripted", "", null);
            }
        }
        return answer.get();
    }

    @Override
    public ChangeSets changeSets() {
        return changeSets;
    }

    @Override
    public String template(String stackId) {
        return template;
    }

    @Override
    public Optional<GroupSizes> groupSizes(String group) {
        return sizes;
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return answer("find", () -> {
            var state = states.floorEntry(pace.seconds());
            return nameOrId.equals(ID) && state != null ? Optional.of(state.getValue()) : Optional.empty();
        });
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        return answer("events", () -> {
            var visible = written.stream()
                    .filter(each -> each.visible <= pace.seconds())
                    .map(Written::event)
                    .sorted(sorted ? Comparator.comparing(StackEvent::time) : (_, _) -> 0)
                    .toList()
                    .reversed();
            var from = page.map(Integer::parseInt).orElse(0);
            var until = Math.min(visible.size(), from + pageSize);
            return new EventPage(
                    visible.subList(from, until),
                    until < visible.size() ? Optional.of(String.valueOf(until)) : Optional.empty());
        });
    }

    @Override
    public void delete(String stackId, String requestToken) {
        deletionTokens.add(requestToken);
        answer("delete", () -> {
            onDelete.run();
            return stackId;
        });
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return answer("resources", () -> List.copyOf(resources));
    }

    @Override
    public List<String> services(String cluster) {
        return answer("services", () -> services.getOrDefault(cluster, List.of()));
    }

    @Override
    public Validation validate(String template) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StackSummary> list() {
        throw new UnsupportedOperationException();
    }
}
