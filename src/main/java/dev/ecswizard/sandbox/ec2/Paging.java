package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// How one operation parts its answer into pages.
///
/// @param smallest that MaxResults may be
/// @param largest that MaxResults may be
/// @param whole how long a page is where nobody says
/// @param errors EC2 words the same refusal in two ways
record Paging(int smallest, int largest, int whole, Errors errors) {
    enum Errors {
        INVALID_PARAMETER_VALUE,
        INVALID_MAX_RESULTS
    }

    /// A page and the way to the next, or null.
    record Page<T>(List<T> items, String nextToken) {}

    /// The answer comes in one piece unless somebody asks for less.
    static final Paging OPTIONAL = new Paging(5, 1000, Integer.MAX_VALUE, Errors.INVALID_PARAMETER_VALUE);

    /// @param maxResults or null
    /// @param token what the page before said, or null
    <T> Page<T> page(List<T> items, Integer maxResults, String token) {
        int length = maxResults == null ? whole : checked(maxResults);
        int from = token == null || token.isEmpty() ? 0 : from(token, items.size());
        if (items.size() - from <= length) {
            return new Page<>(items.subList(from, items.size()), null);
        }
        return new Page<>(items.subList(from, from + length), token(from + length));
    }

    private int checked(int maxResults) {
        if (maxResults >= smallest && maxResults <= largest) {
            return maxResults;
        }
        throw switch (errors) {
            case INVALID_PARAMETER_VALUE ->
                new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value ( " + maxResults + " ) for parameter MaxResults is invalid. Expecting a value "
                                + (maxResults < smallest
                                        ? "greater than or equal to " + smallest
                                        : "smaller than or equal to " + largest)
                                + ".");
            case INVALID_MAX_RESULTS ->
                new Refusal(
                        400,
                        "InvalidMaxResults",
                        "Value ( " + maxResults + " ) for parameter maxResults is invalid. Expecting a value from ( "
                                + smallest + " ) to  ( " + largest + " ).");
        };
    }

    private static String token(int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("from/" + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String token, int size) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (plain.matches("from/\\d{1,9}")) {
                return Math.min(Integer.parseInt(plain.substring("from/".length())), size);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Refusal(
                400,
                "InvalidParameterValue",
                "Value ( " + token + " ) for parameter NextToken is invalid. The token is invalid.");
    }
}
