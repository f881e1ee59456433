package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Protocol;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers that get lost although the request was carried out: the first to each operation that changes something, and
/// one in five of all others. Which ones depends on the seed and on how often the operation was asked, never on how
/// threads happen to meet.
public final class Lossy implements Faults {
    private static final int ONE_IN = 5;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final long seed;

    public Lossy(long seed) {
        this.seed = seed;
    }

    @Override
    public void refuse(Call call, Protocol protocol, Set<String> parameters) {}

    @Override
    public boolean losesAnswer(Call call) {
        var operation = call.service() + ":" + call.action();
        var times = asked.computeIfAbsent(operation, _ -> new AtomicInteger()).getAndIncrement();
        if (times == 0 && Operations.change(call)) {
            return true;
        }
        var chance = new SplittableRandom(seed ^ (long) operation.hashCode() << 32 ^ times);
        return chance.nextInt(ONE_IN) == 0;
    }
}
