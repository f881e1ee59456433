package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashMap;
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
    /// @param source what it launches hosts from
    /// @param places its subnets
    /// @param tags its own and those of the stack
    record Group(
            String id,
            String arn,
            Hosts.Sizes sizes,
            List<World.Place> places,
            Map<String, Object> properties,
            HostSource source,
            Map<String, String> tags)
            implements Thing {

        Group named(String name, String arn) {
            return new Group(name, arn, sizes, places, properties, source, tags);
        }

        Group sized(Hosts.Sizes sizes) {
            return new Group(id, arn, sizes, places, properties, source, tags);
        }

        /// The instance types that it may launch, dearest first.
        public List<String> instanceTypes() {
            var overrides =
                    Tree.list(Tree.map(properties, "MixedInstancesPolicy", "LaunchTemplate")
                                    .get("Overrides"))
                            .stream()
                            .map(override -> Tree.text(override, "InstanceType"))
                            .flatMap(Optional::stream)
                            .toList();
            return overrides.isEmpty() ? List.of(HostSources.of(source).instanceType()) : overrides;
        }

        /// The tags that its hosts get.
        public Map<String, String> propagatedTags() {
            var propagated = new LinkedHashMap<>(tags);
            Tree.list(properties.get("Tags")).stream()
                    .filter(tag -> Tree.text(tag, "PropagateAtLaunch").equals(Optional.of("false")))
                    .forEach(tag -> propagated.remove(Tree.text(tag, "Key").orElse("")));
            return propagated;
        }
    }

    /// A launch configuration, or one version of a launch template.
    ///
    /// @param version of a launch template, from 1
    /// @param properties of the launch configuration, or the data of the launch template
    record HostSource(String id, String name, boolean isTemplate, int version, Map<String, Object> properties)
            implements Thing {}

    record Other(String id, String type, Map<String, Object> properties) implements Thing {}
}
