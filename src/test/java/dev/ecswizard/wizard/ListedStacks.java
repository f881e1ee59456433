package dev.ecswizard.wizard;

import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.cloud.StandingStacks;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Stacks that are listed and found, and nothing more.
record ListedStacks(Supplier<List<StandingStack>> all) implements StandingStacks {
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

    @Override
    public void continueRollback(String stackId, List<String> skipped, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rollBack(String stackId, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelUpdate(String stackId, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String stackId, DeletionExtent extent, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void protect(String stackId, boolean isProtected) {
        throw new UnsupportedOperationException();
    }
}
