package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Protocol;
import java.util.List;
import java.util.Set;

/// Several faults at once, the first to refuse first.
public record Combined(List<Faults> all) implements Faults {
    public Combined {
        all = List.copyOf(all);
    }

    @Override
    public void refuse(Call call, Protocol protocol, Set<String> parameters) {
        all.forEach(faults -> faults.refuse(call, protocol, parameters));
    }

    @Override
    public boolean losesAnswer(Call call) {
        // every one is asked: each keeps its own count
        return all.stream().map(faults -> faults.losesAnswer(call)).reduce(false, Boolean::logicalOr);
    }
}
