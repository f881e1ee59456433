package dev.ecswizard.aws;

import java.time.Duration;

/// How long a call may take.
///
/// @param connect for a connection
/// @param attempt for one attempt, its answer read
/// @param whole for the call with all its attempts
/// @param attempts how many there are when AWS throttles or does not answer
record Patience(Duration connect, Duration attempt, Duration whole, int attempts) {
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 3);
}
