package dev.ecswizard.cloud;

import java.util.Optional;

/// A way into an account that a person can choose: a credentials profile, the environment, or some other endpoint.
public interface Connection {
    /// What stays the same between two starts of the app, such as `profile:ops`.
    String id();

    /// What a person calls it.
    String label();

    /// What has to stay in sight as long as the connection is in use, if anything.
    Optional<String> notice();

    /// The region that the connection's own settings name.
    Optional<String> region();

    /// Opens it; nothing is asked of AWS yet.
    ///
    /// @param mfa asked, on a background thread, when the credentials need a one-time code
    /// @throws CloudProblem if its settings can not work
    Cloud open(MfaPrompt mfa);
}
