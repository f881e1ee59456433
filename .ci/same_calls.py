"""Makes the calls it is told of, one after the other, as a script without a window would, and says how many instance
types they named.

Arguments are the endpoint and then of each call its service, its operation and its region. A call that is named several
times in a row for one region is a list that comes in pages.
"""

import sys

import boto3

# what else a call has to say; the lists of pages are as long as the app wants them
SAID = {
    "DescribeInstanceTypes": {"MaxResults": 100},
    "DescribeInstanceTypeOfferings": {"LocationType": "availability-zone", "MaxResults": 1000},
    "DescribeImages": {"Owners": ["amazon"], "Filters": [{"Name": "name", "Values": ["al2023-ami-ecs-*"]}]},
}


def main(endpoint, *words):
    clients = {}
    tokens = {}
    vpcs = []
    types = set()
    for service, operation, region in zip(*[iter(words)] * 3):
        if (service, region) not in clients:
            clients[service, region] = boto3.client(service, region_name=region, endpoint_url=endpoint)
        client = clients[service, region]
        method = next(name for name, each in client.meta.method_to_api_mapping.items() if each == operation)
        said = dict(SAID.get(operation, {}))
        if tokens.get((operation, region)):
            said["NextToken"] = tokens[operation, region]
        if operation == "DescribeVpcAttribute":
            said = {"VpcId": vpcs[0]["VpcId"], "Attribute": "enableDnsSupport"}
        answer = getattr(client, method)(**said)
        tokens[operation, region] = answer.get("NextToken")
        vpcs = answer.get("Vpcs", vpcs)
        types.update(each["InstanceType"] for each in answer.get("InstanceTypes", []))
    print("types", len(types), flush=True)


main(*sys.argv[1:])
