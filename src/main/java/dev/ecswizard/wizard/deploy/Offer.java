package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.Place;
import java.util.List;
import java.util.Optional;

/// What would be made, and where.
///
/// @param resources what the template declares, in its order
public record Offer(Wanted wanted, List<TemplateResource> resources) {
    /// What the pages before have chosen.
    record Wanted(Place place, ClusterSpec spec, Template template) {
        Offer offer() {
            return new Offer(this, TemplateResource.in(template));
        }
    }

    public Offer {
        resources = List.copyOf(resources);
    }

    public String stackName() {
        return wanted.spec.cluster().stackName();
    }

    public String account() {
        return wanted.place.caller().account();
    }

    public String region() {
        return wanted.spec.region();
    }

    public List<String> capabilities() {
        return wanted.template.capabilities().stream().sorted().toList();
    }

    /// The name that the template gives to the hosts' role, if it gives one.
    public Optional<String> roleName() {
        return wanted.spec.cluster().recipe().roleName(stackName(), region());
    }

    Stacks stacks() {
        return wanted.place.cloud().stacks(region());
    }

    Submission submission() {
        return Submission.of(wanted.template, stackName(), wanted.spec.cluster().stackTags());
    }
}
