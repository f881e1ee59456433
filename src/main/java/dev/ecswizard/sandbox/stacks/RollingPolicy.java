package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an update policy wants the hosts of an Auto Scaling group to be replaced. Defaults: CloudFormation User Guide,
/// UpdatePolicy attribute.
///
/// @param inService how many hosts at least stay in service
/// @param batch how many hosts at most are replaced at a time
/// @param percent how many of all new hosts have to signal success
/// @param pause how long new hosts are waited for, as the template has it
/// @param suspended processes of Auto Scaling that rest meanwhile
record RollingPolicy(
        int inService, int batch, int percent, String pause, boolean waitsForSignals, List<String> suspended) {

    /// @throws Failure if the policy is malformed
    static Optional<RollingPolicy> of(Map<String, Object> updatePolicy) throws Failure {
        if (!updatePolicy.containsKey("AutoScalingRollingUpdate")) {
            return Optional.empty();
        }
        var node = Tree.map(updatePolicy, "AutoScalingRollingUpdate");
        var waits = Tree.text(node, "WaitOnResourceSignals").orElse("").equals("true");
        var policy = new RollingPolicy(
                number(node, "MinInstancesInService", 0),
                number(node, "MaxBatchSize", 1),
                number(node, "MinSuccessfulInstancesPercent", 100),
                Tree.text(node, "PauseTime").orElse(waits ? "PT5M" : "PT0S"),
                waits,
                Tree.texts(node.get("SuspendProcesses")));
        try {
            policy.seconds();
        } catch (DateTimeParseException _) {
            throw new Failure("Invalid PauseTime: " + policy.pause());
        }
        return Optional.of(policy);
    }

    private static int number(Map<String, Object> node, String key, int otherwise) throws Failure {
        var text = Tree.text(node, key).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,5}")) {
            throw new Failure("UpdatePolicy is malformed: " + key + " has to be a whole number, not " + text);
        }
        return Integer.parseInt(text);
    }

    double seconds() {
        return Duration.parse(pause).toSeconds();
    }

    /// Whether a policy wants a whole new group instead.
    static boolean replacesGroup(Map<String, Object> updatePolicy) {
        return Tree.text(updatePolicy, "AutoScalingReplacingUpdate", "WillReplace")
                .orElse("")
                .equals("true");
    }
}
