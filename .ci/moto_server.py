"""Starts moto on 127.0.0.1 and the port given; differs from `python3 -m moto.server` in two things only.

moto answers 500 where a template's ingress rule has no FromPort and ToPort, which CloudFormation does not ask for
where IpProtocol is -1. The rule gets -1 for both here, so that the template need not be changed.

moto knows nothing of VPC Block Public Access. It is off here, as in an account that never heard of it either.
"""

import sys

from moto.core.responses import ActionResult
from moto.ec2.models.security_groups import SecurityGroup
from moto.ec2.responses import EC2Response
from moto.server import main

create = SecurityGroup.create_from_cloudformation_json.__func__


def create_with_ports(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    rules = cloudformation_json["Properties"].get("SecurityGroupIngress", [])
    for rule in rules:
        rule.setdefault("FromPort", -1)
        rule.setdefault("ToPort", -1)
    return create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)


SecurityGroup.create_from_cloudformation_json = classmethod(create_with_ports)


def blocks_nothing(self):
    return ActionResult({"VpcBlockPublicAccessOptions": {"InternetGatewayBlockMode": "off"}})


def excludes_nothing(self):
    return ActionResult({"VpcBlockPublicAccessExclusions": []})


EC2Response.describe_vpc_block_public_access_options = blocks_nothing
EC2Response.describe_vpc_block_public_access_exclusions = excludes_nothing

main(["-H", "127.0.0.1", "-p", sys.argv[1]])
