package dev.ecswizard.spec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the hosts are and how many.
///
/// @param architecture that of the type and of the images
/// @param clusterSize hosts, 1 to 998
/// @param clusterMaxSize hosts, 2 to 999 and more than `clusterSize`
/// @param keyName the EC2 key pair, if one was chosen
/// @param images image ID by region, sorted by region
public record Compute(
        String instanceType,
        Architecture architecture,
        int clusterSize,
        int clusterMaxSize,
        Optional<String> keyName,
        Map<String, String> images) {
    public Compute {
        Rule.INSTANCE_TYPE.require(instanceType);
        if (architecture == null) {
            Rule.refuse(Rule.ARCHITECTURE.brokenBy(null));
        }
        checkSizes(clusterSize, clusterMaxSize).ifPresent(Rule::refuse);
        keyName.ifPresent(Rule.KEY_NAME::require);
        images = Collections.unmodifiableMap(new TreeMap<>(images));
        images.keySet().forEach(Rule.REGION::require);
        images.values().forEach(Rule.IMAGE_ID::require);
    }

    /// The first rule that a pair of sizes breaks.
    public static Optional<Violation> checkSizes(int clusterSize, int clusterMaxSize) {
        if (clusterSize < 1 || clusterSize > 998) {
            return Optional.of(Rule.CLUSTER_SIZE.brokenBy(clusterSize));
        }
        if (clusterMaxSize < 2 || clusterMaxSize > 999) {
            return Optional.of(Rule.CLUSTER_MAX_SIZE.brokenBy(clusterMaxSize));
        }
        return clusterMaxSize > clusterSize
                ? Optional.empty()
                : Optional.of(Rule.CLUSTER_MAX_SIZE_ABOVE_SIZE.brokenBy(clusterMaxSize, clusterSize));
    }
}
