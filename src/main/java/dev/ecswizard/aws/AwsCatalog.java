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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
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

    /// A region has some 1,300 types: all of them in one round trip.
    private static final SideBySide BATCHES = new SideBySide(16);

    @Override
    public Set<String> typeNames() {
        return offered(request -> request.locationType(LocationType.REGION));
    }

    /// Each zone by itself: the pages of one answer come one after the other, and a zone has two of them at most.
    @Override
    public Map<String, Set<String>> offerings(Collection<String> zones) {
        var offered = new TreeMap<String, Set<String>>();
        BATCHES.ask(
                        zones,
                        zone -> Map.entry(
                                zone,
                                offered(request -> request.locationType(LocationType.AVAILABILITY_ZONE)
                                        .filters(AwsNetworks.filter("location", zone)))))
                .forEach(each -> offered.put(each.getKey(), each.getValue()));
        return offered;
    }

    private Set<String> offered(Consumer<DescribeInstanceTypeOfferingsRequest.Builder> where) {
        return calls.ask(
                "ec2:DescribeInstanceTypeOfferings",
                () -> ec2
                        .describeInstanceTypeOfferingsPaginator(
                                request -> request.applyMutation(where).maxResults(PAGE))
                        .instanceTypeOfferings()
                        .stream()
                        .map(InstanceTypeOffering::instanceTypeAsString)
                        .collect(Collectors.toCollection(TreeSet::new)));
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
