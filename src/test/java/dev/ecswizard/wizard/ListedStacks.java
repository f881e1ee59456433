package dev.ecswizard.wizard;

import dev.ecswizard.cloud.SilentStanding;
import dev.ecswizard.cloud.StandingStack;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Stacks that are listed and found, and nothing more.
record ListedStacks(Supplier<List<StandingStack>> all) implements SilentStanding {
    @Override
    public List<StandingStack> list() {
        return all.get();
    }

    @Override
    public Optional<StandingStack> find(String nameOrId) {
        return all.get().stream()
                .filter(standing -> standing.stack().id().equals(nameOrId))
                .findFirst();
    }
}
