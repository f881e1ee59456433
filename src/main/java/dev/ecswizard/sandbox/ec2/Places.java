package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.AccountAttributeValue;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// EC2's operations on regions, zones and the account itself.
final class Places {
    private final World world;
    private final Filters regions = new Filters(Region::builder).names("endpoint opt-in-status region-name");
    private final Filters zones = new Filters(AvailabilityZone::builder).names("""
                    group-name group-long-name opt-in-status parent-zone-id parent-zone-name region-name state zone-id
                    zone-name zone-type message=messages.message""");

    Places(World world) {
        this.world = world;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeRegions", DescribeRegionsRequest::builder, this::regions)
                .on("DescribeAvailabilityZones", DescribeAvailabilityZonesRequest::builder, this::zones)
                .on("DescribeAccountAttributes", DescribeAccountAttributesRequest::builder, this::attributes);
    }

    private DescribeRegionsResponse regions(DescribeRegionsRequest request, Call call) {
        var names = request.regionNames();
        var all = world.regions().stream()
                .map(region -> Region.builder()
                        .regionName(region.name())
                        .endpoint("ec2." + region.name() + ".amazonaws.com")
                        .optInStatus(region.optIn())
                        .build())
                .toList();
        for (var name : names) {
            if (all.stream().noneMatch(region -> region.regionName().equals(name))) {
                throw new Refusal(400, "InvalidParameterValue", "Invalid region name: '" + name + "'");
            }
        }
        // who names a region is told of it, whether the account may use it or not
        Predicate<Region> shown = Boolean.TRUE.equals(request.allRegions()) || !names.isEmpty()
                ? _ -> true
                : region -> world.enabled(region.regionName());
        return DescribeRegionsResponse.builder()
                .regions(all.stream()
                        .filter(shown)
                        .filter(region -> names.isEmpty() || names.contains(region.regionName()))
                        .filter(regions.all(request.filters()))
                        .toList())
                .build();
    }

    private DescribeAvailabilityZonesResponse zones(DescribeAvailabilityZonesRequest request, Call call) {
        var here = world.in(call.region());
        var all = Stream.concat(
                        here.zones().stream().map(zone -> zone(zone, call.region())),
                        here.localZones().stream()
                                .map(zone -> localZone(zone, here.zones().getFirst(), call.region())))
                .toList();
        refuseUnknown(request.zoneNames(), all, AvailabilityZone::zoneName);
        refuseUnknown(request.zoneIds(), all, AvailabilityZone::zoneId);
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(all.stream()
                        .filter(zone -> request.zoneNames().isEmpty()
                                || request.zoneNames().contains(zone.zoneName()))
                        .filter(zone ->
                                request.zoneIds().isEmpty() || request.zoneIds().contains(zone.zoneId()))
                        .filter(zones.all(request.filters()))
                        .toList())
                .build();
    }

    private static AvailabilityZone zone(dev.ecswizard.sandbox.world.Region.Zone zone, String region) {
        return AvailabilityZone.builder()
                .zoneName(zone.name())
                .zoneId(zone.id())
                .zoneType("availability-zone")
                .state("available")
                .optInStatus("opt-in-not-required")
                .regionName(region)
                .groupName(region + "-zg-1")
                .networkBorderGroup(region)
                .messages(List.of())
                .build();
    }

    /// @param parent whose control plane looks after it
    private static AvailabilityZone localZone(
            dev.ecswizard.sandbox.world.Region.Zone zone,
            dev.ecswizard.sandbox.world.Region.Zone parent,
            String region) {
        var group = zone.name().substring(0, zone.name().length() - 1);
        return zone(zone, region).toBuilder()
                .zoneType("local-zone")
                .optInStatus("opted-in")
                .groupName(group)
                .groupLongName("US West (Los Angeles)")
                .networkBorderGroup(group)
                .parentZoneName(parent.name())
                .parentZoneId(parent.id())
                .build();
    }

    private static void refuseUnknown(
            List<String> wanted, List<AvailabilityZone> zones, Function<AvailabilityZone, String> by) {
        var unknown = wanted.stream()
                .filter(name -> zones.stream().map(by).noneMatch(name::equals))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    400, "InvalidParameterValue", "Invalid availability zone: [" + String.join(", ", unknown) + "]");
        }
    }

    private DescribeAccountAttributesResponse attributes(DescribeAccountAttributesRequest request, Call call) {
        var defaultVpc = world.in(call.region()).vpcs().all().stream()
                .filter(Vpc::isDefault)
                .findFirst()
                .map(Vpc::vpcId)
                .orElse("none");
        var all = Map.of(
                "supported-platforms", "VPC",
                "default-vpc", defaultVpc,
                "max-instances", "20",
                "vpc-max-security-groups-per-interface", "5",
                "max-elastic-ips", "5",
                "vpc-max-elastic-ips", "5");
        var wanted = request.attributeNamesAsStrings();
        for (var name : wanted) {
            if (!all.containsKey(name)) {
                throw new Refusal(
                        400, "InvalidParameterValue", "Value (" + name + ") for parameter attributeName is invalid.");
            }
        }
        return DescribeAccountAttributesResponse.builder()
                .accountAttributes(all.entrySet().stream()
                        .filter(entry -> wanted.isEmpty() || wanted.contains(entry.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> AccountAttribute.builder()
                                .attributeName(entry.getKey())
                                .attributeValues(AccountAttributeValue.builder()
                                        .attributeValue(entry.getValue())
                                        .build())
                                .build())
                        .toList())
                .build();
    }
}
