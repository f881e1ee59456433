package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a change set means for the hosts and the tasks on them. Pure.
///
/// Hosts are replaced where what they are launched from becomes another: CloudFormation then replaces those that the
/// group would no longer launch, batch by batch (CloudFormation user guide, UpdatePolicy attribute). A change of a
/// launch template's metadata alone makes no new version, and a change set does not tell the difference.
final class Effects {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String CLUSTER = "AWS::ECS::Cluster";

    private final Proposal.Ready proposal;
    private final Turnover turnover;
    private final List<String> sentences = new ArrayList<>();

    Effects(Proposal.Ready proposal) {
        this.proposal = proposal;
        this.turnover = proposal.turnover();
    }

    List<String> sentences() {
        if (proposal.isNew()) {
            say("deploy.effect.new", proposal.changes().size());
            return List.copyOf(sentences);
        }
        of(CLUSTER).ifPresent(this::cluster);
        var group = of(GROUP);
        if (group.filter(change -> change.action() == Action.REMOVE).isPresent()) {
            say("deploy.effect.group.removed");
        } else if (group.filter(change -> change.replacement() == Replacement.CERTAIN)
                .isPresent()) {
            say("deploy.effect.group.replaced");
        } else if (turnover.replacesGroup()
                && group.filter(change -> change.replacement() == Replacement.PERHAPS)
                        .isPresent()) {
            say("deploy.effect.group.perhaps");
        } else {
            replaced(replacement(group));
            group.filter(change -> change.action() == Action.MODIFY).ifPresent(this::sizes);
        }
        if (sentences.isEmpty()) {
            say("deploy.effect.hosts.stay");
        }
        return List.copyOf(sentences);
    }

    private Optional<ResourceChange> of(String type) {
        return proposal.changes().stream()
                .filter(change -> change.type().equals(type))
                .findFirst();
    }

    private void cluster(ResourceChange change) {
        if (change.action() == Action.REMOVE) {
            say("deploy.effect.cluster.removed");
        } else if (change.replacement() != Replacement.NEVER) {
            say(
                    change.replacement() == Replacement.CERTAIN
                            ? "deploy.effect.cluster.replaced"
                            : "deploy.effect.cluster.perhaps");
        }
    }

    /// Whether hosts are replaced.
    private Replacement replacement(Optional<ResourceChange> group) {
        if (group.isEmpty() || !turnover.rolls()) {
            return Replacement.NEVER;
        }
        var launched = of("AWS::AutoScaling::LaunchConfiguration")
                .map(ResourceChange::replacement)
                .or(() -> of("AWS::EC2::LaunchTemplate").map(Effects::ofTemplate))
                .orElse(Replacement.NEVER);
        return launched == Replacement.NEVER && isPlacedAnew(group.get()) ? Replacement.PERHAPS : launched;
    }

    /// Another `LaunchTemplateData` makes another version.
    private static Replacement ofTemplate(ResourceChange template) {
        if (template.replacement() == Replacement.CERTAIN) {
            return Replacement.CERTAIN;
        }
        var data = template.details().stream()
                .filter(detail -> detail.path().startsWith("Properties/LaunchTemplateData"))
                .toList();
        if (data.stream().anyMatch(Detail::isCertain)) {
            return Replacement.CERTAIN;
        }
        return data.isEmpty() && template.replacement() == Replacement.NEVER ? Replacement.NEVER : Replacement.PERHAPS;
    }

    private static boolean isPlacedAnew(ResourceChange group) {
        return group.details().stream()
                .anyMatch(detail -> detail.path().startsWith("Properties/VPCZoneIdentifier")
                        || detail.path().startsWith("Properties/MixedInstancesPolicy/LaunchTemplate/Overrides"));
    }

    private void replaced(Replacement replacement) {
        if (replacement == Replacement.NEVER) {
            return;
        }
        if (isEmpty()) {
            say("deploy.effect.hosts.none");
            return;
        }
        var isCertain = replacement == Replacement.CERTAIN;
        if (turnover.present().isEmpty()) {
            say(
                    isCertain ? "deploy.effect.hosts.replaced.all" : "deploy.effect.hosts.perhaps.all",
                    turnover.together());
        } else if (turnover.present().getAsInt() == 1) {
            say(isCertain ? "deploy.effect.hosts.replaced.one" : "deploy.effect.hosts.perhaps.one");
        } else {
            say(
                    isCertain ? "deploy.effect.hosts.replaced" : "deploy.effect.hosts.perhaps",
                    turnover.present().getAsInt(),
                    turnover.together());
        }
        say(
                turnover.drains()
                        ? "deploy.effect.tasks.drained"
                        : turnover.joinsFirst() ? "deploy.effect.tasks.stop" : "deploy.effect.tasks.stop.early");
        if (turnover.drains() && turnover.joinsFirst()) {
            say("deploy.effect.hosts.join");
        }
        if (turnover.staying() > 0) {
            say("deploy.effect.hosts.kept", turnover.staying());
        } else {
            say("deploy.effect.hosts.unkept");
        }
    }

    private boolean isEmpty() {
        return turnover.present().isPresent() && turnover.present().getAsInt() == 0;
    }

    private void sizes(ResourceChange group) {
        var desired = at(group, "Properties/DesiredCapacity");
        var least = at(group, "Properties/MinSize");
        var most = at(group, "Properties/MaxSize");
        var present = turnover.present();
        if (desired.isPresent() && desired.get().isNumber()) {
            moves(present.orElse(desired.get().from()), desired.get().to());
        } else if (present.isPresent()) {
            var now = present.getAsInt();
            var then = Math.clamp(
                    now,
                    least.filter(Step::isNumber).map(Step::to).orElse(0),
                    Math.max(
                            least.filter(Step::isNumber).map(Step::to).orElse(0),
                            most.filter(Step::isNumber).map(Step::to).orElse(Integer.MAX_VALUE)));
            moves(now, then);
        }
        most.filter(Step::isNumber).ifPresent(step -> say("deploy.effect.group.most", step.from(), step.to()));
        if (desired.isEmpty()) {
            least.filter(Step::isNumber).ifPresent(step -> say("deploy.effect.group.least", step.from(), step.to()));
        }
    }

    private void moves(int from, int to) {
        if (to > from) {
            say("deploy.effect.group.grows", from, to);
        } else if (to < from) {
            say(
                    turnover.drains() ? "deploy.effect.group.shrinks.drained" : "deploy.effect.group.shrinks",
                    from,
                    to,
                    from - to);
        }
    }

    private static Optional<Step> at(ResourceChange group, String path) {
        return group.details().stream()
                .filter(detail -> detail.path().equals(path))
                .findFirst()
                .map(detail -> new Step(number(detail.before()), number(detail.after())));
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /// A number that becomes another one.
    private record Step(OptionalInt before, OptionalInt after) {
        boolean isNumber() {
            return before.isPresent() && after.isPresent();
        }

        int from() {
            return before.orElseThrow();
        }

        int to() {
            return after.orElseThrow();
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(Words.of(key, arguments));
    }
}
