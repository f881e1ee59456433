package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The hosts that are registered in the clusters of a region.
public final class Clusters {
    private final List<ContainerInstance> registered = new ArrayList<>();
    private final Agenda agenda;
    private final Ids ids;

    Clusters(Agenda agenda, Ids ids) {
        this.agenda = agenda;
        this.ids = ids;
    }

    /// Those of a cluster, oldest first.
    public List<ContainerInstance> in(String cluster) {
        return registered.stream()
                .filter(instance -> instance.cluster().equals(cluster))
                .toList();
    }

    void register(Host host, String cluster) {
        var id = UUID.fromString(ids.uuid()).toString().replace("-", "");
        host.containerInstance = new ContainerInstance(id, cluster, host, agenda.now());
        registered.add(host.containerInstance);
    }

    void disconnect(Host host) {
        if (host.containerInstance != null) {
            host.containerInstance.isConnected = false;
        }
    }

    void deregister(Host host) {
        if (host.containerInstance != null) {
            deregister(host.containerInstance);
        }
    }

    /// The host stays; its agent has nobody to talk to.
    public void deregister(ContainerInstance instance) {
        registered.remove(instance);
        instance.host().containerInstance = null;
    }
}
