package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// An account with one group, whose hosts join a while after they were started, and the clients of it whose credentials
/// end.
final class ProvingGround {
    static final HostTarget TARGET = new HostTarget(ScriptedStacks.ID, "web", "web-group");
    private static final Duration JOINING = Duration.ofSeconds(20);

    /// How clients end.
    enum Breach {
        /// The credentials have expired: nothing is done, and said so.
        EXPIRED,
        /// Whoever asks is stopped before it is sent.
        UNSENT,
        /// The same, after it is done and before that is known.
        UNHEARD
    }

    final VirtualPace pace = new VirtualPace();
    /// Those that were started, and those that were released.
    final List<String> started = new ArrayList<>();

    final List<String> released = new ArrayList<>();
    /// When each host that is there was started.
    private final Map<String, Instant> members = new LinkedHashMap<>();

    private int desired;
    /// How many tasks each host has.
    int tasks;

    int exchanges;
    /// What happens when a host is to be released, before it is.
    Runnable atRelease = () -> {};

    /// Somebody else starts or ends hosts.
    void wants(int hosts) {
        desired = hosts;
        while (members.size() < desired) {
            var id = "i-" + (started.size() + 1);
            started.add(id);
            members.put(id, pace.now());
        }
        while (members.size() > desired) {
            members.remove(members.keySet().iterator().next());
        }
    }

    int desired() {
        return desired;
    }

    /// Clients that last so many exchanges.
    Clients lasting(int exchanges, Breach breach) {
        return new Clients(exchanges, breach);
    }

    Clients lasting() {
        return lasting(Integer.MAX_VALUE, Breach.EXPIRED);
    }

    final class Clients implements Hosts {
        private final int lasting;
        private final Breach breach;
        private int exchanges;
        /// When the credentials were first refused.
        Optional<Instant> ended = Optional.empty();
        /// From when on they are taken again.
        Optional<Instant> renewed = Optional.empty();

        private Clients(int lasting, Breach breach) {
            this.lasting = lasting;
            this.breach = breach;
        }

        private <T> T exchange(Supplier<T> answer) {
            ProvingGround.this.exchanges++;
            pace.pass(Duration.ofMillis(50));
            if (exchanges++ < lasting
                    || renewed.filter(time -> !pace.now().isBefore(time)).isPresent()) {
                return answer.get();
            }
            ended = ended.or(() -> Optional.of(pace.now()));
            if (breach == Breach.UNHEARD && exchanges == lasting + 1) {
                answer.get();
            }
            throw breach == Breach.EXPIRED
                    ? new CloudProblem(CloudProblem.Kind.EXPIRED, "", "ExpiredToken", "Over.", "", null)
                    : new CloudProblem(CloudProblem.Kind.CANCELLED, "", "", "stopped", "", null);
        }

        @Override
        public Optional<HostGroup> group(String name) {
            return exchange(() -> Optional.of(new HostGroup(
                    name,
                    desired,
                    members.keySet().stream()
                            .map(id -> new HostGroup.Member(id, "InService"))
                            .toList())));
        }

        @Override
        public ActivityPage activities(String group, Optional<String> page) {
            return exchange(() -> new ActivityPage(List.of(), Optional.empty()));
        }

        @Override
        public List<ContainerInstance> registered(String cluster) {
            return exchange(() -> members.entrySet().stream()
                    .filter(host -> !pace.now().isBefore(host.getValue().plus(JOINING)))
                    .map(host -> new ContainerInstance(host.getKey(), "ACTIVE", "", true, tasks, Optional.empty()))
                    .toList());
        }

        @Override
        public void want(String group, int hosts) {
            exchange(() -> {
                wants(hosts);
                return group;
            });
        }

        @Override
        public void release(String instanceId) {
            atRelease.run();
            exchange(() -> {
                released.add(instanceId);
                members.remove(instanceId);
                desired--;
                return instanceId;
            });
        }

        @Override
        public String console(String instanceId) {
            return "";
        }
    }
}
