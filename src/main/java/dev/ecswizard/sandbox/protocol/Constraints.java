package dev.ecswizard.sandbox.protocol;

import java.util.Collection;

/// How AWS's newer services refuse a member of a request that breaks the model, before they look at anything else.
///
/// @param code ValidationException or ValidationError
public record Constraints(String code) {
    /// @param value null is refused
    public void require(Object value, String member) {
        if (value == null) {
            throw refusal("null", member, "Member must not be null");
        }
    }

    /// @param value null is left alone
    public void between(Integer value, int low, int high, String member) {
        if (value != null && value < low) {
            throw refusal("'" + value + "'", member, "Member must have value greater than or equal to " + low);
        }
        if (value != null && value > high) {
            throw refusal("'" + value + "'", member, "Member must have value less than or equal to " + high);
        }
    }

    public void atLeastOne(Collection<?> values, String member) {
        if (values.isEmpty()) {
            throw refusal("'[]'", member, "Member must have length greater than or equal to 1");
        }
    }

    public void atMost(int most, Collection<?> values, String member) {
        if (values.size() > most) {
            throw refusal("'" + values + "'", member, "Member must have length less than or equal to " + most);
        }
    }

    public Refusal refusal(String value, String member, String rule) {
        return new Refusal(
                400,
                code,
                "1 validation error detected: Value " + value + " at '" + member + "' failed to satisfy constraint: "
                        + rule);
    }
}
