package dev.ecswizard.sandbox.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/// AWS JSON 1.0 and 1.1, as ECS, SSM and Service Quotas speak it.
///
/// @param prefix what stands before the operation in `X-Amz-Target`
/// @param version 1.0 or 1.1
public record AwsJson(String prefix, String version) implements Protocol {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Set<String> names(byte[] body) {
        var names = new TreeSet<String>();
        try {
            JSON.readTree(body).fieldNames().forEachRemaining(names::add);
        } catch (IOException e) {
            // the answer says that the body could not be read
        }
        return names;
    }

    @Override
    public void read(Incoming incoming, SdkPojo builder) {
        try {
            var body = incoming.body().length == 0 ? NODES.objectNode() : JSON.readTree(incoming.body());
            if (!body.isObject()) {
                throw malformed("Start of structure or map found where not expected");
            }
            fill(builder, body);
        } catch (JacksonException e) {
            throw malformed(e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("The body could not be read");
        }
    }

    private static Refusal malformed(String message) {
        return new Refusal(400, "SerializationException", message);
    }

    private static void fill(SdkPojo builder, JsonNode object) {
        for (var field : builder.sdkFields()) {
            var node = object.get(field.locationName());
            if (node != null && !node.isNull()) {
                field.set(builder, value(field, node));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getTargetClass().getSimpleName()) {
            case "List" -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), node);
            case "Map" -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), node);
            case "SdkPojo" -> {
                if (!node.isObject()) {
                    throw malformed("Unexpected value for " + field.memberName());
                }
                var builder = field.constructor().get();
                fill(builder, node);
                yield ((Buildable) builder).build();
            }
            case "String" -> {
                if (!node.isTextual()) {
                    throw malformed("Expected a string for " + field.memberName());
                }
                yield node.textValue();
            }
            default -> {
                try {
                    yield Values.parse(field, node.asText());
                } catch (IllegalArgumentException e) {
                    throw malformed("Unexpected value for " + field.memberName());
                }
            }
        };
    }

    private static List<Object> list(SdkField<?> member, JsonNode node) {
        if (!node.isArray()) {
            throw malformed("Expected a list");
        }
        var values = new ArrayList<>();
        node.forEach(item -> values.add(item.isNull() ? null : value(member, item)));
        return values;
    }

    private static Map<String, Object> map(SdkField<?> valueField, JsonNode node) {
        if (!node.isObject()) {
            throw malformed("Expected a map");
        }
        var values = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(valueField, entry.getValue())));
        return values;
    }

    @Override
    public String answer(Call call, SdkPojo response) {
        return object(response).toString();
    }

    private static ObjectNode object(SdkPojo pojo) {
        var object = NODES.objectNode();
        for (var field : pojo.sdkFields()) {
            var value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                object.set(field.locationName(), node(value));
            }
        }
        return object;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case SdkPojo pojo -> object(pojo);
            case List<?> list -> {
                var array = new ArrayNode(NODES);
                list.forEach(item -> array.add(item == null ? NODES.nullNode() : node(item)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, item) -> object.set(key.toString(), node(item)));
                yield object;
            }
            case Instant instant -> NODES.numberNode(BigDecimal.valueOf(instant.toEpochMilli(), 3));
            case Boolean bool -> NODES.booleanNode(bool);
            case SdkBytes bytes -> NODES.textNode(Values.text(bytes));
            case Number number -> NODES.numberNode(new BigDecimal(number.toString()));
            default -> NODES.textNode(value.toString());
        };
    }

    @Override
    public String refusal(Call call, Refusal refusal) {
        return NODES.objectNode()
                .put("__type", refusal.code())
                .put("message", refusal.getMessage())
                .toString();
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
    public String contentType() {
        return "application/x-amz-json-" + version;
    }
}
