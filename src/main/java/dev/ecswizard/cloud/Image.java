package dev.ecswizard.cloud;

import dev.ecswizard.spec.Architecture;
import java.time.Instant;

/// A machine image.
public record Image(String id, String name, Instant created, Architecture architecture) {}
