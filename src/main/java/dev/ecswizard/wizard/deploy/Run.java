package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Aim;
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
        Stacks stacks,
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
                offer.stacks(),
                resources == 0 ? Optional.empty() : Optional.of(offer),
                resources,
                Aim.COMPLETION,
                since);
    }

    Run towards(Aim other, Instant now) {
        return new Run(stackId, stackName, account, region, stacks, offer, resources, other, now);
    }
}
