package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;

/// Stacks that answer nothing but what an implementation overrides.
public interface SilentStanding extends StandingStacks {
    @Override
    default List<StandingStack> list() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Optional<StandingStack> find(String nameOrId) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void continueRollback(String stackId, List<String> skipped, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void rollBack(String stackId, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void cancelUpdate(String stackId, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void delete(String stackId, DeletionExtent extent, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void protect(String stackId, boolean isProtected) {
        throw new UnsupportedOperationException();
    }
}
