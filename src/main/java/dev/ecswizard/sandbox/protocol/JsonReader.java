package dev.ecswizard.sandbox.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Fills the SDK's model classes from JSON. Keys that the class does not know are passed over.
///
/// @param key under which a field stands
public record JsonReader(Function<SdkField<?>, String> key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws IllegalArgumentException in words, if it is no JSON
    public static JsonNode parse(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException in words, if a value is not of its field's type
    public void fill(SdkPojo builder, JsonNode object) {
        for (var field : builder.sdkFields()) {
            var node = object.get(key.apply(field));
            if (node != null && !node.isNull()) {
                field.set(builder, value(field, node));
            }
        }
    }

    private Object value(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getTargetClass().getSimpleName()) {
            case "List" -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), node);
            case "Map" -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), node);
            case "SdkPojo" -> {
                expect(node.isObject(), field);
                var builder = field.constructor().get();
                fill(builder, node);
                yield ((Buildable) builder).build();
            }
            case "String" -> {
                expect(node.isTextual(), field);
                yield node.textValue();
            }
            default -> {
                try {
                    yield Values.parse(field, node.asText());
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Unexpected value for " + field.memberName(), e);
                }
            }
        };
    }

    private List<Object> list(SdkField<?> member, JsonNode node) {
        expect(node.isArray(), member);
        var values = new ArrayList<>();
        node.forEach(item -> values.add(item.isNull() ? null : value(member, item)));
        return values;
    }

    private Map<String, Object> map(SdkField<?> member, JsonNode node) {
        expect(node.isObject(), member);
        var values = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(member, entry.getValue())));
        return values;
    }

    private static void expect(boolean holds, SdkField<?> field) {
        if (!holds) {
            throw new IllegalArgumentException("Unexpected value for "
                    + (field.memberName() == null ? "a member of a list or map" : field.memberName()));
        }
    }
}
