package dev.ecswizard.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids as EC2 gives them: a prefix and 17 hexadecimal digits, the first of which is 0.
public final class Ids {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Ids() {}

    /// The same words give the same id, at every start.
    ///
    /// @param prefix such as `vpc`
    public static String of(String prefix, String... words) {
        return prefix + "-0" + HexFormat.of().formatHex(digest(String.join("/", words), prefix), 0, 8);
    }

    /// A number from 0 to below the bound, the same for the same words.
    static int number(int bound, String... words) {
        var digest = digest(String.join("/", words), "number");
        return Math.floorMod(digest[0] << 16 ^ (digest[1] & 0xff) << 8 ^ (digest[2] & 0xff), bound);
    }

    /// Capitals and digits, the same for the same words.
    ///
    /// @param length 32 at most
    public static String upper(int length, String... words) {
        var digest = digest(String.join("/", words), "upper");
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(UPPER.charAt(Math.floorMod(digest[i], UPPER.length())));
        }
        return text.toString();
    }

    private static byte[] digest(String words, String salt) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((salt + "/" + words).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
