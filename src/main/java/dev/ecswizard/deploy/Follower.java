package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stacks;
import java.util.function.Consumer;

/// Follows stacks to their end: one rhythm for log and status.
///
/// A look that fails never decides how a deployment ended; it is told as trouble and tried again (a throttled last look
/// makes good deployments fail elsewhere: aws/aws-cdk-cli#1777).
public record Follower(Stacks stacks, Pace pace) {
    /// Follows whatever is under way, knowing nothing of the template.
    public Outcome follow(String stackId, Consumer<Progress> listener) {
        return follow(stackId, Aim.COMPLETION, 0, listener);
    }

    /// Blocks until the end, telling the listener on this thread after every look.
    ///
    /// @param stackId the id; a deleted stack is not found by its name
    /// @param resources how many the template has, or 0
    /// @throws CloudProblem of kind CANCELLED soon after an interrupt, of kind NOT_FOUND if there is no such stack
    public Outcome follow(String stackId, Aim aim, int resources, Consumer<Progress> listener) {
        return follow(new Target(stackId, aim, resources), listener);
    }

    /// The same for what a request of ours began.
    public Outcome follow(Target target, Consumer<Progress> listener) {
        return new Watch(stacks, new Insistence(pace), target, listener).untilEnd();
    }
}
