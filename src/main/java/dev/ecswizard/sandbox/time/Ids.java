package dev.ecswizard.sandbox.time;

import java.util.Random;
import java.util.UUID;

/// Identifiers as AWS forms them, and chance for everything else: repeatable from a seed.
public final class Ids {
    private static final String HEX = "0123456789abcdef";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;

    public Ids(long seed) {
        random = new Random(seed);
    }

    public String uuid() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    /// Such as `sg-0` and sixteen hexadecimal digits.
    public String of(String prefix) {
        return prefix + "-0" + draw(HEX, 16);
    }

    public String upper(int length) {
        return draw(UPPER, length);
    }

    public String mixed(int length) {
        return draw(MIXED, length);
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private String draw(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
