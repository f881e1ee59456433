package dev.ecswizard.sandbox.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// What a service can be asked, by the operation's name: the SDK's request goes in, the SDK's response comes out.
public final class Operations {
    private final Map<String, Operation<?, ?>> byName = new LinkedHashMap<>();

    private record Operation<Q, B extends SdkBuilder<B, Q> & SdkPojo>(
            Supplier<B> request, BiFunction<Q, Call, ? extends SdkPojo> handler) {
        SdkPojo answer(Protocol protocol, Incoming incoming, Call call) {
            var builder = request.get();
            protocol.read(incoming, builder);
            return handler.apply(builder.build(), call);
        }
    }

    /// Adds an operation. Its handler may run on several threads at once and refuses with
    /// [dev.ecswizard.sandbox.protocol.Refusal].
    public <Q, B extends SdkBuilder<B, Q> & SdkPojo> Operations on(
            String name, Supplier<B> request, BiFunction<Q, Call, ? extends SdkPojo> handler) {
        byName.put(name, new Operation<>(request, handler));
        return this;
    }

    Optional<SdkPojo> answer(Protocol protocol, Incoming incoming, Call call) {
        return Optional.ofNullable(byName.get(call.action())).map(known -> known.answer(protocol, incoming, call));
    }
}
