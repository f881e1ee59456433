package dev.ecswizard.cloud;

import java.util.Map;
import java.util.Set;

/// What is sent to make a stack.
///
/// @param template the body, at most 51,200 bytes in UTF-8
/// @param parameters values by parameter name
/// @param requestToken makes a repeat harmless: `[a-zA-Z0-9][-a-zA-Z0-9]*`, at most 128
public record StackRequest(
        String stackName,
        String template,
        Map<String, String> parameters,
        Map<String, String> tags,
        Set<String> capabilities,
        String requestToken) {
    public StackRequest {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
        capabilities = Set.copyOf(capabilities);
    }
}
