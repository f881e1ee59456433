package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The sentences of why a part of a template is there, by the path that leads to it. A path that is preceded by
/// a recipe's key goes before the same path for all recipes, and that before one with `*` in place of the logical ID.
/// What has no sentence has that of what it stands in.
final class Reasons {
    private static final Map<String, String> SENTENCES = load();

    /// They say nothing of their own: what they hold stands for itself.
    private static final Set<String> ENVELOPES = Set.of("Properties", "LaunchTemplateData", "Fn::Base64");

    private static final Pattern LOGICAL_ID = Pattern.compile("\\.[^.]+\\.");
    private static final Pattern COMMAND = Pattern.compile("^ *(?:if +)?(?:[\\w.-]*/)*([\\w-]+)(?=[ =]|$)");

    private Reasons() {}

    static Optional<String> find(Recipe recipe, String path) {
        var sentence = SENTENCES.get(recipe.key() + "." + path);
        if (sentence == null) {
            sentence = SENTENCES.get(path);
        }
        if (sentence == null) {
            sentence = SENTENCES.get(LOGICAL_ID.matcher(path).replaceFirst(".*."));
        }
        return Optional.ofNullable(sentence);
    }

    /// All sentences by their keys.
    static Map<String, String> sentences() {
        return SENTENCES;
    }

    private static Map<String, String> load() {
        var bundle = ResourceBundle.getBundle("dev.ecswizard.template.reasons");
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }

    /// One step further down.
    static String path(String path, String key) {
        if (ENVELOPES.contains(key)) {
            return path;
        }
        var name = word(key);
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The path of a line of a script or a file: its command, or the name that it sets.
    static String pathOfLine(String path, String line) {
        var command = COMMAND.matcher(line);
        return command.find() ? path + "." + command.group(1) : path;
    }

    /// A key without what a path has no use for: AWS's name spaces, and the number of an alternate.
    private static String word(String key) {
        var name = key.substring(key.lastIndexOf("::") + 1 + (key.contains("::") ? 1 : 0));
        var end = name.length();
        while (end > 1 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
