"""CloudFormation's operations on templates and stacks, good and bad."""

import json

CFN = "cloudformation"
NOBODY = "arn:aws:cloudformation:eu-west-1:123456789012:stack/nobody/00000000-0000-4000-8000-000000000000"


def body(name):
    return f"file://.ci/walk/{name}.yaml"


def resources(**values):
    return json.dumps({"Resources": values})


def parameters(**values):
    return ["--parameters", *(f"ParameterKey={key},ParameterValue={value}" for key, value in values.items())]


def create(walk, stack, template, *options, **values):
    return walk.ask(CFN, "create-stack", "--stack-name", stack, "--template-body", body(template), *options,
                    *(parameters(**values) if values else []), "--query", "StackId")


def status(walk, stack, wanted, seconds=60):
    return walk.until(wanted, f"the stack {stack}", CFN, "describe-stacks", "--stack-name", stack,
                      "--query", "Stacks[0].StackStatus", seconds=seconds)


def story(walk, stack):
    """Oldest first: logical id, status and reason of every event."""
    return walk.ask(CFN, "describe-stack-events", "--stack-name", stack, "--query",
                    "reverse(StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason])") or []


def templates(walk):
    walk.says(["Note", "VpcId", "Words"], CFN, "validate-template", "--template-body", body("tiny"), "--query", "sort(Parameters[].ParameterKey)")
    walk.says(["CAPABILITY_NAMED_IAM"], CFN, "validate-template", "--template-body", body("named"), "--query", "Capabilities")
    walk.says(["AWS::EC2::SecurityGroup", "AWS::ECS::Cluster"], CFN, "get-template-summary", "--template-body", body("tiny"), "--query", "sort(ResourceTypes)")
    walk.says(["AWS::EC2::VPC::Id"], CFN, "get-template-summary", "--template-body", body("tiny"), "--query", "Parameters[?ParameterKey=='VpcId'].ParameterType")
    walk.refuses("ValidationError", "(?i)template", CFN, "validate-template", "--template-body", "Resources: [")
    walk.refuses("ValidationError", "(?i)resource", CFN, "validate-template", "--template-body", "{}")
    walk.refuses("ValidationError", "Unresolved resource dependencies \\[Nobody\\]", CFN, "validate-template", "--template-body",
                 resources(A={"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": {"Ref": "Nobody"}}}))
    walk.refuses("ValidationError", "(?i)circular dependency", CFN, "create-stack", "--stack-name", "loop", "--template-body",
                 resources(A={"Type": "AWS::ECS::Cluster", "DependsOn": "B"}, B={"Type": "AWS::ECS::Cluster", "DependsOn": "A"}))
    walk.refuses("ValidationError", "does not exist", CFN, "get-template-summary", "--stack-name", "nobody")
    walk.refuses("ValidationError", "51200", CFN, "validate-template", "--template-body", "#" * 51_201)
    walk.refuses("ValidationError", "AWS::Nothing::Known", CFN, "create-stack", "--stack-name", "odd", "--template-body",
                 resources(A={"Type": "AWS::Nothing::Known"}))


def refused(walk, vpc):
    """What is refused before anything is created."""
    tiny = ["--template-body", body("tiny")]
    walk.refuses("ValidationError", r"^Parameters: \[VpcId\] must have values$", CFN, "create-stack", "--stack-name", "bad", *tiny)
    walk.refuses("ValidationError", r"^Parameters: \[Odd\] do not exist in the template$", CFN, "create-stack", "--stack-name", "bad", *tiny, *parameters(VpcId=vpc, Odd="x"))
    walk.refuses("ValidationError", "Words.*small letters", CFN, "create-stack", "--stack-name", "bad", *tiny, *parameters(VpcId=vpc, Words="BIG"))
    walk.refuses("ValidationError", "stackName", CFN, "create-stack", "--stack-name", "9bad", *tiny, *parameters(VpcId=vpc))
    walk.refuses("InsufficientCapabilitiesException", r"^Requires capabilities : \[CAPABILITY_NAMED_IAM\]$", CFN, "create-stack", "--stack-name", "bad",
                 "--template-body", body("named"), *parameters(Name="x"))
    for command in "describe-stacks", "list-stack-resources", "get-template", "describe-stack-events", "describe-stack-resources", "update-termination-protection":
        more = ["--enable-termination-protection"] if command == "update-termination-protection" else []
        walk.refuses("ValidationError", "^Stack.*nobody.*does not exist$", CFN, command, "--stack-name", "nobody", *more)
    walk.refuses("ValidationError", "does not exist$", CFN, "describe-stacks", "--stack-name", NOBODY)
    walk.refuses("ValidationError", "^Stack.*nobody.*does not exist$", CFN, "describe-stack-resource", "--stack-name", "nobody", "--logical-resource-id", "x")
    walk.refuses("ValidationError", "SPLENDID", CFN, "list-stacks", "--stack-status-filter", "SPLENDID")
    walk.refuses("ValidationError", "does not exist", CFN, "describe-events", "--stack-name", "nobody")
    code, _, err = walk.run(CFN, "delete-stack", "--stack-name", "nobody")
    walk.holds(f"deleting nobody's stack does nothing: {err}", code == 0)


def life(walk, vpc):
    """A stack from its creation to its deletion."""
    token = ["--client-request-token", "first-try"]
    id_ = create(walk, "life", "tiny", *token, "--tags", "Key=team,Value=ops", VpcId=vpc)
    walk.holds("a repeat with the same token is harmless", create(walk, "life", "tiny", *token, "--tags", "Key=team,Value=ops", VpcId=vpc) == id_)
    walk.refuses("AlreadyExistsException", r"^Stack \[life\] already exists$", CFN, "create-stack", "--stack-name", "life", "--template-body", body("tiny"), *parameters(VpcId=vpc))
    code, _, err = walk.run(CFN, "wait", "stack-create-complete", "--stack-name", "life")
    walk.holds(f"the waiter for a creation: {err}", code == 0)
    stack = walk.ask(CFN, "describe-stacks", "--stack-name", id_, "--query", "Stacks[0]")
    walk.holds("its outputs", {each["OutputKey"]: each.get("ExportName") for each in stack["Outputs"]} == {"ClusterName": "life-cluster", "GroupId": None})
    walk.holds("its tags", stack["Tags"] == [{"Key": "team", "Value": "ops"}])
    lines = [line[:2] for line in story(walk, id_)]
    walk.holds(f"its first and last event: {lines}", lines[0] == ["life", "CREATE_IN_PROGRESS"] and lines[-1] == ["life", "CREATE_COMPLETE"])
    walk.holds("every resource begins twice", all(lines.count([each, "CREATE_IN_PROGRESS"]) == 2 for each in ("Cluster", "Group")))
    events = walk.ask(CFN, "describe-events", "--stack-name", id_, "--query", "OperationEvents[].LogicalResourceId")
    walk.holds(f"the newer call knows the events: {events}", events and "Cluster" in events)
    for command, key in ("list-stack-resources", "StackResourceSummaries"), ("describe-stack-resources", "StackResources"):
        walk.says(["Cluster", "Group"], CFN, command, "--stack-name", "life", "--query", f"sort({key}[].LogicalResourceId)")
    walk.says("life", CFN, "describe-stack-resource", "--stack-name", "life", "--logical-resource-id", "Cluster", "--query", "StackResourceDetail.PhysicalResourceId")
    walk.refuses("ValidationError", "^Resource Nothing does not exist for stack life$", CFN, "describe-stack-resource", "--stack-name", "life", "--logical-resource-id", "Nothing")
    walk.holds("its template is what was sent", open(".ci/walk/tiny.yaml").read() == walk.ask(CFN, "get-template", "--stack-name", "life", "--query", "TemplateBody"))
    walk.says(["life"], CFN, "list-stacks", "--stack-status-filter", "CREATE_COMPLETE", "--query", "StackSummaries[?StackName=='life'].StackName")
    walk.says("A cluster and a group", CFN, "get-template-summary", "--stack-name", "life", "--query", "Description")
    ending(walk, id_)


def ending(walk, id_):
    """An export in use, termination protection, and what is left of a deleted stack."""
    create(walk, "user", "importer", Exporter="life")
    status(walk, "user", "CREATE_COMPLETE")
    walk.run(CFN, "delete-stack", "--stack-name", "life")
    status(walk, "life", "CREATE_COMPLETE|DELETE_FAILED")
    walk.holds("an export in use keeps its stack", any("in use" in str(line[2]) for line in story(walk, "life")))
    walk.run(CFN, "delete-stack", "--stack-name", "user")
    walk.until(".*DELETE_COMPLETE.*", "the importing stack", CFN, "list-stacks", "--query", "StackSummaries[?StackName=='user'].StackStatus")
    walk.says(id_, CFN, "update-termination-protection", "--stack-name", "life", "--enable-termination-protection", "--query", "StackId")
    walk.refuses("ValidationError", "^Stack \\[life\\] cannot be deleted while TerminationProtection is enabled$", CFN, "delete-stack", "--stack-name", "life")
    walk.ask(CFN, "update-termination-protection", "--stack-name", "life", "--no-enable-termination-protection")
    walk.run(CFN, "delete-stack", "--stack-name", "life")
    code, _, err = walk.run(CFN, "wait", "stack-delete-complete", "--stack-name", id_)
    walk.holds(f"the waiter for a deletion: {err}", code == 0)
    status(walk, id_, "DELETE_COMPLETE")
    walk.refuses("ValidationError", "^Stack with id life does not exist$", CFN, "describe-stacks", "--stack-name", "life")


def failures(walk):
    """A role's name that is taken: rolled back, kept, deleted; and a roll-back asked for."""
    iam = ["--capabilities", "CAPABILITY_NAMED_IAM"]
    create(walk, "owner", "named", *iam, Name="only-one")
    status(walk, "owner", "CREATE_COMPLETE")
    create(walk, "nowhere", "tiny", VpcId="vpc-" + "0" * 17)
    create(walk, "second", "named", *iam, Name="only-one")
    kept = create(walk, "kept", "named", *iam, "--on-failure", "DO_NOTHING", Name="only-one")
    gone = create(walk, "gone", "named", *iam, "--on-failure", "DELETE", Name="only-one")
    status(walk, "second", "ROLLBACK_COMPLETE")
    failed = [line for line in story(walk, "second") if line[1] == "CREATE_FAILED"]
    walk.holds(f"the role failed, and why: {failed}", len(failed) == 1 and failed[0][0] == "Role" and "already exists" in failed[0][2])
    walk.refuses("ValidationError", "ROLLBACK_COMPLETE state and can ?not be updated", CFN, "update-stack", "--stack-name", "second", "--template-body", body("named"), *iam, *parameters(Name="other"))
    status(walk, "nowhere", "ROLLBACK_COMPLETE")
    walk.holds("a VPC that is not there rolls back before any resource", [line[2] for line in story(walk, "nowhere")] == [
        "User Initiated", f"Parameter validation failed: parameter value vpc-{'0' * 17} for parameter name VpcId does not exist. Rollback requested by user.", None])
    status(walk, kept, "CREATE_FAILED")
    status(walk, gone, "DELETE_COMPLETE")
    walk.refuses("ValidationError", "(?i)stack", CFN, "rollback-stack", "--stack-name", "owner")
    walk.refuses("ValidationError", "does not exist", CFN, "rollback-stack", "--stack-name", "nobody")
    walk.says(kept, CFN, "rollback-stack", "--stack-name", "kept", "--query", "StackId")
    status(walk, kept, "ROLLBACK_COMPLETE")
    for stack in "nowhere", "second", "kept", "owner":
        walk.run(CFN, "delete-stack", "--stack-name", stack)


def walk_stacks(walk):
    vpc = walk.ask("ec2", "describe-vpcs", "--filters", "Name=is-default,Values=true", "--query", "Vpcs[0].VpcId")
    walk.part(templates)
    walk.part(refused, vpc)
    walk.part(life, vpc)
    walk.part(failures)
