package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Stacks;
import java.util.List;

/// Where the wizard works: an account that answers, and a region of it.
///
/// @param region one of the enabled ones
/// @param enabledRegions every region that the account may use, by name
public record Place(Cloud cloud, Caller caller, String region, List<String> enabledRegions) {
    public Place {
        enabledRegions = List.copyOf(enabledRegions);
    }

    public Networks networks() {
        return cloud.networks(region);
    }

    public Catalog catalog() {
        return cloud.catalog(region);
    }

    public Stacks stacks() {
        return cloud.stacks(region);
    }
}
