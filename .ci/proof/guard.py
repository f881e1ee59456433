"""cfn-guard with the rules that Control Tower's proactive controls run."""

import json
import pathlib
import platform
import re
import subprocess

from proof.packages import FOLDER

PACKAGE = f"{FOLDER}/node_modules/@cdklabs/cdk-validator-cfnguard"


def about(files):
    """The rules that name a type of the templates: the others, four in five, have nothing to look at."""
    types = {resource["Type"] for file in files for resource in json.loads(pathlib.Path(file).read_text())["Resources"].values()}
    rules = pathlib.Path(PACKAGE, "rules/control-tower/cfn-guard").rglob("*.guard")
    return sorted(str(rule) for rule in rules if types & set(re.findall(r"AWS::\w+::\w+", rule.read_text())))


def guard(files):
    """Findings of templates in JSON: file, control, logical id, words."""
    given = [word for rule in about(files) for word in ("--rules", rule)] + [word for file in files for word in ("--data", file)]
    ran = subprocess.run(
        [f"{PACKAGE}/bin/ubuntu/{platform.machine()}/cfn-guard", "validate", *given, "--output-format", "json", "--show-summary", "none",
         "--structured"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    # 19: some template does not comply
    if ran.returncode not in (0, 19):
        raise SystemExit(f"cfn-guard: {ran.returncode}: {ran.stderr[-2000:]}")
    reports = json.loads(ran.stdout)
    if len(reports) != len(files):
        raise SystemExit(f"cfn-guard took {len(reports)} of {len(files)} templates")
    found = set()
    for report in reports:
        for rule in report["not_compliant"]:
            said = list(texts(rule))
            controls = {control for text in said for control in re.findall(r"\[(CT\.[A-Z0-9.-]+)\]: *(.+)", text)}
            places = {place for text in said for place in re.findall(r"^/Resources/(\w+)", text)}
            for control, words in controls or {(rule["Rule"]["name"], "")}:
                found |= {(report["name"], control, place, words) for place in places or {"-"}}
    return sorted(found)


def texts(node):
    if isinstance(node, str):
        yield node
    else:
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from texts(child)


def with_values(template):
    """The template with defaults in place of references to parameters: closer to what a control sees of a deployment."""
    defaults = {name: parameter["Default"] for name, parameter in template["Parameters"].items() if "Default" in parameter}

    def put(node):
        if isinstance(node, dict):
            known = list(node) == ["Ref"] and node["Ref"] in defaults
            return defaults[node["Ref"]] if known else {key: put(value) for key, value in node.items()}
        return [put(item) for item in node] if isinstance(node, list) else node

    return template | {"Resources": put(template["Resources"])}
