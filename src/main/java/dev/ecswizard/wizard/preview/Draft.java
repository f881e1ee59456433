package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.template.TemplateRefused;

/// What comes of the choices.
public sealed interface Draft {
    /// A template.
    record Made(ClusterSpec spec, Template template) implements Draft {}

    /// No template, and a sentence that says why.
    record Refused(String why) implements Draft {}

    static Draft of(ClusterSpec spec) {
        try {
            return new Made(spec, Template.of(spec));
        } catch (TemplateRefused refused) {
            return new Refused(refused.getMessage());
        }
    }
}
