"""awscli in this process, pointed at a sandbox: what was asked, what came back, and whether it was as AWS has it."""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import time

import botocore.waiter
from awscli.clidriver import create_clidriver

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import model  # noqa: E402

PACE = 15


class Sandbox:
    """The product's own, served by a process of its own until the block ends."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        java = os.environ.get("JAVA", "java")
        self.process = subprocess.Popen(
            [java, "-jar", "target/ecs-cluster-wizard.jar", "--serve-sandbox", "0", *self.options],
            stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url.startswith("http://127.0.0.1:"):
            raise SystemExit(f"the sandbox did not start: {self.url}")
        os.environ["AWS_ENDPOINT_URL"] = self.url
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def brisk_waiters():
    """AWS's waiters sleep up to 30 s between two looks; here they do so in the sandbox's time."""

    class Brisk:
        sleep = staticmethod(lambda seconds: time.sleep(seconds / PACE))

        def __getattr__(self, name):
            return getattr(time, name)

    botocore.waiter.time = Brisk()


class Walk:
    """Asks, and gathers what was not as expected; one odd answer does not end the walk."""

    def __init__(self):
        brisk_waiters()
        self.start()
        self.good, self.bad = set(), set()
        self.calls = self.values = 0
        self.odd = []

    def start(self):
        self.driver = create_clidriver()
        self.driver.session.register("before-parse", self.heard)

    def heard(self, operation_model, response_dict, **_):
        """Every answer, raw, before botocore makes the best of it."""
        service = operation_model.service_model.service_name
        key = (service, operation_model.name)
        (self.good if response_dict["status_code"] == 200 else self.bad).add(key)
        self.calls += 1
        headers = response_dict["headers"]
        check = model.Check(service, operation_model.name)
        check.answer({
            "target": "any" if model.models[service]["metadata"]["protocol"] == "json" else "null",
            "status": response_dict["status_code"],
            "type": headers.get("content-type"),
            "id": headers.get("x-amzn-requestid"),
            "body": response_dict["body"].decode(),
        })
        self.values += check.values
        for path, what in check.wrong:
            self.say(f"{service} {operation_model.name}: {path}: {what}")

    def say(self, what):
        if what not in self.odd:
            self.odd.append(what)
            print(f"   ODD {what}", file=sys.__stderr__, flush=True)

    def part(self, steps, *arguments):
        """Runs some steps; where they break off for want of an answer, the others go on."""
        try:
            return steps(self, *arguments)
        except (AttributeError, IndexError, KeyError, TypeError) as broken:
            line = broken.__traceback__.tb_next.tb_lineno
            self.say(f"{steps.__name__} broke off at line {line}: {broken}")
            return None

    def run(self, *words):
        """Exit code, standard output and standard error of one command."""
        if "--region" in words:
            return self.elsewhere(words)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = self.driver.main([str(word) for word in words])
            except SystemExit as left:
                code = left.code
        return code, out.getvalue(), err.getvalue().strip()

    def elsewhere(self, words):
        """awscli keeps a region for the rest of its session."""
        at = words.index("--region")
        here = os.environ["AWS_DEFAULT_REGION"]
        os.environ["AWS_DEFAULT_REGION"] = words[at + 1]
        self.start()
        try:
            return self.run(*words[:at], *words[at + 2:])
        finally:
            os.environ["AWS_DEFAULT_REGION"] = here
            self.start()

    def ask(self, *words):
        """What a command that must go well prints, read as JSON; a `--query` may pick."""
        code, out, err = self.run(*words, "--output", "json")
        if code:
            self.say(f"{shown(words)}: {err}")
            return None
        return json.loads(out) if out.strip() else None

    def says(self, wanted, *words):
        """A command that must print this."""
        found = self.ask(*words)
        if found != wanted:
            self.say(f"{shown(words)}: expected {wanted!r}, got {found!r}")

    def holds(self, what, condition):
        if not condition:
            self.say(what)

    def refuses(self, code, sentence, *words):
        """A command that must fail with one of AWS's codes, given as a pattern, and a message in which this pattern is found."""
        status, out, err = self.run(*words)
        found = re.fullmatch(r"An error occurred \((\S+)\) when calling the \w+ operation(?: \(.*\))?: ?(.*)", err, re.S)
        if not status or not found:
            self.say(f"{shown(words)}: expected {code}, got {out[:200]}{err[:300]}")
        elif not re.fullmatch(code, found[1]) or not re.search(sentence, found[2]):
            self.say(f"{shown(words)}: expected {code}: {sentence}, got {found[1]}: {found[2]}")

    def until(self, wanted, what, *words, seconds=60):
        """Asks until the answer matches; says so where it does not in time."""
        deadline = time.monotonic() + seconds
        while True:
            found = self.ask(*words)
            if found is None or re.fullmatch(wanted, str(found)):
                return found
            if time.monotonic() > deadline:
                self.say(f"{what}: expected {wanted}, after {seconds} s still {found}")
                return found
            time.sleep(0.25)


def shown(words):
    return "aws " + " ".join(str(word)[:60].replace("\n", " ") for word in words)
