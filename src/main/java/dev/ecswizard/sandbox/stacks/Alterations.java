package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling.After;
import java.util.HashMap;

/// Changes resources where they are: they keep their physical ids.
final class Alterations {
    private Alterations() {}

    static Made made(Making making, Made before) throws Failure {
        return switch (before.thing()) {
            case Thing.Role role ->
                altered(
                        before,
                        new Thing.Role(role.id(), role.roleId(), role.arn(), making.properties(), making.tags()),
                        15);
            case Thing.SecurityGroup group -> {
                Resources.checkPeers(making, group.vpc());
                yield altered(
                        before,
                        new Thing.SecurityGroup(
                                group.id(),
                                group.name(),
                                group.description(),
                                group.vpc(),
                                making.properties(),
                                making.tags()),
                        5);
            }
            case Thing.Cluster cluster ->
                altered(before, new Thing.Cluster(cluster.id(), cluster.arn(), making.properties(), making.tags()), 4);
            case Thing.HostSource source when source.isTemplate() -> version(making, before, source);
            case Thing.HostSource source -> altered(before, source, 1);
            case Thing.Group group -> Groups.changed(making, before, group);
            case Thing.Other other ->
                altered(before, new Thing.Other(other.id(), other.type(), making.properties()), 3);
        };
    }

    private static Made altered(Made before, Thing thing, double seconds) {
        return new Made(before.ref(), before.attributes(), thing, new After(seconds));
    }

    /// A launch template gets a new version when its data change; hosts are launched from it once their group wants it.
    private static Made version(Making making, Made before, Thing.HostSource source) {
        var data = Tree.map(making.properties(), "LaunchTemplateData");
        if (data.equals(source.properties())) {
            return altered(before, source, 1);
        }
        var attributes = new HashMap<>(before.attributes());
        attributes.compute("LatestVersionNumber", (_, latest) -> String.valueOf(Integer.parseInt(latest) + 1));
        return new Made(
                before.ref(),
                attributes,
                new Thing.HostSource(source.id(), source.name(), true, source.version() + 1, data),
                new After(2));
    }
}
