package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How EC2 refuses ids of one kind. Its error codes follow no rule, so each kind says its own (EC2 API reference,
/// "Error codes").
///
/// @param pattern of a well-formed id
/// @param notFound the sentence, with `%s` for the ids
enum IdRule {
    VPC("vpc-[0-9a-f]{8,17}", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound", "The vpc ID '%s' does not exist"),
    SUBNET(
            "subnet-[0-9a-f]{8,17}",
            "InvalidSubnetID.Malformed",
            "InvalidSubnetID.NotFound",
            "The subnet ID '%s' does not exist"),
    ROUTE_TABLE(
            "rtb-[0-9a-f]{8,17}",
            "InvalidRouteTableId.Malformed",
            "InvalidRouteTableID.NotFound",
            "The routeTable ID '%s' does not exist"),
    INTERNET_GATEWAY(
            "igw-[0-9a-f]{8,17}",
            "InvalidInternetGatewayId.Malformed",
            "InvalidInternetGatewayID.NotFound",
            "The internetGateway ID '%s' does not exist"),
    NAT_GATEWAY("nat-[0-9a-f]{8,17}", "NatGatewayMalformed", "NatGatewayNotFound", "NatGateway %s was not found"),
    VPC_ENDPOINT(
            "vpce-[0-9a-f]{8,17}",
            "InvalidVpcEndpointId.Malformed",
            "InvalidVpcEndpointId.NotFound",
            "The Vpc Endpoint Id '%s' does not exist"),
    NETWORK_ACL(
            "acl-[0-9a-f]{8,17}",
            "InvalidNetworkAclId.Malformed",
            "InvalidNetworkAclID.NotFound",
            "The networkAcl ID '%s' does not exist"),
    PREFIX_LIST(
            "pl-[0-9a-f]{8,17}",
            "InvalidPrefixListId.Malformed",
            "InvalidPrefixListID.NotFound",
            "The prefix list ID '%s' does not exist"),
    EXCLUSION(
            "vpcbpa-exclude-[0-9a-f]{8,17}",
            "InvalidVpcBlockPublicAccessExclusionId.Malformed",
            "InvalidVpcBlockPublicAccessExclusionId.NotFound",
            "The VpcBlockPublicAccessExclusion '%s' does not exist"),
    SECURITY_GROUP(
            "sg-[0-9a-f]{8,17}",
            "InvalidGroupId.Malformed",
            "InvalidGroup.NotFound",
            "The security group '%s' does not exist"),
    IMAGE(
            "ami-[0-9a-f]{8,17}",
            "InvalidAMIID.Malformed",
            "InvalidAMIID.NotFound",
            "The image id '[%s]' does not exist"),
    INSTANCE(
            "i-[0-9a-f]{8,17}",
            "InvalidInstanceID.Malformed",
            "InvalidInstanceID.NotFound",
            "The instance ID '%s' does not exist"),
    LAUNCH_TEMPLATE(
            "lt-[0-9a-f]{8,17}",
            "InvalidLaunchTemplateId.Malformed",
            "InvalidLaunchTemplateId.NotFound",
            "The specified launch template, with template ID %s, does not exist."),
    KEY_PAIR(".*", "InvalidKeyPair.Format", "InvalidKeyPair.NotFound", "The key pair '%s' does not exist"),
    KEY_PAIR_ID(
            "key-[0-9a-f]{8,17}",
            "InvalidKeyPairId.Malformed",
            "InvalidKeyPair.NotFound",
            "The key pair '%s' does not exist");

    private final String pattern;
    private final String malformedCode;
    private final String notFoundCode;
    private final String notFound;

    IdRule(String pattern, String malformedCode, String notFoundCode, String notFound) {
        this.pattern = pattern;
        this.malformedCode = malformedCode;
        this.notFoundCode = notFoundCode;
        this.notFound = notFound;
    }

    /// The items with the given ids, or all of them where none is given.
    ///
    /// @throws Refusal if an id is malformed or nobody's
    <T> List<T> pick(Collection<T> items, Function<T, String> id, List<String> ids) {
        ids.forEach(this::refuseMalformed);
        var known = items.stream().collect(Collectors.toMap(id, item -> item));
        ids.stream().filter(wanted -> !known.containsKey(wanted)).findFirst().ifPresent(this::refuse);
        return ids.isEmpty()
                ? List.copyOf(items)
                : items.stream().filter(item -> ids.contains(id.apply(item))).toList();
    }

    /// The item that is there, as an operation on a single one wants it.
    <T> T require(Optional<T> item, String id) {
        refuseMalformed(id);
        if (item.isEmpty()) {
            refuse(id);
        }
        return item.orElseThrow();
    }

    private void refuseMalformed(String id) {
        if (id.isEmpty()) {
            throw new Refusal(400, "MissingParameter", "The request must contain the parameter " + parameter());
        }
        if (!id.matches(pattern)) {
            throw new Refusal(
                    400,
                    malformedCode,
                    "Invalid id: \"" + id + "\" (expecting \"" + pattern.substring(0, pattern.indexOf('[')) + "...\")");
        }
    }

    /// As EC2 names it over the wire, such as VpcId.
    private String parameter() {
        return switch (this) {
            case VPC -> "VpcId";
            case SUBNET -> "SubnetId";
            case ROUTE_TABLE -> "RouteTableId";
            case INTERNET_GATEWAY -> "InternetGatewayId";
            case NAT_GATEWAY -> "NatGatewayId";
            case VPC_ENDPOINT -> "VpcEndpointId";
            case NETWORK_ACL -> "NetworkAclId";
            case PREFIX_LIST -> "PrefixListId";
            case EXCLUSION -> "ExclusionId";
            case SECURITY_GROUP -> "GroupId";
            case IMAGE -> "ImageId";
            case INSTANCE -> "InstanceId";
            case LAUNCH_TEMPLATE -> "LaunchTemplateId";
            case KEY_PAIR -> "KeyName";
            case KEY_PAIR_ID -> "KeyPairId";
        };
    }

    private void refuse(String id) {
        throw new Refusal(400, notFoundCode, notFound.formatted(id));
    }
}
