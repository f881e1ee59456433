package dev.ecswizard.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The account's roles, and what its people may do. The same for all regions.
public interface Rights {
    /// The ARN of a role (`iam:GetRole`).
    Optional<String> role(String name);

    /// The names of all roles, as they are spelt (`iam:ListRoles`). An account has 1,000 of them, five pages at most.
    Set<String> roleNames();

    /// What IAM's policy simulator says of some actions on one resource (`iam:SimulatePrincipalPolicy`).
    ///
    /// @param principalArn of a user or role
    /// @param actions such as `ec2:RunInstances`
    /// @param resource an ARN, or `*`
    /// @param context values of the keys that conditions speak of, such as `aws:RequestedRegion`
    Map<String, Decision> simulate(
            String principalArn, Collection<String> actions, String resource, Map<String, List<String>> context);

    /// What the simulator says.
    enum Decision {
        ALLOWED,
        DENIED,
        /// It hangs on what the simulator was not told, such as an address or a tag.
        UNSURE
    }
}
