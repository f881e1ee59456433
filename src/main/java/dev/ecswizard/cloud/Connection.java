package dev.ecswizard.cloud;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A way into an account that a person can choose: a credentials profile, the environment, or some other endpoint.
public interface Connection {
    /// What stays the same between two starts of the app, such as `profile:ops`.
    String id();

    /// What a person calls it.
    String label();

    /// What has to stay in sight as long as the connection is in use, if anything; one of its actions may change it.
    Optional<String> notice();

    /// The region that the connection's own settings name.
    Optional<String> region();

    /// The credentials profile by which other AWS tools reach the same account; nothing if it is not one.
    Optional<String> profile();

    /// What other AWS tools have to be pointed at to reach the same account, where their own settings do not say so.
    /// Returns at once; an endpoint that begins with the connection is known once it is open.
    Optional<URI> endpoint();

    /// Whether what is made over it is still there at the next start of the app.
    default boolean lasts() {
        return true;
    }

    /// What can be done with it beside opening it, as things are now. Returns at once.
    default List<Action> actions() {
        return List.of();
    }

    /// The sign-in in a browser that its credentials come from, if they do. Returns at once.
    default Optional<SignIn> signIn() {
        return Optional.empty();
    }

    /// Opens it; nothing is asked of AWS yet.
    ///
    /// @param mfa asked, on a background thread, when the credentials need a one-time code
    /// @throws CloudProblem if its settings can not work
    Cloud open(MfaPrompt mfa);
}
