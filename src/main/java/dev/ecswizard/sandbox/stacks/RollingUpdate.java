package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The replacement of those hosts of an Auto Scaling group that it would not launch today, in batches. Where too few
/// would stay in service, it is larger meanwhile.
///
/// ```
/// batch   new hosts ── signals ── "Terminating …; replacing with …" ── "Successfully terminated …" ── new hosts ── …
/// ```
final class RollingUpdate {
    private static final int MOST_ATTEMPTS = 3;

    private final Operation operation;
    private final Member member;
    private final Thing.Group group;
    private final RollingPolicy policy;
    private final Runnable good;
    private final Consumer<String> bad;
    private final Hosts hosts;
    private List<String> obsolete = List.of();
    private int batch;
    private int capacity;
    private int successes;
    private int failures;

    /// @param group as it is to be; it has been told so
    /// @param good called when every host is what it is to be
    /// @param bad called with CloudFormation's sentence
    RollingUpdate(
            Operation operation,
            Member member,
            Thing.Group group,
            RollingPolicy policy,
            Runnable good,
            Consumer<String> bad) {
        this.operation = operation;
        this.member = member;
        this.group = group;
        this.policy = policy;
        this.good = good;
        this.bad = bad;
        this.hosts = operation.stack.home().world().hosts();
    }

    void begin() {
        var staying = staying();
        obsolete = staying.stream()
                .filter(host -> host.isObsolete()
                        || !group.places().isEmpty() && !group.places().contains(host.place()))
                .map(Hosts.Instance::id)
                .toList();
        if (obsolete.isEmpty()) {
            // other sizes: what comes has to be in service; what goes may be protected
            operation.after(
                    operation.about(3),
                    () -> new Stabilizing(
                            operation,
                            member,
                            group.id(),
                            standing -> standing.inService() >= standing.sizes().desired(),
                            good,
                            bad));
            return;
        }
        batch = Math.max(
                1,
                Math.min(
                        Math.min(policy.batch(), obsolete.size()), group.sizes().most() - policy.inService()));
        capacity = Math.max(group.sizes().desired(), policy.inService() + batch);
        hosts.suspend(group.id(), policy.suspended());
        tell("Rolling update initiated. Terminating " + obsolete.size() + " obsolete instance(s) in batches of " + batch
                + (policy.inService() > 0
                        ? ", while keeping at least " + policy.inService() + " instance(s) in service."
                        : ".")
                + patience());
        tell("Temporarily setting autoscaling group MinSize and DesiredCapacity to " + capacity + ".");
        resize();
        var missing = capacity - staying.size();
        if (missing > 0) {
            new Batch(missing, List.of()).begin();
        } else {
            next();
        }
    }

    private String patience() {
        if (policy.waitsForSignals()) {
            return " Waiting on resource signals with a timeout of " + policy.pause()
                    + " when new instances are added to the autoscaling group.";
        }
        return policy.seconds() == 0
                ? ""
                : " Pausing for " + policy.pause() + " when new instances are added to the autoscaling group.";
    }

    private void next() {
        var staying = staying();
        var left = staying.stream()
                .map(Hosts.Instance::id)
                .filter(obsolete::contains)
                .toList();
        if (left.isEmpty()) {
            hosts.resume(group.id(), policy.suspended());
            hosts.resize(group.id(), group.sizes());
            good.run();
            return;
        }
        var leaving = left.subList(0, Math.min(batch, left.size()));
        var fresh = staying.size() - left.size();
        var added = Math.clamp(group.sizes().desired() - fresh, 0, leaving.size());
        tell("Terminating instance(s) " + text(leaving) + "; replacing with " + added + " new instance(s).");
        hosts.terminate(group.id(), leaving);
        capacity = staying.size() - leaving.size() + added;
        resize();
        new Batch(added, leaving).begin();
    }

    private void resize() {
        hosts.resize(
                group.id(),
                new Hosts.Sizes(capacity, Math.max(capacity, group.sizes().most()), capacity));
    }

    private List<Hosts.Instance> staying() {
        return standing().map(Hosts.Standing::hosts).orElse(List.of()).stream()
                .filter(host -> host.state() != Hosts.State.TERMINATING)
                .toList();
    }

    private Optional<Hosts.Standing> standing() {
        return hosts.find(group.id());
    }

    private static String text(List<String> ids) {
        return "[" + String.join(",", ids) + "]";
    }

    private void tell(String sentence) {
        operation.tell(member, "UPDATE_IN_PROGRESS", sentence);
    }

    private void giveUp(String sentence) {
        hosts.resume(group.id(), policy.suspended());
        bad.accept(sentence);
    }

    /// Hosts that go, and hosts that come in their place.
    private final class Batch {
        private final int added;
        private final List<String> leaving;
        private boolean isRid;
        private boolean isThere;
        private Optional<SignalWait.Result> signals = Optional.empty();

        Batch(int added, List<String> leaving) {
            this.added = added;
            this.leaving = leaving;
            this.isRid = leaving.isEmpty();
        }

        void begin() {
            if (added > 0 && policy.waitsForSignals()) {
                new SignalWait(operation, member, added, policy.seconds(), result -> {
                    signals = Optional.of(result);
                    goOn();
                });
            }
            look();
        }

        private void look() {
            var standing = standing();
            if (!member.is("UPDATE_IN_PROGRESS") || standing.isEmpty()) {
                return;
            }
            var trouble = standing.get().trouble().filter(failed -> failed.attempts() >= MOST_ATTEMPTS);
            if (trouble.isPresent()) {
                giveUp(Stabilizing.sentence(standing.get(), trouble.get()));
                return;
            }
            if (!isRid && standing.get().hosts().stream().noneMatch(host -> leaving.contains(host.id()))) {
                isRid = true;
                tell("Successfully terminated instance(s) " + text(leaving) + " (Progress " + progress() + "%).");
            }
            if (isRid && standing.get().inService() >= capacity) {
                arrive();
            } else {
                operation.after(operation.about(4), this::look);
            }
        }

        private long progress() {
            var left = staying().stream()
                    .filter(host -> obsolete.contains(host.id()))
                    .count();
            return Math.round(100.0 * (obsolete.size() - left) / obsolete.size());
        }

        private void arrive() {
            isThere = true;
            if (added == 0) {
                next();
            } else if (policy.waitsForSignals()) {
                tell("New instance(s) added to autoscaling group - Waiting on " + added
                        + " resource signal(s) with a timeout of " + policy.pause() + ".");
                goOn();
            } else if (policy.seconds() > 0) {
                tell("New instance(s) added to autoscaling group - Pausing for " + policy.pause() + ".");
                operation.after(policy.seconds(), RollingUpdate.this::next);
            } else {
                next();
            }
        }

        private void goOn() {
            if (!isThere || signals.isEmpty() || !member.is("UPDATE_IN_PROGRESS")) {
                return;
            }
            successes += signals.get().successes();
            failures += signals.get().failures();
            if (failures * 100 > (100 - policy.percent()) * obsolete.size()) {
                giveUp("Received " + successes + " SUCCESS signal(s) out of " + obsolete.size()
                        + ".  Unable to satisfy " + policy.percent() + "% MinSuccessfulInstancesPercent requirement");
            } else {
                operation.after(operation.about(1), RollingUpdate.this::next);
            }
        }
    }
}
