package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The resource types that a template may name.
final class ResourceTypes {
    private static final Map<String, ResourceType> TYPES = Map.of(
            "AWS::IAM::Role", new ResourceType(Resources::role, 3),
            "AWS::IAM::InstanceProfile", new ResourceType(Resources::instanceProfile, 2),
            "AWS::EC2::SecurityGroup", new ResourceType(Resources::securityGroup, 2),
            "AWS::ECS::Cluster", new ResourceType(Resources::cluster, 4),
            "AWS::Logs::LogGroup", new ResourceType(Resources::logGroup, 2),
            "AWS::ECS::CapacityProvider", new ResourceType(Resources::capacityProvider, 3),
            "AWS::ECS::ClusterCapacityProviderAssociations", new ResourceType(Resources::association, 12),
            "AWS::AutoScaling::LaunchConfiguration", new ResourceType(HostSources::launchConfiguration, 1),
            "AWS::EC2::LaunchTemplate", new ResourceType(HostSources::launchTemplate, 1),
            "AWS::AutoScaling::AutoScalingGroup", new ResourceType(Groups::group, 5));

    /// How resources of a type are made.
    ///
    /// @param deletion seconds, as they would pass in AWS
    record ResourceType(Maker maker, double deletion) {}

    interface Maker {
        Making.Made make(Making making) throws Making.Failure;
    }

    private static final class Schemas {
        static final Map<String, Schema> ALL = read();

        private static Map<String, Schema> read() {
            try (var in = ResourceTypes.class.getResourceAsStream("resource-types.json")) {
                var schemas = new HashMap<String, Schema>();
                new JsonMapper()
                        .readTree(in)
                        .properties()
                        .forEach(entry -> schemas.put(entry.getKey(), new Schema(entry.getValue())));
                return schemas;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private ResourceTypes() {}

    static boolean isKnown(String type) {
        return TYPES.containsKey(type);
    }

    static ResourceType of(String type) {
        return TYPES.get(type);
    }

    /// Whether `Fn::GetAtt` can ask it of a resource; anything of a type that nobody knows.
    static boolean hasAttribute(String type, String name) {
        return !isKnown(type) || schema(type).hasAttribute(name);
    }

    static Schema schema(String type) {
        return Schemas.ALL.get(type);
    }
}
