package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.Place;
import java.util.List;
import java.util.Optional;

/// What would be made, and where.
///
/// @param resources what the template declares, in its order
public record Offer(Wanted wanted, List<TemplateResource> resources) {
    /// What the pages before have chosen.
    ///
    /// @param known the stack that is to become so; nothing where one is made
    record Wanted(Place place, ClusterSpec spec, Template template, Optional<Known> known) {
        boolean isSame(Wanted other) {
            return place.equals(other.place) && spec.equals(other.spec) && template.equals(other.template);
        }

        Offer offer() {
            return new Offer(this, TemplateResource.in(template));
        }
    }

    public Offer {
        resources = List.copyOf(resources);
    }

    /// Whether the same choices make it, at the same place, be it new or not.
    boolean isSame(Offer other) {
        return wanted.isSame(other.wanted);
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

    Holdings holdings() {
        return Holdings.in(wanted.place.cloud(), region());
    }

    /// The stack that is changed; nothing where one is made.
    Optional<Known> known() {
        return wanted.known;
    }

    /// What keeps a stack from being deleted.
    StandingStacks standing() {
        return wanted.place.cloud().standing(region());
    }

    /// Whether a new stack of this kind is protected unless the person says otherwise.
    boolean isProtectedByDefault() {
        return wanted.spec.cluster().recipe() == Recipe.PRODUCTION;
    }

    /// What is sent. Blocks where the group's present size has to be known.
    Submission submission() {
        var tags = wanted.spec.cluster().stackTags();
        return known().map(stack -> Submission.change(stacks(), stack, wanted.template, tags))
                .orElseGet(() -> Submission.of(wanted.template, stackName(), tags));
    }
}
