package dev.ecswizard.cloud;

import java.util.Optional;
import java.util.function.Consumer;

/// A sign-in that a person completes in a browser. Afterwards its connection opens with credentials that last.
public interface SignIn {
    /// What the person has to open and to compare, as far as it is known.
    ///
    /// @param address a page that may have opened by itself
    /// @param code what the page shows too
    record Prompt(Optional<String> address, Optional<String> code) {
        public static final Prompt NOTHING = new Prompt(Optional.empty(), Optional.empty());
    }

    /// Begins it and waits for the person: for minutes. An interrupt gives it up.
    ///
    /// @param told hears each time that more is known, on the calling thread
    /// @throws CloudProblem if it can not begin, or ends without a sign-in; its remedy is the command to run
    void run(Consumer<Prompt> told);
}
