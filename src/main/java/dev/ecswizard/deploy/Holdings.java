package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;

/// All that has to be asked and told to take a region's stacks down, or out of a state in which they are stuck.
public record Holdings(Stacks stacks, StandingStacks standing, Occupancy occupancy, Hosts hosts) {
    public static Holdings in(Cloud cloud, String region) {
        return new Holdings(cloud.stacks(region), cloud.standing(region), cloud.occupancy(region), cloud.hosts(region));
    }
}
