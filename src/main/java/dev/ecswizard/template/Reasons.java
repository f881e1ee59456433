package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/// The sentences, at one place in a template and below it, of why things are there. What holds for one recipe, below
/// its key, goes before what holds for all, and that before what holds for every logical ID, below `*`.
final class Reasons {
    private static final String ANY = "*";

    /// They say nothing of their own: what they hold stands for itself.
    private static final Set<String> ENVELOPES = Set.of("Properties", "LaunchTemplateData", "Fn::Base64");

    private static final Branch ROOT = grow();

    private final List<Branch> branches;

    private Reasons(List<Branch> branches) {
        this.branches = branches;
    }

    /// Those of the whole template.
    static Reasons of(Recipe recipe) {
        return new Reasons(List.of(ROOT.below.getOrDefault(recipe.key(), new Branch()), ROOT));
    }

    /// The sentence of this very place.
    Optional<String> sentence() {
        for (var branch : branches) {
            if (branch.sentence != null) {
                return Optional.of(branch.sentence);
            }
        }
        return Optional.empty();
    }

    /// Those below a key of the template.
    Reasons below(String key) {
        return ENVELOPES.contains(key) ? this : step(word(key));
    }

    /// Those of a line of a script or a file, by its command or the name that it sets.
    Reasons ofLine(String line) {
        return step(command(line));
    }

    /// All sentences by their keys.
    static Map<String, String> sentences() {
        var bundle = ResourceBundle.getBundle("dev.ecswizard.template.reasons");
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }

    private Reasons step(String word) {
        var found = new ArrayList<Branch>(branches.size());
        for (var name : List.of(word, ANY)) {
            for (var branch : branches) {
                var below = branch.below.get(name);
                if (below != null) {
                    found.add(below);
                }
            }
        }
        return new Reasons(found);
    }

    /// A key without AWS's name space, a file's folder and ending, and the number of an alternate.
    private static String word(String key) {
        var start = Math.max(key.lastIndexOf(':'), key.lastIndexOf('/')) + 1;
        var dot = key.indexOf('.', start);
        var end = dot < 0 ? key.length() : dot;
        while (end > start + 1 && Character.isDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(start, end);
    }

    private static String command(String line) {
        var words = line.strip();
        if (words.startsWith("if ")) {
            words = words.substring("if ".length());
        }
        var end = 0;
        while (end < words.length() && " =".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        return words.substring(words.lastIndexOf('/', end) + 1, end);
    }

    private static Branch grow() {
        var root = new Branch();
        sentences().forEach((key, sentence) -> {
            var branch = root;
            for (var word : key.split("\\.")) {
                branch = branch.below.computeIfAbsent(word, _ -> new Branch());
            }
            branch.sentence = sentence;
        });
        return root;
    }

    /// What stands below one way of naming a place.
    private static final class Branch {
        private final Map<String, Branch> below = new HashMap<>();
        private String sentence;
    }
}
