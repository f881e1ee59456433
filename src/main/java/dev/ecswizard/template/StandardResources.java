package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Truth;
import dev.ecswizard.template.Node.Whole;
import java.util.ArrayList;
import java.util.List;

/// The standard recipe: hosts from a launch template, `systemd`, IMDSv2 out of the containers' reach, an encrypted
/// disk,
/// Session Manager as the way in.
final class StandardResources {
    private static final String LAUNCH_TEMPLATE = "LaunchTemplate";

    /// GiB; the ECS-optimized images have a root volume of 30.
    private static final int ROOT_VOLUME = 30;

    private StandardResources() {}

    static List<Entry> of(ClusterSpec spec) {
        return List.of(
                SharedResources.role(
                        "ecs-${AWS::StackName}-${AWS::Region}",
                        "service-role/AmazonEC2ContainerServiceforEC2Role",
                        "AmazonSSMManagedInstanceCore"),
                SharedResources.instanceProfile(),
                SharedResources.securityGroup(),
                SharedResources.cluster(),
                autoScalingGroup(),
                launchTemplate(spec));
    }

    private static Entry autoScalingGroup() {
        return SharedResources.autoScalingGroup(
                entry(
                        "LaunchTemplate",
                        mapping(
                                entry("LaunchTemplateId", new Ref(LAUNCH_TEMPLATE)),
                                entry("Version", new GetAtt(LAUNCH_TEMPLATE, "LatestVersionNumber")))),
                // CloudFormation user guide, UpdatePolicy: what could end hosts while they are being replaced
                entry(
                        "SuspendProcesses",
                        items(
                                text("HealthCheck"),
                                text("ReplaceUnhealthy"),
                                text("AZRebalance"),
                                text("AlarmNotification"),
                                text("ScheduledActions"),
                                text("InstanceRefresh"))));
    }

    private static Entry launchTemplate(ClusterSpec spec) {
        var bootstrap = new Bootstrap(LAUNCH_TEMPLATE, "systemd");
        var command = "echo ECS_CLUSTER=${Cluster} > /etc/ecs/ecs.config;"
                + " echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config";
        return SharedResources.resource(
                LAUNCH_TEMPLATE,
                "AWS::EC2::LaunchTemplate",
                bootstrap.metadata(new Text(command, Shape.FOLDED)),
                SharedResources.properties(entry("LaunchTemplateData", data(spec, bootstrap))));
    }

    private static Mapping data(ClusterSpec spec, Bootstrap bootstrap) {
        var data = new ArrayList<>(List.of(
                entry("ImageId", SharedResources.image()),
                entry("InstanceType", new Ref(Parameters.INSTANCE_TYPE)),
                entry("IamInstanceProfile", mapping(entry("Arn", SharedResources.instanceProfileArn())))));
        if (spec.compute().keyName().isPresent()) {
            data.add(entry("KeyName", new Ref(Parameters.KEY_NAME)));
        }
        data.addAll(List.of(
                entry("SecurityGroupIds", items(new Ref(SharedResources.SECURITY_GROUP))),
                entry(
                        "MetadataOptions",
                        mapping(entry("HttpTokens", "required"), entry("HttpPutResponseHopLimit", new Whole(1)))),
                entry(
                        "BlockDeviceMappings",
                        items(mapping(
                                entry("DeviceName", "/dev/xvda"),
                                entry(
                                        "Ebs",
                                        mapping(
                                                entry("VolumeType", "gp3"),
                                                entry("VolumeSize", new Whole(ROOT_VOLUME)),
                                                entry("Encrypted", new Truth(true)),
                                                entry("DeleteOnTermination", new Truth(true))))))),
                bootstrap.userData()));
        return new Mapping(data, false);
    }
}
