package dev.ecswizard.deploy;

import java.util.List;

/// How a stack is led out of a failure.
public sealed interface Mend {
    /// What failed and was kept for inspection is undone.
    record RollBack() implements Mend {}

    /// A roll-back that failed goes on.
    ///
    /// @param skipped logical ids of resources that stay as they are
    record GoOn(List<String> skipped) implements Mend {
        public GoOn {
            skipped = List.copyOf(skipped);
        }
    }
}
