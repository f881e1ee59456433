"""What a cluster's hosts show and take: EC2, Auto Scaling, ECS, SSM, IAM, STS, quotas; signals and stranded updates."""

import subprocess
import os

from .stacks import CFN, create, parameters, status, story

ROLE = "ecs-walk-eu-west-1"
IMAGE = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"


def standard(walk, vpc, subnets, group):
    """The product's own template of the standard recipe."""
    image = walk.ask("ssm", "get-parameter", "--name", IMAGE, "--query", "Parameter.Value")
    image = image or walk.ask("ec2", "describe-images", "--owners", "amazon", "--filters", "Name=name,Values=al2023-ami-ecs-hvm-*-x86_64", "--query", "sort_by(Images, &CreationDate)[-1].ImageId")
    with open("target/walk.ecscluster", "w") as file:
        file.write(f"""version: 1
stackName: walk
recipe: standard
region: eu-west-1
vpcId: {vpc}
subnets: [{', '.join(subnets)}]
sourceSecurityGroup: {group}
instanceType: t3.large
architecture: x86_64
clusterSize: 2
clusterMaxSize: 4
images: {{eu-west-1: {image}}}
tags: {{}}
""")
    with open("target/walk.yaml", "w") as file:
        subprocess.run([os.environ.get("JAVA", "java"), "-jar", "target/ecs-cluster-wizard.jar", "--print-template", "target/walk.ecscluster"], stdout=file, check=True)
    walk.ask(CFN, "create-stack", "--stack-name", "walk", "--template-body", "file://target/walk.yaml", "--capabilities", "CAPABILITY_NAMED_IAM",
             "--parameters", f"ParameterKey=VpcId,ParameterValue={vpc}", f"ParameterKey=Subnets,ParameterValue='{','.join(subnets)}'",
             f"ParameterKey=SourceSecurityGroup,ParameterValue={group}")
    status(walk, "walk", "CREATE_COMPLETE")
    lines = story(walk, "walk")
    walk.holds("two hosts signalled", sum("SUCCESS signal" in str(line[2]) for line in lines) == 2)
    return image


def machines(walk):
    stack = "Name=tag:aws:cloudformation:stack-name,Values=walk"
    found = walk.ask("ec2", "describe-instances", "--filters", stack, "Name=instance-state-name,Values=running", "--query", "Reservations[].Instances[].InstanceId")
    walk.holds(f"two hosts run: {found}", len(found) == 2)
    walk.says([found[0]], "ec2", "describe-instances", "--instance-ids", found[0], "--query", "Reservations[].Instances[].InstanceId")
    walk.refuses("InvalidInstanceID.NotFound", "i-0+' does not exist", "ec2", "describe-instances", "--instance-ids", "i-" + "0" * 17)
    walk.refuses("InvalidInstanceID.Malformed", "nonsense", "ec2", "describe-instances", "--instance-ids", "nonsense")
    walk.refuses("InvalidParameterValue", "no-such", "ec2", "describe-instances", "--filters", "Name=no-such,Values=x")
    said = walk.ask("ec2", "get-console-output", "--instance-id", found[0], "--query", "Output")
    walk.holds(f"the console speaks: {said}", said)
    walk.refuses("InvalidInstanceID.NotFound", "does not exist", "ec2", "get-console-output", "--instance-id", "i-" + "0" * 17)
    templates = walk.ask("ec2", "describe-launch-templates", "--query", "LaunchTemplates[].LaunchTemplateId")
    walk.says(templates[:1], "ec2", "describe-launch-templates", "--launch-template-ids", templates[0], "--query", "LaunchTemplates[].LaunchTemplateId")
    walk.refuses("InvalidLaunchTemplateId.NotFound", "", "ec2", "describe-launch-templates", "--launch-template-ids", "lt-" + "0" * 17)
    walk.refuses("InvalidLaunchTemplateName.NotFoundException", "", "ec2", "describe-launch-templates", "--launch-template-names", "nobody")
    return found


def groups(walk, machine):
    asg = "autoscaling"
    name = walk.ask(CFN, "describe-stack-resource", "--stack-name", "walk", "--logical-resource-id", "AutoScalingGroup", "--query", "StackResourceDetail.PhysicalResourceId")
    walk.says([2, 2, 4, 2], asg, "describe-auto-scaling-groups", "--auto-scaling-group-names", name, "--query",
              "AutoScalingGroups[0].[DesiredCapacity,MinSize,MaxSize,length(Instances)]")
    walk.says([], asg, "describe-auto-scaling-groups", "--auto-scaling-group-names", "nobody", "--query", "AutoScalingGroups")
    walk.refuses("InvalidNextToken|ValidationError", "", asg, "describe-auto-scaling-groups", "--starting-token", "nonsense")
    walk.refuses("InvalidNextToken|ValidationError", "", asg, "describe-scaling-activities", "--starting-token", "nonsense")
    activities = walk.ask(asg, "describe-scaling-activities", "--auto-scaling-group-name", name, "--query", "Activities[].StatusCode")
    walk.holds(f"two launches: {activities}", activities.count("Successful") == 2)
    protecting = ["set-instance-protection", "--auto-scaling-group-name", name, "--protected-from-scale-in", "--instance-ids"]
    walk.ask(asg, *protecting, machine)
    walk.says([True], asg, "describe-auto-scaling-groups", "--auto-scaling-group-names", name, "--query",
              f"AutoScalingGroups[0].Instances[?InstanceId=='{machine}'].ProtectedFromScaleIn")
    walk.refuses("ValidationError", "i-0+", asg, *protecting, "i-" + "0" * 17)
    walk.refuses("ValidationError", "above max value 4", asg, "set-desired-capacity", "--auto-scaling-group-name", name, "--desired-capacity", "5")
    walk.refuses("ValidationError", "(?i)not found", asg, "set-desired-capacity", "--auto-scaling-group-name", "nobody", "--desired-capacity", "1")
    walk.ask(asg, "set-desired-capacity", "--auto-scaling-group-name", name, "--desired-capacity", "3")
    walk.until("3", "a third host", "ecs", "describe-clusters", "--clusters", "walk", "--query", "clusters[0].registeredContainerInstancesCount")


def cluster(walk):
    ecs = "ecs"
    walk.says(["ACTIVE"], ecs, "describe-clusters", "--clusters", "walk", "--query", "clusters[].status")
    walk.says(["MISSING"], ecs, "describe-clusters", "--clusters", "nobody", "--query", "failures[].reason")
    walk.refuses("InvalidParameterException", "", ecs, "describe-clusters", "--clusters", *(f"c{number}" for number in range(101)))
    hosts = walk.ask(ecs, "list-container-instances", "--cluster", "walk", "--query", "containerInstanceArns")
    walk.holds(f"hosts in the cluster: {hosts}", len(hosts) >= 2)
    walk.says(["ACTIVE", True], ecs, "describe-container-instances", "--cluster", "walk", "--container-instances", hosts[0], "--query", "containerInstances[0].[status,agentConnected]")
    update = ["update-container-instances-state", "--container-instances", hosts[0], "--cluster"]
    walk.says(["DRAINING"], ecs, *update, "walk", "--status", "DRAINING", "--query", "containerInstances[].status")
    walk.says(hosts[:1], ecs, "list-container-instances", "--cluster", "walk", "--status", "DRAINING", "--query", "containerInstanceArns")
    walk.says(["ACTIVE"], ecs, *update, "walk", "--status", "ACTIVE", "--query", "containerInstances[].status")
    walk.says([], ecs, "list-services", "--cluster", "walk", "--query", "serviceArns")
    walk.says([], ecs, "list-tasks", "--cluster", "walk", "--query", "taskArns")
    for words in (["list-container-instances", "--cluster"], ["list-services", "--cluster"], ["list-tasks", "--cluster"], update,
                  ["describe-container-instances", "--container-instances", hosts[0], "--cluster"]):
        more = ["--status", "DRAINING"] if words is update else []
        walk.refuses("ClusterNotFoundException", r"^Cluster not found\.$", ecs, *words, "nobody", *more)


def questions(walk):
    walk.says("123456789012", "sts", "get-caller-identity", "--query", "Account")
    walk.refuses("InvalidClientTokenId", "security token", "sts", "get-caller-identity", "--region", "ap-east-1")
    walk.says([[], ["/no/such"]], "ssm", "get-parameters", "--names", "/no/such", "--query", "[Parameters, InvalidParameters]")
    walk.says([IMAGE], "ssm", "get-parameters", "--names", IMAGE, "--query", "Parameters[].Name")
    walk.refuses("ValidationException", "", "ssm", "get-parameters", "--names", *(f"/p{number}" for number in range(11)))
    walk.refuses("ParameterNotFound", "", "ssm", "get-parameter", "--name", "/no/such")
    arn = walk.ask("iam", "get-role", "--role-name", ROLE, "--query", "Role.Arn")
    walk.refuses("NoSuchEntity", "^The role with name nobody cannot be found\\.$", "iam", "get-role", "--role-name", "nobody")
    simulate = ["iam", "simulate-principal-policy", "--action-names", "ec2:DescribeVpcs", "--policy-source-arn"]
    user = walk.ask("sts", "get-caller-identity", "--query", "Arn")
    walk.says(["allowed"], *simulate, user, "--query", "EvaluationResults[].EvalDecision")
    walk.refuses("NoSuchEntity", "", *simulate, arn.replace(ROLE, "nobody") if arn else "arn:aws:iam::123456789012:role/nobody")
    walk.says("L-1216C47A", "service-quotas", "get-service-quota", "--service-code", "ec2", "--quota-code", "L-1216C47A", "--query", "Quota.QuotaCode")
    walk.refuses("NoSuchResourceException", "", "service-quotas", "get-service-quota", "--service-code", "ec2", "--quota-code", "L-00000000")


def unknown(walk):
    """Any other operation, of each service."""
    for code, words in (
        ("InvalidAction", ["ec2", "describe-fleets"]), ("InvalidAction", [CFN, "list-types"]),
        ("InvalidAction", ["sts", "get-session-token"]), ("InvalidAction", ["iam", "list-users"]),
        ("InvalidAction", ["autoscaling", "describe-policies"]), ("UnknownOperationException", ["ecs", "list-task-definitions"]),
        ("UnknownOperationException", ["ssm", "list-documents"]), ("UnknownOperationException", ["service-quotas", "list-services"]),
    ):
        walk.refuses(code, "", *words)


def stranded(walk, subnet, image):
    """Hosts without a way out: signalled for by hand; and an update whose roll-back fails too."""
    values = {"Subnet": subnet, "ImageId": image}
    create(walk, "signals", "stranded", **values, Waits="yes")
    create(walk, "stranded", "stranded", **values)
    signal = ["signal-resource", "--logical-resource-id", "Waiting", "--unique-id", "by-hand", "--status", "SUCCESS", "--stack-name"]
    walk.until("Resource creation Initiated", "the waiting group", CFN, "describe-stack-resources", "--stack-name", "signals", "--query",
               "StackResources[?LogicalResourceId=='Waiting'].ResourceStatusReason | [0] || 'none'")
    walk.ask(CFN, *signal, "signals")
    status(walk, "signals", "CREATE_COMPLETE")
    walk.refuses("ValidationError", "", CFN, *signal, "signals")
    walk.refuses("ValidationError", "does not exist", CFN, *signal, "nobody")
    status(walk, "stranded", "CREATE_COMPLETE")
    providers(walk)
    walk.ask(CFN, "update-stack", "--stack-name", "stranded", "--use-previous-template", *parameters(**values, InstanceType="t3.xlarge"))
    status(walk, "stranded", "UPDATE_ROLLBACK_FAILED")
    failed = [line for line in story(walk, "stranded") if line[1] == "UPDATE_FAILED"]
    walk.holds(f"the hosts failed, and why: {failed}", failed and failed[0][0] == "Hosts" and "signal" in str(failed[0][2]))
    walk.refuses("ValidationError", "", CFN, "continue-update-rollback", "--stack-name", "stranded", "--resources-to-skip", "Cluster")
    walk.ask(CFN, "continue-update-rollback", "--stack-name", "stranded", "--resources-to-skip", "Hosts")
    status(walk, "stranded", "UPDATE_ROLLBACK_COMPLETE")


def providers(walk):
    name = "stranded-hosts"
    walk.says(["ACTIVE"], "ecs", "describe-capacity-providers", "--capacity-providers", name, "--query", "capacityProviders[].status")
    walk.refuses("InvalidParameterException", "", "ecs", "describe-capacity-providers", "--max-results", "1000")
    scaling = ["--auto-scaling-group-provider", "managedScaling={status=ENABLED,targetCapacity=90}", "--name"]
    walk.says(90, "ecs", "update-capacity-provider", *scaling, name, "--query", "capacityProvider.autoScalingGroupProvider.managedScaling.targetCapacity")
    walk.refuses("InvalidParameterException", "", "ecs", "update-capacity-provider", *scaling, "nobody")


def walk_hosts(walk):
    def of(name):
        vpc = walk.ask("ec2", "describe-vpcs", "--filters", f"Name=tag:Name,Values={name}", "--query", "Vpcs[0].VpcId")
        return vpc, walk.ask("ec2", "describe-subnets", "--filters", f"Name=vpc-id,Values={vpc}", f"Name=tag:Name,Values=*{name}*", "--query", "Subnets[].SubnetId")

    vpc, subnets = of("main")
    group = walk.ask("ec2", "describe-security-groups", "--filters", f"Name=vpc-id,Values={vpc}", "Name=group-name,Values=web-alb", "--query", "SecurityGroups[0].GroupId")
    private = walk.ask("ec2", "describe-subnets", "--filters", "Name=tag:Name,Values=main-private-*", "--query", "Subnets[].SubnetId")
    image = walk.part(standard, vpc, private or subnets, group)
    found = walk.part(machines)
    walk.part(cluster)
    walk.part(groups, found[0] if found else None)
    walk.part(questions)
    walk.part(unknown)
    walk.part(stranded, of("isolated")[1][0], image)
