package dev.ecswizard.sandbox.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Fills the SDK's request classes from the parameters of the two query protocols.
///
/// @param flat whether every list is numbered right below its name, as EC2 has it
/// @param invalid makes the refusal of a parameter and its value
record FormReader(boolean flat, BiFunction<String, String, Refusal> invalid) {
    void read(Form form, SdkPojo builder) {
        for (var field : builder.sdkFields()) {
            form.child(field.locationName())
                    .ifPresent(child -> field.set(builder, value(field, child, field.memberName())));
        }
    }

    private Object value(SdkField<?> field, Form form, String name) {
        return switch (field.marshallingType().getTargetClass().getSimpleName()) {
            case "List" -> list(field, form, name);
            case "Map" -> map(field, form, name);
            case "SdkPojo" -> {
                var builder = field.constructor().get();
                read(form, builder);
                yield ((Buildable) builder).build();
            }
            default -> {
                if (form.value() == null) {
                    throw invalid.apply(name, "");
                }
                try {
                    yield Values.parse(field, form.value());
                } catch (IllegalArgumentException e) {
                    throw invalid.apply(name, form.value());
                }
            }
        };
    }

    private List<Object> list(SdkField<?> field, Form form, String name) {
        var trait = field.getRequiredTrait(ListTrait.class);
        var member = trait.memberFieldInfo();
        var below = flat || trait.isFlattened()
                ? form
                : form.child(member.locationName()).orElse(form);
        var values = new ArrayList<>();
        below.numbered().forEach(child -> values.add(value(member, child, name)));
        return values;
    }

    private Map<String, Object> map(SdkField<?> field, Form form, String name) {
        var trait = field.getRequiredTrait(MapTrait.class);
        var below = flat || trait.isFlattened() ? form : form.child("entry").orElse(form);
        var values = new LinkedHashMap<String, Object>();
        for (var entry : below.numbered()) {
            var key = entry.value(trait.keyLocationName()).orElseThrow(() -> invalid.apply(name, ""));
            entry.child(trait.valueLocationName())
                    .ifPresent(child -> values.put(key, value(trait.valueFieldInfo(), child, name)));
        }
        return values;
    }
}
