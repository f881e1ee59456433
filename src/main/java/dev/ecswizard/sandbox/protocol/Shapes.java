package dev.ecswizard.sandbox.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// Fills the SDK's model classes from plain maps, as templates hold the same things: their keys begin with a capital
/// letter, their leaves are text, and what the class does not know is left out.
public final class Shapes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonReader READER = new JsonReader(Shapes::key);

    private Shapes() {}

    /// @throws IllegalArgumentException if a value is not of its member's type
    public static <B extends SdkPojo> B fill(B builder, Map<String, Object> properties) {
        READER.fill(builder, JSON.valueToTree(properties));
        return builder;
    }

    private static String key(SdkField<?> field) {
        var name = field.memberName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
