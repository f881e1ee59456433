package dev.ecswizard.cloud;

import java.util.Optional;

/// Asks a person for the code of a multi-factor device. Blocks until there is an answer.
@FunctionalInterface
public interface MfaPrompt {
    /// @param serial the device's ARN or serial number
    /// @return six digits, or nothing if the person gave up
    Optional<String> code(String profile, String serial);
}
