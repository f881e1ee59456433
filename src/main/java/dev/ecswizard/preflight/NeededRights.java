package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one has to be allowed to create a cluster of a recipe: CloudFormation makes the resources in the name of
/// whoever asks it to.
final class NeededRights {
    private final ClusterSpec spec;
    private final String partition;
    private final String account;
    private final String name;
    private final Recipe recipe;
    private final boolean isTagged;

    /// Actions on one resource.
    ///
    /// @param resource its ARN; a star stands for what AWS makes up
    /// @param context what conditions may ask for and is known beforehand, by key
    record Needed(String resource, List<String> actions, Map<String, List<String>> context) {}

    private NeededRights(ClusterSpec spec, Caller caller) {
        this.spec = spec;
        this.partition = caller.arn().split(":", 3)[1];
        this.account = caller.account();
        this.name = spec.cluster().stackName();
        this.recipe = spec.cluster().recipe();
        this.isTagged = !spec.cluster().tags().isEmpty();
    }

    static List<Needed> of(ClusterSpec spec, Caller caller) {
        return new NeededRights(spec, caller).all();
    }

    private List<Needed> all() {
        var all = new ArrayList<Needed>();
        all.add(new Needed(
                arn("cloudformation", "stack/" + name + "/*"),
                List.of(
                        "cloudformation:CreateChangeSet",
                        "cloudformation:DescribeChangeSet",
                        "cloudformation:ExecuteChangeSet",
                        "cloudformation:DescribeStacks",
                        "cloudformation:DescribeStackEvents"),
                Map.of("aws:RequestedRegion", List.of(spec.region()), "aws:ViaAWSService", List.of("false"))));
        all.add(role());
        all.add(profile());
        all.add(made(
                "ec2",
                "security-group/*",
                recipe == Recipe.PRODUCTION,
                List.of("ec2:CreateSecurityGroup", "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateTags"),
                // the rule that every group is born with gives way to the template's
                List.of("ec2:AuthorizeSecurityGroupEgress", "ec2:RevokeSecurityGroupEgress")));
        all.add(made(
                "ecs",
                "cluster/" + name + (recipe == Recipe.PRODUCTION ? "-Cluster-*" : ""),
                isTagged || recipe == Recipe.PRODUCTION,
                List.of("ecs:CreateCluster", "ecs:DescribeClusters"),
                List.of("ecs:TagResource")));
        all.add(made(
                "autoscaling",
                "autoScalingGroup:*:autoScalingGroupName/" + name + "-AutoScalingGroup-*",
                recipe == Recipe.PRODUCTION,
                List.of("autoscaling:CreateAutoScalingGroup"),
                List.of("autoscaling:EnableMetricsCollection")));
        if (recipe == Recipe.CLASSIC) {
            all.add(made(
                    "autoscaling",
                    "launchConfiguration:*:launchConfigurationName/" + name + "-LaunchConfiguration-*",
                    "autoscaling:CreateLaunchConfiguration"));
        } else {
            all.add(made("ec2", "launch-template/*", "ec2:CreateLaunchTemplate"));
            all.add(made("ec2", "instance/*", "ec2:RunInstances"));
        }
        if (recipe == Recipe.PRODUCTION) {
            all.addAll(ofProduction());
        }
        return List.copyOf(all);
    }

    private Needed role() {
        var actions = new ArrayList<>(List.of("iam:CreateRole", "iam:AttachRolePolicy", "iam:GetRole", "iam:PassRole"));
        if (isTagged) {
            actions.add("iam:TagRole");
        }
        var service = "ec2.amazonaws.com" + (partition.equals("aws-cn") ? ".cn" : "");
        var context = new TreeMap<>(global());
        context.put("iam:PassedToService", List.of(service));
        return new Needed(
                "arn:" + partition + ":iam::" + account + ":role/"
                        + recipe.roleName(name, spec.region()).orElse(name + "-InstanceRole-*"),
                actions,
                context);
    }

    private Needed profile() {
        return new Needed(
                "arn:" + partition + ":iam::" + account + ":instance-profile/" + name + "-InstanceProfile-*",
                List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile", "iam:GetInstanceProfile"),
                global());
    }

    private List<Needed> ofProduction() {
        var all = new ArrayList<Needed>();
        all.add(made(
                "ecs",
                "capacity-provider/" + recipe.capacityProvider(name).orElseThrow(),
                "ecs:CreateCapacityProvider"));
        all.add(made("ecs", "cluster/" + name + "-Cluster-*", "ecs:PutClusterCapacityProviders"));
        all.add(made(
                "logs",
                "log-group:/ecs/" + name + "/exec:log-stream:",
                "logs:CreateLogGroup",
                "logs:PutRetentionPolicy"));
        if (spec.compute().imageSource() == ImageSource.SSM) {
            all.add(new Needed(
                    "arn:" + partition + ":ssm:" + spec.region()
                            + "::parameter/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
                    List.of("ssm:GetParameters"),
                    regional()));
        }
        return all;
    }

    private Needed made(String service, String resource, boolean isMore, List<String> always, List<String> more) {
        var actions = new ArrayList<>(always);
        if (isMore) {
            actions.addAll(more);
        }
        return new Needed(arn(service, resource), List.copyOf(actions), regional());
    }

    private Needed made(String service, String resource, String... actions) {
        return new Needed(arn(service, resource), List.of(actions), regional());
    }

    private String arn(String service, String resource) {
        return "arn:" + partition + ":" + service + ":" + spec.region() + ":" + account + ":" + resource;
    }

    /// CloudFormation passes on whose it is and says that it asks (IAM user guide, "Forward access sessions").
    private static Map<String, List<String>> called() {
        var service = List.of("cloudformation.amazonaws.com");
        return Map.of(
                "aws:ViaAWSService", List.of("true"),
                "aws:CalledVia", service,
                "aws:CalledViaFirst", service,
                "aws:CalledViaLast", service);
    }

    private Map<String, List<String>> regional() {
        var context = new TreeMap<>(called());
        context.put("aws:RequestedRegion", List.of(spec.region()));
        return context;
    }

    /// IAM is asked in us-east-1, wherever the stack is (IAM user guide, "aws:RequestedRegion").
    private Map<String, List<String>> global() {
        var context = new TreeMap<>(called());
        if (partition.equals("aws")) {
            context.put("aws:RequestedRegion", List.of("us-east-1"));
        }
        return context;
    }
}
