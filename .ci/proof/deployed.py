"""The recipes as they are deployed to a sandbox or to moto: into its default VPC, with the newest image that it has."""

import json
import os
import subprocess

FIXED = {"clusterSize": 1}
MANAGED = {
    "alternateInstanceTypes": ["t3a.large", "m5.large"], "clusterMinSize": 1, "targetCapacity": 100, "onDemandBaseCapacity": 1,
    "onDemandPercentage": 50, "rootVolumeSize": 30, "maxInstanceLifetime": 0, "containerInsights": "enabled",
    "protectBusyInstances": "DISABLED", "logRetentionDays": 30,
}
ARM = {"architecture": "arm64", "instanceType": "m6g.large"}
# what a cluster file has beside the keys of all recipes; the first word of each name is the recipe's
VARIANTS = {
    "classic": FIXED, "standard": FIXED, "production": MANAGED,
    "classic-key-arm64": FIXED | ARM | {"keyName": "ops"},
    "standard-public": FIXED | {"assignPublicIp": True},
    "production-ssm-arm64": MANAGED | ARM | {"alternateInstanceTypes": ["m7g.large"], "imageSource": "ssm"},
}


def network(walk):
    """The default VPC, two of its subnets and one of its security groups."""
    vpc = walk.ask("ec2", "describe-vpcs", "--filters", "Name=is-default,Values=true", "--query", "Vpcs[0].VpcId")
    in_vpc = ("--filters", f"Name=vpc-id,Values={vpc}")
    subnets = walk.ask("ec2", "describe-subnets", *in_vpc, "--query", "Subnets[:2].SubnetId")
    group = walk.ask("ec2", "describe-security-groups", *in_vpc, "--query", "SecurityGroups[0].GroupId")
    return vpc, subnets, group


def template(walk, variant, name, place, folder):
    """What --print-template prints of a cluster file that is written into the folder."""
    vpc, subnets, group = place
    more = VARIANTS[variant]
    architecture = more.get("architecture", "x86_64")
    image = walk.ask("ec2", "describe-images", "--owners", "amazon", "--filters", f"Name=name,Values=al2023-ami-ecs-hvm-*-{architecture}",
                     "--query", "sort_by(Images, &CreationDate)[-1].ImageId")
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{name}.ecscluster", "w") as file:
        json.dump({
            "version": 1, "stackName": name, "recipe": variant.split("-")[0], "region": "eu-west-1", "vpcId": vpc, "subnets": subnets,
            "sourceSecurityGroup": group, "instanceType": "t3.large", "architecture": architecture, "clusterMaxSize": 3,
            "images": {"eu-west-1": image}, "tags": {},
        } | more, file)
    java = os.environ.get("JAVA", "java")
    command = [java, "-jar", "target/ecs-cluster-wizard.jar", "--print-template", file.name]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()
