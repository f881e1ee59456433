package dev.ecswizard.sandbox.iam;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A part of a list, as IAM cuts it.
///
/// @param marker of the next part, or null
record Page<T>(List<T> items, String marker) {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    /// @param maxItems 1 to 1,000, or null for 100
    /// @param marker of this part, or null
    static <T> Page<T> of(List<T> all, Integer maxItems, String marker) {
        Iam.CONSTRAINTS.between(maxItems, 1, MOST, "maxItems");
        int from = marker == null ? 0 : from(marker, all.size());
        int to = Math.min(all.size(), from + (maxItems == null ? USUAL : maxItems));
        return new Page<>(all.subList(from, to), to < all.size() ? marker(to) : null);
    }

    boolean isTruncated() {
        return marker != null;
    }

    private static String marker(int from) {
        return Base64.getEncoder().encodeToString(("item/" + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String marker, int size) {
        for (int from = 0; from < size; from++) {
            if (marker(from).equals(marker)) {
                return from;
            }
        }
        throw new Refusal(400, "ValidationError", "Invalid Marker.");
    }
}
