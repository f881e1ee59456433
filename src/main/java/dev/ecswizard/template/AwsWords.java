package dev.ecswizard.template;

import com.fasterxml.jackson.core.JsonFactory;
import dev.ecswizard.spec.ClusterSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The words of an AWS CLI command that deploys a template, for a POSIX shell.
///
/// `aws cloudformation deploy` takes parameters and tags as `Key=Value` and splits each at its first `=` (awscli,
/// `customizations/cloudformation/deploy.py`). A word that begins with `-` is an option to it, unless it stands in a
/// JSON list (`argprocess.py`). What begins with `file://` or `http://` would be read from there, but only where it
/// stands alone (`paramfile.py`).
final class AwsWords {
    /// A word that begins with `=` is a command's path to zsh.
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:,@%+-][A-Za-z0-9_./:=,@%+-]*");

    private AwsWords() {}

    /// One word: within single quotes nothing but a single quote has a meaning.
    ///
    /// @throws TemplateRefused for what no word can hold: a NUL, or half a character
    static String quoted(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new TemplateRefused("unwritable.word", Written.printable(word));
        }
        WholeText.of(word);
        return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String option(String name, String value) {
        return "--" + name + (value.startsWith("-") ? "=" : " ") + quoted(value);
    }

    static String option(String name, List<String> values) {
        return "--" + name + " "
                + String.join(" ", values.stream().map(AwsWords::quoted).toList());
    }

    /// Whether `deploy` can be told these tags.
    static boolean isDeployable(Map<String, String> tags) {
        return tags.keySet().stream().noneMatch(key -> key.contains("="));
    }

    /// The tags as `deploy` takes them.
    static String tagsToDeploy(Map<String, String> tags) {
        var pairs = pairs(tags);
        return pairs.stream().anyMatch(pair -> pair.startsWith("-"))
                ? option("tags", json(pairs))
                : option("tags", pairs);
    }

    /// The tags as the other commands take them.
    static String tags(Map<String, String> tags) {
        return option("tags", ParameterFile.list(tags, "Key", "Value", false));
    }

    static String capabilities(Template template) {
        return option("capabilities", template.capabilities().stream().sorted().toList());
    }

    /// `deploy` has a stack that exists keep its values of all parameters that are not named, whatever their defaults
    /// are by now. How many hosts an update keeps is for each update to say, and no choice.
    static Map<String, String> values(ClusterSpec spec, Template template) {
        var values = new LinkedHashMap<>(template.parameters());
        values.putAll(Template.defaults(spec));
        values.remove(ProductionParameters.HOSTS_KEPT);
        return values;
    }

    static List<String> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();
    }

    private static String json(List<String> texts) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeArray(texts.toArray(String[]::new), 0, texts.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
