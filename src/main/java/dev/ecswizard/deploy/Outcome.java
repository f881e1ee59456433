package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.util.List;
import java.util.Optional;

/// How it ended.
public sealed interface Outcome {
    /// The stack is as it was wanted.
    record Succeeded(Stack stack) implements Outcome {
        public List<Stack.Output> outputs() {
            return stack.outputs();
        }
    }

    /// The stack is not as it was wanted; its status says what is left of it.
    ///
    /// @param cause the first failure of a resource that is no mere consequence, where an event tells
    record Failed(Stack stack, Optional<StackEvent> cause) implements Outcome {
        /// AWS's words for it: the cause's, else the stack's; empty where AWS gave none.
        public String reason() {
            return cause.map(StackEvent::reason)
                    .filter(reason -> !reason.isEmpty())
                    .orElse(stack.reason());
        }
    }

    /// The stack is gone.
    ///
    /// @param cause why, if it went because its creation failed
    record Deleted(String stackId, Optional<StackEvent> cause) implements Outcome {}
}
