package dev.ecswizard.deploy;

import java.util.Optional;

/// A stack and what it is followed towards.
///
/// @param stackId the id; a deleted stack is not found by its name
/// @param resources how many the template has, or 0
/// @param token of the request that began it. An end that is older than the first event which bears it is none:
/// CloudFormation goes on telling the old status for a moment
public record Target(String stackId, Aim aim, int resources, Optional<String> token) {
    /// Without knowing which request began it.
    public Target(String stackId, Aim aim, int resources) {
        this(stackId, aim, resources, Optional.empty());
    }

    /// A change set that is carried out. An empty stack bore no end before, so that any end is the one waited for, also
    /// at
    /// an endpoint whose events bear no tokens.
    public static Target execution(String stackId, boolean isNew, int resources, String token) {
        return new Target(stackId, Aim.EXECUTION, resources, isNew ? Optional.empty() : Optional.of(token));
    }
}
