package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.wizard.Place;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/// A region that offers 1,300 instance types, every seventh of them in one zone only: all that the sandbox knows of any
/// region, and some twice.
final class Region implements Catalog {
    static final String NAME = "eu-west-1";
    static final Set<String> ZONES = Set.of(NAME + "a", NAME + "b", NAME + "c");
    private static final int TYPES = 1300;

    private final Map<String, InstanceType> types = new HashMap<>();

    Region() {
        var infos = new ArrayList<>(new World().types().types().values());
        for (var i = 0; i < TYPES; i++) {
            var type = type(infos.get(i % infos.size()), i < infos.size() ? "" : "x");
            types.put(type.name(), type);
        }
    }

    Place place() {
        var cloud = (Cloud) Proxy.newProxyInstance(
                Cloud.class.getClassLoader(), new Class<?>[] {Cloud.class}, (self, method, given) -> switch (method.getName()) {
                    case "equals" -> self == given[0];
                    case "hashCode" -> 0;
                    case "catalog" -> this;
                    case "images" -> new NewImages();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Place(cloud, new Caller("123456789012", "arn:aws:iam::123456789012:user/ops"), NAME, List.of(NAME));
    }

    private static InstanceType type(InstanceTypeInfo info, String prefix) {
        return new InstanceType(
                prefix + info.instanceTypeAsString(),
                info.vCpuInfo().defaultVCpus(),
                info.memoryInfo().sizeInMiB(),
                Set.copyOf(info.processorInfo().supportedArchitecturesAsStrings()),
                String.valueOf(info.processorInfo().manufacturer()),
                info.networkInfo().networkPerformance(),
                info.networkInfo().maximumNetworkInterfaces(),
                info.currentGeneration(),
                info.burstablePerformanceSupported(),
                info.bareMetal(),
                info.gpuInfo() == null ? 0 : 1,
                info.gpuInfo() == null ? Accelerator.NONE : Accelerator.GPU);
    }

    @Override
    public Set<String> typeNames() {
        return types.keySet();
    }

    @Override
    public Map<String, Set<String>> offerings(Collection<String> zones) {
        return zones.stream().collect(Collectors.toMap(zone -> zone, this::in));
    }

    private Set<String> in(String zone) {
        return types.keySet().stream()
                .filter(name -> zone.endsWith("a") || name.hashCode() % 7 != 0)
                .collect(Collectors.toSet());
    }

    @Override
    public List<InstanceType> instanceTypes(Collection<String> names) {
        return names.stream().map(types::get).toList();
    }

    @Override
    public List<String> keyPairs() {
        return List.of();
    }

    /// One for each architecture.
    private static final class NewImages implements Images {
        @Override
        public Found newest(Architecture architecture, Collection<String> regions) {
            return new Found(Map.of(NAME, image(architecture)), Map.of());
        }

        @Override
        public Map<Architecture, Image> newestIn(String region) {
            return Map.of(
                    Architecture.X86_64, image(Architecture.X86_64), Architecture.ARM64, image(Architecture.ARM64));
        }

        @Override
        public Found refresh(Architecture architecture, Collection<String> regions) {
            return newest(architecture, regions);
        }

        private static Image image(Architecture architecture) {
            return new Image("ami-0a1b2c3d", "al2023-ami-ecs-hvm", Instant.EPOCH, architecture);
        }
    }
}
