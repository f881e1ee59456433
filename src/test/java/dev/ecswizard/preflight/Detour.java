package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Clusters;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.cloud.Supply;
import dev.ecswizard.spec.Architecture;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Another account's answers, but for those that a test gives in their place.
class Detour implements Cloud {
    private final Cloud cloud;

    Detour(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public Caller caller() {
        return cloud.caller();
    }

    @Override
    public List<Region> regions() {
        return cloud.regions();
    }

    @Override
    public Networks networks(String region) {
        return cloud.networks(region);
    }

    @Override
    public Catalog catalog(String region) {
        return cloud.catalog(region);
    }

    @Override
    public Ground ground(String region) {
        return cloud.ground(region);
    }

    @Override
    public Hosts hosts(String region) {
        return cloud.hosts(region);
    }

    @Override
    public Supply supply(String region) {
        return cloud.supply(region);
    }

    @Override
    public Rights rights() {
        return cloud.rights();
    }

    @Override
    public Clusters clusters(String region) {
        return cloud.clusters(region);
    }

    @Override
    public Images images() {
        return cloud.images();
    }

    @Override
    public Stacks stacks(String region) {
        return cloud.stacks(region);
    }

    @Override
    public StandingStacks standing(String region) {
        return cloud.standing(region);
    }

    @Override
    public Occupancy occupancy(String region) {
        return cloud.occupancy(region);
    }

    @Override
    public void close() {}

    /// The types and key pairs of another catalogue.
    static class CatalogOf implements Catalog {
        private final Catalog catalog;

        CatalogOf(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public Set<String> typeNames() {
            return catalog.typeNames();
        }

        @Override
        public Map<String, Set<String>> offerings(Collection<String> zones) {
            return catalog.offerings(zones);
        }

        @Override
        public List<InstanceType> instanceTypes(Collection<String> names) {
            return catalog.instanceTypes(names);
        }

        @Override
        public List<String> keyPairs() {
            return catalog.keyPairs();
        }
    }

    /// The supply of another region.
    static class SupplyOf implements Supply {
        private final Supply supply;

        SupplyOf(Supply supply) {
            this.supply = supply;
        }

        @Override
        public Map<String, Set<String>> zones(Collection<String> types) {
            return supply.zones(types);
        }

        @Override
        public Set<String> alike(String pattern, Collection<String> zones) {
            return supply.alike(pattern, zones);
        }

        @Override
        public Optional<LaunchImage> image(String id) {
            return supply.image(id);
        }

        @Override
        public String recommendedImage(Architecture architecture) {
            return supply.recommendedImage(architecture);
        }

        @Override
        public Running running() {
            return supply.running();
        }

        @Override
        public int quota(String code) {
            return supply.quota(code);
        }
    }
}
