"""What the tools found, held against .ci/accepted.txt: nothing new, and nothing accepted that is found no more."""

import itertools
from typing import NamedTuple

ACCEPTED = ".ci/accepted.txt"


class Finding(NamedTuple):
    tool: str
    rule: str
    recipe: str
    place: str

    def __str__(self):
        return f"{self.tool} {self.rule} {self.recipe} {self.place}"


def accepted(file=ACCEPTED):
    """The findings that are accepted; a line without a reason, or twice the same finding, ends the check."""
    found = set()
    with open(file) as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            what, bar, reason = line.partition(" | ")
            words = what.split()
            if not bar or not reason.strip() or len(words) != 4:
                raise SystemExit(f"{file}:{number}: expected 'tool rule recipes places | reason'")
            tool, rule, recipes, places = words
            for recipe, place in itertools.product(recipes.split(","), places.split(",")):
                finding = Finding(tool, rule, recipe, place)
                if finding in found:
                    raise SystemExit(f"{file}:{number}: a second time: {finding}")
                found.add(finding)
    return found


def verdict(found, known, tools):
    """What is wrong, in sentences. found: findings with an example each; tools: those whose findings are all in."""
    known = {finding for finding in known if finding.tool in tools}
    return [
        *(f"not accepted: {finding} ({found[finding]})" for finding in sorted(found.keys() - known)),
        *(f"accepted, but found no more: {finding}" for finding in sorted(known - found.keys())),
    ]
