package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The AWS CLI command that deploys a saved template, for a POSIX shell.
///
/// It is `aws cloudformation deploy`, which also updates a stack that exists. That command splits a tag at its first
/// `=` and takes a word that begins with `-` for an option (awscli, `customizations/cloudformation/deploy.py`), so that
/// tags with such keys travel with `create-stack` instead.
///
/// @param templateFile the saved template
/// @param profile the credentials profile, if one is in use
/// @param endpoint what the CLI is pointed at instead of AWS
public record DeployCommand(Path templateFile, Optional<String> profile, Optional<URI> endpoint) {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    /// The command for the choices and the template made from them: lines joined by backslashes, no line end at the
    /// end.
    public String text(ClusterSpec spec, Template template) {
        var tags = spec.cluster().stackTags();
        var values = values(spec, template);
        var deployable = tags.keySet().stream().noneMatch(key -> key.contains("=") || key.startsWith("-"));
        var lines = new ArrayList<String>();
        lines.add(deployable ? "aws cloudformation deploy" : "aws cloudformation create-stack");
        lines.add(
                deployable
                        ? option("template-file", List.of(templateFile.toString()))
                        : option("template-body", List.of("file://" + templateFile)));
        lines.add(option("stack-name", List.of(spec.cluster().stackName())));
        lines.add(
                deployable
                        ? option("parameter-overrides", pairs(values))
                        : option(
                                "parameters",
                                List.of(ParameterFile.list(values, "ParameterKey", "ParameterValue", false))));
        lines.add(
                option("capabilities", template.capabilities().stream().sorted().toList()));
        lines.add(
                deployable
                        ? option("tags", pairs(tags))
                        : option("tags", List.of(ParameterFile.list(tags, "Key", "Value", false))));
        lines.add(option("region", List.of(spec.region())));
        profile.ifPresent(name -> lines.add(option("profile", List.of(name))));
        endpoint.ifPresent(url -> lines.add(option("endpoint-url", List.of(url.toString()))));
        return String.join(" \\\n  ", lines);
    }

    /// `deploy` has a stack that exists keep its values of all parameters that are not named, whatever their defaults
    /// are by now. How many hosts an update keeps is for each update to say, and no choice.
    private static Map<String, String> values(ClusterSpec spec, Template template) {
        var values = new LinkedHashMap<>(template.parameters());
        values.putAll(Template.defaults(spec));
        values.remove(ProductionParameters.HOSTS_KEPT);
        return values;
    }

    private static List<String> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();
    }

    private static String option(String name, List<String> values) {
        return "--" + name + " "
                + String.join(" ", values.stream().map(DeployCommand::quoted).toList());
    }

    /// One word of a POSIX shell: within single quotes nothing but a single quote has a meaning.
    static String quoted(String word) {
        return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
