"""Holds one answer against the service model that botocore carries.

botocore's own parser forgives much, so the raw XML and JSON is walked here: names, wrappers, namespaces, required
members, types, enumerations, patterns and lengths, the forms of times, and for errors their code, their status and that
the operation may give them.
"""

import collections
import json
import re
from xml.etree import ElementTree

from botocore.loaders import Loader

# where AWS itself answers what its model does not say: service, path of the member, values, why
EXCEPTIONS = [
    ("ec2", r".*\.InstanceType", r"[a-z][a-z0-9-]*\.[a-z0-9-]+",
     "AWS offers types before botocore's model names them; the sandbox's come from moto's copy of AWS's own lists"),
    ("ec2", r".*\.InternetGateways\.Attachments\.State", "available",
     "AWS answers so for attached gateways, as its reference of DescribeInternetGateways says; the enumeration has attached"),
    ("ec2", r".*\.VpcEndpoints\.State", "available|pending|deleting",
     "AWS answers them in lower case, the enumeration has Available, Pending, Deleting"),
    ("cloudformation", r".*\.StackEvents\.ResourceStatus", "REVIEW_IN_PROGRESS|UPDATE_COMPLETE_CLEANUP_IN_PROGRESS|UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
     "a stack's own events carry the stack's status; the enumeration is that of resources and lacks them"),
]

# the same for lengths: service, path of the member, the most characters, why
LONGER = [
    ("autoscaling", r".*\.Activities\.StatusMessage", 1023,
     "AWS's sentences about missing capacity, with the zones where there is some, are longer than the 255 of the model"),
]

# https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html and its like: any operation's
COMMON_QUERY = {
    "AccessDenied", "AccessDeniedException", "ExpiredToken", "IncompleteSignature", "InternalFailure", "InvalidAction",
    "InvalidClientTokenId", "InvalidParameterCombination", "InvalidParameterValue", "InvalidQueryParameter",
    "MalformedInput", "MalformedQueryString", "MissingAction", "MissingAuthenticationToken", "MissingParameter",
    "NotAuthorized", "OptInRequired", "RequestExpired", "ServiceUnavailable", "Throttling", "ThrottlingException",
    "ValidationError",
}
COMMON_JSON = {
    "AccessDeniedException", "ExpiredTokenException", "IncompleteSignature", "InternalFailure",
    "InvalidClientTokenId", "InvalidSignatureException", "MissingAuthenticationTokenException", "NotAuthorized",
    "OptInRequired", "RequestExpired", "SerializationException", "ServerException", "ServiceUnavailable",
    "ThrottlingException", "UnknownOperationException", "UnrecognizedClientException", "ValidationException",
}
SERVICES = ["ec2", "cloudformation", "sts", "iam", "autoscaling", "ecs", "ssm", "service-quotas"]
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
EC2_CODE = re.compile(r"[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*")

models = {name: Loader().load_service_model(name, "service-2") for name in SERVICES}
by_version = {m["metadata"]["apiVersion"]: name for name, m in models.items() if m["metadata"]["protocol"] != "json"}
by_prefix = {m["metadata"]["targetPrefix"]: name for name, m in models.items() if m["metadata"]["protocol"] == "json"}


class Check:
    """One answer's walk along its model; gathers what is wrong and counts what was looked at."""

    def __init__(self, service, action):
        self.service = service
        self.model = models.get(service)
        self.action = action
        self.values = 0
        self.wrong = []

    def say(self, path, what):
        self.wrong.append((path, what))

    def shape(self, name):
        return self.model["shapes"][name]

    # scalars -------------------------------------------------------------------------------------------------------

    def text(self, shape, value, path):
        """A scalar as the query protocols write it."""
        kind = shape["type"]
        if kind == "string":
            self.string(shape, value, path)
        elif kind in ("integer", "long"):
            if not re.fullmatch(r"-?\d+", value):
                self.say(path, f"no {kind}: {value!r}")
            else:
                self.number(shape, int(value), path)
        elif kind in ("float", "double"):
            try:
                self.number(shape, float(value), path)
            except ValueError:
                self.say(path, f"no {kind}: {value!r}")
        elif kind == "boolean":
            if value not in ("true", "false"):
                self.say(path, f"no boolean: {value!r}")
        elif kind == "timestamp":
            if shape.get("timestampFormat", "iso8601") != "iso8601" or not ISO.fullmatch(value):
                self.say(path, f"no time: {value!r}")
        elif kind == "blob":
            if not re.fullmatch(r"[A-Za-z0-9+/\s]*=*\s*", value):
                self.say(path, "no base64")
        else:
            self.say(path, f"a {kind} among the scalars")

    def string(self, shape, value, path):
        if "enum" in shape and value not in shape["enum"]:
            if not any(
                service == self.service and re.fullmatch(paths, path) and re.fullmatch(values, value)
                for service, paths, values, _ in EXCEPTIONS
            ):
                self.say(path, f"not of the enumeration: {value!r}")
        most = next((
            most for service, paths, most, _ in LONGER if service == self.service and re.fullmatch(paths, path)
        ), shape.get("max", len(value)))
        if not shape.get("min", 0) <= len(value) <= most:
            self.say(path, f"length {len(value)}, not {shape.get('min', 0)} to {most}")
        if "pattern" in shape:
            try:
                pattern = re.compile(shape["pattern"])
            except re.error:
                return  # Java's dialect
            if not pattern.search(value):
                self.say(path, f"not like {shape['pattern']}: {value[:100]!r}")

    def number(self, shape, value, path):
        bits = {"integer": 31, "long": 63}.get(shape["type"])
        if bits and not -(1 << bits) <= value < 1 << bits:
            self.say(path, f"out of range: {value}")
        if not shape.get("min", value) <= value <= shape.get("max", value):
            self.say(path, f"{value}, not {shape.get('min')} to {shape.get('max')}")

    # XML -----------------------------------------------------------------------------------------------------------

    def xml(self, name, element, path):
        shape = self.shape(name)
        if element.attrib:
            self.say(path, f"attributes: {element.attrib}")
        if shape["type"] == "structure":
            self.xml_structure(shape, element, path)
        elif shape["type"] == "list":
            self.xml_list(shape, element, path)
        elif shape["type"] == "map":
            self.xml_map(shape, list(element), path, "entry")
        else:
            self.values += 1
            if len(element):
                self.say(path, f"elements in a {shape['type']}: {element[0].tag}")
            else:
                self.text(shape, element.text or "", path)

    def no_text(self, element, path):
        stray = (element.text or "") + "".join(child.tail or "" for child in element)
        if stray.strip():
            self.say(path, f"text between elements: {stray.strip()[:50]!r}")

    def xml_structure(self, shape, element, path):
        self.no_text(element, path)
        members = {}
        for member, reference in shape["members"].items():
            target = self.shape(reference["shape"])
            flat = target["type"] in ("list", "map") and target.get("flattened")
            tag = reference.get("locationName", member)
            if flat and target["type"] == "list":
                tag = target["member"].get("locationName", tag)
            members[tag] = (member, reference["shape"], flat)
        found = collections.defaultdict(list)
        for child in element:
            found[child.tag].append(child)
        for tag, children in found.items():
            if tag not in members:
                self.say(path, f"no such member: {tag}")
                continue
            member, target, flat = members[tag]
            if flat:
                inner = self.shape(target)
                if inner["type"] == "map":
                    self.xml_map(inner, children, f"{path}.{member}", tag)
                else:
                    for child in children:
                        self.xml(inner["member"]["shape"], child, f"{path}.{member}")
                continue
            if len(children) > 1:
                self.say(path, f"{len(children)} times {tag}")
            for child in children:
                self.xml(target, child, f"{path}.{member}")
        present = {members[tag][0] for tag in found if tag in members}
        for member in set(shape.get("required", [])) - present:
            self.say(path, f"required and not there: {member}")

    def xml_list(self, shape, element, path):
        self.no_text(element, path)
        tag = shape["member"].get("locationName", "member")
        for child in element:
            if child.tag != tag:
                self.say(path, f"in a list: {child.tag}, not {tag}")
            else:
                self.xml(shape["member"]["shape"], child, path)

    def xml_map(self, shape, entries, path, tag):
        names = shape["key"].get("locationName", "key"), shape["value"].get("locationName", "value")
        for entry in entries:
            if entry.tag != tag or [child.tag for child in entry] != list(names):
                self.say(path, f"no entry of a map: {entry.tag}")
            else:
                self.xml(shape["key"]["shape"], entry[0], f"{path}.key")
                self.xml(shape["value"]["shape"], entry[1], f"{path}.value")

    # JSON ----------------------------------------------------------------------------------------------------------

    def json(self, name, value, path):
        shape = self.shape(name)
        kind = shape["type"]
        if kind == "structure":
            if not isinstance(value, dict):
                return self.say(path, f"no structure: {value!r}")
            members = {ref.get("locationName", m): (m, ref["shape"]) for m, ref in shape["members"].items()}
            for key, item in value.items():
                if key in members:
                    self.json(members[key][1], item, f"{path}.{members[key][0]}")
                else:
                    self.say(path, f"no such member: {key}")
            for key in set(shape.get("required", [])) - {members[k][0] for k in value if k in members}:
                self.say(path, f"required and not there: {key}")
        elif kind == "list":
            if not isinstance(value, list):
                return self.say(path, f"no list: {value!r}")
            for item in value:
                self.json(shape["member"]["shape"], item, path)
        elif kind == "map":
            if not isinstance(value, dict):
                return self.say(path, f"no map: {value!r}")
            for key, item in value.items():
                self.json(shape["key"]["shape"], key, f"{path}.key")
                self.json(shape["value"]["shape"], item, f"{path}.value")
        else:
            self.values += 1
            self.json_scalar(shape, value, path)

    def json_scalar(self, shape, value, path):
        kind = shape["type"]
        wanted = {"string": str, "integer": int, "long": int, "boolean": bool, "blob": str}.get(kind, (int, float))
        if not isinstance(value, wanted) or isinstance(value, bool) != (kind == "boolean"):
            self.say(path, f"no {kind}: {value!r}")
        elif kind == "string":
            self.string(shape, value, path)
        elif kind in ("integer", "long", "float", "double"):
            self.number(shape, value, path)
        elif kind == "timestamp" and not 0 < value < 1 << 33:
            self.say(path, f"no time in seconds: {value!r}")

    # answers -------------------------------------------------------------------------------------------------------

    def operation(self):
        return self.model["operations"].get(self.action) if self.model else None

    def answer(self, entry):
        json_wanted = self.model["metadata"]["protocol"] == "json" if self.model else entry["target"] != "null"
        good = entry["status"] == 200
        if not entry["id"]:
            self.say("header", "no x-amzn-RequestId")
        if json_wanted:
            version = self.model["metadata"]["jsonVersion"] if self.model else "1.1"
            if entry["type"] != f"application/x-amz-json-{version}":
                self.say("header", f"content type {entry['type']}")
            body = json.loads(entry["body"])
            return self.json_answer(body) if good else self.json_error(body, entry)
        if entry["type"] != "text/xml;charset=UTF-8":
            self.say("header", f"content type {entry['type']}")
        root = ElementTree.fromstring(entry["body"])
        ec2 = self.service == "ec2"
        namespace = "http://webservices.amazon.com/AWSFault/2005-15-09" if not self.model else None
        if self.model and (good or not ec2):
            namespace = self.model["metadata"]["xmlNamespace"].rstrip("/") + "/"
        self.unwrap(root, namespace)
        if good:
            self.ec2_answer(root, entry) if ec2 else self.query_answer(root, entry)
        else:
            self.xml_error(root, entry)

    def unwrap(self, root, namespace):
        """Takes the one namespace off all elements."""
        prefix = f"{{{namespace}}}" if namespace else ""
        for element in root.iter():
            if not element.tag.startswith(prefix) or "{" in element.tag[len(prefix):]:
                self.say(element.tag, f"not in the namespace {namespace}")
            element.tag = element.tag.rpartition("}")[2]

    def same(self, path, found, wanted):
        if found != wanted:
            self.say(path, f"{found!r}, not {wanted!r}")

    def output(self):
        operation = self.operation()
        if operation is None:
            self.say("action", "answered, and AWS has no such operation")
        return (operation or {}).get("output")

    def ec2_answer(self, root, entry):
        self.same("root", root.tag, f"{self.action}Response")
        self.same("requestId", root.findtext("requestId"), entry["id"])
        for element in root.findall("requestId"):
            root.remove(element)
        output = self.output()
        if output:
            self.xml(output["shape"], root, self.action)
        elif [child.tag for child in root] not in ([], ["return"]):
            self.say("root", "content where the operation has none")

    def query_answer(self, root, entry):
        self.same("root", root.tag, f"{self.action}Response")
        output = self.output()
        wrapper = output["resultWrapper"] if output else None
        self.same("root", [child.tag for child in root], ([wrapper] if wrapper else []) + ["ResponseMetadata"])
        self.same("RequestId", root.findtext("ResponseMetadata/RequestId"), entry["id"])
        if wrapper and root.find(wrapper) is not None:
            self.xml(output["shape"], root.find(wrapper), self.action)

    def json_answer(self, body):
        output = self.output()
        if output:
            self.json(output["shape"], body, self.action)

    def xml_error(self, root, entry):
        if self.service == "ec2":
            self.same("error", root.tag, "Response")
            self.same("error", [child.tag for child in root], ["Errors", "RequestID"])
            errors, request = root.findall("Errors/Error"), root.findtext("RequestID")
            tags = ["Code", "Message"]
        else:
            self.same("error", root.tag, "ErrorResponse")
            self.same("error", [child.tag for child in root], ["Error", "RequestId"])
            errors, request = root.findall("Error"), root.findtext("RequestId")
            tags = ["Type", "Code", "Message"]
            self.same("error", root.findtext("Error/Type"), "Sender" if entry["status"] < 500 else "Receiver")
        self.same("error", request, entry["id"])
        self.same("error", len(errors), 1)
        for error in errors:
            self.values += len(error)
            self.same("error", [child.tag for child in error], tags)
            if not (error.findtext("Message") or "").strip():
                self.say("error", "no message")
            self.code(error.findtext("Code") or "", entry["status"], COMMON_QUERY)

    def json_error(self, body, entry):
        self.values += len(body)
        code = body.get("__type", "").rpartition("#")[2]
        for key in set(body) - {"__type", "message", "Message"}:
            shape = self.model["shapes"].get(code, {}) if self.model else {}
            if key not in {ref.get("locationName", m) for m, ref in shape.get("members", {}).items()}:
                self.say("error", f"no such member: {key}")
        if not isinstance(body.get("message", body.get("Message")), str):
            if code != "UnknownOperationException":
                self.say("error", "no message")
        self.code(code, entry["status"], COMMON_JSON)

    def code(self, code, status, common):
        if not 400 <= status < 600:
            self.say("error", f"status {status}")
        if self.service == "ec2":  # its model has no errors
            if not EC2_CODE.fullmatch(code):
                self.say("error", f"code {code!r}")
            return
        if not self.operation():
            if code not in common | {"MethodNotAllowed", "RequestEntityTooLarge", "UnsupportedMediaType"}:
                self.say("error", f"code {code!r}")
            return
        for reference in self.operation().get("errors", []):
            shape = self.shape(reference["shape"])
            error = shape.get("error", {})
            if code == error.get("code", reference["shape"]):
                self.same("error", status, error.get("httpStatusCode", 400 if not shape.get("fault") else 500))
                return
        if code not in common:
            self.say("error", f"{self.action} does not give {code!r}")


def check(entry):
    if entry["target"] != "null":
        prefix, _, action = entry["target"].rpartition(".")
        one = Check(by_prefix.get(prefix), action)
    else:
        one = Check(by_version.get(entry.get("Version")), entry.get("Action", ""))
    try:
        one.answer(entry)
    except (ElementTree.ParseError, json.JSONDecodeError) as problem:
        one.say("body", str(problem))
    return one
