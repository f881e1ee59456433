package dev.ecswizard.template;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// AWS's pages on what a template consists of: resource types and their attributes in the CloudFormation Template
/// Reference, sections in the CloudFormation user guide.
final class AwsPages {
    private static final String HOST = "https://docs.aws.amazon.com/AWSCloudFormation/latest/";

    /// On what a template is.
    static final URI TEMPLATE = guide("template-anatomy");

    private static final Map<String, URI> SECTIONS = Map.of(
            "AWSTemplateFormatVersion", guide("format-version-structure"),
            "Description", guide("template-description-structure"),
            "Metadata", guide("metadata-section-structure"),
            "Parameters", guide("parameters-section-structure"),
            "Mappings", guide("mappings-section-structure"),
            "Rules", guide("rules-section-structure"),
            "Conditions", guide("conditions-section-structure"),
            "Resources", guide("resources-section-structure"),
            "Outputs", guide("outputs-section-structure"));

    private static final Map<String, URI> TYPES = Map.ofEntries(
            type("AWS::AutoScaling::AutoScalingGroup", "autoscaling-autoscalinggroup"),
            type("AWS::AutoScaling::LaunchConfiguration", "autoscaling-launchconfiguration"),
            type("AWS::EC2::LaunchTemplate", "ec2-launchtemplate"),
            type("AWS::EC2::SecurityGroup", "ec2-securitygroup"),
            type("AWS::ECS::CapacityProvider", "ecs-capacityprovider"),
            type("AWS::ECS::Cluster", "ecs-cluster"),
            type("AWS::ECS::ClusterCapacityProviderAssociations", "ecs-clustercapacityproviderassociations"),
            type("AWS::IAM::InstanceProfile", "iam-instanceprofile"),
            type("AWS::IAM::Role", "iam-role"),
            type("AWS::Logs::LogGroup", "logs-loggroup"));

    private static final Map<String, URI> ATTRIBUTES = Map.of(
            "CreationPolicy", reference("aws-attribute-creationpolicy"),
            "DeletionPolicy", reference("aws-attribute-deletionpolicy"),
            "Metadata", reference("aws-attribute-metadata"),
            "UpdatePolicy", reference("aws-attribute-updatepolicy"),
            "UpdateReplacePolicy", reference("aws-attribute-updatereplacepolicy"));

    private static final Map<String, URI> METADATA = Map.of(
            "AWS::CloudFormation::Init", reference("aws-resource-init"),
            "AWS::CloudFormation::Interface", guide("aws-cloudformation-interface"));

    private AwsPages() {}

    static Optional<URI> section(String name) {
        return Optional.ofNullable(SECTIONS.get(name));
    }

    static Optional<URI> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static Optional<URI> attribute(String name) {
        return Optional.ofNullable(ATTRIBUTES.get(name));
    }

    static Optional<URI> metadata(String key) {
        return Optional.ofNullable(METADATA.get(key));
    }

    static Stream<URI> all() {
        return Stream.concat(
                Stream.of(TEMPLATE),
                Stream.of(SECTIONS, TYPES, ATTRIBUTES, METADATA).flatMap(pages -> pages.values().stream()));
    }

    private static Map.Entry<String, URI> type(String name, String page) {
        return Map.entry(name, reference("aws-resource-" + page));
    }

    private static URI guide(String page) {
        return URI.create(HOST + "UserGuide/" + page + ".html");
    }

    private static URI reference(String page) {
        return URI.create(HOST + "TemplateReference/" + page + ".html");
    }
}
