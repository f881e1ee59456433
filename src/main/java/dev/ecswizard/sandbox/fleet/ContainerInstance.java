package dev.ecswizard.sandbox.fleet;

import java.time.Instant;

/// A host that is registered in a cluster.
public final class ContainerInstance {
    private final String id;
    private final String cluster;
    private final Host host;
    private final Instant registered;
    boolean isConnected = true;
    boolean isDraining;
    long version = 3;

    ContainerInstance(String id, String cluster, Host host, Instant registered) {
        this.id = id;
        this.cluster = cluster;
        this.host = host;
        this.registered = registered;
    }

    /// 32 hexadecimal digits.
    public String id() {
        return id;
    }

    /// The cluster's name.
    public String cluster() {
        return cluster;
    }

    public Host host() {
        return host;
    }

    public Instant registered() {
        return registered;
    }

    /// Whether its agent talks to ECS.
    public boolean isConnected() {
        return isConnected;
    }

    public boolean isDraining() {
        return isDraining;
    }

    /// Grows with each change.
    public long version() {
        return version;
    }

    /// Places nothing more on it, or does again. To be called under the agenda's lock.
    public void drain(boolean isDraining) {
        if (this.isDraining != isDraining) {
            this.isDraining = isDraining;
            version++;
        }
    }
}
