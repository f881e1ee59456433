package dev.ecswizard.sandbox.world;

import java.time.Instant;

/// A public parameter of Systems Manager, which AWS sets and every account reads.
///
/// @param version how often it was set
public record PublicParameter(String name, String value, long version, Instant modified) {}
