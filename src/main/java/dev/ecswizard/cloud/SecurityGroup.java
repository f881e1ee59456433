package dev.ecswizard.cloud;

/// A security group of a VPC.
///
/// @param name the group's own name, not its Name tag
public record SecurityGroup(String id, String name, String description, String vpcId) {}
