package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import java.util.ArrayList;
import java.util.List;

/// The classic recipe: hosts from a launch configuration, `sysvinit`.
final class ClassicResources {
    private static final String LAUNCH_CONFIGURATION = "LaunchConfiguration";

    private ClassicResources() {}

    static List<Entry> of(ClusterSpec spec) {
        return List.of(
                SharedResources.role("ecs-${AWS::StackName}", "service-role/AmazonEC2ContainerServiceforEC2Role"),
                SharedResources.instanceProfile(),
                SharedResources.securityGroup(),
                SharedResources.cluster(),
                SharedResources.autoScalingGroup(entry("LaunchConfigurationName", new Ref(LAUNCH_CONFIGURATION))),
                launchConfiguration(spec));
    }

    private static Entry launchConfiguration(ClusterSpec spec) {
        var bootstrap = new Bootstrap(LAUNCH_CONFIGURATION, "sysvinit");
        var properties = new ArrayList<>(List.of(
                entry("ImageId", SharedResources.image()),
                entry("InstanceType", new Ref(Parameters.INSTANCE_TYPE)),
                entry("IamInstanceProfile", new Ref(SharedResources.INSTANCE_PROFILE))));
        if (spec.compute().keyName().isPresent()) {
            properties.add(entry("KeyName", new Ref(Parameters.KEY_NAME)));
        }
        properties.add(entry("SecurityGroups", items(new Ref(SharedResources.SECURITY_GROUP))));
        properties.add(bootstrap.userData());
        return SharedResources.resource(
                LAUNCH_CONFIGURATION,
                "AWS::AutoScaling::LaunchConfiguration",
                bootstrap.metadata(text("echo ECS_CLUSTER=${Cluster} > /etc/ecs/ecs.config")),
                entry("Properties", new Mapping(properties, false)));
    }
}
