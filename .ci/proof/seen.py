"""Whether what a stack says it made is there: each type's own service is asked for it by its physical id."""

# the words to ask with, and where the id has to stand in the answer
SEEN = {
    "AWS::IAM::Role": ("iam get-role --role-name", "Role.RoleName"),
    "AWS::IAM::InstanceProfile": ("iam get-instance-profile --instance-profile-name", "InstanceProfile.InstanceProfileName"),
    "AWS::EC2::SecurityGroup": ("ec2 describe-security-groups --group-ids", "SecurityGroups[].GroupId"),
    "AWS::EC2::LaunchTemplate": ("ec2 describe-launch-templates --launch-template-ids", "LaunchTemplates[].LaunchTemplateId"),
    "AWS::AutoScaling::LaunchConfiguration": (
        "autoscaling describe-launch-configurations --launch-configuration-names", "LaunchConfigurations[].LaunchConfigurationName"),
    "AWS::AutoScaling::AutoScalingGroup": (
        "autoscaling describe-auto-scaling-groups --auto-scaling-group-names", "AutoScalingGroups[].AutoScalingGroupName"),
    "AWS::ECS::Cluster": ("ecs describe-clusters --clusters", "clusters[?status=='ACTIVE'].clusterName"),
    "AWS::ECS::CapacityProvider": ("ecs describe-capacity-providers --capacity-providers", "capacityProviders[?status=='ACTIVE'].name"),
    # its id is the cluster's
    "AWS::ECS::ClusterCapacityProviderAssociations": (
        "ecs describe-clusters --clusters", "clusters[?status=='ACTIVE' && capacityProviders].clusterName"),
    "AWS::Logs::LogGroup": ("logs describe-log-groups --log-group-name-prefix", "logGroups[].logGroupName"),
}


def is_there(walk, kind, physical):
    words, query = SEEN[kind]
    code, out, _ = walk.run(*words.split(), physical, "--query", query, "--output", "text")
    return code == 0 and physical in out.split()


def made(walk, listed, resources):
    """What is wrong with what a created stack lists: rule and logical id. resources: the template's types by logical id."""
    for logical, kind in resources.items():
        if logical not in listed:
            yield "unlisted", logical
            continue
        status, physical = listed[logical]
        if status != "CREATE_COMPLETE":
            yield status, logical
        if not is_there(walk, kind, physical):
            yield "unseen", logical
    for logical in listed.keys() - resources.keys():
        yield "unasked", logical or "-"


def resources_of(walk, stack):
    """Status and physical id by logical id."""
    query = "StackResourceSummaries[].[LogicalResourceId, ResourceStatus, PhysicalResourceId]"
    listed = walk.ask("cloudformation", "list-stack-resources", "--stack-name", stack, "--query", query)
    return {logical: (status, physical) for logical, status, physical in listed or []}
