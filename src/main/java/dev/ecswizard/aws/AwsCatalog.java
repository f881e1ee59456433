package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.isTrue;
import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.LocationType;

/// What can be launched, from EC2.
record AwsCatalog(Calls calls, Ec2Client ec2) implements Catalog {
    /// Names that one DescribeInstanceTypes takes (EC2 API reference).
    private static final int BATCH = 100;
    /// Rows that one page of DescribeInstanceTypeOfferings holds (EC2 API reference).
    private static final int PAGE = 1000;

    private static final SideBySide BATCHES = new SideBySide(8);

    /// One place and what it offers.
    private record Offered(String place, Set<String> types) {}

    @Override
    public Offerings offerings(Collection<String> zones) {
        var places = new ArrayList<Optional<String>>();
        places.add(Optional.empty());
        new TreeSet<>(zones).forEach(zone -> places.add(Optional.of(zone)));
        var region = new TreeSet<String>();
        var byZone = new TreeMap<String, Set<String>>();
        BATCHES.ask(places, this::offered).forEach(offered -> {
            region.addAll(offered.types());
            if (!offered.place().isEmpty()) {
                byZone.put(offered.place(), offered.types());
            }
        });
        return new Offerings(region, byZone);
    }

    /// @param zone the region for none
    private Offered offered(Optional<String> zone) {
        return calls.ask(
                "ec2:DescribeInstanceTypeOfferings",
                () -> new Offered(
                        zone.orElse(""),
                        ec2
                                .describeInstanceTypeOfferingsPaginator(request -> request.locationType(
                                                zone.isPresent() ? LocationType.AVAILABILITY_ZONE : LocationType.REGION)
                                        .filters(zone.map(name -> AwsNetworks.filter("location", name)).stream()
                                                .toList())
                                        .maxResults(PAGE))
                                .instanceTypeOfferings()
                                .stream()
                                .map(InstanceTypeOffering::instanceTypeAsString)
                                .collect(Collectors.toSet())));
    }

    @Override
    public List<InstanceType> instanceTypes(Collection<String> names) {
        var sorted = new ArrayList<>(new TreeSet<>(names));
        var batches = new ArrayList<List<String>>();
        for (var from = 0; from < sorted.size(); from += BATCH) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + BATCH)));
        }
        return BATCHES.ask(batches, this::batch).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(InstanceType::name))
                .toList();
    }

    private List<InstanceType> batch(List<String> names) {
        return calls.ask(
                "ec2:DescribeInstanceTypes",
                () -> ec2
                        .describeInstanceTypesPaginator(request -> request.instanceTypesWithStrings(names))
                        .instanceTypes()
                        .stream()
                        .map(AwsCatalog::instanceType)
                        .toList());
    }

    @Override
    public List<String> keyPairs() {
        return calls.ask(
                "ec2:DescribeKeyPairs",
                () -> ec2.describeKeyPairs().keyPairs().stream()
                        .map(KeyPairInfo::keyName)
                        .sorted()
                        .toList());
    }

    private static InstanceType instanceType(InstanceTypeInfo info) {
        var network = info.networkInfo();
        return new InstanceType(
                info.instanceTypeAsString(),
                info.vCpuInfo() == null || info.vCpuInfo().defaultVCpus() == null
                        ? 0
                        : info.vCpuInfo().defaultVCpus(),
                info.memoryInfo() == null || info.memoryInfo().sizeInMiB() == null
                        ? 0
                        : info.memoryInfo().sizeInMiB(),
                info.processorInfo() == null
                        ? Set.of()
                        : Set.copyOf(info.processorInfo().supportedArchitecturesAsStrings()),
                info.processorInfo() == null ? "" : said(info.processorInfo().manufacturer()),
                network == null ? "" : said(network.networkPerformance()),
                network == null || network.maximumNetworkInterfaces() == null ? 0 : network.maximumNetworkInterfaces(),
                isTrue(info.currentGeneration()),
                isTrue(info.burstablePerformanceSupported()),
                isTrue(info.bareMetal()),
                gpus(info),
                accelerator(info));
    }

    private static int gpus(InstanceTypeInfo info) {
        return info.gpuInfo() == null
                ? 0
                : Math.max(
                        1,
                        info.gpuInfo().gpus().stream()
                                .mapToInt(gpu -> gpu.count() == null ? 0 : gpu.count())
                                .sum());
    }

    private static Accelerator accelerator(InstanceTypeInfo info) {
        if (info.neuronInfo() != null) {
            return Accelerator.NEURON;
        }
        if (info.inferenceAcceleratorInfo() != null) {
            // Inferentia is AWS's own; others are not for Neuron images
            return info.inferenceAcceleratorInfo().accelerators().stream()
                            .allMatch(device -> "AWS".equals(device.manufacturer()))
                    ? Accelerator.NEURON
                    : Accelerator.OTHER;
        }
        if (info.gpuInfo() != null) {
            return Accelerator.GPU;
        }
        return info.fpgaInfo() != null || info.mediaAcceleratorInfo() != null ? Accelerator.OTHER : Accelerator.NONE;
    }
}
