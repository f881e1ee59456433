"""EC2's read calls, good and bad."""

UNKNOWN = "0" * 17


def lists(walk):
    """Every list: all of it, some of it by a filter, one by its id; a filter that is none, an id that nobody has."""
    vpcs = walk.ask("ec2", "describe-vpcs", "--query", "Vpcs[].VpcId")
    walk.holds("three VPCs", len(vpcs) == 3)
    default = walk.ask("ec2", "describe-vpcs", "--filters", "Name=is-default,Values=true", "--query", "Vpcs[].VpcId")
    walk.holds("one default VPC", len(default) == 1 and default[0] in vpcs)
    main = walk.ask("ec2", "describe-vpcs", "--filters", "Name=tag:Name,Values=main", "--query", "Vpcs[].VpcId")[0]
    walk.says([main], "ec2", "describe-vpcs", "--vpc-ids", main, "--query", "Vpcs[].VpcId")
    for command, key, one, rule, code, said in LISTS:
        everything = walk.ask("ec2", command, "--query", f"{key}[].{one}")
        walk.holds(f"{command} gives something", everything)
        option = "--group-ids" if one == "GroupId" else "--" + hyphens(one) + "s"
        if one == "KeyName":
            option = "--key-names"
        if everything:
            walk.says([everything[0]], "ec2", command, option, everything[0], "--query", f"{key}[].{one}")
        filtering = "--filter" if command == "describe-nat-gateways" else "--filters"
        some = walk.ask("ec2", command, filtering, "Name=tag-key,Values=Name", "--query", f"{key}[].Tags[].Key")
        walk.holds(f"{command} by a tag", some is not None and set(some) <= {"Name"})
        walk.says([], "ec2", command, filtering, "Name=tag:Name,Values=nobody*", "--query", f"{key}[].{one}")
        walk.refuses("InvalidParameterValue", "no-such", "ec2", command, filtering, "Name=no-such,Values=x")
        walk.refuses(code, said, "ec2", command, option, rule.format(UNKNOWN))
        walk.refuses("DryRunOperation", "^Request would have succeeded, but DryRun flag is set.$", "ec2", command, "--dry-run")
    walk.refuses("InvalidVpcID.Malformed", "nonsense", "ec2", "describe-vpcs", "--vpc-ids", "nonsense")
    walk.refuses("InvalidSubnetID.Malformed", "nonsense", "ec2", "describe-subnets", "--subnet-ids", "nonsense")
    walk.refuses("InvalidGroup.NotFound", "nobody", "ec2", "describe-security-groups", "--group-names", "nobody")
    return main


# command, key of the answer, the id's member, an id that nobody has, the error it gives, what its sentence says
LISTS = [
    ("describe-vpcs", "Vpcs", "VpcId", "vpc-{}", "InvalidVpcID.NotFound", "^The vpc ID 'vpc-0+' does not exist$"),
    ("describe-subnets", "Subnets", "SubnetId", "subnet-{}", "InvalidSubnetID.NotFound", "^The subnet ID 'subnet-0+' does not exist$"),
    ("describe-route-tables", "RouteTables", "RouteTableId", "rtb-{}", "InvalidRouteTableID.NotFound", "^The routeTable ID 'rtb-0+' does not exist$"),
    ("describe-internet-gateways", "InternetGateways", "InternetGatewayId", "igw-{}", "InvalidInternetGatewayID.NotFound", "^The internetGateway ID 'igw-0+' does not exist$"),
    ("describe-network-acls", "NetworkAcls", "NetworkAclId", "acl-{}", "InvalidNetworkAclID.NotFound", "acl-0+' does not exist$"),
    ("describe-nat-gateways", "NatGateways", "NatGatewayId", "nat-{}", "NatGatewayNotFound", "nat-0+ was not found$"),
    ("describe-vpc-endpoints", "VpcEndpoints", "VpcEndpointId", "vpce-{}", "InvalidVpcEndpointId.NotFound", "vpce-0+' does not exist$"),
    ("describe-security-groups", "SecurityGroups", "GroupId", "sg-{}", "InvalidGroup.NotFound", "^The security group 'sg-0+' does not exist$"),
    ("describe-key-pairs", "KeyPairs", "KeyName", "nobody{}", "InvalidKeyPair.NotFound", "^The key pair 'nobody0+' does not exist$"),
]


def hyphens(member):
    return "".join("-" + letter.lower() if letter.isupper() else letter for letter in member).lstrip("-")


def places(walk):
    regions = walk.ask("ec2", "describe-regions", "--query", "Regions[].RegionName")
    everywhere = walk.ask("ec2", "describe-regions", "--all-regions", "--query", "Regions[].OptInStatus")
    walk.holds("regions that are not opted in", len(everywhere) > len(regions) and "not-opted-in" in everywhere)
    walk.says(["eu-west-1"], "ec2", "describe-regions", "--region-names", "eu-west-1", "--query", "Regions[].RegionName")
    walk.refuses("InvalidParameterValue", "mars-1", "ec2", "describe-regions", "--region-names", "mars-1")
    zones = walk.ask("ec2", "describe-availability-zones", "--filters", "Name=zone-type,Values=availability-zone", "--query", "AvailabilityZones[].ZoneName")
    walk.holds("three zones", len(zones) == 3)
    walk.refuses("InvalidParameterValue", "eu-west-1z", "ec2", "describe-availability-zones", "--zone-names", "eu-west-1z")
    walk.says(["VPC"], "ec2", "describe-account-attributes", "--attribute-names", "supported-platforms", "--query",
              "AccountAttributes[].AttributeValues[].AttributeValue")
    walk.refuses("InvalidParameterValue", "nonsense", "ec2", "describe-account-attributes", "--attribute-names", "nonsense")
    walk.refuses("AuthFailure", "not able to validate", "ec2", "describe-vpcs", "--region", "ap-east-1")


def attributes(walk, vpc):
    for attribute in "enableDnsSupport", "enableDnsHostnames":
        key = attribute[0].upper() + attribute[1:]
        walk.says(True, "ec2", "describe-vpc-attribute", "--vpc-id", vpc, "--attribute", attribute, "--query", f"{key}.Value")
    walk.refuses("InvalidVpcID.NotFound", "does not exist", "ec2", "describe-vpc-attribute", "--vpc-id", f"vpc-{UNKNOWN}", "--attribute", "enableDnsSupport")
    walk.says("off", "ec2", "describe-vpc-block-public-access-options", "--query", "VpcBlockPublicAccessOptions.InternetGatewayBlockMode")
    walk.refuses("DryRunOperation", "would have succeeded", "ec2", "describe-vpc-block-public-access-options", "--dry-run")


def launchables(walk):
    """Types, where they are offered, images; and how AWS pages them."""
    walk.says([[2, 8192]], "ec2", "describe-instance-types", "--instance-types", "t3.large", "--query", "InstanceTypes[].[VCpuInfo.DefaultVCpus,MemoryInfo.SizeInMiB]")
    page = walk.ask("ec2", "describe-instance-types", "--no-paginate", "--query", "[length(InstanceTypes), NextToken != null]")
    walk.holds(f"a page of 100 types: {page}", page == [100, True])
    all_types = walk.ask("ec2", "describe-instance-types", "--query", "InstanceTypes[].InstanceType")
    walk.holds("each type once", len(all_types) == len(set(all_types)) > 500)
    arm = walk.ask("ec2", "describe-instance-types", "--filters", "Name=processor-info.supported-architecture,Values=arm64", "Name=vcpu-info.default-vcpus,Values=2",
                   "--query", "InstanceTypes[].[ProcessorInfo.SupportedArchitectures[0], VCpuInfo.DefaultVCpus]")
    walk.holds("two-core arm types", arm and all(each == ["arm64", 2] for each in arm))
    walk.refuses("InvalidInstanceType", "t9.mega", "ec2", "describe-instance-types", "--instance-types", "t9.mega")
    walk.refuses("InvalidParameterValue|InvalidNextToken|InvalidPaginationToken", "", "ec2", "describe-instance-types", "--starting-token", "nonsense")
    offered = walk.ask("ec2", "describe-instance-type-offerings", "--location-type", "availability-zone", "--filters", "Name=location,Values=eu-west-1a", "Name=instance-type,Values=t3.*",
                       "--query", "InstanceTypeOfferings[].InstanceType")
    walk.holds("t3 in eu-west-1a", "t3.large" in offered)
    walk.refuses("InvalidParameterValue", "", "ec2", "describe-instance-type-offerings", "--filters", "Name=no-such,Values=x")
    names = walk.ask("ec2", "describe-images", "--owners", "amazon", "--filters", "Name=name,Values=al2023-ami-ecs-hvm-*-x86_64", "Name=state,Values=available", "--query", "Images[].ImageId")
    walk.says(names[:1], "ec2", "describe-images", "--image-ids", names[0], "--query", "Images[].ImageId")
    walk.refuses("InvalidAMIID.NotFound", "ami-0+", "ec2", "describe-images", "--image-ids", f"ami-{UNKNOWN}")
    walk.refuses("InvalidAMIID.Malformed", "nonsense", "ec2", "describe-images", "--image-ids", "nonsense")
    walk.refuses("InvalidParameterValue", "no-such", "ec2", "describe-images", "--filters", "Name=no-such,Values=x")


def walk_network(walk):
    main = walk.part(lists)
    walk.part(places)
    walk.part(attributes, main)
    walk.part(launchables)
