package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Clusters;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.cloud.Supply;
import java.util.List;

/// An account that answers nothing but what an implementation overrides.
public interface SilentCloud extends Cloud {
    @Override
    default Caller caller() {
        throw new UnsupportedOperationException();
    }

    @Override
    default List<Region> regions() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Networks networks(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Catalog catalog(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Images images() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Hosts hosts(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Stacks stacks(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default StandingStacks standing(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Occupancy occupancy(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Ground ground(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Supply supply(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Rights rights() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Clusters clusters(String region) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void close() {}
}
