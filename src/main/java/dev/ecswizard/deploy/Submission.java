package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackRequest;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.template.Template;
import java.util.Map;
import java.util.UUID;

/// A stack that is to be made, once: however often it is sent, it bears the same token and makes one stack.
///
/// @param resources how many the template has, or 0 where that can not be told
public record Submission(StackRequest request, int resources) {
    /// What the template's stack is to be made from, with a token of its own.
    ///
    /// @param tags of the stack, the app's own included
    public static Submission of(Template template, String stackName, Map<String, String> tags) {
        var request = new StackRequest(
                stackName,
                template.yaml(),
                template.parameters(),
                tags,
                template.capabilities(),
                "ecs-cluster-wizard-" + UUID.randomUUID());
        return new Submission(request, TemplateResource.in(template).size());
    }

    /// Sends it, again when no answer comes. Blocks for two minutes at the very worst.
    ///
    /// @return the stack's id
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no or stays silent; submitting again is safe
    public String submit(Stacks stacks, Pace pace) {
        return new Insistence(pace).ask(() -> stacks.create(request));
    }
}
