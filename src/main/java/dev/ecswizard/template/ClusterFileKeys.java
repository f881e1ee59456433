package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of a cluster file: their order, the recipes that know them, and which may be left out.
final class ClusterFileKeys {
    /// A key.
    ///
    /// @param recipes those that know it
    /// @param isOptional whether it may be left out
    private record Key(String name, Set<Recipe> recipes, boolean isOptional) {}

    private static final Set<Question> OPTIONAL =
            EnumSet.of(Question.ASSIGN_PUBLIC_IP, Question.KEY_NAME, Question.IMAGE_SOURCE);

    private static final List<Key> KEYS = Stream.concat(
                    Stream.of(new Key("version", EnumSet.allOf(Recipe.class), false)),
                    Arrays.stream(Question.values()).map(ClusterFileKeys::key))
            .toList();

    private ClusterFileKeys() {}

    /// Those that some recipe knows, in the order of the file.
    static List<String> all() {
        return KEYS.stream().map(Key::name).toList();
    }

    static List<String> of(Recipe recipe) {
        return keys(recipe).map(Key::name).toList();
    }

    /// Those that may not be left out.
    static List<String> required(Recipe recipe) {
        return keys(recipe).filter(key -> !key.isOptional()).map(Key::name).toList();
    }

    /// Those that no recipe goes without.
    static List<String> alwaysRequired() {
        return KEYS.stream()
                .filter(key -> key.recipes().size() == Recipe.values().length && !key.isOptional())
                .map(Key::name)
                .toList();
    }

    private static Key key(Question question) {
        var recipes =
                Arrays.stream(Recipe.values()).filter(question::isAskedIn).collect(Collectors.toUnmodifiableSet());
        return new Key(question.key(), recipes, OPTIONAL.contains(question));
    }

    private static Stream<Key> keys(Recipe recipe) {
        return KEYS.stream().filter(key -> key.recipes().contains(recipe));
    }
}
