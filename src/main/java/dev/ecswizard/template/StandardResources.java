package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.mapping;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Whole;
import java.util.ArrayList;
import java.util.List;

/// The standard recipe: hosts from a launch template, `systemd`, IMDSv2 out of the containers' reach, an encrypted
/// disk, Session Manager as the way in.
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
                entry("LaunchTemplate", SharedResources.launchTemplateVersion(LAUNCH_TEMPLATE)),
                SharedResources.suspended());
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
                SharedResources.interfaces(spec, SharedResources.SECURITY_GROUP),
                entry("MetadataOptions", mapping(entry("HttpTokens", "required"), entry("HttpPutResponseHopLimit", 1))),
                SharedResources.rootVolume(new Whole(ROOT_VOLUME)),
                bootstrap.userData()));
        return new Mapping(data, false);
    }
}
