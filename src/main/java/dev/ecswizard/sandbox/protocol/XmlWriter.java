package dev.ecswizard.sandbox.protocol;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// Writes XML, the SDK's response classes among it. What was never set is left out; what was set to nothing is an empty
/// element.
final class XmlWriter {
    private final Body out = Body.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlWriter open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    XmlWriter open(String name, String namespace) {
        out.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlWriter close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    XmlWriter element(String name, String text) {
        open(name);
        escape(text);
        return close(name);
    }

    XmlWriter members(SdkPojo pojo) {
        for (var field : pojo.sdkFields()) {
            var value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                value(field, field.unmarshallLocationName(), value);
            }
        }
        return this;
    }

    private void value(SdkField<?> field, String name, Object value) {
        switch (value) {
            case SdkPojo pojo -> open(name).members(pojo).close(name);
            case List<?> list -> list(field.getRequiredTrait(ListTrait.class), name, list);
            case Map<?, ?> map -> map(field.getRequiredTrait(MapTrait.class), name, map);
            default -> element(name, Values.text(value));
        }
    }

    private void list(ListTrait trait, String name, List<?> list) {
        var member = trait.memberFieldInfo();
        if (trait.isFlattened()) {
            list.forEach(item -> value(member, name, item));
        } else {
            open(name);
            list.forEach(item -> value(member, member.unmarshallLocationName(), item));
            close(name);
        }
    }

    private void map(MapTrait trait, String name, Map<?, ?> map) {
        var entry = trait.isFlattened() ? name : "entry";
        if (!trait.isFlattened()) {
            open(name);
        }
        map.forEach((key, value) -> {
            open(entry).element(trait.keyLocationName(), key.toString());
            value(trait.valueFieldInfo(), trait.valueLocationName(), value);
            close(entry);
        });
        if (!trait.isFlattened()) {
            close(name);
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(isXml(point) ? point : 0xFFFD);
            }
            i += Character.charCount(point) - 1;
        }
    }

    /// Whether XML 1.0 has the character at all.
    private static boolean isXml(int point) {
        return point == '\n'
                || point == '\t'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point != 0xFFFE && point != 0xFFFF;
    }

    Body body() {
        return out;
    }
}
