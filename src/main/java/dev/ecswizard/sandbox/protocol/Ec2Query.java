package dev.ecswizard.sandbox.protocol;

import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/// EC2's own dialect of the query protocol: lists without `member`, answers without a result element, `DryRun`.
///
/// @param version such as 2016-11-15
public record Ec2Query(String version) implements Protocol {
    /// What every request may carry beside the operation's own parameters.
    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "DryRun",
            "AWSAccessKeyId",
            "Expires",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "Timestamp",
            "SecurityToken");

    private static final FormReader READER = new FormReader(
            true,
            (name, value) -> new Refusal(
                    400, "InvalidParameterValue", "Value (" + value + ") for parameter " + name + " is invalid."));

    @Override
    public void read(Incoming incoming, SdkPojo builder) {
        var form = incoming.form();
        for (var name : form.names()) {
            if (!COMMON.contains(name)
                    && !name.startsWith("X-Amz-")
                    && builder.sdkFields().stream()
                            .noneMatch(field -> field.locationName().equals(name))) {
                throw new Refusal(400, "UnknownParameter", "The parameter " + name + " is not recognized");
            }
        }
        READER.read(form, builder);
        if (form.value("DryRun").filter("true"::equalsIgnoreCase).isPresent()) {
            throw new Refusal(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
    }

    @Override
    public Body answer(Call call, SdkPojo response) {
        var root = call.action() + "Response";
        return new XmlWriter()
                .open(root, "http://ec2.amazonaws.com/doc/" + version + "/")
                .element("requestId", call.requestId())
                .members(response)
                .close(root)
                .body();
    }

    @Override
    public Body refusal(Call call, Refusal refusal) {
        return new XmlWriter()
                .open("Response")
                .open("Errors")
                .open("Error")
                .element("Code", refusal.code())
                .element("Message", refusal.getMessage())
                .close("Error")
                .close("Errors")
                .element("RequestID", call.requestId())
                .close("Response")
                .body();
    }

    @Override
    public Refusal unknownAction(String action) {
        return action.isEmpty()
                ? new Refusal(400, "MissingAction", "The request must contain the parameter Action")
                : new Refusal(400, "InvalidAction", "The action " + action + " is not valid for this web service.");
    }

    @Override
    public Refusal internalFailure() {
        return new Refusal(500, "InternalError", "An internal error has occurred");
    }

    @Override
    public Refusal unknownCredentials() {
        return new Refusal(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
    }

    @Override
    public Refusal throttled() {
        return new Refusal(503, "RequestLimitExceeded", "Request limit exceeded.");
    }

    @Override
    public Refusal expiredCredentials() {
        return new Refusal(400, "RequestExpired", "Request has expired.");
    }

    @Override
    public String contentType() {
        return "text/xml;charset=UTF-8";
    }
}
