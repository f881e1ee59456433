package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.preflight.Obstacle.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/// What network ACLs do to HTTPS between subnets and the rest of the world. They know no connections: answers are held
/// against them like requests.
final class Barriers {
    static final int HTTPS = 443;

    /// Where answers to a host come in: `net.ipv4.ip_local_port_range` of Linux.
    static final Block HOST_PORTS = new Block(32_768, 60_999);

    /// Where answers to a NAT gateway come in (VPC user guide, "NAT gateway basics").
    static final Block NAT_PORTS = new Block(1_024, 65_535);

    private final Asked<List<NetworkAcl>> acls;
    private final Map<String, List<Line>> lines = new HashMap<>();
    private final List<Block> addresses;
    private final List<Block> ports;

    /// An entry with its block.
    private record Line(Block addresses, NetworkAcl.Entry entry) {
        boolean speaksOf(boolean isEgress, long address, long port) {
            return entry.isEgress() == isEgress
                    && entry.fromPort() <= port
                    && port <= entry.toPort()
                    && addresses.has(address);
        }
    }

    Barriers(Asked<List<NetworkAcl>> acls) {
        this.acls = acls;
        if (acls instanceof Asked.Answered<List<NetworkAcl>>(var all)) {
            all.forEach(acl -> lines.put(
                    acl.id(),
                    acl.entries().stream()
                            .map(entry -> new Line(Block.of(entry.cidr()), entry))
                            .toList()));
        }
        var entries = acls instanceof Asked.Answered<List<NetworkAcl>>(var all)
                ? all.stream().flatMap(acl -> acl.entries().stream()).toList()
                : List.<NetworkAcl.Entry>of();
        this.addresses =
                entries.stream().map(entry -> Block.of(entry.cidr())).distinct().toList();
        this.ports = entries.stream()
                .map(entry -> new Block(entry.fromPort(), entry.toPort()))
                .distinct()
                .toList();
    }

    /// The blocks of addresses that entries are about.
    List<Block> addresses() {
        return addresses;
    }

    /// Whether packets leave a subnet.
    Outcome out(String subnet, long address, long port, Kind kind) {
        return pass(subnet, true, address, port, kind);
    }

    /// Whether packets get into a subnet.
    Outcome in(String subnet, long address, long port, Kind kind) {
        return pass(subnet, false, address, port, kind);
    }

    /// What holds for ports of which one is taken at random.
    Outcome anyOf(Block range, LongFunction<Outcome> port) {
        return Outcome.any(range.cutAt(ports).stream()
                .map(part -> port.apply(part.first()))
                .toList());
    }

    private Outcome pass(String subnet, boolean isEgress, long address, long port, Kind kind) {
        return switch (acls) {
            case Asked.Unanswered(var problem) -> Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
            case Asked.Answered(var all) ->
                all.stream()
                        .filter(acl -> acl.subnets().contains(subnet))
                        .findFirst()
                        .filter(acl -> !allows(acl, isEgress, address, port))
                        .map(acl -> Outcome.no(kind, acl.id()))
                        .orElse(Outcome.YES);
        };
    }

    private boolean allows(NetworkAcl acl, boolean isEgress, long address, long port) {
        return lines.get(acl.id()).stream()
                .filter(line -> line.speaksOf(isEgress, address, port))
                .findFirst()
                .filter(line -> line.entry().allows())
                .isPresent();
    }
}
