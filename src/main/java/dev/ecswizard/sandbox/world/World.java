package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/// One AWS account and all that is in it. A region comes into being when it is first asked about.
public final class World {
    public static final String ACCOUNT = "123456789012";
    public static final String USER = "sandbox";
    public static final Instant USER_SINCE = Instant.parse("2025-11-03T08:57:31Z");
    public static final String USER_ID = "AIDASANDBOXEXAMPLE123";
    public static final String USER_ARN = "arn:aws:iam::" + ACCOUNT + ":user/" + USER;

    private final Map<String, RegionWorld> inhabited = new ConcurrentHashMap<>();
    private final Permissions permissions = new Permissions();
    private final Quotas quotas = new Quotas();
    private final Circumstances circumstances;
    private TypeCatalog types;
    private Roles roles;
    private Map<String, Region> regions;

    /// One in which all goes well.
    public World() {
        this(Circumstances.GOOD);
    }

    public World(Circumstances circumstances) {
        this.circumstances = circumstances;
        quotas.set(Quota.STANDARD, circumstances.vcpus());
        quotas.set(Quota.STANDARD_SPOT, circumstances.vcpus());
    }

    /// All regions of the partition, by name.
    public Collection<Region> regions() {
        return regionsByName().values();
    }

    /// Whether the account may use the region.
    public boolean enabled(String region) {
        return regionsByName().containsKey(region)
                && regionsByName().get(region).enabled();
    }

    /// Read at the first question, which may come long after the start.
    private synchronized Map<String, Region> regionsByName() {
        if (regions == null) {
            var byName = new LinkedHashMap<String, Region>();
            Region.all().forEach(region -> byName.put(region.name(), region));
            regions = Collections.unmodifiableMap(byName);
        }
        return regions;
    }

    /// @throws NoSuchElementException if the account may not use the region
    public RegionWorld in(String region) {
        if (!enabled(region)) {
            throw new NoSuchElementException(region);
        }
        return inhabited.computeIfAbsent(
                region, name -> new RegionWorld(regionsByName().get(name), circumstances));
    }

    public Circumstances circumstances() {
        return circumstances;
    }

    public synchronized Roles roles() {
        if (roles == null) {
            roles = new Roles(circumstances.hasRoles());
        }
        return roles;
    }

    public Permissions permissions() {
        return permissions;
    }

    public Quotas quotas() {
        return quotas;
    }

    /// Made at the first question: to verify its class, the machine looks through every library of the SDK.
    public synchronized TypeCatalog types() {
        if (types == null) {
            types = new TypeCatalog();
        }
        return types;
    }
}
