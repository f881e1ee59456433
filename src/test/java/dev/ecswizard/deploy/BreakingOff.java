package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import java.util.List;
import java.util.Optional;

/// Stacks whose n-th page of events is not answered.
final class BreakingOff implements Stacks {
    private final Stacks stacks;
    private final int page;
    private int left;
    private boolean again;

    BreakingOff(Stacks stacks, int page) {
        this.stacks = stacks;
        this.page = page;
        this.left = page;
    }

    /// And then the n-th after that, and so on.
    BreakingOff everyTime() {
        again = true;
        return this;
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        if (--left == 0) {
            left = again ? this.page : 0;
            throw new CloudProblem(CloudProblem.Kind.THROTTLED, "", "", "scripted", "", null);
        }
        return stacks.events(stackId, page);
    }

    @Override
    public ChangeSets changeSets() {
        return stacks.changeSets();
    }

    @Override
    public String template(String stackId) {
        return stacks.template(stackId);
    }

    @Override
    public Optional<GroupSizes> groupSizes(String group) {
        return stacks.groupSizes(group);
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return stacks.find(nameOrId);
    }

    @Override
    public Validation validate(String template) {
        return stacks.validate(template);
    }

    @Override
    public List<StackSummary> list() {
        return stacks.list();
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return stacks.resources(stackId);
    }

    @Override
    public void delete(String stackId, String requestToken) {
        stacks.delete(stackId, requestToken);
    }

    @Override
    public List<String> services(String cluster) {
        return stacks.services(cluster);
    }
}
