package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.time.Ids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The addresses that hosts have: private ones of their subnets, public ones of a range kept for documentation.
final class Addresses {
    /// EC2 keeps the first four of a subnet and the last.
    private static final int FIRST = 4;

    private final Terrain terrain;
    private final Ids ids;
    private final Map<String, Set<Long>> taken = new HashMap<>();

    Addresses(Terrain terrain, Ids ids) {
        this.terrain = terrain;
        this.ids = ids;
    }

    /// A free address of a subnet; empty if there is none.
    Optional<String> take(String subnet) {
        var network = terrain.network(subnet).filter(found -> found.free() > 0);
        return network.map(found -> {
            var slash = found.cidr().indexOf('/');
            var base = number(found.cidr().substring(0, slash));
            var size = 1L << 32 - Integer.parseInt(found.cidr().substring(slash + 1));
            var used = taken.computeIfAbsent(subnet, _ -> new HashSet<>());
            var address = base + FIRST + (long) ids.between(0, size - FIRST - 1);
            while (!used.add(address)) {
                address = address == base + size - 2 ? base + FIRST : address + 1;
            }
            terrain.takeAddresses(subnet, 1);
            return text(address);
        });
    }

    void giveBack(String subnet, String address) {
        if (taken.getOrDefault(subnet, Set.of()).remove(number(address))) {
            terrain.takeAddresses(subnet, -1);
        }
    }

    /// One that leads nowhere (RFC 5737).
    String publicAddress() {
        return "203.0.113." + (1 + (int) ids.between(0, 254));
    }

    private static long number(String address) {
        var number = 0L;
        for (var part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String text(long number) {
        return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
