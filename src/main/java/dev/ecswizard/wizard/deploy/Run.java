package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Unfinished;
import dev.ecswizard.wizard.Place;
import java.time.Instant;
import java.util.Optional;

/// A stack that is followed. It stays the same whatever is changed on the pages before.
///
/// @param offer what it was made from, unless it was there before
/// @param resources how many the template has, or 0 where that is not known
/// @param since when the person set it going
public record Run(
        String stackId,
        String stackName,
        String account,
        String region,
        Holdings holdings,
        Optional<Offer> offer,
        int resources,
        Aim aim,
        Instant since) {
    /// The stack that was made from an offer, or, where it has no resources of the offer's, found under its name.
    static Run of(Offer offer, String stackId, int resources, Instant since) {
        return new Run(
                stackId,
                offer.stackName(),
                offer.account(),
                offer.region(),
                offer.holdings(),
                resources == 0 ? Optional.empty() : Optional.of(offer),
                resources,
                Aim.COMPLETION,
                since);
    }

    /// A stack that was there before.
    public static Run of(Place place, Stack stack, Instant now) {
        return new Run(
                stack.id(),
                stack.name(),
                place.caller().account(),
                place.region(),
                Holdings.in(place.cloud(), place.region()),
                Optional.empty(),
                0,
                stack.status().name().startsWith("DELETE_") ? Aim.DELETION : Aim.COMPLETION,
                now);
    }

    /// A stack that was left unfinished.
    static Run of(Unfinished left, String stackId, Holdings holdings, Aim aim) {
        return new Run(
                stackId,
                left.stackName(),
                left.origin().account(),
                left.origin().region(),
                holdings,
                Optional.empty(),
                left.resources(),
                aim,
                left.begun());
    }

    /// The region's stacks.
    public Stacks stacks() {
        return holdings.stacks();
    }

    /// The region's hosts.
    Hosts hosts() {
        return holdings.hosts();
    }

    /// The same stack, seen by other credentials.
    Run by(Holdings others) {
        return new Run(stackId, stackName, account, region, others, offer, resources, aim, since);
    }

    Run towards(Aim other, Instant now) {
        return new Run(stackId, stackName, account, region, holdings, offer, resources, other, now);
    }
}
