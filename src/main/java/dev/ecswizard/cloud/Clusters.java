package dev.ecswizard.cloud;

import java.util.Optional;

/// The ECS clusters of one region.
public interface Clusters {
    /// What ECS says of a cluster, such as ACTIVE or INACTIVE; nothing if there never was one
    /// (`ecs:DescribeClusters`).
    Optional<String> status(String cluster);
}
