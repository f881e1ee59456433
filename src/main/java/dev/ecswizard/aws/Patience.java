package dev.ecswizard.aws;

import java.time.Duration;

/// How long a call may take.
///
/// @param connect for a connection
/// @param attempt for one attempt, its answer read
/// @param whole for the call with all its attempts
/// @param attempts how many there are when AWS throttles or does not answer
/// @param watching for a whole call of somebody who asks again in a moment anyway. CloudFormation answers a page of
///     events within half a second as a rule, and from the other side of the world, with a new connection, within two;
///     what takes twice as long is lost, and the sooner it is given up the sooner a network that is back is noticed
record Patience(Duration connect, Duration attempt, Duration whole, int attempts, Duration watching) {
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 3, Duration.ofSeconds(4));
}
