package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.Stacks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was read of the account for one set of choices: each part with its answer, or with why there is none.
///
/// @param caller who asks
/// @param zones the zones that offer each of the chosen types
/// @param types the facts of the chosen types that the region offers
/// @param standIns types that could stand in for the first choice, where it is not offered in all chosen zones
/// @param used vCPUs that count against a quota already, by the quota's code
/// @param quotas vCPUs that may run, by the quota's code
/// @param image nothing if there is none of that id
/// @param keyPairs empty where no key pair was chosen
/// @param stack the one of that name
/// @param cluster what ECS says of the one of that name
/// @param role how the name of a role is spelt that is in the way
/// @param own the stack that is to be changed; nothing where one is made
/// @param validation nothing where there is no template
/// @param refusal why the choices make no template
/// @param time when it was read
public record Facts(
        Surroundings around,
        Asked<Caller> caller,
        Asked<Map<String, Set<String>>> zones,
        Asked<List<InstanceType>> types,
        Asked<List<InstanceType>> standIns,
        Asked<Map<String, Integer>> used,
        Map<String, Asked<Integer>> quotas,
        Asked<Optional<LaunchImage>> image,
        Asked<List<String>> keyPairs,
        Asked<Optional<Stack>> stack,
        Asked<Optional<String>> cluster,
        Asked<Optional<String>> role,
        Optional<Own> own,
        Asked<Simulated> rights,
        Asked<Optional<Stacks.Validation>> validation,
        Optional<String> refusal,
        Instant time) {
    public Facts {
        quotas = Map.copyOf(quotas);
    }

    /// A stack that is there and is to be changed: what it holds is in nobody's way.
    ///
    /// @param resources that are in it
    public record Own(String stackId, Asked<List<StackResource>> resources) {}

    /// What IAM's simulator was asked.
    ///
    /// @param who whose rights these are
    /// @param decisions none unless it could be asked
    public record Simulated(Who who, Map<String, Rights.Decision> decisions) {
        public Simulated {
            decisions = Map.copyOf(decisions);
        }

        /// Whose rights the simulator knows.
        public enum Who {
            USER_OR_ROLE,
            /// May do everything and is not simulated.
            ROOT,
            /// Somebody with rights for a session only.
            OTHER
        }
    }
}
