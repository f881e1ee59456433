package dev.ecswizard.sandbox.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many vCPUs the account may have running, the same in every region. Whoever launches instances asks here, and so
/// does Service Quotas.
public final class Quotas {
    private final Map<Quota, Integer> changed = new ConcurrentHashMap<>();

    /// In vCPUs.
    public int of(Quota quota) {
        return changed.getOrDefault(quota, quota.inSandbox());
    }

    /// @param vCpus 0 or more
    public void set(Quota quota, int vCpus) {
        changed.put(quota, vCpus);
    }
}
