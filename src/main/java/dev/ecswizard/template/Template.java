package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The one artefact that is shown, saved and sent.
///
/// @param yaml the body, at most 51,200 bytes in UTF-8
/// @param parameters values of the parameters that have no default, in the order of the template
/// @param capabilities what CloudFormation wants acknowledged, such as CAPABILITY_NAMED_IAM
/// @param origins where each line of the body comes from; not part of what is compared
public record Template(String yaml, Map<String, String> parameters, Set<String> capabilities, Origins origins) {
    /// How large a template may be that is sent inline (CloudFormation API reference, CreateStack, `TemplateBody`).
    public static final int MAX_BYTES = 51_200;

    /// @throws TemplateRefused if the body is larger than [#MAX_BYTES]
    public Template {
        var size = yaml.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            throw new TemplateRefused("tooLarge", size, MAX_BYTES);
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        capabilities = Set.copyOf(capabilities);
    }

    /// A template of which nobody knows where its lines come from.
    ///
    /// @throws TemplateRefused if the body is larger than [#MAX_BYTES]
    public Template(String yaml, Map<String, String> parameters, Set<String> capabilities) {
        this(yaml, parameters, capabilities, Origins.UNKNOWN);
    }

    /// The template that the choices make: the same bytes for the same choices. Does not block.
    ///
    /// @throws TemplateRefused if the template would be too large or could not work
    public static Template of(ClusterSpec spec) {
        return ClusterTemplate.of(spec);
    }

    /// What the choices' template holds itself as defaults of its other parameters.
    public static Map<String, String> defaults(ClusterSpec spec) {
        return Collections.unmodifiableMap(Parameters.defaults(spec));
    }

    /// Whether the same would be shown, saved and sent.
    @Override
    public boolean equals(Object other) {
        return other instanceof Template template
                && yaml.equals(template.yaml)
                && parameters.equals(template.parameters)
                && capabilities.equals(template.capabilities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(yaml, parameters, capabilities);
    }
}
