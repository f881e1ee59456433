package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one has to be allowed to create a cluster of a recipe: CloudFormation makes the resources in the name of
/// whoever
/// asks it to.
final class NeededRights {
    private NeededRights() {}

    /// Actions by the resource that they are done to; `*` for those whose resources have no name beforehand.
    static Map<String, List<String>> of(ClusterSpec spec, Caller caller) {
        var name = spec.cluster().stackName();
        var recipe = spec.cluster().recipe();
        var start = "arn:" + caller.arn().split(":", 3)[1] + ":";
        var iam = start + "iam::" + caller.account() + ":";
        var rights = new LinkedHashMap<String, List<String>>();
        rights.put(
                start + "cloudformation:" + spec.region() + ":" + caller.account() + ":stack/" + name + "/*",
                List.of(
                        "cloudformation:CreateStack",
                        "cloudformation:DescribeStacks",
                        "cloudformation:DescribeStackEvents"));
        rights.put(
                iam + "role/" + recipe.roleName(name, spec.region()).orElse(name + "-InstanceRole-*"),
                List.of("iam:CreateRole", "iam:AttachRolePolicy", "iam:TagRole", "iam:PassRole"));
        rights.put(
                iam + "instance-profile/" + name + "-InstanceProfile-*",
                List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"));
        rights.put("*", resources(recipe));
        return rights;
    }

    private static List<String> resources(Recipe recipe) {
        var actions = new ArrayList<>(List.of(
                "ec2:CreateSecurityGroup",
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:CreateTags",
                "ecs:CreateCluster",
                "ecs:TagResource",
                "autoscaling:CreateAutoScalingGroup"));
        actions.addAll(
                switch (recipe) {
                    case CLASSIC -> List.of("autoscaling:CreateLaunchConfiguration");
                    case STANDARD -> List.of("ec2:CreateLaunchTemplate", "ec2:RunInstances");
                    case PRODUCTION ->
                        List.of(
                                "ec2:CreateLaunchTemplate",
                                "ec2:RunInstances",
                                "ecs:CreateCapacityProvider",
                                "ecs:PutClusterCapacityProviders",
                                "logs:CreateLogGroup",
                                "logs:PutRetentionPolicy");
                });
        return List.copyOf(actions);
    }
}
