package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Credentials whose time is over soon after they were first used to set a stack to work. Only those that come first to
/// do so; any other access key stays good. A change set that only waits to be read begins nothing.
public final class Expiry implements Faults {
    private final Duration after;
    private Optional<Bearer> first = Optional.empty();

    private record Bearer(String accessKey, Instant since) {}

    /// @param after how long they still last, by the sandbox's clock
    public Expiry(Duration after) {
        this.after = after;
    }

    @Override
    public synchronized void refuse(Call call, Protocol protocol, Set<String> parameters) {
        var isOver = first.filter(bearer -> bearer.accessKey().equals(call.accessKey()))
                .filter(bearer -> !call.time().isBefore(bearer.since().plus(after)))
                .isPresent();
        if (isOver) {
            throw protocol.expiredCredentials();
        }
        if (first.isEmpty() && Operations.work(call)) {
            first = Optional.of(new Bearer(call.accessKey(), call.time()));
        }
    }

    @Override
    public boolean losesAnswer(Call call) {
        return false;
    }
}
