package dev.ecswizard.sandbox.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// AWS JSON 1.0 and 1.1, as ECS, SSM and Service Quotas speak it.
///
/// @param prefix what stands before the operation in `X-Amz-Target`
/// @param version 1.0 or 1.1
public record AwsJson(String prefix, String version) implements Protocol {
    static Set<String> names(byte[] body) {
        try {
            return JsonReader.parse(body).properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException _) {
            // the answer says that the body could not be read
            return Set.of();
        }
    }

    @Override
    public void read(Incoming incoming, SdkPojo builder) {
        try {
            var body = JsonReader.parse(incoming.body().length == 0 ? new byte[] {'{', '}'} : incoming.body());
            if (!body.isObject()) {
                throw malformed("Start of structure or map found where not expected");
            }
            new JsonReader(SdkField::locationName).fill(builder, body);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage());
        }
    }

    private static Refusal malformed(String message) {
        return new Refusal(400, "SerializationException", message);
    }

    @Override
    public Body answer(Call call, SdkPojo response) {
        return Body.of(JsonWriter.object(response).toString());
    }

    @Override
    public Body refusal(Call call, Refusal refusal) {
        return Body.of(JsonNodeFactory.instance
                .objectNode()
                .put("__type", refusal.code())
                .put("message", refusal.getMessage())
                .toString());
    }

    @Override
    public Refusal unknownAction(String action) {
        return new Refusal(400, "UnknownOperationException", "");
    }

    @Override
    public Refusal internalFailure() {
        return new Refusal(500, "ServerException", "Service Unavailable. Please try again later.");
    }

    @Override
    public Refusal unknownCredentials() {
        return new Refusal(
                400, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    @Override
    public Refusal throttled() {
        return new Refusal(400, "ThrottlingException", "Rate exceeded");
    }

    @Override
    public Refusal expiredCredentials() {
        return new Refusal(400, "ExpiredTokenException", AwsQuery.EXPIRED);
    }

    @Override
    public String contentType() {
        return "application/x-amz-json-" + version;
    }
}
