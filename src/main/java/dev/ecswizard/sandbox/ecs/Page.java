package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A part of a list, as ECS cuts it: a hundred at most.
///
/// @param token of the next part, or null
record Page<T>(List<T> items, String token) {
    private static final int MOST = 100;

    /// @param maxResults 1 to 100, or null for a hundred
    static <T> Page<T> of(List<T> all, Integer maxResults, String token) {
        return of(all, maxResults, MOST, token);
    }

    /// @param most that may be asked for, and what comes where nobody asks
    static <T> Page<T> of(List<T> all, Integer maxResults, int most, String token) {
        if (maxResults != null && (maxResults < 1 || maxResults > most)) {
            throw Ecs.invalid("Max results must be between 1 and " + most + ".");
        }
        var from = token == null ? 0 : from(token, all.size());
        var to = Math.min(all.size(), from + (maxResults == null ? most : maxResults));
        return new Page<>(all.subList(from, to), to < all.size() ? token(to) : null);
    }

    private static String token(int from) {
        return Base64.getEncoder().encodeToString(("from/" + from).getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Refusal of a token that is none
    private static int from(String token, int size) {
        try {
            var plain = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (plain.matches("from/\\d{1,9}")) {
                return Math.min(size, Integer.parseInt(plain.substring("from/".length())));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Ecs.invalid("Invalid token " + token);
    }
}
