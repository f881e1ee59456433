package dev.ecswizard.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A stack as CloudFormation describes it.
///
/// @param reason AWS's sentence about the status, or empty
public record Stack(
        String id,
        String name,
        StackStatus status,
        String reason,
        Instant created,
        Map<String, String> parameters,
        Map<String, String> tags,
        List<Output> outputs) {
    public Stack {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
        outputs = List.copyOf(outputs);
    }

    /// An output of the template.
    ///
    /// @param description or empty
    public record Output(String key, String value, String description) {}
}
