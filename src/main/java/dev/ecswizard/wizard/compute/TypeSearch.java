package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// What a person typed to find an instance type, as it was understood; every term has to fit.
///
/// @param terms in the order in which they were typed
/// @param unknown what was not understood and is left out of the search
record TypeSearch(List<Term> terms, List<String> unknown) implements Predicate<InstanceType> {
    static final TypeSearch NOTHING = new TypeSearch(List.of(), List.of());

    TypeSearch {
        terms = List.copyOf(terms);
        unknown = List.copyOf(unknown);
    }

    /// Reads what a person typed; more than 200 characters are cut off.
    ///
    /// @param names of the types that there are; a word that is part of none of them, does not look like one and is
    ///     not known otherwise is not understood
    static TypeSearch of(String text, Collection<String> names) {
        return text.isBlank() ? NOTHING : new SearchReader(text, names).read();
    }

    @Override
    public boolean test(InstanceType type) {
        for (var term : terms) {
            if (!term.test(type)) {
                return false;
            }
        }
        return true;
    }
}
