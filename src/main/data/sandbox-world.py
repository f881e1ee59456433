#!/usr/bin/env python3
"""Carries plain figures from the data of moto (Apache-2.0) over into the sandbox's world.

Usage: pip install moto; python3 src/main/data/sandbox-world.py
Writes src/main/resources/dev/ecswizard/sandbox/world/*.gz, the same bytes for the same moto.
"""
import gzip
import io
import json
import pathlib
import re

import moto
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend

SOURCE = pathlib.Path(moto.__file__).parent / "ec2" / "resources"
PARAMETERS = SOURCE.parent.parent / "ssm/resources/ecs/optimized_amis"
TARGET = pathlib.Path(__file__).parent.parent / "resources/dev/ecswizard/sandbox/world"

# AWS account management guide: regions that are on for everyone; every other one is opted into.
ALWAYS_ON = """us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2
    eu-west-3 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2""".split()
# Which of them this account has opted into is the sandbox's own story.
OPTED_IN = "af-south-1 ap-southeast-3 eu-central-2 eu-south-1".split()
# Commercial regions for which moto has no figures.
WITHOUT_FIGURES = "ap-east-2 ap-southeast-6 ap-southeast-7 mx-central-1".split()

ECS_IMAGE = re.compile(r"(al2023-ami-ecs-hvm|al2023-ami-ecs-gpu-hvm|al2023-ami-ecs-neuron-hvm|amzn2-ami-ecs-hvm)-.*")
PLAIN_IMAGE = re.compile(r"al2023-ami-2023\.\S+-kernel-6\.1-\S+")
KEPT_DATES = 4
SOFTWARE = ("ecs_agent_version", "ecs_runtime_version", "source_image_name")


def read(path):
    with gzip.open(SOURCE / path) as file:
        return json.load(file)


def write(name, text):
    bytes_ = io.BytesIO()
    with gzip.GzipFile(fileobj=bytes_, mode="wb", mtime=0, filename="", compresslevel=9) as file:
        file.write(text.encode())
    (TARGET / name).write_bytes(bytes_.getvalue())
    print(name, len(bytes_.getvalue()), "bytes")


def offered(region, by):
    found = {}
    for row in read(f"instance_type_offerings/{by}/{region}.json.gz"):
        found.setdefault(row["Location"], set()).add(row["InstanceType"])
    return found


def zones(region):
    """Names and ids of the zones: of all pairs the one whose offerings agree, by moto's own pairs where several do."""
    names, ids = offered(region, "availability-zone"), offered(region, "availability-zone-id")
    said = {zone.name: zone.zone_id for zone in RegionsAndZonesBackend.zones[region]}
    pairs = {}
    for name in sorted(names):
        same = [id_ for id_ in sorted(ids) if ids[id_] == names[name] and id_ not in pairs.values()]
        pairs[name] = said[name] if said.get(name) in same or not same else same[0]
    assert len(set(pairs.values())) == len(pairs), (region, pairs)
    return pairs


def kept_images(region):
    images = [i for i in read(f"ecs/optimized_amis/{region}.json.gz") if ECS_IMAGE.fullmatch(i["name"])]
    families = {}
    for image in images:
        family = re.sub(r"20\d{6}", "", image["name"])
        families.setdefault(family, []).append(image)
    for family in families.values():
        family.sort(key=lambda image: image["name"], reverse=True)
        yield from family[:KEPT_DATES]
    for image in read(f"latest_amis/{region}.json.gz"):
        if PLAIN_IMAGE.fullmatch(image["name"]):
            yield image


def softwares(region):
    """By the name of an ECS-optimized image: the agent, the runtime and the image it was made of."""
    def inside(tree):
        for node in tree.values():
            value = node.get("Value")
            if value is None:
                yield from inside(node)
            elif "image_name" in value:
                yield value["image_name"], [value[key] for key in SOFTWARE]
    with gzip.open(PARAMETERS / f"{region}.json.gz") as file:
        root = json.load(file)["aws"]["service"]["ecs"]["optimized-ami"]
    return dict(inside({k: root[k] for k in ("amazon-linux-2023", "amazon-linux-2")}))


def main():
    with_figures = sorted(p.name.removesuffix(".json.gz") for p in (SOURCE / "instance_type_offerings/region").glob("*"))
    regions = []
    for region in sorted(with_figures + WITHOUT_FIGURES):
        opt_in = ("opt-in-not-required" if region in ALWAYS_ON else "opted-in" if region in OPTED_IN else "not-opted-in")
        pairs = zones(region).items() if region in with_figures else ()
        regions.append("\t".join([region, opt_in, *(f"{name}={id_}" for name, id_ in pairs)]))
    write("regions.tsv.gz", "\n".join(regions) + "\n")

    types = read("instance_types.json.gz")
    write("instance-types.json.gz", json.dumps([types[name] for name in sorted(types)], sort_keys=True, separators=(",", ":")))

    places = {}
    for region in with_figures:
        for zone, names in offered(region, "availability-zone").items():
            for name in names:
                places.setdefault(name, {}).setdefault(region, set()).add(zone.removeprefix(region))
    unknown = set(places) - set(types)
    print("offered but without figures, left out:", sorted(unknown))
    write("offerings.tsv.gz", "".join(
        "\t".join([name, *(f"{region}={''.join(sorted(letters))}" for region, letters in sorted(places[name].items()))]) + "\n"
        for name in sorted(set(places) & set(types))))

    software = {region: softwares(region) for region in with_figures}
    write("images.tsv.gz", "".join(
        "\t".join([region, i["ami_id"], i["owner_id"], i["architecture"], i["name"], i["description"],
                   *software[region].get(i["name"], ())]) + "\n"
        for region in with_figures
        for i in sorted(kept_images(region), key=lambda i: i["name"])))


main()
