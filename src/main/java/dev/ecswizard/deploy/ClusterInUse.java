package dev.ecswizard.deploy;

import java.util.List;

/// A stack is not deleted because ECS knows services in its cluster.
public final class ClusterInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> services;

    ClusterInUse(List<String> services) {
        super(Words.of("deploy.delete.inUse", String.join(", ", services)));
        this.services = List.copyOf(services);
    }

    /// Their names.
    public List<String> services() {
        return services;
    }
}
