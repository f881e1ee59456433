package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What the controls beside the search ask of a type; whatever is not in it may be as it likes.
record TypeFilter(Map<Aspect, Term> asked) implements Predicate<InstanceType> {
    static final TypeFilter NONE = new TypeFilter(Map.of());

    TypeFilter {
        asked = Map.copyOf(asked);
    }

    Optional<Term> of(Aspect aspect) {
        return Optional.ofNullable(asked.get(aspect));
    }

    TypeFilter with(Aspect aspect, Optional<Term> term) {
        var next = new EnumMap<Aspect, Term>(Aspect.class);
        next.putAll(asked);
        next.remove(aspect);
        term.ifPresent(one -> next.put(aspect, one));
        return new TypeFilter(next);
    }

    @Override
    public boolean test(InstanceType type) {
        for (var term : asked.values()) {
            if (!term.test(type)) {
                return false;
            }
        }
        return true;
    }
}
