package dev.ecswizard.sandbox.world;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One AWS account and all that is in it. A region comes into being when it is first asked about.
public final class World {
    public static final String ACCOUNT = "123456789012";
    /// How the names of the roles begin that the recipes make, whatever the stack is called.
    private static final String RECIPES_ROLES = "ecs-";

    public static final String USER_ID = "AIDASANDBOXEXAMPLE123";
    public static final String USER_ARN = "arn:aws:iam::" + ACCOUNT + ":user/sandbox";

    private final Map<String, RegionWorld> inhabited = new ConcurrentHashMap<>();
    private final TypeCatalog types = new TypeCatalog();
    private final Set<String> roles = ConcurrentHashMap.newKeySet();
    private final Circumstances circumstances;
    private Map<String, Region> regions;

    /// One in which all goes well.
    public World() {
        this(Circumstances.GOOD);
    }

    public World(Circumstances circumstances) {
        this.circumstances = circumstances;
        roles.addAll(List.of("awsserviceroleforecs", "awsserviceroleforautoscaling", "ecstaskexecutionrole"));
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

    /// Whether the account has a role of that name, whose case does not count.
    public boolean hasRole(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return roles.contains(lower) || circumstances.hasRoles() && lower.startsWith(RECIPES_ROLES);
    }

    /// The names of the account's roles in lower case, since the case of a role's name does not count.
    public Set<String> roles() {
        return roles;
    }

    public TypeCatalog types() {
        return types;
    }
}
