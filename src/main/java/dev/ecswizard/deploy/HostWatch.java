package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The watch over a stack's hosts, beside the watch over the stack and after it, to the finish line: every host that
/// the group wants has joined the cluster.
///
/// ```
/// stack   UP ──────────────────────────── THERE            UP ─────────────── DOWN ───── OVER
/// looks   5 s    5 s    5 s               2 s  2 s  2 s     5 s  …  5 s       5 s        one more
/// asks    activities    + consoles        + who joined      consoles after    consoles, before
///                       of late hosts     + consoles        five minutes      they are gone
/// ```
final class HostWatch {
    /// A host that has neither signalled nor joined after this long has its console read.
    static final Duration LATE = Duration.ofMinutes(5);
    /// How long nothing may happen to hosts, once the stack is there, before they are given up.
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /// Between two readings of one console.
    private static final Duration CONSOLE_AGAIN = Duration.ofMinutes(1);
    /// Consoles of more hosts say the same again.
    private static final int MOST_CONSOLES = 4;

    /// Looks at a group that is not there, before that is believed: a new one may not be visible at once.
    private static final int LOOKS_FOR_NOTHING = 3;

    private static final Duration BESIDE = Duration.ofSeconds(5);
    /// Below two seconds, so that expired credentials are told within them.
    private static final Duration TOWARDS = Rhythm.QUIET;
    private static final Duration HELD_BACK = Duration.ofSeconds(30);

    private final Hosts hosts;
    private final Insistence insistence;
    private final HostTarget target;
    private final Consumer<HostsSeen> listener;
    private final HostRecord record = new HostRecord();
    private final Map<String, HostConsole> consoles = new LinkedHashMap<>();
    private final Map<String, Instant> consoleRead = new LinkedHashMap<>();
    private final Set<String> denied = new HashSet<>();

    private Optional<HostGroup> group = Optional.empty();
    private List<ContainerInstance> registered = List.of();
    private boolean isGroupRead;
    private int missed;
    private boolean isRegistryRead;
    private Optional<CloudProblem> trouble = Optional.empty();
    private Duration pause = TOWARDS;

    HostWatch(Hosts hosts, Pace pace, HostTarget target, Consumer<HostsSeen> listener) {
        this.hosts = hosts.watched();
        this.insistence = new Insistence(pace);
        this.target = target;
        this.listener = listener;
    }

    /// Blocks until the end, telling the listener on this thread after every look.
    ///
    /// @param stage asked before every look; may be answered by another thread
    /// @throws CloudProblem of kind CANCELLED soon after an interrupt
    Crossing follow(Supplier<StackStage> stage) {
        var lastNews = now();
        var known = -1;
        while (true) {
            var at = stage.get();
            look(at);
            if (at.way() == StackStage.Way.OVER || missed >= LOOKS_FOR_NOTHING) {
                return new Crossing.Unknown(Optional.empty());
            }
            if (at.way() == StackStage.Way.THERE) {
                var end = end();
                if (end.isPresent()) {
                    return end.get();
                }
            }
            // what is news to hosts: one more launched, one more joined
            var count = record.launched().size() + joined().size();
            if (count != known || at.way() != StackStage.Way.THERE || lacksCredentials()) {
                known = count;
                lastNews = now();
            } else if (Duration.between(lastNews, now()).compareTo(PATIENCE) > 0) {
                return givenUp();
            }
            insistence.pause(next(at));
        }
    }

    /// Nobody sees hosts then, however many join.
    private boolean lacksCredentials() {
        return trouble.filter(CloudProblem::isOfCredentials).isPresent();
    }

    private Duration next(StackStage at) {
        if (trouble.isPresent() && denied.isEmpty() && !lacksCredentials()) {
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(HELD_BACK) < 0 ? doubled : HELD_BACK;
        } else {
            pause = at.way() == StackStage.Way.THERE ? TOWARDS : BESIDE;
        }
        return pause;
    }

    private Optional<Crossing> end() {
        if (group.filter(there -> there.desired() == 0).isPresent()) {
            return Optional.of(new Crossing.Empty());
        }
        if (group.isPresent()
                && isRegistryRead
                && joined().size() >= group.get().desired()) {
            return Optional.of(new Crossing.Joined(group.get().desired()));
        }
        // without either of them nothing will ever be known
        return trouble.filter(problem -> denied.contains("group") || denied.contains("registered"))
                .map(problem -> new Crossing.Unknown(Optional.of(problem)));
    }

    private Crossing givenUp() {
        return isGroupRead && isRegistryRead
                ? new Crossing.Missing(
                        joined().size(), group.map(HostGroup::desired).orElse(0), complaint())
                : new Crossing.Unknown(trouble);
    }

    private void look(StackStage at) {
        trouble = Optional.empty();
        tryTo("activities", () -> record.read(hosts, target.group()));
        tryTo("group", () -> {
            group = hosts.group(target.group());
            missed = group.isPresent() ? 0 : missed + 1;
            isGroupRead = true;
        });
        if (at.way() == StackStage.Way.THERE) {
            tryTo("registered", () -> {
                registered = hosts.registered(target.cluster());
                isRegistryRead = true;
            });
        }
        late(at).stream().limit(MOST_CONSOLES).forEach(this::readConsole);
        listener.accept(new HostsSeen(
                target,
                group.map(HostGroup::desired).orElse(0),
                joined(),
                record.activities(),
                List.copyOf(consoles.values()),
                complaint(),
                trouble));
    }

    /// A read that fails leaves what is known; one that is denied is not tried again.
    private void tryTo(String what, Runnable read) {
        if (denied.contains(what)) {
            return;
        }
        try {
            read.run();
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            if (problem.kind() == CloudProblem.Kind.DENIED) {
                denied.add(what);
            }
            trouble = Optional.of(trouble.orElse(problem));
        }
    }

    private List<ContainerInstance> joined() {
        var members = group.stream()
                .flatMap(there -> there.staying().stream())
                .map(HostGroup.Member::instanceId)
                .collect(Collectors.toSet());
        return registered.stream()
                .filter(ContainerInstance::hasJoined)
                .filter(instance -> members.contains(instance.instanceId()))
                .toList();
    }

    /// The hosts that should have been heard of. On the way down that is each that was not, at once: they are about to
    /// go.
    private List<String> late(StackStage at) {
        var heard = new HashSet<>(at.signalled());
        if (at.way() == StackStage.Way.THERE) {
            heard.clear();
            joined().forEach(instance -> heard.add(instance.instanceId()));
        }
        var isGoing = at.way() == StackStage.Way.DOWN || at.way() == StackStage.Way.OVER;
        var all = isGoing
                ? record.launched()
                : group.stream()
                        .flatMap(there -> there.staying().stream())
                        .map(HostGroup.Member::instanceId)
                        .toList();
        return all.stream()
                .filter(id -> !heard.contains(id))
                .filter(id -> isGoing
                        || record.launched(id)
                                .filter(launched ->
                                        Duration.between(launched, now()).compareTo(LATE) >= 0)
                                .isPresent())
                .toList();
    }

    private void readConsole(String instanceId) {
        var read = Optional.ofNullable(consoleRead.get(instanceId));
        if (read.filter(time -> Duration.between(time, now()).compareTo(CONSOLE_AGAIN) < 0)
                .isPresent()) {
            return;
        }
        tryTo("console", () -> {
            var text = readOrGone(instanceId);
            consoleRead.put(instanceId, now());
            // what was read before it was gone is better than nothing
            if (!text.isBlank()) {
                consoles.put(instanceId, HostConsole.of(instanceId, text));
            }
        });
    }

    private String readOrGone(String instanceId) {
        try {
            return hosts.console(instanceId);
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.NOT_FOUND) {
                return "";
            }
            throw problem;
        }
    }

    private Optional<String> complaint() {
        return record.failure()
                .or(() -> registered.stream()
                        .filter(instance -> !instance.hasJoined())
                        .map(ContainerInstance::statusReason)
                        .filter(words -> !words.isEmpty())
                        .findFirst())
                .or(() -> new ArrayList<>(consoles.values())
                        .reversed().stream()
                                .flatMap(console -> console.complaint().stream())
                                .findFirst());
    }

    private Instant now() {
        return insistence.pace().now();
    }
}
