package dev.ecswizard.wizard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An entry of a list to choose from: what AWS says of it, or only the id that an opened file names.
///
/// @param facts nothing if the account does not know the id, or has not been asked yet
public record Choice<T>(String id, Optional<T> facts) {
    /// The listed ones, then those that were chosen and are not in the list.
    public static <T> List<Choice<T>> of(Collection<T> listed, Function<T, String> id, Collection<String> chosen) {
        var choices = new ArrayList<Choice<T>>();
        listed.forEach(one -> choices.add(new Choice<>(id.apply(one), Optional.of(one))));
        var known = choices.stream().map(Choice::id).toList();
        chosen.stream()
                .filter(one -> !known.contains(one))
                .forEach(one -> choices.add(new Choice<>(one, Optional.empty())));
        return List.copyOf(choices);
    }

    public boolean isUnknown() {
        return facts.isEmpty();
    }
}
