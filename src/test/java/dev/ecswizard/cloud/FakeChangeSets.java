package dev.ecswizard.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Change sets of one stack that a test writes down. The same token gives the same change set.
public final class FakeChangeSets implements ChangeSets {
    public final List<ChangeRequest> requests = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public final List<String> executed = new ArrayList<>();
    public final List<String> tokens = new ArrayList<>();
    public final List<String> pending = new ArrayList<>();
    /// What the calls of that name end in: `propose`, `read`, `pending`, `execute`, `discard`.
    public final Map<String, CloudProblem> problems = new HashMap<>();
    /// How often a problem is met before the call works; for ever where nothing is said.
    public final Map<String, Integer> times = new HashMap<>();
    /// How it ends once it is worked out.
    public String status = "CREATE_COMPLETE";
    public String reason = "";
    public List<String> objections = List.of();
    public List<ResourceChange> changes = List.of();
    /// How often it is read before it is worked out.
    public int delay = 1;
    public int pageSize = 100;
    public boolean keepsWhatFails;
    public Runnable onPropose = () -> {};
    public Runnable onExecute = () -> {};

    private final String stackId;
    private final Map<String, String> byToken = new HashMap<>();
    private int reads;

    public FakeChangeSets(String stackId) {
        this.stackId = stackId;
    }

    /// The ids of what was proposed, each once.
    public List<String> made() {
        return byToken.values().stream().sorted().toList();
    }

    /// Made even where the answer is lost, as in AWS.
    @Override
    public Proposed propose(ChangeRequest request) {
        requests.add(request);
        var isRefused = fails("propose") && problems.get("propose").kind() == CloudProblem.Kind.REFUSED;
        var id = "arn:aws:cloudformation:eu-west-1:1:changeSet/" + request.name();
        if (!isRefused && byToken.putIfAbsent(request.requestToken(), id) == null) {
            pending.add(id);
            reads = 0;
            onPropose.run();
        }
        answer("propose");
        return new Proposed(id, stackId);
    }

    private boolean fails(String call) {
        return problems.containsKey(call) && times.getOrDefault(call, Integer.MAX_VALUE) > 0;
    }

    @Override
    public ChangeSet read(String changeSet, Optional<String> page) {
        answer("read");
        if (executed.contains(changeSet)) {
            return new ChangeSet(
                    changeSet, stackId, new StackStatus(status), "", "EXECUTE_IN_PROGRESS", changes, Optional.empty());
        }
        if (!pending.contains(changeSet)) {
            throw new CloudProblem(
                    CloudProblem.Kind.NOT_FOUND,
                    "cloudformation:DescribeChangeSet",
                    "ChangeSetNotFound",
                    "gone",
                    "",
                    null);
        }
        if (reads++ < delay) {
            return page(changeSet, "CREATE_IN_PROGRESS", "", List.of(), Optional.empty());
        }
        if (!status.equals("CREATE_COMPLETE")) {
            return page(changeSet, status, reason, List.of(), Optional.empty());
        }
        var from = page.map(Integer::parseInt).orElse(0);
        var until = Math.min(changes.size(), from + pageSize);
        return page(
                changeSet,
                status,
                reason,
                changes.subList(from, until),
                until < changes.size() ? Optional.of(String.valueOf(until)) : Optional.empty());
    }

    private ChangeSet page(
            String id, String status, String reason, List<ResourceChange> changes, Optional<String> next) {
        var isReady = status.equals("CREATE_COMPLETE");
        return new ChangeSet(
                id, stackId, new StackStatus(status), reason, isReady ? "AVAILABLE" : "UNAVAILABLE", changes, next);
    }

    @Override
    public List<String> objections(String changeSet) {
        answer("objections");
        return objections;
    }

    @Override
    public List<String> pending(String stack) {
        answer("pending");
        return List.copyOf(pending);
    }

    @Override
    public void execute(String changeSet, boolean keeps, String requestToken) {
        tokens.add(requestToken);
        answer("execute");
        keepsWhatFails = keeps;
        if (!executed.contains(changeSet)) {
            executed.add(changeSet);
            pending.remove(changeSet);
            onExecute.run();
        }
    }

    @Override
    public void discard(String changeSet) {
        answer("discard");
        pending.remove(changeSet);
    }

    private void answer(String call) {
        calls.add(call);
        if (fails(call)) {
            times.computeIfPresent(call, (_, left) -> left - 1);
            throw problems.get(call);
        }
    }
}
