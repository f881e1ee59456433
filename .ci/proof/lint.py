"""cfn-lint: each template in its own region, and some of them in every region that cfn-lint knows."""

from cfnlint.config import ConfigMixIn, ManualArgs
from cfnlint.runner import Runner
from cfnlint.runner.template import run_template_by_file_paths


def lint(files):
    """Findings of files, each given with the regions to hold it against: file, rule, place, words."""
    rules = Runner(ConfigMixIn(**ManualArgs(templates=[]))).rules
    found = []
    for file, regions in files:
        config = ConfigMixIn(**ManualArgs(templates=[file], regions=list(regions), include_checks=["I"], include_experimental=True))
        for match in run_template_by_file_paths(config, rules):
            place = str(match.path[1]) if len(match.path or []) > 1 else "-"
            found.append((file, match.rule.id, place, match.message))
    return found
