"""CloudFormation's change sets and updates, good and bad."""

import json

from .stacks import CFN, body, create, parameters, status, story


def change(walk, stack, name, *options, **values):
    return walk.ask(CFN, "create-change-set", "--stack-name", stack, "--change-set-name", name, "--template-body", body("tiny"),
                    *options, *parameters(**values), "--query", "Id")


def change_sets(walk, vpc):
    """A stack that begins as a change set, is changed by another, and one that changes nothing."""
    first = change(walk, "changing", "first", "--change-set-type", "CREATE", VpcId=vpc)
    walk.until("CREATE_COMPLETE", "the first change set", CFN, "describe-change-set", "--change-set-name", first, "--query", "Status")
    walk.says("REVIEW_IN_PROGRESS", CFN, "describe-stacks", "--stack-name", "changing", "--query", "Stacks[0].StackStatus")
    walk.says([["Cluster", "Add"], ["Group", "Add"]], CFN, "describe-change-set", "--change-set-name", first, "--query",
              "sort_by(Changes, &ResourceChange.LogicalResourceId)[].[ResourceChange.LogicalResourceId,ResourceChange.Action]")
    walk.says(["first"], CFN, "list-change-sets", "--stack-name", "changing", "--query", "Summaries[].ChangeSetName")
    walk.ask(CFN, "execute-change-set", "--change-set-name", first)
    status(walk, "changing", "CREATE_COMPLETE")
    change(walk, "changing", "second", VpcId=vpc, Words="second")
    walk.run(CFN, "wait", "change-set-create-complete", "--stack-name", "changing", "--change-set-name", "second")
    group = walk.ask(CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "second", "--include-property-values",
                     "--query", "Changes[?ResourceChange.LogicalResourceId=='Group'].ResourceChange | [0]")
    walk.holds(f"another description replaces the group: {group}", group and (group["Action"], group["Replacement"]) == ("Modify", "True"))
    walk.holds("before and after", {"first", "second"} == {json.loads(group[key])["Properties"]["GroupDescription"] for key in ("BeforeContext", "AfterContext")})
    change(walk, "changing", "third", VpcId=vpc, Note="some")
    walk.until("CREATE_COMPLETE", "the third change set", CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "third", "--query", "Status")
    walk.says([["Modify", "False"]], CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "third", "--query",
              "Changes[].[ResourceChange.Action,ResourceChange.Replacement]")
    walk.ask(CFN, "delete-change-set", "--stack-name", "changing", "--change-set-name", "third")
    walk.refuses("ChangeSetNotFound", r"^ChangeSet \[third\] does not exist$", CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "third")
    walk.ask(CFN, "execute-change-set", "--stack-name", "changing", "--change-set-name", "second")
    status(walk, "changing", "UPDATE_COMPLETE")
    change(walk, "changing", "same", VpcId=vpc, Words="second")
    walk.until("FAILED", "a change set without changes", CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "same", "--query", "Status")
    reason = walk.ask(CFN, "describe-change-set", "--stack-name", "changing", "--change-set-name", "same", "--query", "StatusReason")
    walk.holds(f"why: {reason}", reason and ("didn't contain changes" in reason or "No updates are to be performed" in reason))
    walk.refuses("InvalidChangeSetStatus", "", CFN, "execute-change-set", "--stack-name", "changing", "--change-set-name", "same")
    change_sets_refused(walk, vpc)


def change_sets_refused(walk, vpc):
    tiny = ["--template-body", body("tiny"), *parameters(VpcId=vpc)]
    walk.refuses("AlreadyExistsException", r"same", CFN, "create-change-set", "--stack-name", "changing", "--change-set-name", "same", *tiny)
    walk.refuses("ValidationError", "nobody.*does not exist", CFN, "create-change-set", "--stack-name", "nobody", "--change-set-name", "x", *tiny)
    walk.refuses("ValidationError", "changing", CFN, "create-change-set", "--stack-name", "changing", "--change-set-name", "x", "--change-set-type", "CREATE", *tiny)
    walk.refuses("ChangeSetNotFound", "nothing", CFN, "execute-change-set", "--stack-name", "changing", "--change-set-name", "nothing")
    walk.refuses("ValidationError|ChangeSetNotFound", "nobody", CFN, "list-change-sets", "--stack-name", "nobody")
    walk.refuses("ValidationError|ChangeSetNotFound", "", CFN, "delete-change-set", "--stack-name", "nobody", "--change-set-name", "x")


def update(walk, stack, template, *options, **values):
    return walk.ask(CFN, "update-stack", "--stack-name", stack, "--template-body", body(template), *options,
                    *parameters(**values), "--query", "StackId")


def updates(walk, vpc):
    update(walk, "changing", "tiny", VpcId=vpc, Words="third", Note="some")
    code, _, err = walk.run(CFN, "wait", "stack-update-complete", "--stack-name", "changing")
    walk.holds(f"the waiter for an update: {err}", code == 0)
    lines = [line[:2] for line in story(walk, "changing")]
    walk.holds(f"what was replaced is deleted in the end: {lines[-6:]}", ["Group", "DELETE_COMPLETE"] in lines[-3:])
    walk.refuses("ValidationError", r"^No updates are to be performed\.$", CFN, "update-stack", "--stack-name", "changing", "--use-previous-template",
                 "--parameters", *(f"ParameterKey={key},UsePreviousValue=true" for key in ("VpcId", "Words", "Note")))
    walk.refuses("ValidationError", r"^Stack.*nobody.*does not exist$", CFN, "update-stack", "--stack-name", "nobody", "--template-body", body("tiny"), *parameters(VpcId=vpc))
    walk.refuses("ValidationError", "CancelUpdateStack cannot be called", CFN, "cancel-update-stack", "--stack-name", "changing")
    walk.refuses("ValidationError", "", CFN, "continue-update-rollback", "--stack-name", "changing")
    update(walk, "changing", "tiny", VpcId=vpc, Words="fourth", Note="some")
    walk.ask(CFN, "cancel-update-stack", "--stack-name", "changing")
    status(walk, "changing", "UPDATE_ROLLBACK_COMPLETE")
    deploy(walk, vpc)
    walk.run(CFN, "delete-stack", "--stack-name", "changing")


def deploy(walk, vpc):
    """What operators and pipelines call: a change set, its waiters and its execution in one command."""
    command = [CFN, "deploy", "--template-file", ".ci/walk/tiny.yaml", "--stack-name", "deployed", "--no-fail-on-empty-changeset", "--parameter-overrides", f"VpcId={vpc}"]
    for words, said in ([], "Successfully created/updated stack - deployed"), (["Words=other"], "Successfully created/updated"), (["Words=other"], "No changes to deploy"):
        code, out, err = walk.run(*command, *words)
        walk.holds(f"aws cloudformation deploy {words}: {out}{err}", code == 0 and said in out + err)
    walk.run(CFN, "delete-stack", "--stack-name", "deployed")


def walk_changes(walk):
    vpc = walk.ask("ec2", "describe-vpcs", "--filters", "Name=is-default,Values=true", "--query", "Vpcs[0].VpcId")
    walk.part(change_sets, vpc)
    walk.part(updates, vpc)
