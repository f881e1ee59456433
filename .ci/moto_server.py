"""Starts moto on 127.0.0.1 and the port given; differs from `python3 -m moto.server` in one thing only.

moto answers 500 where a template's ingress rule has no FromPort and ToPort, which CloudFormation does not ask for
where IpProtocol is -1. The rule gets -1 for both here, so that the template need not be changed.
"""

import sys

from moto.ec2.models.security_groups import SecurityGroup
from moto.server import main

create = SecurityGroup.create_from_cloudformation_json.__func__


def create_with_ports(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    rules = cloudformation_json["Properties"].get("SecurityGroupIngress", [])
    for rule in rules:
        rule.setdefault("FromPort", -1)
        rule.setdefault("ToPort", -1)
    return create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)


SecurityGroup.create_from_cloudformation_json = classmethod(create_with_ports)

main(["-H", "127.0.0.1", "-p", sys.argv[1]])
