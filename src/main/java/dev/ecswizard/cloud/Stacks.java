package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The CloudFormation stacks of one region, and what ECS knows of the clusters in them.
public interface Stacks {
    /// The same for whoever asks again in a moment anyway: what is not answered soon is given up as unreachable.
    default Stacks watched() {
        return this;
    }

    /// What CloudFormation itself says of a template (`ValidateTemplate`).
    ///
    /// @throws CloudProblem of kind REFUSED with AWS's sentence if the template is not valid
    Validation validate(String template);

    /// What stacks would become, worked out before they do.
    ChangeSets changeSets();

    /// The template that a stack has, as it was sent (`GetTemplate`); empty of one that has none yet.
    String template(String stackId);

    /// The sizes of an Auto Scaling group; nothing if there is none (`DescribeAutoScalingGroups`).
    Optional<GroupSizes> groupSizes(String group);

    /// The stack of that name or id; a deleted one is found by its id only.
    Optional<Stack> find(String nameOrId);

    /// Every stack that has not been deleted.
    List<StackSummary> list();

    /// One page of events, newest first.
    ///
    /// @param page empty for the newest page, else what the page before gave as its `next`
    EventPage events(String stackId, Optional<String> page);

    List<StackResource> resources(String stackId);

    /// Begins to delete a stack. Safe to repeat with the same token.
    void delete(String stackId, String requestToken);

    /// The ARNs of the services that ECS knows in a cluster; none if there is no such cluster.
    List<String> services(String cluster);

    /// What ValidateTemplate answers.
    ///
    /// @param capabilities such as CAPABILITY_NAMED_IAM
    /// @param capabilitiesReason AWS's sentence, or empty
    record Validation(Set<String> capabilities, String capabilitiesReason) {
        public Validation {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /// @param next the older page's key, if there is one
    record EventPage(List<StackEvent> events, Optional<String> next) {
        public EventPage {
            events = List.copyOf(events);
        }
    }
}
