package dev.ecswizard.cloud;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is sent to have a change set worked out.
///
/// @param stack the name of a new stack, or the id of one that is there
/// @param isNew whether the stack is to be made
/// @param name of the change set: `[a-zA-Z][-a-zA-Z0-9]*`, at most 128
/// @param template the body, at most 51,200 bytes in UTF-8; nothing to keep the one that the stack has
/// @param parameters values by parameter name; nothing to keep the value that the stack has
/// @param tags all that the stack is to have; nothing to keep those that it has
/// @param requestToken makes a repeat harmless: `[a-zA-Z0-9][-a-zA-Z0-9]*`, at most 128
public record ChangeRequest(
        String stack,
        boolean isNew,
        String name,
        Optional<String> template,
        Map<String, Optional<String>> parameters,
        Optional<Map<String, String>> tags,
        Set<String> capabilities,
        String requestToken) {
    public ChangeRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tags = tags.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
        capabilities = Set.copyOf(capabilities);
    }
}
