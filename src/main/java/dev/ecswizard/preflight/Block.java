package dev.ecswizard.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Numbers without a gap: IPv4 addresses, or ports.
record Block(long first, long last) {
    /// All of IPv4 but what is never on the internet (IANA IPv4 Special-Purpose Address Registry).
    static final List<Block> INTERNET = internet();

    static Block of(String cidr) {
        var slash = cidr.indexOf('/');
        var bits = slash < 0 ? 32 : Integer.parseInt(cidr.substring(slash + 1));
        var number = 0L;
        for (var octet : cidr.substring(0, slash < 0 ? cidr.length() : slash).split("\\.")) {
            number = number << 8 | Integer.parseInt(octet);
        }
        var size = 1L << 32 - bits;
        var first = number - number % size;
        return new Block(first, first + size - 1);
    }

    private static List<Block> internet() {
        var reserved = Stream.of(
                        "0.0.0.0/8",
                        "10.0.0.0/8",
                        "100.64.0.0/10",
                        "127.0.0.0/8",
                        "169.254.0.0/16",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "224.0.0.0/3")
                .map(Block::of)
                .toList();
        return of("0.0.0.0/0").cutAt(reserved).stream()
                .filter(block -> reserved.stream().noneMatch(other -> other.has(block.first())))
                .toList();
    }

    boolean has(long number) {
        return first <= number && number <= last;
    }

    long size() {
        return last - first + 1;
    }

    /// The parts of it, in order, none of which lies across an end of another block.
    List<Block> cutAt(List<Block> others) {
        var starts = new TreeSet<Long>();
        starts.add(first);
        for (var other : others) {
            Stream.of(other.first(), other.last() + 1).filter(this::has).forEach(starts::add);
        }
        var parts = new ArrayList<Block>();
        for (var start : starts) {
            var next = starts.higher(start);
            parts.add(new Block(start, next == null ? last : next - 1));
        }
        return parts;
    }
}
