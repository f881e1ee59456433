package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Exit;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Way;
import dev.ecswizard.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A subnet's way out in words: one, a few, or all there is to say.
final class WayWords {
    private static final Messages MESSAGES = Messages.of(WayWords.class);

    private WayWords() {}

    /// What kind of way it is; empty while nobody can say.
    static String kind(SubnetLine line) {
        if (line.isAwaited()) {
            return MESSAGES.text("ways.kind.awaited");
        }
        return line.way().map(WayWords::kind).orElse("");
    }

    private static String kind(Way way) {
        return switch (way.reach()) {
            case YES ->
                switch (way.exit()) {
                    case INTERNET_GATEWAY -> MESSAGES.text("ways.kind.public");
                    case NAT_GATEWAY -> MESSAGES.text("ways.kind.nat");
                    case ENDPOINTS, BEYOND, NONE -> MESSAGES.text("ways.kind.endpoints");
                };
            case UNKNOWN ->
                way.exit() == Exit.BEYOND
                        ? way.route().map(WayWords::beyond).orElseGet(() -> MESSAGES.text("ways.kind.unknown"))
                        : MESSAGES.text("ways.kind.unknown");
            case UNREAD -> MESSAGES.text("ways.kind.unread");
            case NO -> MESSAGES.text("ways.kind.none");
        };
    }

    private static String beyond(Route route) {
        return switch (route.kind()) {
            case TRANSIT_GATEWAY -> MESSAGES.text("ways.kind.transit");
            case VIRTUAL_PRIVATE_GATEWAY -> MESSAGES.text("ways.kind.vpn");
            case PEERING -> MESSAGES.text("ways.kind.peering");
            case LOCAL, INTERNET_GATEWAY, NAT_GATEWAY, NETWORK_INTERFACE, EGRESS_ONLY_GATEWAY, ENDPOINT, OTHER ->
                MESSAGES.text("ways.kind.unknown");
        };
    }

    /// Where it leads, or the first thing that is in the way.
    static String brief(SubnetLine line) {
        return line.way().map(WayWords::brief).orElse("");
    }

    private static String brief(Way way) {
        return switch (way.reach()) {
            case YES ->
                way.missing().isEmpty()
                        ? leads(way)
                        : MESSAGES.text("ways.brief.withoutTasks", String.join(", ", way.missing()));
            case UNREAD -> way.problem().map(WayWords::unread).orElseGet(() -> MESSAGES.text("ways.kind.unread"));
            case UNKNOWN, NO -> {
                var missing = way.missingEndpoints().size();
                yield missing > 0 && missing < 5
                        ? MESSAGES.text("ways.brief.missing", missing)
                        : way.obstacles().stream()
                                .findFirst()
                                .map(first -> MESSAGES.text(
                                        "ways.obstacle." + first.kind().name(),
                                        first.resource(),
                                        first.details().isEmpty()
                                                ? ""
                                                : first.details().getFirst()))
                                .orElse("");
            }
        };
    }

    private static String leads(Way way) {
        return switch (way.exit()) {
            case ENDPOINTS, NONE -> MESSAGES.text("ways.brief.endpoints");
            case INTERNET_GATEWAY, NAT_GATEWAY, BEYOND ->
                way.route()
                        .map(route -> MESSAGES.text("ways.brief.leads", route.target()))
                        .orElseGet(() -> way.table().orElse(""));
        };
    }

    /// Why something could not be read, beginning with the action.
    static String unread(CloudProblem problem) {
        return switch (problem.kind()) {
            case DENIED -> MESSAGES.text("ways.unread.denied", problem.action());
            case THROTTLED -> MESSAGES.text("ways.unread.throttled", problem.action());
            case NO_CREDENTIALS, EXPIRED, UNREACHABLE, NOT_FOUND, REFUSED, CANCELLED ->
                MESSAGES.text("ways.unread.unanswered", problem.action());
        };
    }

    /// The route that says so, and whose it is.
    static String route(Way way) {
        return way.table()
                .map(table -> way.route()
                        .map(route -> MESSAGES.text(
                                route.isActive() ? "ways.route.leads" : "ways.route.gone",
                                route.destination(),
                                route.target(),
                                table))
                        .orElseGet(() -> MESSAGES.text("ways.route.none", table)))
                .orElse("");
    }

    /// Everything, a line for each thing.
    static String all(SubnetLine line, String region) {
        var lines = new ArrayList<String>();
        lines.add(line.facts().map(WayWords::heading).orElseGet(() -> MESSAGES.text("ways.line.unknown", line.id())));
        if (line.isAwaited()) {
            lines.add(MESSAGES.text("ways.kind.awaited"));
        }
        line.way().ifPresent(way -> lines.addAll(all(way, region)));
        line.facts()
                .filter(_ -> leavesByInternetGateway(line))
                .ifPresent(subnet -> lines.add(MESSAGES.text(
                        subnet.publicAddressOnLaunch() ? "ways.line.addresses" : "ways.line.noAddresses")));
        line.markers().forEach(marker -> lines.add(explanation(marker, line)));
        return String.join("\n", lines);
    }

    private static boolean leavesByInternetGateway(SubnetLine line) {
        return line.way().filter(way -> way.exit() == Exit.INTERNET_GATEWAY).isPresent();
    }

    private static String heading(Subnet subnet) {
        return List.of(subnet.name(), subnet.id(), subnet.zone(), subnet.cidr()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  \u00b7  "));
    }

    private static List<String> all(Way way, String region) {
        var lines = new ArrayList<String>();
        var route = route(way);
        if (!route.isEmpty()) {
            lines.add(MESSAGES.text("ways.line.way", kind(way), route));
        }
        way.obstacles().stream()
                .flatMap(obstacle -> obstacle.problem().stream())
                .map(WayWords::unread)
                .distinct()
                .forEach(words -> lines.add(MESSAGES.text("ways.line.unread", words)));
        if (!way.hindrances().isEmpty()) {
            lines.add(String.join(" ", way.hindrances()));
        }
        if (!way.missingEndpoints().isEmpty()) {
            lines.add(MESSAGES.text("ways.line.endpoints", endpoints(way.missingEndpoints(), region)));
        }
        if (!way.mends().isEmpty()) {
            lines.add(MESSAGES.text("ways.line.mends", String.join(" ", way.mends())));
        }
        if (!way.missing().isEmpty() && way.reach() == Reach.YES) {
            lines.add(MESSAGES.text("ways.line.tasks", endpoints(way.missing(), region)));
        }
        return lines;
    }

    /// As they are called where endpoints are made. In China some begin otherwise, so that only their ends are sure.
    private static String endpoints(List<String> services, String region) {
        return services.stream()
                .map(service -> region.startsWith("cn-") ? service : String.join(".", "com.amazonaws", region, service))
                .collect(Collectors.joining(", "));
    }

    static String marker(Marker marker) {
        return MESSAGES.text("markers.name." + marker.name());
    }

    /// What a marker means for hosts.
    static String explanation(Marker marker, SubnetLine line) {
        return MESSAGES.text(
                "markers.meaning." + marker.name(),
                line.facts().map(Subnet::ownerId).orElse(""),
                line.facts().map(Subnet::zone).orElse(""));
    }
}
