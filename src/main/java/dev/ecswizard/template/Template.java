package dev.ecswizard.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The one artefact that is shown, saved and sent.
///
/// @param yaml the body, at most 51,200 bytes in UTF-8
/// @param parameters values of the parameters that have no default, in the order of the template
/// @param capabilities what CloudFormation wants acknowledged, such as CAPABILITY_NAMED_IAM
public record Template(String yaml, Map<String, String> parameters, Set<String> capabilities) {
    public Template {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        capabilities = Set.copyOf(capabilities);
    }
}
