"""Readers of YAML that have to see the same tree: js-yaml, PyYAML, awscli's and cfn-lint's."""

import json

import yaml
from awscli.customizations.cloudformation.yamlhelper import yaml_parse
from cfnlint.decode.cfn_yaml import loads

from proof.packages import node


class Tagged(yaml.SafeLoader):
    """YAML 1.1; tagged nodes are kept as {"!Tag": value}."""


def tagged(loader, tag, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {f"!{tag}": value}


Tagged.add_multi_constructor("!", tagged)


def long(node):
    """The same tree with the functions that the tags stand for."""
    if isinstance(node, list):
        return [long(item) for item in node]
    if not isinstance(node, dict):
        return node
    tag, value = next(iter(node.items()), (None, None))
    if not str(tag).startswith("!"):
        return {key: long(value) for key, value in node.items()}
    if tag == "!GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {tag[1:] if tag in ("!Ref", "!Condition") else f"Fn::{tag[1:]}": long(value)}


def exact(tree):
    """Order and types too: True is not 1, a date is no text, nor is a key that JSON would make one."""
    return json.dumps(marked(tree), default=lambda odd: {"odd": f"{type(odd).__name__} {odd}"})


def marked(tree):
    if isinstance(tree, list):
        return [marked(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    return {key if isinstance(key, str) else f"(no text) {key!r}": marked(value) for key, value in tree.items()}


def read(files):
    """Where two readers differ, as findings: file, the reader's name, place, words."""
    of_js_yaml = node("read.mjs", *files)
    found = []
    for file in files:
        with open(file) as source:
            text = source.read()
        tree = yaml.load(text, Tagged)
        for reader, mine, theirs in (
            ("js-yaml", tree, of_js_yaml[file]),
            ("awscli", long(tree), yaml_parse(text)),
            ("cfn-lint", long(tree), loads(text)),
        ):
            if exact(mine) != exact(theirs):
                found.append((file, reader, place(mine, theirs), f"PyYAML and {reader} read different trees"))
    return found


def place(one, other):
    """The first key that differs, outermost first."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        for key in one:
            if exact(one[key]) != exact(other[key]):
                inner = place(one[key], other[key])
                return str(key) if inner == "-" else f"{key}.{inner}"
    return "-"
