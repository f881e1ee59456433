package dev.ecswizard.cloud;

import java.time.Instant;
import java.util.Optional;

/// An image as EC2 describes it.
///
/// @param owner `amazon` where AWS made it, else the id of an account
/// @param architecture in EC2's words
/// @param state in EC2's words, such as available, deregistered, disabled
/// @param deprecation when it is, or was, taken out of the lists; it can be launched all the same
public record LaunchImage(
        String id, String name, String owner, String architecture, String state, Optional<Instant> deprecation) {}
