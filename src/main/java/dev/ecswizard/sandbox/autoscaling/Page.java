package dev.ecswizard.sandbox.autoscaling;

import dev.ecswizard.sandbox.protocol.Constraints;
import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A part of a list, as Auto Scaling cuts it.
///
/// @param token of the next part, or null
record Page<T>(List<T> items, String token) {
    private static final int MOST = 100;

    /// @param usual how long a part is where nobody says
    static <T> Page<T> of(List<T> all, Integer maxRecords, int usual, String token) {
        new Constraints("ValidationError").between(maxRecords, 1, MOST, "maxRecords");
        var from = token == null ? 0 : from(token, all.size());
        var to = Math.min(all.size(), from + (maxRecords == null ? usual : maxRecords));
        return new Page<>(all.subList(from, to), to < all.size() ? token(to) : null);
    }

    private static String token(int from) {
        return Base64.getEncoder().encodeToString(("from/" + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String token, int size) {
        try {
            var plain = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (plain.matches("from/\\d{1,9}")) {
                return Math.min(size, Integer.parseInt(plain.substring("from/".length())));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Refusal(400, "InvalidNextToken", "The token '" + token + "' is invalid.");
    }
}
