package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;
import static dev.ecswizard.template.SharedResources.properties;
import static dev.ecswizard.template.SharedResources.resource;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Truth;
import java.util.ArrayList;
import java.util.List;

/// The production recipe: hosts that a capacity provider adds and removes, of several instance types, On-Demand
/// or Spot.
///
/// The group begins without a creation policy, and usually empty: ECS may not count hosts that joined before the group
/// became a capacity provider, so that none is waited for.
final class ProductionResources {
    static final String SECURITY_GROUP = "HostSecurityGroup";
    static final String CAPACITY_PROVIDER = "CapacityProvider";

    private static final String LOG_GROUP = "ExecLogGroup";
    private static final String ROLE = "InstanceRole";
    private static final String LAUNCH_TEMPLATE = "LaunchTemplate";
    private static final String STACK_NAME = "AWS::StackName";

    private ProductionResources() {}

    static List<Entry> of(ClusterSpec spec, Fleet.Managed fleet) {
        return List.of(
                logGroup(),
                cluster(),
                role(),
                SharedResources.instanceProfile(ROLE),
                securityGroup(),
                launchTemplate(spec),
                autoScalingGroup(fleet),
                capacityProvider(),
                association());
    }

    private static Entry logGroup() {
        return resource(
                LOG_GROUP,
                "AWS::Logs::LogGroup",
                entry("DeletionPolicy", "Delete"),
                entry("UpdateReplacePolicy", "Delete"),
                properties(
                        entry("LogGroupName", new Sub("/ecs/${AWS::StackName}/exec")),
                        entry("RetentionInDays", new Ref(ProductionParameters.LOG_RETENTION))));
    }

    private static Entry cluster() {
        return resource(
                SharedResources.CLUSTER,
                "AWS::ECS::Cluster",
                properties(
                        entry(
                                "ClusterSettings",
                                items(mapping(
                                        entry("Name", "containerInsights"),
                                        entry("Value", new Ref(ProductionParameters.CONTAINER_INSIGHTS))))),
                        entry(
                                "Configuration",
                                mapping(entry(
                                        "ExecuteCommandConfiguration",
                                        mapping(
                                                entry("Logging", "OVERRIDE"),
                                                entry(
                                                        "LogConfiguration",
                                                        mapping(entry(
                                                                "CloudWatchLogGroupName", new Ref(LOG_GROUP)))))))),
                        entry("Tags", items(name(new Ref(STACK_NAME))))));
    }

    /// Without a name: the role's can not clash, and CloudFormation wants less acknowledged.
    private static Entry role() {
        return resource(
                ROLE,
                "AWS::IAM::Role",
                properties(
                        entry("Description", new Sub("Container instances of ${AWS::StackName}")),
                        entry(
                                "AssumeRolePolicyDocument",
                                mapping(
                                        entry("Version", "2012-10-17"),
                                        entry(
                                                "Statement",
                                                items(mapping(
                                                        entry("Effect", "Allow"),
                                                        entry(
                                                                "Principal",
                                                                mapping(entry("Service", "ec2.amazonaws.com"))),
                                                        entry("Action", "sts:AssumeRole")))))),
                        SharedResources.policies(
                                "service-role/AmazonEC2ContainerServiceforEC2Role", "AmazonSSMManagedInstanceCore")));
    }

    private static Entry securityGroup() {
        return resource(
                SECURITY_GROUP,
                "AWS::EC2::SecurityGroup",
                properties(
                        entry("GroupDescription", new Sub("${AWS::StackName} container instances")),
                        entry("VpcId", new Ref(Parameters.VPC_ID)),
                        entry(
                                "SecurityGroupIngress",
                                items(mapping(
                                        entry("Description", "Dynamic host ports, from the load balancer"),
                                        entry("IpProtocol", "tcp"),
                                        entry("FromPort", 32_768),
                                        entry("ToPort", 65_535),
                                        entry("SourceSecurityGroupId", new Ref(Parameters.SOURCE_SECURITY_GROUP))))),
                        entry(
                                "SecurityGroupEgress",
                                items(mapping(
                                        entry(
                                                "Description",
                                                "AWS endpoints, image registries and what tasks in bridge mode call"),
                                        entry("IpProtocol", "-1"),
                                        entry("CidrIp", "0.0.0.0/0")))),
                        entry("Tags", items(name(new Sub("${AWS::StackName}-hosts"))))));
    }

    private static Entry launchTemplate(ClusterSpec spec) {
        var image = spec.compute().imageSource() == ImageSource.SSM
                ? new Ref(ProductionParameters.IMAGE)
                : SharedResources.image();
        return resource(
                LAUNCH_TEMPLATE,
                "AWS::EC2::LaunchTemplate",
                properties(entry(
                        "LaunchTemplateData",
                        mapping(
                                entry("ImageId", image).from(Question.IMAGE_SOURCE),
                                entry("InstanceType", new Ref(Parameters.INSTANCE_TYPE)),
                                entry("KeyName", If.only(ProductionSections.HAS_KEY, new Ref(Parameters.KEY_NAME))),
                                entry(
                                        "IamInstanceProfile",
                                        mapping(entry("Arn", SharedResources.instanceProfileArn()))),
                                entry(
                                        "MetadataOptions",
                                        mapping(
                                                entry("HttpEndpoint", "enabled"),
                                                entry("HttpTokens", "required"),
                                                entry("HttpPutResponseHopLimit", 1))),
                                entry("Monitoring", mapping(entry("Enabled", true))),
                                SharedResources.interfaces(spec, SECURITY_GROUP),
                                SharedResources.rootVolume(new Ref(ProductionParameters.ROOT_VOLUME_SIZE)),
                                entry("TagSpecifications", items(tagged("instance"), tagged("volume"))),
                                Readiness.userData()))));
    }

    private static Entry autoScalingGroup(Fleet.Managed fleet) {
        return resource(
                SharedResources.AUTO_SCALING_GROUP,
                "AWS::AutoScaling::AutoScalingGroup",
                properties(
                        entry("VPCZoneIdentifier", new Ref(Parameters.SUBNETS)),
                        entry("MinSize", new Ref(ProductionParameters.CLUSTER_MIN_SIZE)),
                        entry("MaxSize", new Ref(Parameters.CLUSTER_MAX_SIZE)),
                        entry("NewInstancesProtectedFromScaleIn", when(ProductionSections.IS_PROTECTED)),
                        entry("CapacityRebalance", when(ProductionSections.USES_SPOT)),
                        entry(
                                "MaxInstanceLifetime",
                                If.only(ProductionSections.HAS_LIFETIME, new Ref(ProductionParameters.MAX_LIFETIME))),
                        entry("HealthCheckType", "EC2"),
                        entry("HealthCheckGracePeriod", 120),
                        entry("MetricsCollection", items(mapping(entry("Granularity", "1Minute")))),
                        entry("MixedInstancesPolicy", mixture(fleet)),
                        entry(
                                "Tags",
                                items(
                                        propagated("Name", new Sub("${AWS::StackName}-host")),
                                        propagated("AmazonECSManaged", text("true"))))),
                entry(
                        "UpdatePolicy",
                        mapping(
                                entry(
                                        "AutoScalingScheduledAction",
                                        mapping(entry("IgnoreUnmodifiedGroupSizeProperties", true))),
                                entry(
                                        "AutoScalingRollingUpdate",
                                        mapping(
                                                entry(
                                                        "MinInstancesInService",
                                                        new Ref(ProductionParameters.HOSTS_KEPT)),
                                                entry("MaxBatchSize", 1),
                                                entry("PauseTime", SharedResources.WAIT),
                                                entry("WaitOnResourceSignals", true),
                                                SharedResources.suspended())))));
    }

    /// Types without weights: ECS counts hosts, not what they weigh.
    private static Mapping mixture(Fleet.Managed fleet) {
        var overrides = new ArrayList<Node>();
        overrides.add(mapping(entry("InstanceType", new Ref(Parameters.INSTANCE_TYPE))));
        ProductionParameters.alternates(fleet)
                .forEach(alternate -> overrides.add(mapping(entry("InstanceType", new Ref(alternate)))));
        return mapping(
                entry(
                        "InstancesDistribution",
                        mapping(
                                entry("OnDemandBaseCapacity", new Ref(ProductionParameters.ON_DEMAND_BASE)),
                                entry(
                                        "OnDemandPercentageAboveBaseCapacity",
                                        new Ref(ProductionParameters.ON_DEMAND_PERCENTAGE)),
                                entry("OnDemandAllocationStrategy", "prioritized"),
                                entry("SpotAllocationStrategy", "price-capacity-optimized"))),
                entry(
                        "LaunchTemplate",
                        mapping(
                                entry(
                                        "LaunchTemplateSpecification",
                                        SharedResources.launchTemplateVersion(LAUNCH_TEMPLATE)),
                                entry("Overrides", new Items(overrides)))));
    }

    private static Entry capacityProvider() {
        return resource(
                CAPACITY_PROVIDER,
                "AWS::ECS::CapacityProvider",
                properties(
                        // never left to CloudFormation: a generated name begins with the stack's, and ECS refuses names
                        // that begin with aws, ecs or fargate
                        entry(
                                "Name",
                                new Sub(Recipe.PRODUCTION
                                        .capacityProvider("${AWS::StackName}")
                                        .orElseThrow())),
                        entry(
                                "AutoScalingGroupProvider",
                                mapping(
                                        entry("AutoScalingGroupArn", new Ref(SharedResources.AUTO_SCALING_GROUP)),
                                        entry("ManagedDraining", ProductionParameters.ENABLED),
                                        entry(
                                                "ManagedTerminationProtection",
                                                new Ref(ProductionParameters.PROTECT_BUSY)),
                                        entry(
                                                "ManagedScaling",
                                                mapping(
                                                        entry("Status", ProductionParameters.ENABLED),
                                                        entry(
                                                                "TargetCapacity",
                                                                new Ref(ProductionParameters.TARGET_CAPACITY)),
                                                        entry("MinimumScalingStepSize", 1),
                                                        entry("MaximumScalingStepSize", 10),
                                                        entry("InstanceWarmupPeriod", 120)))))));
    }

    private static Entry association() {
        return resource(
                "CapacityProviderAssociation",
                "AWS::ECS::ClusterCapacityProviderAssociations",
                properties(
                        entry("Cluster", new Ref(SharedResources.CLUSTER)),
                        entry("CapacityProviders", items(new Ref(CAPACITY_PROVIDER))),
                        entry(
                                "DefaultCapacityProviderStrategy",
                                items(mapping(
                                        entry("CapacityProvider", new Ref(CAPACITY_PROVIDER)),
                                        entry("Base", 0),
                                        entry("Weight", 1))))));
    }

    private static Node when(String condition) {
        return new If(condition, new Truth(true), new Truth(false));
    }

    private static Mapping tagged(String resourceType) {
        return mapping(
                entry("ResourceType", resourceType), entry("Tags", items(name(new Sub("${AWS::StackName}-host")))));
    }

    private static Mapping name(Node value) {
        return mapping(entry("Key", "Name"), entry("Value", value));
    }

    private static Mapping propagated(String key, Node value) {
        return mapping(entry("Key", key), entry("Value", value), entry("PropagateAtLaunch", true));
    }
}
