package dev.ecswizard.cloud;

/// A subnet.
///
/// @param name its Name tag, or empty
/// @param zone the availability zone's name, such as eu-west-1a
/// @param cidr its IPv4 block, or empty where it has none
/// @param freeAddresses IPv4 addresses that are not in use
/// @param publicAddressOnLaunch whether instances get a public address unless told otherwise
public record Subnet(
        String id,
        String name,
        String vpcId,
        String zone,
        String cidr,
        int freeAddresses,
        boolean publicAddressOnLaunch,
        String ownerId) {}
