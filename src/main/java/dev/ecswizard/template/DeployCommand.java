package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// The AWS CLI command that deploys a saved template, for a POSIX shell.
///
/// It is `aws cloudformation deploy`, which also updates a stack that exists. That command can not be told a tag with a
/// `=` in its key, so that such tags travel with `create-stack` instead.
///
/// @param templateFile the saved template
/// @param profile the credentials profile, if one is in use
/// @param endpoint what the CLI is pointed at instead of AWS
public record DeployCommand(Path templateFile, Optional<String> profile, Optional<URI> endpoint) {
    /// The command for the choices and the template made from them: lines joined by backslashes, no line end at the
    /// end.
    public String text(ClusterSpec spec, Template template) {
        var tags = spec.cluster().stackTags();
        var values = AwsWords.values(spec, template);
        var deployable = AwsWords.isDeployable(tags);
        var lines = new ArrayList<String>();
        lines.add(deployable ? "aws cloudformation deploy" : "aws cloudformation create-stack");
        lines.add(deployable ? AwsWords.option("template-file", templateFile.toString()) : "--template-body " + body());
        lines.add(AwsWords.option("stack-name", spec.cluster().stackName()));
        lines.add(
                deployable
                        ? AwsWords.option("parameter-overrides", AwsWords.pairs(values))
                        : AwsWords.option(
                                "parameters", ParameterFile.list(values, "ParameterKey", "ParameterValue", false)));
        lines.add(AwsWords.capabilities(template));
        lines.add(deployable ? AwsWords.tagsToDeploy(tags) : AwsWords.tags(tags));
        lines.add(AwsWords.option("region", spec.region()));
        profile.ifPresent(name -> lines.add(AwsWords.option("profile", name)));
        endpoint.ifPresent(url -> lines.add(AwsWords.option("endpoint-url", url.toString())));
        return String.join(" \\\n  ", lines);
    }

    /// After `file://` the CLI reads `$` and a leading `~` once more (awscli, `paramfile.py`).
    private String body() {
        var name = templateFile.toString();
        return name.contains("$") || name.startsWith("~")
                ? "\"$(cat -- " + AwsWords.quoted(name) + ")\""
                : AwsWords.quoted("file://" + name);
    }

    /// The same as a script.
    public DeployScript script() {
        return new DeployScript(profile, endpoint);
    }
}
