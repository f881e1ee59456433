"""Cluster files that together cover every recipe, architecture and region, and every pair of choices of a recipe."""

import itertools
import json
import os
import random

from cfnlint.helpers import REGIONS

RECIPES = ("classic", "standard", "production")
TYPES = {
    "classic": {"x86_64": "t2.large", "arm64": "t4g.large"},
    "standard": {"x86_64": "t3.large", "arm64": "m7g.large"},
    "production": {"x86_64": "m6i.large", "arm64": "m7g.large"},
}
ALTERNATES = {"x86_64": ["m6a.large", "m7i.large"], "arm64": ["m6g.large", "t4g.large"]}
# the values of each choice; None leaves the key out
CHOICES = {
    "architecture": ("x86_64", "arm64"), "subnets": (1, 3), "keyName": (None, "my key"), "images": ("all", "two"),
    "tags": ({}, {"team": "ops", "cost centre": "0012"}),
}
FIXED = CHOICES | {"clusterSize": (1, 998), "clusterMaxSize": (999,)}
PUBLIC = {"assignPublicIp": (None, True, False)}
MANAGED = CHOICES | PUBLIC | {
    "alternateInstanceTypes": (False, True), "clusterMinSize": (0, 2), "clusterMaxSize": (6, 1000), "targetCapacity": (100, 80),
    "onDemandBaseCapacity": (0, 2), "onDemandPercentage": (100, 25, 0), "rootVolumeSize": (30, 16384),
    "maxInstanceLifetime": (0, 604800), "containerInsights": ("enhanced", "enabled", "disabled"),
    "protectBusyInstances": ("ENABLED", "DISABLED"), "logRetentionDays": (1, 30, 365), "imageSource": ("pinned", "ssm"),
}
# production with what Control Tower asks for, where it is a choice
STRICT = {
    "architecture": "x86_64", "subnets": 3, "images": "two", "tags": {}, "alternateInstanceTypes": True, "clusterMinSize": 0,
    "clusterMaxSize": 6, "targetCapacity": 100, "onDemandBaseCapacity": 0, "onDemandPercentage": 100, "rootVolumeSize": 30,
    "maxInstanceLifetime": 0, "containerInsights": "enabled", "protectBusyInstances": "DISABLED", "logRetentionDays": 365,
}
OF_RECIPE = {"classic": FIXED, "standard": FIXED | PUBLIC, "production": MANAGED}


def rows(recipe):
    """A region and its choices: each region with both architectures, all other choices mixed."""
    choices = OF_RECIPE[recipe]
    mixed = random.Random(recipe)
    found = [
        (region, {choice: mixed.choice(values) for choice, values in choices.items()} | {"architecture": architecture})
        for region in REGIONS for architecture in choices["architecture"]
    ]
    for (one, ones), (other, others) in itertools.combinations(choices.items(), 2):
        missing = set(itertools.product(map(str, ones), map(str, others))) - {(str(row[one]), str(row[other])) for _, row in found}
        assert not missing, f"{recipe}: no sample has {one}, {other} = {missing}"
    return found


def cluster_file(recipe, region, row):
    architecture = row["architecture"]
    images = {name: f"ami-{number:017x}" for number, name in enumerate(REGIONS, 1)}
    if row["images"] == "two":
        images = {name: images[name] for name in (region, "us-east-1")}
    file = row | {
        "version": 1, "stackName": "web", "recipe": recipe, "region": region, "vpcId": "vpc-0a1b2c3d4e5f60718",
        "subnets": [f"subnet-0a1b2c3d4e5f6071{number}" for number in range(row["subnets"])],
        "sourceSecurityGroup": "sg-0a1b2c3d4e5f60718", "instanceType": TYPES[recipe][architecture], "images": images,
    }
    if "alternateInstanceTypes" in row:
        file["alternateInstanceTypes"] = ALTERNATES[architecture] if row["alternateInstanceTypes"] else []
    return {key: value for key, value in file.items() if value is not None}


def write(folder):
    """Writes them as recipe-architecture-region.ecscluster, and a strict one; answers how many there are."""
    os.makedirs(folder, exist_ok=True)
    files = {
        f"{recipe}-{row['architecture']}-{region}": cluster_file(recipe, region, row)
        for recipe in RECIPES for region, row in rows(recipe)
    }
    files["strict-x86_64-eu-west-1"] = cluster_file("production", "eu-west-1", STRICT)
    for name, content in files.items():
        with open(f"{folder}/{name}.ecscluster", "w") as file:
            json.dump(content, file, indent=1)
    return len(files)


def recipe_of(sample):
    return sample.split("-")[0]


def region_of(sample):
    return sample.split("-", 2)[2]
