package dev.ecswizard.sandbox.ec2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/// The way from one of the SDK's model classes to the texts that a filter compares: `vcpu-info.default-vcpus` leads
/// through the members VCpuInfo and DefaultVCpus. Case, hyphens and a list's plural do not count, and lists on the way
/// are gone through one and all.
record Fields(List<SdkField<?>> steps) {
    /// @throws IllegalArgumentException if the class has no such member
    static Fields of(SdkPojo model, String path) {
        var steps = new ArrayList<SdkField<?>>();
        var fields = model.sdkFields();
        for (var name : path.split("\\.")) {
            var wanted = plain(name);
            var step = fields.stream()
                    .filter(field -> Stream.of(wanted, wanted + "s", wanted + "es", wanted + "set")
                            .anyMatch(plain(field.memberName())::equals))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(path + ": no " + name));
            steps.add(step);
            var inner = step.getOptionalTrait(ListTrait.class)
                    .<SdkField<?>>map(ListTrait::memberFieldInfo)
                    .orElse(step);
            fields = inner.constructor() == null
                    ? List.of()
                    : inner.constructor().get().sdkFields();
        }
        return new Fields(List.copyOf(steps));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    Stream<String> texts(SdkPojo item) {
        return values(item).map(Object::toString);
    }

    Stream<Object> values(SdkPojo item) {
        Stream<Object> values = Stream.of(item);
        for (var step : steps) {
            values = values.map(value -> (Object) step.getValueOrDefault(value))
                    .flatMap(value -> value instanceof Collection<?> all ? all.stream() : Stream.ofNullable(value));
        }
        return values;
    }
}
