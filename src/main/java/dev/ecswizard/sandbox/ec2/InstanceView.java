package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.fleet.Host;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.world.Ids;
import dev.ecswizard.sandbox.world.Region;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/// A host as EC2 shows it. One that is gone has lost its network and its disk.
final class InstanceView {
    private final World world;
    private final RegionFleet here;
    private final String region;

    InstanceView(World world, RegionFleet here) {
        this.world = world;
        this.here = here;
        this.region = here.terrain().region();
    }

    static String reservation(Host host) {
        return Ids.of("r", host.id());
    }

    Instance of(Host host) {
        var birth = host.birth();
        var what = birth.what();
        var image = world.in(region).images().find(what.image());
        var isThere = host.life() != Host.Life.TERMINATED;
        var dns = "ip-" + birth.privateAddress().replace('.', '-')
                + (region.equals("us-east-1") ? ".ec2.internal" : "." + region + ".compute.internal");
        var instance = Instance.builder()
                .instanceId(host.id())
                .imageId(what.image())
                .instanceType(what.instanceType())
                .keyName(what.keyName().orElse(null))
                .amiLaunchIndex(0)
                .launchTime(birth.time())
                .placement(place -> place.availabilityZone(birth.place().zone())
                        .availabilityZoneId(zoneId(birth.place().zone()))
                        .tenancy("default")
                        .groupName(""))
                .monitoring(monitoring -> monitoring.state(isMonitored(host) ? "enabled" : "disabled"))
                .state(state -> state.code(host.life().code())
                        .name(host.life()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')))
                .architecture(image.map(found -> found.architectureAsString()).orElse("x86_64"))
                // also where it is Nitro
                .hypervisor("xen")
                .virtualizationType("hvm")
                .rootDeviceType("ebs")
                .rootDeviceName("/dev/xvda")
                .ebsOptimized(false)
                .enaSupport(true)
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .usageOperationUpdateTime(birth.time())
                .hibernationOptions(options -> options.configured(false))
                .enclaveOptions(options -> options.enabled(false))
                .maintenanceOptions(options -> options.autoRecovery("default"))
                .capacityReservationSpecification(wanted -> wanted.capacityReservationPreference("open"))
                .privateDnsNameOptions(options -> options.hostnameType("ip-name")
                        .enableResourceNameDnsARecord(false)
                        .enableResourceNameDnsAAAARecord(false))
                .operator(operator -> operator.managed(false))
                .clientToken(Ids.of("token", host.id()).substring("token-0".length()))
                .productCodes(List.of())
                .stateTransitionReason(host.ended()
                        .map(time -> "User initiated ("
                                + time.toString().replace("T", " ").replaceAll("\\..*|Z$", "") + " GMT)")
                        .orElse(""))
                .tags(tags(birth.tags()))
                .privateDnsName(isThere ? dns : "")
                .publicDnsName("")
                .securityGroups(isThere ? groups(host) : List.of())
                .networkInterfaces(isThere ? List.of(card(host, dns)) : List.of())
                .blockDeviceMappings(isThere ? List.of(disk(host)) : List.of());
        host.ended()
                .ifPresent(_ -> instance.stateReason(reason -> reason.code("Client.UserInitiatedShutdown")
                        .message("Client.UserInitiatedShutdown: User initiated shutdown")));
        if (isThere) {
            instance.vpcId(birth.place().vpc())
                    .subnetId(birth.place().subnet())
                    .privateIpAddress(birth.privateAddress())
                    .publicIpAddress(birth.publicAddress().orElse(null))
                    .sourceDestCheck(true);
        }
        if (isThere && what.profile().isPresent()) {
            var name = what.profile().get();
            var role = name.substring(name.lastIndexOf('/') + 1);
            world.roles()
                    .findProfile(role)
                    .ifPresent(profile -> instance.iamInstanceProfile(
                            shown -> shown.arn(profile.arn()).id(profile.id())));
        }
        return instance.metadataOptions(options -> options.state("applied")
                        .httpTokens(option(host, "HttpTokens", "required"))
                        .httpPutResponseHopLimit(Integer.valueOf(option(host, "HttpPutResponseHopLimit", "2")))
                        .httpEndpoint(option(host, "HttpEndpoint", "enabled"))
                        .httpProtocolIpv6("disabled")
                        .instanceMetadataTags("disabled"))
                .build();
    }

    private String zoneId(String zone) {
        return Stream.concat(world.in(region).zones().stream(), world.in(region).localZones().stream())
                .filter(found -> found.name().equals(zone))
                .map(Region.Zone::id)
                .findFirst()
                .orElse(null);
    }

    private static String option(Host host, String key, String otherwise) {
        return host.birth().source().properties().get("MetadataOptions") instanceof Map<?, ?> options
                        && options.get(key) != null
                ? options.get(key).toString()
                : otherwise;
    }

    /// A launch configuration asks for detailed monitoring unless it says otherwise.
    private static boolean isMonitored(Host host) {
        var properties = host.birth().source().properties();
        return host.birth().source().isTemplate()
                ? properties.get("Monitoring") instanceof Map<?, ?> monitoring
                        && "true".equals(monitoring.get("Enabled"))
                : !"false".equals(properties.get("InstanceMonitoring"));
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private List<GroupIdentifier> groups(Host host) {
        return host.birth().what().groups().stream()
                .map(id -> GroupIdentifier.builder()
                        .groupId(id)
                        .groupName(world.in(region)
                                .securityGroups()
                                .find(id)
                                .map(SecurityGroup::groupName)
                                .orElse(null))
                        .build())
                .toList();
    }

    private InstanceNetworkInterface card(Host host, String dns) {
        var birth = host.birth();
        var association = birth.publicAddress()
                .map(address -> InstanceNetworkInterfaceAssociation.builder()
                        .publicIp(address)
                        .publicDnsName("")
                        .ipOwnerId("amazon")
                        .build())
                .orElse(null);
        return InstanceNetworkInterface.builder()
                .networkInterfaceId(Ids.of("eni", host.id()))
                .association(association)
                .attachment(attachment -> attachment
                        .attachmentId(Ids.of("eni-attach", host.id()))
                        .attachTime(birth.time())
                        .deleteOnTermination(true)
                        .deviceIndex(0)
                        .networkCardIndex(0)
                        .status("attached"))
                .description("")
                .groups(groups(host))
                .interfaceType("interface")
                .ipv6Addresses(List.of())
                .macAddress(mac(host))
                .operator(operator -> operator.managed(false))
                .ownerId(World.ACCOUNT)
                .privateDnsName(dns)
                .privateIpAddress(birth.privateAddress())
                .privateIpAddresses(InstancePrivateIpAddress.builder()
                        .primary(true)
                        .privateDnsName(dns)
                        .privateIpAddress(birth.privateAddress())
                        .association(association)
                        .build())
                .sourceDestCheck(true)
                .status("in-use")
                .subnetId(birth.place().subnet())
                .vpcId(birth.place().vpc())
                .build();
    }

    /// An address out of the range for one's own use.
    private static String mac(Host host) {
        var digits = host.id().substring(host.id().length() - 10);
        return "02:" + digits.replaceAll("(..)(?=.)", "$1:");
    }

    private static InstanceBlockDeviceMapping disk(Host host) {
        return InstanceBlockDeviceMapping.builder()
                .deviceName("/dev/xvda")
                .ebs(disk -> disk.volumeId(Ids.of("vol", host.id()))
                        .attachTime(host.birth().time())
                        .deleteOnTermination(true)
                        .status("attached"))
                .build();
    }
}
