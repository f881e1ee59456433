package dev.ecswizard.sandbox.protocol;

import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/// The query protocol of CloudFormation, STS, IAM and Auto Scaling.
///
/// @param version such as 2010-05-15
/// @param namespace of the answers' XML
/// @param silent the operations whose answer has no result element; the model classes do not tell
public record AwsQuery(String version, String namespace, Set<String> silent) implements Protocol {
    static final String EXPIRED = "The security token included in the request is expired";

    private static final FormReader READER =
            new FormReader(false, (name, value) -> new Refusal(400, "MalformedInput", value + " for " + name));

    public AwsQuery(String version, String namespace) {
        this(version, namespace, Set.of());
    }

    @Override
    public void read(Incoming incoming, SdkPojo builder) {
        READER.read(incoming.form(), builder);
    }

    @Override
    public Body answer(Call call, SdkPojo response) {
        var root = call.action() + "Response";
        var result = call.action() + "Result";
        var xml = new XmlWriter().open(root, namespace);
        if (!silent.contains(call.action())) {
            xml.open(result).members(response).close(result);
        }
        return xml.open("ResponseMetadata")
                .element("RequestId", call.requestId())
                .close("ResponseMetadata")
                .close(root)
                .body();
    }

    @Override
    public Body refusal(Call call, Refusal refusal) {
        return new XmlWriter()
                .open("ErrorResponse", namespace)
                .open("Error")
                .element("Type", refusal.status() < 500 ? "Sender" : "Receiver")
                .element("Code", refusal.code())
                .element("Message", refusal.getMessage())
                .close("Error")
                .element("RequestId", call.requestId())
                .close("ErrorResponse")
                .body();
    }

    @Override
    public Refusal unknownAction(String action) {
        return action.isEmpty()
                ? new Refusal(400, "MissingAction", "The request must contain the parameter Action")
                : new Refusal(400, "InvalidAction", "Could not find operation " + action + " for version " + version);
    }

    @Override
    public Refusal internalFailure() {
        return new Refusal(
                500,
                "InternalFailure",
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    @Override
    public Refusal unknownCredentials() {
        return new Refusal(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Override
    public Refusal throttled() {
        return new Refusal(400, "Throttling", "Rate exceeded");
    }

    @Override
    public Refusal expiredCredentials() {
        return new Refusal(403, "ExpiredToken", EXPIRED);
    }

    @Override
    public String contentType() {
        return "text/xml;charset=UTF-8";
    }
}
