package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.ui.Source;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Where the wizard works: an account that answers, and a region of it.
///
/// @param region one of the enabled ones
/// @param enabledRegions every region that the account may use, by name
/// @param readings what the account has said already
public record Place(Cloud cloud, Caller caller, String region, List<String> enabledRegions, Readings readings) {
    public Place {
        enabledRegions = List.copyOf(enabledRegions);
    }

    /// A place of which nothing is known.
    public Place(Cloud cloud, Caller caller, String region, List<String> enabledRegions) {
        this(cloud, caller, region, enabledRegions, new Readings(InstantSource.system(), Runnable::run));
    }

    /// A question about the region. Its answer is kept for the session, so that whoever comes back has it at once; what
    /// must be as it is now is asked of the [#cloud] itself.
    ///
    /// @param question what is asked, with all that it depends on beside account and region
    /// @param blockingCall asks it
    public <T> Source<T> reading(String question, Supplier<T> blockingCall) {
        return readings.of(region, question, blockingCall);
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
