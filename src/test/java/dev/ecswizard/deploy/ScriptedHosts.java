package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import java.util.List;
import java.util.Optional;

/// A region without hosts.
class ScriptedHosts implements Hosts {
    @Override
    public Optional<HostGroup> group(String name) {
        return Optional.empty();
    }

    @Override
    public ActivityPage activities(String group, Optional<String> page) {
        return new ActivityPage(List.of(), Optional.empty());
    }

    @Override
    public List<ContainerInstance> registered(String cluster) {
        return List.of();
    }

    @Override
    public void want(String group, int hosts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(String instanceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String console(String instanceId) {
        return "";
    }
}
