package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.Stacks;
import java.util.Map;
import java.util.Optional;

/// A stack that is there and that is to be changed, as it was when it was read.
///
/// @param template the body that it has
/// @param parameters the values that it has, of every parameter of the template
public record Known(String id, String name, String template, Map<String, String> parameters, Map<String, String> tags) {
    public Known {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
    }

    public static Known of(Stack stack, String template) {
        return new Known(stack.id(), stack.name(), template, stack.parameters(), stack.tags());
    }

    /// Whether it is the stack of that name in an account and region.
    public boolean is(String stackName, String account, String region) {
        // arn:aws:cloudformation:<region>:<account>:stack/<name>/<uuid>
        return name.equals(stackName) && id.contains(":" + region + ":" + account + ":stack/");
    }

    /// Reads it. Blocks; nothing if there is no such stack.
    ///
    /// @throws CloudProblem if AWS does not answer
    public static Optional<Known> read(Stacks stacks, String nameOrId) {
        return stacks.find(nameOrId).map(stack -> of(stack, stacks.template(stack.id())));
    }
}
