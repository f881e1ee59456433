package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.SilentStanding;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StandingStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// An account with one stack that can be deleted, and whose empty group can be asked for a host. Both sides of every
/// exchange are told of, so that a program can die there.
final class Doomed extends ScriptedStacks implements Occupancy {
    private static final Duration GOING = Duration.ofSeconds(5);
    private static final Duration UPDATING = Duration.ofSeconds(15);

    /// What happens before and after each exchange.
    Runnable passing = () -> {};

    final List<String> active = new ArrayList<>(List.of("host-1", "host-2"));
    /// One that somebody drains on purpose.
    final List<String> draining = new ArrayList<>(List.of("host-by-hand"));

    /// With which deletions were asked for.
    final Set<String> tokens = new LinkedHashSet<>();
    /// How many hosts the group wants, and whether they were there when the program last asked for one.
    int desired;

    int started;
    /// Whether a roll-back of the stack has failed, and since when it goes on.
    boolean isStuck;

    /// With which a failed roll-back was to go on.
    final Set<String> mendings = new LinkedHashSet<>();

    /// Whether the stack is being updated, and with which that was to be stopped.
    boolean isUpdating;

    final Set<String> cancellations = new LinkedHashSet<>();
    boolean isProtected;

    private Optional<Instant> cancelled = Optional.empty();
    private Optional<Instant> mended = Optional.empty();
    private Optional<Instant> going = Optional.empty();

    final Holdings holdings = new Holdings(this, new Standing(), this, new Region());

    private <T> T exchange(Supplier<T> answer) {
        passing.run();
        pace.pass(Duration.ofMillis(50));
        var said = answer.get();
        passing.run();
        return said;
    }

    boolean isDeleted() {
        return going.filter(since -> !pace.now().isBefore(since.plus(GOING))).isPresent();
    }

    private Stack stack() {
        var whole = isStuck ? mendingStatus() : isUpdating ? updateStatus() : "CREATE_COMPLETE";
        var status = going.isEmpty() ? whole : isDeleted() ? "DELETE_COMPLETE" : "DELETE_IN_PROGRESS";
        return new Stack(ID, "web", new StackStatus(status), "", VirtualPace.START, Map.of(), Map.of(), List.of());
    }

    private String mendingStatus() {
        return mended.map(since -> pace.now().isBefore(since.plus(GOING))
                        ? "UPDATE_ROLLBACK_IN_PROGRESS"
                        : "UPDATE_ROLLBACK_COMPLETE")
                .orElse("UPDATE_ROLLBACK_FAILED");
    }

    boolean isMended() {
        return mendingStatus().equals("UPDATE_ROLLBACK_COMPLETE");
    }

    private String updateStatus() {
        var goes = cancelled
                .orElse(VirtualPace.START)
                .plus(cancelled.isPresent() ? GOING : UPDATING)
                .isAfter(pace.now());
        return (cancelled.isPresent() ? "UPDATE_ROLLBACK_" : "UPDATE_") + (goes ? "IN_PROGRESS" : "COMPLETE");
    }

    boolean isUpdated() {
        return updateStatus().endsWith("COMPLETE");
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return exchange(() -> Optional.of(stack()));
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        return exchange(() -> {
            var events = new ArrayList<StackEvent>();
            going.ifPresent(since -> {
                events.add(event("e1", since, "DELETE_IN_PROGRESS"));
                if (isDeleted()) {
                    events.add(event("e2", since.plus(GOING), "DELETE_COMPLETE"));
                }
            });
            mended.ifPresent(since -> {
                events.add(event(
                        "m1",
                        since,
                        "UPDATE_ROLLBACK_IN_PROGRESS",
                        mendings.iterator().next()));
                if (isMended()) {
                    events.add(event(
                            "m2",
                            since.plus(GOING),
                            "UPDATE_ROLLBACK_COMPLETE",
                            mendings.iterator().next()));
                }
            });
            if (isUpdating) {
                events.add(event("u1", VirtualPace.START, "UPDATE_IN_PROGRESS"));
                cancelled.ifPresent(since -> events.add(event("u2", since, "UPDATE_ROLLBACK_IN_PROGRESS")));
                if (isUpdated()) {
                    events.add(event("u3", pace.now(), updateStatus()));
                }
            }
            return new EventPage(events.reversed(), Optional.empty());
        });
    }

    private static StackEvent event(String id, Instant time, String status) {
        return event(id, time, status, "token");
    }

    private static StackEvent event(String id, Instant time, String status, String token) {
        return new StackEvent(
                id, time, ID, "web", ID, "AWS::CloudFormation::Stack", new StackStatus(status), "", token);
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return exchange(() -> List.of(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""),
                new StackResource(
                        "Group",
                        "web-group",
                        "AWS::AutoScaling::AutoScalingGroup",
                        new StackStatus("CREATE_COMPLETE"),
                        "")));
    }

    @Override
    public List<String> services(String cluster) {
        return exchange(List::of);
    }

    @Override
    public int tasks(String cluster) {
        return exchange(() -> 0);
    }

    @Override
    public List<String> placeable(String cluster) {
        return exchange(() -> List.copyOf(active));
    }

    @Override
    public void drain(String cluster, List<String> hosts) {
        exchange(() -> active.removeAll(hosts) && draining.addAll(hosts));
    }

    @Override
    public void resume(String cluster, List<String> hosts) {
        exchange(() -> {
            hosts.stream().filter(draining::remove).forEach(active::add);
            return hosts;
        });
    }

    @Override
    public int stopTasks(String cluster) {
        return exchange(() -> 0);
    }

    @Override
    public boolean releaseProvider(String name) {
        return exchange(() -> false);
    }

    @Override
    public boolean isChanging(String provider) {
        return false;
    }

    @Override
    public int releaseHosts(String group) {
        return exchange(() -> 2);
    }

    private final class Standing implements SilentStanding {
        @Override
        public Optional<StandingStack> find(String nameOrId) {
            return exchange(() -> Optional.of(new StandingStack(stack(), "", false)));
        }

        @Override
        public void continueRollback(String stackId, List<String> skipped, String requestToken) {
            exchange(() -> {
                mendings.add(requestToken);
                // what has come to its end can not be gone on with, whoever asks
                if (isMended() || mendings.size() > 1) {
                    throw new CloudProblem(
                            CloudProblem.Kind.REFUSED,
                            "",
                            "ValidationError",
                            "ContinueUpdateRollback cannot be called from current stack status",
                            "",
                            null);
                }
                mended = mended.or(() -> Optional.of(pace.now()));
                return skipped;
            });
        }

        @Override
        public void cancelUpdate(String stackId, String requestToken) {
            exchange(() -> {
                if (!updateStatus().equals("UPDATE_IN_PROGRESS")) {
                    throw new CloudProblem(
                            CloudProblem.Kind.REFUSED, "", "ValidationError", "it is not updated", "", null);
                }
                cancelled = Optional.of(pace.now());
                return cancellations.add(requestToken);
            });
        }

        @Override
        public void protect(String stackId, boolean protects) {
            exchange(() -> isProtected = protects);
        }

        @Override
        public void delete(String stackId, DeletionExtent extent, String requestToken) {
            exchange(() -> {
                if (going.isPresent() && !tokens.contains(requestToken)) {
                    throw new CloudProblem(
                            CloudProblem.Kind.REFUSED, "", "ValidationError", "it is being deleted", "", null);
                }
                going = going.or(() -> Optional.of(pace.now()));
                return tokens.add(requestToken);
            });
        }
    }

    private final class Region implements Hosts {
        private List<HostGroup.Member> members() {
            return desired == 0 ? List.of() : List.of(new HostGroup.Member("i-1", "InService"));
        }

        @Override
        public Optional<HostGroup> group(String name) {
            return exchange(() -> Optional.of(new HostGroup("web-group", desired, members())));
        }

        @Override
        public ActivityPage activities(String group, Optional<String> page) {
            return exchange(() -> new ActivityPage(List.of(), Optional.empty()));
        }

        @Override
        public List<ContainerInstance> registered(String cluster) {
            return exchange(() -> desired == 0
                    ? List.of()
                    : List.of(new ContainerInstance("i-1", "ACTIVE", "", true, 0, Optional.empty())));
        }

        @Override
        public void want(String group, int hosts) {
            exchange(() -> {
                started += hosts;
                desired = hosts;
                return group;
            });
        }

        @Override
        public void release(String instanceId) {
            exchange(() -> {
                desired = 0;
                return instanceId;
            });
        }

        @Override
        public String console(String instanceId) {
            return "";
        }
    }
}
