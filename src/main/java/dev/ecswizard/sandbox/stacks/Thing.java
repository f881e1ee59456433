package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that a stack made, as far as others than CloudFormation can see it. Properties are those of the resource
/// in the template, worked out: maps, lists and strings.
public sealed interface Thing {
    /// What identifies it where it is: the physical id of the resource.
    String id();

    /// @param id the role's name
    /// @param roleId such as AROA and 17 capitals and digits
    record Role(String id, String roleId, String arn, Map<String, Object> properties, Map<String, String> tags)
            implements Thing {}

    record SecurityGroup(
            String id,
            String name,
            String description,
            String vpc,
            Map<String, Object> properties,
            Map<String, String> tags)
            implements Thing {}

    record Cluster(String id, String arn, Map<String, Object> properties, Map<String, String> tags) implements Thing {}

    /// @param id the group's name
    record Group(String id, Map<String, Object> properties, List<Host> hosts) implements Thing {}

    /// @param properties of the launch configuration, or the data of the launch template
    record HostSource(String id, String name, boolean isTemplate, Map<String, Object> properties) implements Thing {}

    record Other(String id, String type, Map<String, Object> properties) implements Thing {}

    /// An instance of a group.
    record Host(
            String id,
            String instanceType,
            String image,
            World.Place place,
            Optional<String> keyName,
            boolean hasWayOut) {}
}
