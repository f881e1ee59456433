package dev.ecswizard.deploy;

import dev.ecswizard.template.Template;
import java.util.List;

/// A resource that a template declares.
///
/// @param type such as `AWS::ECS::Cluster`
public record TemplateResource(String logicalId, String type) {
    /// The resources of a template, in its order; none where its text can not be read. Parses, so that a window is not
    /// to wait for it.
    public static List<TemplateResource> in(Template template) {
        return in(template.yaml());
    }

    static List<TemplateResource> in(String yaml) {
        // AWS is the one to refuse what can not be read; a list to look at needs no error
        return Outline.of(yaml).root().path("Resources").properties().stream()
                .map(entry -> new TemplateResource(
                        entry.getKey(), entry.getValue().path("Type").asText()))
                .toList();
    }
}
