package dev.ecswizard.spec;

import java.util.Optional;

/// What a recipe lets a person say of the hosts beyond their type, image and key pair.
public sealed interface Fleet {
    /// As many hosts as were asked for, until somebody asks for another number: the classic and the standard recipe.
    ///
    /// @param clusterSize hosts, 1 to 998
    /// @param clusterMaxSize hosts, 2 to 999 and more than `clusterSize`
    record Fixed(int clusterSize, int clusterMaxSize) implements Fleet {
        public Fixed {
            checkSizes(clusterSize, clusterMaxSize).ifPresent(Rule::refuse);
        }

        /// The first rule that a pair of sizes breaks.
        public static Optional<Violation> checkSizes(int clusterSize, int clusterMaxSize) {
            return Rule.CLUSTER_SIZE
                    .check(clusterSize)
                    .or(() -> Rule.CLUSTER_MAX_SIZE.check(clusterMaxSize))
                    .or(() -> clusterMaxSize > clusterSize
                            ? Optional.empty()
                            : Optional.of(Rule.CLUSTER_MAX_SIZE_ABOVE_SIZE.brokenBy(clusterMaxSize, clusterSize)));
        }
    }

    /// Hosts that ECS adds and removes as tasks need them: the production recipe.
    record Managed(Scaling scaling, Hosts hosts, Operations operations) implements Fleet {}
}
