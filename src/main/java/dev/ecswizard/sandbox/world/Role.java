package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An IAM role of the account.
///
/// @param id such as AROA and 17 capitals and digits
/// @param path begins and ends with a slash
/// @param trust the policy that says who may assume it, as JSON
/// @param maxSession in seconds
/// @param policies the ARNs of the managed policies attached to it
public record Role(
        String name,
        String id,
        String path,
        Instant created,
        String trust,
        String description,
        int maxSession,
        Map<String, String> tags,
        List<String> policies) {
    public Role {
        tags = Map.copyOf(tags);
        policies = List.copyOf(policies);
    }

    public String arn() {
        return "arn:aws:iam::" + World.ACCOUNT + ":role" + path + name;
    }

    /// A way for instances to take on a role.
    ///
    /// @param id such as AIPA and 17 capitals and digits
    /// @param path begins and ends with a slash
    /// @param role its name
    public record Profile(String name, String id, String path, Instant created, String role) {
        public String arn() {
            return "arn:aws:iam::" + World.ACCOUNT + ":instance-profile" + path + name;
        }
    }
}
