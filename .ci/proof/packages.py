"""The npm packages that the checks need, as .ci/npm pins them."""

import filecmp
import json
import os
import shutil
import subprocess

FOLDER = os.path.abspath("target/npm")
PINNED = ("package.json", "package-lock.json")


def install():
    """Installs them unless they are there."""
    done = f"{FOLDER}/done"
    if os.path.exists(done) and all(filecmp.cmp(f".ci/npm/{file}", f"{FOLDER}/{file}", False) for file in PINNED):
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    for file in PINNED:
        shutil.copy(f".ci/npm/{file}", f"{FOLDER}/{file}")
    # legacy-peer-deps: cfn-guard's wrapper would bring along all of CDK's library
    subprocess.run(["npm", "ci", "--prefix", FOLDER, "--omit=optional", "--legacy-peer-deps", "--no-audit", "--no-fund",
                    "--loglevel=error"], check=True)
    with open(done, "w"):
        pass


def node(script, *words):
    """What one of the scripts beside this file answers, with the packages' folder as its first word."""
    ran = subprocess.run(["node", f".ci/proof/{script}", FOLDER, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if ran.returncode:
        raise SystemExit(f"{script}: {ran.stderr[-2000:]}")
    return json.loads(ran.stdout)
