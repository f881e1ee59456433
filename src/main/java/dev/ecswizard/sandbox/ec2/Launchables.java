package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.LocationType;

/// EC2's operations on what an instance is made of: type, image and key pair.
final class Launchables {
    private static final Paging TYPES = new Paging(5, 100, 100, Paging.Errors.INVALID_MAX_RESULTS);
    private static final Paging OFFERINGS = new Paging(5, 1000, 1000, Paging.Errors.INVALID_MAX_RESULTS);
    private static final int MOST_NAMES = 100;

    private final World world;
    private final Filters types = new Filters(InstanceTypeInfo::builder).names("""
                    auto-recovery-supported bare-metal burstable-performance-supported current-generation
                    dedicated-hosts-supported ebs-info.attachment-limit-type
                    ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps ebs-info.ebs-optimized-info.baseline-iops
                    ebs-info.ebs-optimized-info.baseline-throughput-in-mbps
                    ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps ebs-info.ebs-optimized-info.maximum-iops
                    ebs-info.ebs-optimized-info.maximum-throughput-in-mbps ebs-info.ebs-optimized-support
                    ebs-info.encryption-support ebs-info.maximum-ebs-attachments ebs-info.nvme-support
                    free-tier-eligible hibernation-supported hypervisor instance-storage-info.disk.count
                    instance-storage-info.disk.size-in-gb instance-storage-info.disk.type
                    instance-storage-info.encryption-support instance-storage-info.nvme-support
                    instance-storage-info.total-size-in-gb instance-storage-supported instance-type
                    memory-info.size-in-mib network-info.bandwidth-weightings
                    network-info.efa-info.maximum-efa-interfaces network-info.efa-supported
                    network-info.ena-support network-info.flexible-ena-queues-support
                    network-info.encryption-in-transit-supported network-info.ipv4-addresses-per-interface
                    network-info.ipv6-addresses-per-interface network-info.ipv6-supported
                    network-info.maximum-network-cards network-info.maximum-network-interfaces
                    network-info.network-performance nitro-enclaves-support nitro-tpm-support
                    nitro-tpm-info.supported-versions processor-info.supported-architecture
                    processor-info.sustained-clock-speed-in-ghz processor-info.supported-features
                    reboot-migration-support supported-boot-mode supported-root-device-type supported-usage-class
                    supported-virtualization-type vcpu-info.default-cores vcpu-info.default-threads-per-core
                    vcpu-info.default-vcpus vcpu-info.valid-cores vcpu-info.valid-threads-per-core""");
    private final Filters offerings = new Filters(InstanceTypeOffering::builder).names("location instance-type");
    private final Listing<Image> images = new Listing<>(Image::builder, IdRule.IMAGE, Image::imageId, "ImageIds")
            .tagFilters()
            .filters("""
                    architecture block-device-mapping.delete-on-termination=block-device-mapping.ebs.delete-on-termination
                    block-device-mapping.device-name block-device-mapping.encrypted=block-device-mapping.ebs.encrypted
                    block-device-mapping.snapshot-id=block-device-mapping.ebs.snapshot-id
                    block-device-mapping.volume-size=block-device-mapping.ebs.volume-size
                    block-device-mapping.volume-type=block-device-mapping.ebs.volume-type boot-mode creation-date
                    description ena-support free-tier-eligible hypervisor image-allowed image-id image-type is-public=public-launch-permissions kernel-id
                    manifest-location=image-location name owner-alias=image-owner-alias owner-id platform
                    product-code=product-codes.product-code-id product-code.type=product-codes.product-code-type
                    ramdisk-id root-device-name root-device-type source-image-id source-image-region
                    source-instance-id state state-reason-code=state-reason.code
                    state-reason-message=state-reason.message sriov-net-support virtualization-type""");
    private final Filters keyPairs =
            new Filters(KeyPairInfo::builder).tags().names("key-pair-id fingerprint=key-fingerprint key-name");

    Launchables(World world) {
        this.world = world;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeInstanceTypes", DescribeInstanceTypesRequest::builder, this::types)
                .on("DescribeInstanceTypeOfferings", DescribeInstanceTypeOfferingsRequest::builder, this::offerings)
                .on("DescribeImages", DescribeImagesRequest::builder, this::images)
                .on("DescribeKeyPairs", DescribeKeyPairsRequest::builder, this::keyPairs);
    }

    /// A type that the region does not offer does not exist there.
    private DescribeInstanceTypesResponse types(DescribeInstanceTypesRequest request, Call call) {
        var wanted = new TreeSet<>(request.instanceTypesAsStrings());
        if (wanted.size() > MOST_NAMES) {
            throw new Refusal(
                    400, "InvalidParameterValue", "The number of instance types must not exceed " + MOST_NAMES + ".");
        }
        var offered = world.types().offeredIn(call.region()).keySet();
        var unknown = wanted.stream().filter(name -> !offered.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    400,
                    "InvalidInstanceType",
                    "The following supplied instance types do not exist: [" + String.join(", ", unknown) + "]");
        }
        var all = world.types().types();
        var page = TYPES.page(
                (wanted.isEmpty() ? offered : wanted)
                        .stream()
                                .map(all::get)
                                .filter(types.all(request.filters()))
                                .toList(),
                request.maxResults(),
                request.nextToken());
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private DescribeInstanceTypeOfferingsResponse offerings(DescribeInstanceTypeOfferingsRequest request, Call call) {
        var kind = request.locationType() == null ? LocationType.REGION : request.locationType();
        var all = world.types().offeredIn(call.region()).entrySet().stream()
                .flatMap(entry -> switch (kind) {
                    case REGION -> Stream.of(offering(entry.getKey(), kind, call.region()));
                    case AVAILABILITY_ZONE ->
                        entry.getValue().stream().map(zone -> offering(entry.getKey(), kind, zone));
                    case AVAILABILITY_ZONE_ID ->
                        world.in(call.region()).zones().stream()
                                .filter(zone -> entry.getValue().contains(zone.name()))
                                .map(zone -> offering(entry.getKey(), kind, zone.id()));
                    case OUTPOST -> Stream.<InstanceTypeOffering>empty();
                    case UNKNOWN_TO_SDK_VERSION ->
                        throw new Refusal(
                                400,
                                "InvalidParameterValue",
                                "Value (" + request.locationTypeAsString()
                                        + ") for parameter locationType is invalid.");
                })
                .filter(offerings.all(request.filters()))
                .toList();
        var page = OFFERINGS.page(all, request.maxResults(), request.nextToken());
        return DescribeInstanceTypeOfferingsResponse.builder()
                .instanceTypeOfferings(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static InstanceTypeOffering offering(String type, LocationType kind, String location) {
        return InstanceTypeOffering.builder()
                .instanceType(type)
                .locationType(kind)
                .location(location)
                .build();
    }

    private DescribeImagesResponse images(DescribeImagesRequest request, Call call) {
        Predicate<Image> owned = image -> request.owners().isEmpty()
                || request.owners().contains(image.ownerId())
                || request.owners().contains(image.imageOwnerAlias())
                || (request.owners().contains("self") && image.ownerId().equals(World.ACCOUNT));
        var all = world.in(call.region()).images().all();
        // who names an image is told whether it exists, whoever owns it
        var candidates =
                request.imageIds().isEmpty() ? all.stream().filter(owned).toList() : all;
        return images.answer(
                request,
                candidates,
                (items, token) -> DescribeImagesResponse.builder()
                        .images(items.stream().filter(owned).toList())
                        .nextToken(token)
                        .build());
    }

    private DescribeKeyPairsResponse keyPairs(DescribeKeyPairsRequest request, Call call) {
        var named = IdRule.KEY_PAIR.pick(
                world.in(call.region()).keyPairs().all(), KeyPairInfo::keyName, request.keyNames());
        var found = IdRule.KEY_PAIR_ID.pick(named, KeyPairInfo::keyPairId, request.keyPairIds());
        return DescribeKeyPairsResponse.builder()
                .keyPairs(found.stream().filter(keyPairs.all(request.filters())).toList())
                .build();
    }
}
