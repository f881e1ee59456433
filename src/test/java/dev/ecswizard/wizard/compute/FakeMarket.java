package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.wizard.FakeCloud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Types, images and key pairs in memory.
public final class FakeMarket implements Images {
    final Map<String, InstanceType> types = new TreeMap<>();
    final Map<String, Set<String>> offered = new HashMap<>();
    List<String> keys = List.of("dev", "ops");
    /// Regions that have no image.
    final Set<String> withoutImage = new HashSet<>();
    final Set<Architecture> withoutArchitecture = new HashSet<>();
    /// Regions that may not be asked.
    final Map<String, CloudProblem> denied = new HashMap<>();

    Optional<CloudProblem> catalogProblem = Optional.empty();
    /// What was asked, in order.
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public FakeCloud in(FakeCloud cloud) {
        cloud.catalogs = InRegion::new;
        cloud.images = Optional.of(this);
        return cloud;
    }

    public FakeMarket with(InstanceType type, String... zones) {
        types.put(type.name(), type);
        for (var zone : zones) {
            offered.computeIfAbsent(zone, _ -> new TreeSet<>()).add(type.name());
        }
        return this;
    }

    /// A type with Intel or AMD processors.
    public static InstanceType x86(String name, int vcpus, double gib) {
        return type(name, vcpus, gib, "x86_64", Accelerator.NONE);
    }

    public static InstanceType arm(String name, int vcpus, double gib) {
        return type(name, vcpus, gib, "arm64", Accelerator.NONE);
    }

    static InstanceType type(String name, int vcpus, double gib, String architecture, Accelerator accelerator) {
        return new InstanceType(
                name,
                vcpus,
                (long) (gib * 1024),
                Set.of(architecture),
                architecture.startsWith("arm64") ? "AWS" : "Intel",
                "Up to 5 Gigabit",
                4,
                true,
                name.startsWith("t"),
                name.endsWith("metal"),
                accelerator == Accelerator.GPU ? 1 : 0,
                accelerator);
    }

    /// The id of the image that a region has.
    static String imageId(Architecture architecture, String region) {
        return "ami-%08x".formatted((architecture.key() + region).hashCode());
    }

    static Image image(Architecture architecture, String region) {
        var name = "al2023-ami-ecs-hvm-2023.0.20260105-kernel-6.1-" + architecture.key();
        return new Image(imageId(architecture, region), name, Instant.parse("2026-01-06T10:00:00Z"), architecture);
    }

    /// What one region offers.
    private final class InRegion implements Catalog {
        private final String region;

        InRegion(String region) {
            this.region = region;
        }

        @Override
        public Set<String> typeNames() {
            asked.add("type names");
            fail();
            return offered.entrySet().stream()
                    .filter(zone -> zone.getKey().startsWith(region))
                    .flatMap(zone -> zone.getValue().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Map<String, Set<String>> offerings(Collection<String> zones) {
            zones.stream().sorted().forEach(zone -> asked.add("offerings " + zone));
            fail();
            return zones.stream()
                    .collect(Collectors.toMap(zone -> zone, zone -> Set.copyOf(offered.getOrDefault(zone, Set.of()))));
        }

        @Override
        public List<InstanceType> instanceTypes(Collection<String> names) {
            asked.add("types " + names.size());
            fail();
            return names.stream().map(types::get).toList();
        }

        @Override
        public List<String> keyPairs() {
            asked.add("keys");
            return keys;
        }
    }

    @Override
    public Map<Architecture, Image> newestIn(String region) {
        var images = new EnumMap<Architecture, Image>(Architecture.class);
        for (var architecture : Architecture.values()) {
            var found = newest(architecture, List.of(region));
            found.problems().values().forEach(problem -> {
                throw problem;
            });
            found.images().values().forEach(image -> images.put(architecture, image));
        }
        return images;
    }

    @Override
    public Found newest(Architecture architecture, Collection<String> regions) {
        var images = new HashMap<String, Image>();
        var problems = new HashMap<String, CloudProblem>();
        for (var region : regions) {
            asked.add("image " + architecture.key() + " " + region);
            if (denied.containsKey(region)) {
                problems.put(region, denied.get(region));
            } else if (!withoutImage.contains(region) && !withoutArchitecture.contains(architecture)) {
                images.put(region, image(architecture, region));
            }
        }
        return new Found(images, problems);
    }

    @Override
    public Found refresh(Architecture architecture, Collection<String> regions) {
        return newest(architecture, regions);
    }

    private void fail() {
        catalogProblem.ifPresent(problem -> {
            throw problem;
        });
    }
}
