package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Truth;
import dev.ecswizard.template.Node.Whole;
import java.util.ArrayList;
import java.util.List;

/// The resources, and parts of them, that recipes have in common.
final class SharedResources {
    static final String CLUSTER = "Cluster";
    static final String AUTO_SCALING_GROUP = "AutoScalingGroup";
    static final String INSTANCE_PROFILE = "InstanceProfile";
    static final String SECURITY_GROUP = "SecurityGroup";

    /// How long a host may take to report itself, as an ISO 8601 duration.
    static final String WAIT = "PT15M";

    private static final String ROLE = "ECSRole";

    private SharedResources() {}

    static Entry resource(String logicalId, String type, Entry... more) {
        var entries = new ArrayList<Entry>();
        entries.add(entry("Type", type));
        entries.addAll(List.of(more));
        return entry(logicalId, new Mapping(entries, false));
    }

    static Entry properties(Entry... properties) {
        return entry("Properties", mapping(properties));
    }

    /// @param name a pattern of CloudFormation's `Sub`
    /// @param policies names of AWS's own policies, with their path
    static Entry role(String name, String... policies) {
        return resource(
                ROLE,
                "AWS::IAM::Role",
                properties(
                        entry("RoleName", new Sub(name)),
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
                                                                mapping(entry(
                                                                        "Service", items(text("ec2.amazonaws.com"))))),
                                                        entry("Action", items(text("sts:AssumeRole")))))))),
                        policies(policies)));
    }

    static Entry policies(String... names) {
        var arns = new ArrayList<Node>();
        for (var name : names) {
            arns.add(new Sub("arn:${AWS::Partition}:iam::aws:policy/" + name));
        }
        return entry("ManagedPolicyArns", new Items(arns));
    }

    static Entry instanceProfile() {
        return instanceProfile(ROLE);
    }

    static Entry instanceProfile(String role) {
        return resource(
                INSTANCE_PROFILE, "AWS::IAM::InstanceProfile", properties(entry("Roles", items(new Ref(role)))));
    }

    /// Which group the hosts are in; with the parameter that says whether they get public addresses, if there is one.
    /// Without it a host takes what its subnet says, which a network interface in the template would not surely do.
    static Entry interfaces(ClusterSpec spec, String securityGroup) {
        if (spec.network().assignPublicIp().isEmpty()) {
            return entry("SecurityGroupIds", items(new Ref(securityGroup))).from(Question.ASSIGN_PUBLIC_IP);
        }
        return entry(
                        "NetworkInterfaces",
                        items(mapping(
                                entry("DeviceIndex", 0),
                                entry("AssociatePublicIpAddress", new Ref(Parameters.ASSIGN_PUBLIC_IP)),
                                entry("DeleteOnTermination", true),
                                entry("Groups", items(new Ref(securityGroup))))))
                .from(Question.ASSIGN_PUBLIC_IP);
    }

    /// @param size in GiB
    static Entry rootVolume(Node size) {
        return entry(
                "BlockDeviceMappings",
                items(mapping(
                        entry("DeviceName", "/dev/xvda"),
                        entry(
                                "Ebs",
                                mapping(
                                        entry("VolumeType", "gp3"),
                                        entry("VolumeSize", size),
                                        entry("Encrypted", true),
                                        entry("DeleteOnTermination", true))))));
    }

    /// What could end hosts while they are being replaced (CloudFormation user guide, UpdatePolicy).
    static Entry suspended() {
        return entry(
                "SuspendProcesses",
                items(
                        text("HealthCheck"),
                        text("ReplaceUnhealthy"),
                        text("AZRebalance"),
                        text("AlarmNotification"),
                        text("ScheduledActions"),
                        text("InstanceRefresh")));
    }

    static Node launchTemplateVersion(String launchTemplate) {
        return mapping(
                entry("LaunchTemplateId", new Ref(launchTemplate)),
                entry("Version", new GetAtt(launchTemplate, "LatestVersionNumber")));
    }

    static Entry securityGroup() {
        return resource(
                SECURITY_GROUP,
                "AWS::EC2::SecurityGroup",
                properties(
                        entry("GroupDescription", new Sub("${AWS::StackName}-hosts")),
                        entry(
                                "SecurityGroupIngress",
                                items(mapping(
                                        entry("SourceSecurityGroupId", new Ref(Parameters.SOURCE_SECURITY_GROUP)),
                                        entry("IpProtocol", "-1"),
                                        entry("Description", "Everything from the load balancer")))),
                        entry("VpcId", new Ref(Parameters.VPC_ID))));
    }

    static Entry cluster() {
        return resource(CLUSTER, "AWS::ECS::Cluster", properties(entry("ClusterName", new Ref("AWS::StackName"))));
    }

    /// @param launch the property that says what the group's hosts are made from
    /// @param whileUpdating what a rolling update does beyond the batches and signals of every recipe
    static Entry autoScalingGroup(Entry launch, Entry... whileUpdating) {
        var update = new ArrayList<>(List.of(
                entry("MinInstancesInService", new Ref(Parameters.CLUSTER_SIZE)),
                entry("MaxBatchSize", new Whole(20)),
                entry("PauseTime", WAIT),
                entry("WaitOnResourceSignals", new Truth(true))));
        update.addAll(List.of(whileUpdating));
        return resource(
                AUTO_SCALING_GROUP,
                "AWS::AutoScaling::AutoScalingGroup",
                properties(
                        entry("VPCZoneIdentifier", new Ref(Parameters.SUBNETS)),
                        launch,
                        entry("MinSize", new Ref(Parameters.CLUSTER_SIZE)),
                        entry("MaxSize", new Ref(Parameters.CLUSTER_MAX_SIZE)),
                        entry("DesiredCapacity", new Ref(Parameters.CLUSTER_SIZE)),
                        entry(
                                "Tags",
                                items(mapping(
                                        entry("Key", "Name"),
                                        entry("Value", new Sub("${AWS::StackName} - ECS Host")),
                                        entry("PropagateAtLaunch", new Truth(true)))))),
                entry(
                        "CreationPolicy",
                        mapping(entry(
                                "ResourceSignal",
                                mapping(
                                        // the default, 1, would let the first of several hosts complete the stack
                                        entry("Count", new Ref(Parameters.CLUSTER_SIZE)), entry("Timeout", WAIT))))),
                entry("UpdatePolicy", mapping(entry("AutoScalingRollingUpdate", new Mapping(update, false)))));
    }

    static Node instanceProfileArn() {
        return new GetAtt(INSTANCE_PROFILE, "Arn");
    }

    static Node image() {
        return new Node.FindInMap(ClusterTemplate.IMAGE_MAP, new Ref("AWS::Region"), ClusterTemplate.IMAGE_KEY);
    }
}
