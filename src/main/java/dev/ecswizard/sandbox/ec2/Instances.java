package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.Host;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;

/// EC2's operations on instances. Each is in a reservation of its own, as Auto Scaling launches them.
final class Instances {
    private final World world;
    private final Fleet fleet;
    private final Listing<Instance> instances = new Listing<>(
                    Instance::builder, IdRule.INSTANCE, Instance::instanceId, "InstanceIds")
            .paging(new Paging(5, 1000, 1000, Paging.Errors.INVALID_PARAMETER_VALUE))
            .tagFilters()
            .filters("""
                    architecture availability-zone=placement.availability-zone
                    block-device-mapping.attach-time=block-device-mapping.ebs.attach-time
                    block-device-mapping.delete-on-termination=block-device-mapping.ebs.delete-on-termination
                    block-device-mapping.device-name block-device-mapping.status=block-device-mapping.ebs.status
                    block-device-mapping.volume-id=block-device-mapping.ebs.volume-id client-token
                    dns-name=public-dns-name hypervisor iam-instance-profile.arn iam-instance-profile.id image-id
                    instance-id instance-lifecycle instance-state-code=state.code instance-state-name=state.name
                    instance-type instance.group-id=security-groups.group-id
                    instance.group-name=security-groups.group-name group-id=security-groups.group-id
                    group-name=security-groups.group-name ip-address=public-ip-address kernel-id key-name
                    launch-index=ami-launch-index launch-time metadata-options.http-tokens
                    metadata-options.http-put-response-hop-limit metadata-options.http-endpoint
                    monitoring-state=monitoring.state network-interface.addresses.private-ip-address=network-interfaces.private-ip-addresses.private-ip-address
                    network-interface.association.public-ip=network-interfaces.association.public-ip
                    network-interface.group-id=network-interfaces.groups.group-id
                    network-interface.network-interface-id=network-interfaces.network-interface-id
                    network-interface.subnet-id=network-interfaces.subnet-id
                    network-interface.vpc-id=network-interfaces.vpc-id placement-group-name=placement.group-name
                    platform platform-details private-dns-name private-ip-address product-code=product-codes.product-code-id
                    ramdisk-id reason=state-transition-reason root-device-name root-device-type source-dest-check
                    spot-instance-request-id state-reason-code=state-reason.code
                    state-reason-message=state-reason.message subnet-id tenancy=placement.tenancy usage-operation
                    virtualization-type vpc-id""")
            .filters("""
                    affinity=placement.affinity availability-zone-id=placement.availability-zone-id boot-mode
                    capacity-reservation-id capacity-reservation-specification.capacity-reservation-preference
                    capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id
                    capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn
                    current-instance-boot-mode ebs-optimized ena-support enclave-options.enabled
                    hibernation-options.configured host-id=placement.host-id
                    ipv6-address=network-interfaces.ipv6-addresses.ipv6-address maintenance-options.auto-recovery
                    metadata-options.http-protocol-ipv4=metadata-options.http-endpoint
                    metadata-options.http-protocol-ipv6 metadata-options.instance-metadata-tags metadata-options.state
                    network-performance-options.bandwidth-weighting operator.managed operator.principal outpost-arn
                    placement-partition-number=placement.partition-number
                    private-dns-name-options.enable-resource-name-dns-a-record
                    private-dns-name-options.enable-resource-name-dns-aaaa-record private-dns-name-options.hostname-type
                    product-code.type=product-codes.product-code-type tpm-support usage-operation-update-time""")
            .filters("""
                    network-interface.addresses.association.allocation-id=
                    network-interface.addresses.association.association-id=
                    network-interface.addresses.association.carrier-ip=network-interfaces.private-ip-addresses.association.carrier-ip
                    network-interface.addresses.association.customer-owned-ip=network-interfaces.private-ip-addresses.association.customer-owned-ip
                    network-interface.addresses.association.ip-owner-id=network-interfaces.private-ip-addresses.association.ip-owner-id
                    network-interface.addresses.association.public-dns-name=network-interfaces.private-ip-addresses.association.public-dns-name
                    network-interface.addresses.association.public-ip=network-interfaces.private-ip-addresses.association.public-ip
                    network-interface.addresses.primary=network-interfaces.private-ip-addresses.primary
                    network-interface.addresses.private-dns-name=network-interfaces.private-ip-addresses.private-dns-name
                    network-interface.association.allocation-id= network-interface.association.association-id=
                    network-interface.association.carrier-ip=network-interfaces.association.carrier-ip
                    network-interface.association.customer-owned-ip=network-interfaces.association.customer-owned-ip
                    network-interface.association.ip-owner-id=network-interfaces.association.ip-owner-id
                    network-interface.association.public-dns-name=network-interfaces.association.public-dns-name
                    network-interface.attachment.attach-time=network-interfaces.attachment.attach-time
                    network-interface.attachment.attachment-id=network-interfaces.attachment.attachment-id
                    network-interface.attachment.delete-on-termination=network-interfaces.attachment.delete-on-termination
                    network-interface.attachment.device-index=network-interfaces.attachment.device-index
                    network-interface.attachment.instance-id=instance-id
                    network-interface.attachment.instance-owner-id=network-interfaces.owner-id
                    network-interface.attachment.network-card-index=network-interfaces.attachment.network-card-index
                    network-interface.attachment.status=network-interfaces.attachment.status
                    network-interface.availability-zone=placement.availability-zone
                    network-interface.deny-all-igw-traffic=
                    network-interface.description=network-interfaces.description
                    network-interface.group-name=network-interfaces.groups.group-name
                    network-interface.ipv4-prefixes.ipv4-prefix=network-interfaces.ipv4-prefixes.ipv4-prefix
                    network-interface.ipv6-address=network-interfaces.ipv6-addresses.ipv6-address
                    network-interface.ipv6-addresses.ipv6-address=network-interfaces.ipv6-addresses.ipv6-address
                    network-interface.ipv6-addresses.is-primary-ipv6=network-interfaces.ipv6-addresses.is-primary-ipv6
                    network-interface.ipv6-native=
                    network-interface.ipv6-prefixes.ipv6-prefix=network-interfaces.ipv6-prefixes.ipv6-prefix
                    network-interface.mac-address=network-interfaces.mac-address
                    network-interface.operator.managed=network-interfaces.operator.managed
                    network-interface.operator.principal=network-interfaces.operator.principal
                    network-interface.outpost-arn= network-interface.owner-id=network-interfaces.owner-id
                    network-interface.private-dns-name=network-interfaces.private-dns-name
                    network-interface.private-ip-address=network-interfaces.private-ip-address
                    network-interface.public-dns-name=network-interfaces.association.public-dns-name
                    network-interface.requester-id= network-interface.requester-managed=
                    network-interface.source-dest-check=network-interfaces.source-dest-check
                    network-interface.status=network-interfaces.status
                    network-interface.tag-key= network-interface.tag-value=""");
    private final Filters reservations =
            new Filters(Reservation::builder).names("owner-id requester-id reservation-id");

    Instances(World world, Fleet fleet) {
        this.world = world;
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeInstances", DescribeInstancesRequest::builder, this::describe)
                .on("GetConsoleOutput", GetConsoleOutputRequest::builder, this::console);
    }

    private DescribeInstancesResponse describe(DescribeInstancesRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var view = new InstanceView(world, here);
            var hosts = here.hosts();
            var byInstance =
                    hosts.stream().collect(Collectors.toMap(Host::id, host -> reservation(view.of(host), host)));
            var ofReservations = request.filters().stream()
                    .filter(Instances::speaksOfReservation)
                    .toList();
            var pass = reservations.<Reservation>all(ofReservations);
            var rest = request.copy(to -> to.filters(request.filters().stream()
                    .filter(filter -> !speaksOfReservation(filter))
                    .toList()));
            var all = hosts.stream()
                    .map(host -> byInstance.get(host.id()))
                    .filter(pass)
                    .map(reservation -> reservation.instances().getFirst())
                    .toList();
            return instances.answer(
                    rest,
                    all,
                    (items, token) -> DescribeInstancesResponse.builder()
                            .reservations(items.stream()
                                    .map(Instance::instanceId)
                                    .map(byInstance::get)
                                    .toList())
                            .nextToken(token)
                            .build());
        });
    }

    private static boolean speaksOfReservation(Filter filter) {
        return List.of("owner-id", "requester-id", "reservation-id").contains(String.valueOf(filter.name()));
    }

    private static Reservation reservation(Instance instance, Host host) {
        return Reservation.builder()
                .reservationId(InstanceView.reservation(host))
                .ownerId(World.ACCOUNT)
                .requesterId("940372691376")
                .groups(List.of())
                .instances(instance)
                .build();
    }

    /// Nothing as long as the host has not started.
    private GetConsoleOutputResponse console(GetConsoleOutputRequest request, Call call) {
        if (request.instanceId() == null) {
            throw new Refusal(400, "MissingParameter", "The request must contain the parameter InstanceId");
        }
        return fleet.on(call.region(), here -> {
            var host = find(here, request.instanceId());
            var text = BootLog.of(host, here);
            return GetConsoleOutputResponse.builder()
                    .instanceId(host.id())
                    .timestamp(call.time())
                    .output(
                            text.isEmpty()
                                    ? null
                                    : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                    .build();
        });
    }

    private static Host find(RegionFleet here, String id) {
        Map<String, Host> byId = here.hosts().stream().collect(Collectors.toMap(Host::id, Function.identity()));
        return IdRule.INSTANCE.pick(byId.values(), Host::id, List.of(id)).getFirst();
    }
}
