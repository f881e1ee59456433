package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;

/// The errors that CloudFormation's operations answer with.
final class Refusals {
    private Refusals() {}

    static Refusal invalid(String sentence) {
        return new Refusal(400, "ValidationError", sentence);
    }

    /// As every AWS service words a member that breaks its model.
    ///
    /// @param value null or `null` if the member is not there
    static Refusal constraint(String value, String member, String constraint) {
        var shown = value == null || value.equals("null") ? "null" : "'" + value + "'";
        return invalid("1 validation error detected: Value " + shown + " at '" + member
                + "' failed to satisfy constraint: " + constraint);
    }

    static Refusal unknownStack(String nameOrId) {
        return invalid("Stack with id " + nameOrId + " does not exist");
    }
}
