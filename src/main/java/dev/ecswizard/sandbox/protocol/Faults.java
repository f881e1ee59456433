package dev.ecswizard.sandbox.protocol;

import java.util.Set;

/// What gets in the way between a client and an operation.
public interface Faults {
    /// Nothing does.
    Faults NONE = new Faults() {
        @Override
        public void refuse(Call call, Protocol protocol, Set<String> parameters) {}

        @Override
        public boolean losesAnswer(Call call) {
            return false;
        }
    };

    /// Asked before the operation is.
    ///
    /// @param parameters the names of the request's, at the top level
    /// @throws Refusal if the request does not come through
    void refuse(Call call, Protocol protocol, Set<String> parameters);

    /// Asked when the operation is done. Where it says yes, the connection is closed without a word.
    boolean losesAnswer(Call call);
}
