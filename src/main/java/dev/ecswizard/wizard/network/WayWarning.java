package dev.ecswizard.wizard.network;

import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with the ways out of subnets, in words.
final class WayWarning {
    private static final Messages MESSAGES = Messages.of(WayWarning.class);

    private WayWarning() {}

    /// @param chosen the ids of the chosen ones
    static Optional<String> of(List<SubnetLine> lines, List<String> chosen) {
        var known = lines.stream().filter(line -> !line.isUnknown()).toList();
        if (!known.isEmpty() && known.stream().allMatch(line -> line.isShutIn() && !line.wantsPublicAddress())) {
            return Optional.of(MESSAGES.text("network.subnets.allShutIn"));
        }
        var shut = known.stream()
                .filter(line -> line.isShutIn() && chosen.contains(line.id()))
                .map(SubnetLine::called)
                .collect(Collectors.joining(", "));
        return shut.isEmpty() ? Optional.empty() : Optional.of(MESSAGES.text("network.subnets.shutIn", shut));
    }

    /// What could not be read, where that leaves the way out of a subnet open.
    static Optional<String> ofUnread(List<SubnetLine> lines) {
        var unread = lines.stream()
                .flatMap(line -> line.way().stream())
                .flatMap(way -> way.obstacles().stream())
                .flatMap(obstacle -> obstacle.problem().stream())
                .map(WayWords::unread)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return unread.isEmpty() ? Optional.empty() : Optional.of(MESSAGES.text("network.subnets.unread", unread));
    }
}
