package dev.ecswizard.sandbox.stacks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a block of addresses into smaller ones of one size, as `Fn::Cidr` does.
final class Cidrs {
    private Cidrs() {}

    /// @param block such as 10.0.0.0/16 or 2600:1f18::/56
    /// @param count how many blocks, 1 to 256
    /// @param bits how many low bits each has: 8 gives /24 of IPv4
    static List<String> of(String block, String count, Optional<String> bits) {
        var slash = block.indexOf('/');
        var address = slash < 0 ? null : address(block.substring(0, slash));
        if (address == null || !block.substring(slash + 1).matches("\\d{1,3}")) {
            throw refused(block + " is not a valid CIDR block");
        }
        var width = address.length * 8;
        var prefix = Integer.parseInt(block.substring(slash + 1));
        var low = bits.map(text -> number(text, 1, width)).orElse(width == 32 ? 8 : 64);
        var wanted = number(count, 1, 256);
        var room = width - prefix - low;
        if (prefix > width || room < 0 || room < 9 && wanted > 1 << room) {
            throw refused("cannot cut " + wanted + " blocks with " + low + " bits out of " + block);
        }
        var base = new BigInteger(1, address).shiftRight(width - prefix).shiftLeft(width - prefix);
        var blocks = new ArrayList<String>();
        for (var i = 0; i < wanted; i++) {
            var start = base.add(BigInteger.valueOf(i).shiftLeft(low));
            blocks.add(text(start, address.length) + "/" + (width - low));
        }
        return blocks;
    }

    /// Null if it is none. No name is ever looked up.
    private static byte[] address(String text) {
        var isNumeric = text.matches("(\\d{1,3}\\.){3}\\d{1,3}") || text.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        try {
            return isNumeric ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException _) {
            return null;
        }
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw refused(text + " is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static String text(BigInteger value, int length) {
        var bytes = new byte[length];
        var source = value.toByteArray();
        var count = Math.min(length, source.length);
        System.arraycopy(source, source.length - count, bytes, length - count, count);
        if (length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        var groups = new ArrayList<String>();
        for (var i = 0; i < length; i += 2) {
            groups.add(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return String.join(":", groups).replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    private static RuntimeException refused(String sentence) {
        return Refusals.invalid("Template error: Fn::Cidr " + sentence);
    }
}
