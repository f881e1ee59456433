#!/usr/bin/env python3
"""Carries what the sandbox needs of AWS's resource schemas over from cfn-lint, which distributes them.

Usage: pip install cfn-lint; python3 src/main/data/resource-types.py
Writes src/main/resources/dev/ecswizard/sandbox/stacks/resource-types.json, the same bytes for the same cfn-lint. Per
type: the properties with their types, enumerations, patterns, bounds and required members; `attributes`, what Fn::GetAtt gives;
`createOnly` and `conditionalCreateOnly`, the paths of the properties whose change replaces the resource; `taggable`,
whether the stack's tags reach it; `identifiers`, what AWS knows it by; `identifier`, the property that names it, if one can be given.
"""
import json
import pathlib

import cfnlint
from cfnlint.data.schemas.providers import us_east_1

TYPES = """AWS::IAM::Role AWS::IAM::InstanceProfile AWS::EC2::SecurityGroup AWS::ECS::Cluster
    AWS::AutoScaling::LaunchConfiguration AWS::EC2::LaunchTemplate AWS::AutoScaling::AutoScalingGroup AWS::Logs::LogGroup
    AWS::ECS::CapacityProvider AWS::ECS::ClusterCapacityProviderAssociations""".split()
SCHEMAS = pathlib.Path(cfnlint.__file__).parent / "data/schemas/resources"
# Where AWS's own documents say otherwise than cfn-lint, which loosens schemas for its rules.
ATTRIBUTES = {"AWS::EC2::SecurityGroup": ["VpcId"]}
REQUIRED = {"AWS::ECS::ClusterCapacityProviderAssociations": ["Cluster", "CapacityProviders", "DefaultCapacityProviderStrategy"]}
BOUNDS = "pattern minLength maxLength minimum maximum minItems maxItems uniqueItems".split()
TARGET = pathlib.Path(__file__).parent.parent / "resources/dev/ecswizard/sandbox/stacks/resource-types.json"


def names(paths):
    return [path.removeprefix("/properties/") for path in paths]


def added(name):
    """The places where cfn-lint put something of its own into a schema: what the registry lets pass and the service refuses."""
    folder = SCHEMAS.parent / "patches/extensions/all" / name.lower().replace("::", "_")
    places = set()
    for file in sorted(folder.glob("*.json")):
        for change in json.loads(file.read_text()):
            places.add(change["path"])
            if isinstance(change.get("value"), dict):
                places.update(f"{change['path']}/{key}" for key in change["value"])
    return places


def bounds(node, found, place, foreign):
    for key in BOUNDS:
        if node.get(key) and f"{place}/{key}" not in foreign:
            found[key] = node[key]
    return found


def rule(node, schema, path, dropped, place, foreign, above=()):
    if "$ref" in node:
        target = node["$ref"].rsplit("/", 1)[-1]
        if target in above:
            return {}
        return rule(
            schema["definitions"][target], schema, path, dropped, "/definitions/" + target, foreign, (*above, target))
    if isinstance(node.get("type"), list):
        # such as an object that may be given as JSON text
        return {}
    kind = node.get("type", "object" if "properties" in node else "")
    if kind == "array":
        items = rule(node.get("items", {}), schema, path + "/*", dropped, place + "/items", foreign, above)
        return bounds(node, {"type": kind, "items": items}, place, foreign)
    if kind == "object":
        if "properties" not in node:
            return {}
        found = {"type": kind, "properties": {
            name: rule(inner, schema, f"{path}/{name}", dropped, f"{place}/properties/{name}", foreign, above)
            for name, inner in sorted(node["properties"].items())
            if f"{path}/{name}" not in dropped}}
        if node.get("required"):
            found["required"] = node["required"]
        return found
    found = {"type": kind} if kind else {}
    if "enum" in node:
        found["enum"] = node["enum"]
    return bounds(node, found, place, foreign)


def main():
    lines = []
    for name in TYPES:
        schema = json.loads((SCHEMAS / f"{us_east_1.types[name]}.json").read_text())
        read_only = schema.get("readOnlyProperties", [])
        settable = {"/properties/" + n for n in names(read_only) if n in schema["properties"]}
        top = {"type": "object", "properties": schema["properties"], "required": REQUIRED.get(name, schema.get("required"))}
        found = rule(top, schema, "/properties", settable, "", added(name))
        tagging = schema.get("tagging", {})
        identifiers = names(schema["primaryIdentifier"])
        found["attributes"] = sorted([n.replace("/", ".") for n in names(read_only)] + ATTRIBUTES.get(name, []))
        found["createOnly"] = names(schema.get("createOnlyProperties", []))
        found["conditionalCreateOnly"] = names(schema.get("conditionalCreateOnlyProperties", []))
        found["taggable"] = bool(tagging.get("taggable") and tagging.get("tagUpdatable"))
        found["identifiers"] = identifiers
        if identifiers[0] in found["properties"]:
            found["identifier"] = identifiers[0]
        lines.append(f'"{name}": ' + json.dumps(found, separators=(",", ":")))
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
