"""Makes in moto what the sandbox describes: the networks, security groups, endpoints and keys of one region."""

REGION = "us-west-2"
LOCAL_ZONE = "us-west-2-lax-1a"
# moto makes nothing for other accounts, and no subnets on Outposts, in local zones or without IPv4
LEFT_OUT = ("10.80.0.0/16", "10.90.0.0/16")


def tags(kind, item):
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": item["Tags"]}]} if item.get("Tags") else {}


def copy(ours, theirs):
    """The id in moto of each of the sandbox's things, and the sandbox's things that moto has no likes of."""
    skipped = {vpc["VpcId"] for vpc in ours.describe_vpcs()["Vpcs"] if vpc["CidrBlock"] in LEFT_OUT}
    ids = {}
    vpcs(ours, theirs, ids, skipped)
    subnets(ours, theirs, ids, skipped)
    gateways(ours, theirs, ids, skipped)
    nats(ours, theirs, ids)
    groups(ours, theirs, ids, skipped)
    tables(ours, theirs, ids, skipped)
    endpoints(ours, theirs, ids)
    acls(ours, theirs, ids, skipped)
    for key in ours.describe_key_pairs()["KeyPairs"]:
        made = theirs.create_key_pair(KeyName=key["KeyName"], KeyType=key["KeyType"])
        ids[key["KeyPairId"]] = made["KeyPairId"]
    return ids, skipped


def vpcs(ours, theirs, ids, skipped):
    default = theirs.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]
    for vpc in ours.describe_vpcs()["Vpcs"]:
        if vpc["VpcId"] in skipped:
            continue
        made = default
        if not vpc["IsDefault"]:
            made = theirs.create_vpc(CidrBlock=vpc["CidrBlock"], **tags("vpc", vpc))["Vpc"]
            for block in vpc["CidrBlockAssociationSet"][1:]:
                theirs.associate_vpc_cidr_block(VpcId=made["VpcId"], CidrBlock=block["CidrBlock"])
        ids[vpc["VpcId"]] = made["VpcId"]
        now = theirs.describe_vpcs(VpcIds=[made["VpcId"]])["Vpcs"][0]
        blocks = {block["CidrBlock"]: block["AssociationId"] for block in now["CidrBlockAssociationSet"]}
        for block in vpc["CidrBlockAssociationSet"]:
            ids[block["AssociationId"]] = blocks[block["CidrBlock"]]
        ids[vpc["DhcpOptionsId"]] = now["DhcpOptionsId"]


def subnets(ours, theirs, ids, skipped):
    there = {subnet["CidrBlock"]: subnet["SubnetId"] for subnet in theirs.describe_subnets()["Subnets"]}
    for subnet in ours.describe_subnets()["Subnets"]:
        if subnet["VpcId"] in skipped:
            skipped.add(subnet["SubnetId"])
            continue
        made = there.get(subnet["CidrBlock"])
        if not subnet["DefaultForAz"]:
            made = theirs.create_subnet(
                VpcId=ids[subnet["VpcId"]],
                CidrBlock=subnet["CidrBlock"],
                AvailabilityZone=subnet["AvailabilityZone"],
                **tags("subnet", subnet),
            )["Subnet"]["SubnetId"]
            if subnet["MapPublicIpOnLaunch"]:
                theirs.modify_subnet_attribute(SubnetId=made, MapPublicIpOnLaunch={"Value": True})
        ids[subnet["SubnetId"]] = made
        ids[subnet["SubnetArn"]] = subnet["SubnetArn"].replace(subnet["SubnetId"], made)


def gateways(ours, theirs, ids, skipped):
    there = theirs.describe_internet_gateways()["InternetGateways"]
    for gateway in ours.describe_internet_gateways()["InternetGateways"]:
        vpc = gateway["Attachments"][0]["VpcId"]
        if vpc in skipped:
            skipped.add(gateway["InternetGatewayId"])
            continue
        same = [g for g in there if any(a["VpcId"] == ids[vpc] for a in g["Attachments"])]
        if same:
            ids[gateway["InternetGatewayId"]] = same[0]["InternetGatewayId"]
            continue
        made = theirs.create_internet_gateway(**tags("internet-gateway", gateway))["InternetGateway"]
        theirs.attach_internet_gateway(InternetGatewayId=made["InternetGatewayId"], VpcId=ids[vpc])
        ids[gateway["InternetGatewayId"]] = made["InternetGatewayId"]


def nats(ours, theirs, ids):
    for nat in ours.describe_nat_gateways()["NatGateways"]:
        address = theirs.allocate_address(Domain="vpc")["AllocationId"]
        made = theirs.create_nat_gateway(
            SubnetId=ids[nat["SubnetId"]], AllocationId=address, **tags("natgateway", nat)
        )["NatGateway"]["NatGatewayId"]
        if nat["State"] == "deleted":
            theirs.delete_nat_gateway(NatGatewayId=made)
        ids[nat["NatGatewayId"]] = made


def groups(ours, theirs, ids, skipped):
    all_of_them = ours.describe_security_groups()["SecurityGroups"]
    defaults = {
        group["VpcId"]: group["GroupId"]
        for group in theirs.describe_security_groups()["SecurityGroups"]
        if group["GroupName"] == "default"
    }
    for group in all_of_them:
        if group["VpcId"] in skipped:
            skipped.add(group["GroupId"])
        elif group["GroupName"] == "default":
            ids[group["GroupId"]] = defaults[ids[group["VpcId"]]]
        else:
            ids[group["GroupId"]] = theirs.create_security_group(
                GroupName=group["GroupName"], Description=group["Description"], VpcId=ids[group["VpcId"]]
            )["GroupId"]
    for group in all_of_them:
        if group["GroupId"] in skipped:
            continue
        now = theirs.describe_security_groups(GroupIds=[ids[group["GroupId"]]])["SecurityGroups"][0]
        if now["IpPermissions"]:
            continue
        for rule in group["IpPermissions"]:
            wanted = {key: value for key, value in rule.items() if value and key != "UserIdGroupPairs"}
            peers = [{"GroupId": ids[pair["GroupId"]]} for pair in rule["UserIdGroupPairs"]]
            theirs.authorize_security_group_ingress(
                GroupId=ids[group["GroupId"]], IpPermissions=[wanted | ({"UserIdGroupPairs": peers} if peers else {})]
            )


def tables(ours, theirs, ids, skipped):
    mains = {}
    for table in theirs.describe_route_tables()["RouteTables"]:
        if any(association["Main"] for association in table["Associations"]):
            mains[table["VpcId"]] = table
    for table in ours.describe_route_tables()["RouteTables"]:
        if table["VpcId"] in skipped:
            skipped.add(table["RouteTableId"])
            continue
        is_main = any(association["Main"] for association in table["Associations"])
        if is_main:
            made = mains[ids[table["VpcId"]]]
            if table["Tags"]:
                theirs.create_tags(Resources=[made["RouteTableId"]], Tags=table["Tags"])
        else:
            made = theirs.create_route_table(VpcId=ids[table["VpcId"]], **tags("route-table", table))["RouteTable"]
        ids[table["RouteTableId"]] = made["RouteTableId"]
        for association in table["Associations"]:
            if association["Main"]:
                there = next(a["RouteTableAssociationId"] for a in made["Associations"] if a["Main"])
            else:
                there = theirs.associate_route_table(
                    RouteTableId=made["RouteTableId"], SubnetId=ids[association["SubnetId"]]
                )["AssociationId"]
            ids[association["RouteTableAssociationId"]] = there
        for route in table["Routes"]:
            add(route, made, theirs, ids)


def add(route, table, theirs, ids):
    """Moto adds the routes inside the VPC and those to gateway endpoints by itself."""
    if route.get("GatewayId", "").startswith(("local", "vpce-")):
        return
    there = {now.get("DestinationCidrBlock") for now in table.get("Routes", [])}
    if route["DestinationCidrBlock"] in there:
        return
    target = {}
    for key in ("GatewayId", "NatGatewayId", "TransitGatewayId"):
        if key in route:
            if key == "TransitGatewayId" and route[key] not in ids:
                ids[route[key]] = theirs.create_transit_gateway()["TransitGateway"]["TransitGatewayId"]
            target[key] = ids[route[key]]
    theirs.create_route(
        RouteTableId=table["RouteTableId"], DestinationCidrBlock=route["DestinationCidrBlock"], **target
    )


def endpoints(ours, theirs, ids):
    lists = {found["PrefixListName"]: found["PrefixListId"] for found in theirs.describe_prefix_lists()["PrefixLists"]}
    for found in ours.describe_prefix_lists()["PrefixLists"]:
        if found["PrefixListName"] in lists:
            ids[found["PrefixListId"]] = lists[found["PrefixListName"]]
    for endpoint in ours.describe_vpc_endpoints()["VpcEndpoints"]:
        more = {}
        if endpoint["VpcEndpointType"] == "Gateway":
            more["RouteTableIds"] = [ids[table] for table in endpoint["RouteTableIds"]]
        else:
            more["SubnetIds"] = [ids[subnet] for subnet in endpoint["SubnetIds"]]
            more["SecurityGroupIds"] = [ids[group["GroupId"]] for group in endpoint["Groups"]]
            more["PrivateDnsEnabled"] = endpoint["PrivateDnsEnabled"]
        made = theirs.create_vpc_endpoint(
            VpcId=ids[endpoint["VpcId"]],
            ServiceName=endpoint["ServiceName"],
            VpcEndpointType=endpoint["VpcEndpointType"],
            **more,
            **tags("vpc-endpoint", endpoint),
        )["VpcEndpoint"]
        ids[endpoint["VpcEndpointId"]] = made["VpcEndpointId"]


def acls(ours, theirs, ids, skipped):
    for acl in ours.describe_network_acls()["NetworkAcls"]:
        if acl["VpcId"] in skipped:
            skipped.add(acl["NetworkAclId"])
            continue
        if acl["IsDefault"]:
            now = theirs.describe_network_acls(
                Filters=[{"Name": "vpc-id", "Values": [ids[acl["VpcId"]]]}, {"Name": "default", "Values": ["true"]}]
            )["NetworkAcls"][0]
        else:
            now = theirs.create_network_acl(VpcId=ids[acl["VpcId"]], **tags("network-acl", acl))["NetworkAcl"]
            for entry in acl["Entries"]:
                if entry["RuleNumber"] < 32767:
                    theirs.create_network_acl_entry(NetworkAclId=now["NetworkAclId"], **entry)
        ids[acl["NetworkAclId"]] = now["NetworkAclId"]
        for association in acl["Associations"]:
            if not acl["IsDefault"]:
                move(association["SubnetId"], now["NetworkAclId"], theirs, ids)
    by_subnet = {
        association["SubnetId"]: association["NetworkAclAssociationId"]
        for acl in theirs.describe_network_acls()["NetworkAcls"]
        for association in acl["Associations"]
    }
    for acl in ours.describe_network_acls()["NetworkAcls"]:
        for association in acl["Associations"]:
            if association["SubnetId"] in ids:
                ids[association["NetworkAclAssociationId"]] = by_subnet[ids[association["SubnetId"]]]


def move(subnet, acl, theirs, ids):
    before = theirs.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": [ids[subnet]]}])
    association = next(
        a["NetworkAclAssociationId"]
        for a in before["NetworkAcls"][0]["Associations"]
        if a["SubnetId"] == ids[subnet]
    )
    theirs.replace_network_acl_association(AssociationId=association, NetworkAclId=acl)
