package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import java.nio.file.Path;
import java.util.List;

/// Which files a template, its command and its choices are saved in. [TextFiles] writes them.
public final class TemplateFiles {
    public static final String TEMPLATE = ".yaml";
    public static final String PARAMETERS = ".parameters.json";
    public static final String SCRIPT = ".sh";
    public static final String CLUSTER = ".ecscluster";

    private TemplateFiles() {}

    /// The template and, beside it, its parameter file: `web.yaml` and `web.parameters.json`.
    public static List<TextFile> template(Template template, Path file) {
        return List.of(new TextFile(file, template.yaml()), parameters(template, beside(file, PARAMETERS)));
    }

    /// The parameter file alone.
    public static TextFile parameters(Template template, Path file) {
        return new TextFile(file, ParameterFile.of(template));
    }

    /// The script and, beside it, the template that it deploys: `web.sh` and `web.yaml`.
    public static List<TextFile> script(ClusterSpec spec, Template template, DeployScript script, Path file) {
        var body = beside(file, TEMPLATE);
        return List.of(
                new TextFile(file, script.text(spec, template, String.valueOf(body.getFileName())), true),
                new TextFile(body, template.yaml()));
    }

    /// The cluster file alone.
    public static TextFile cluster(ClusterSpec spec, Path file) {
        return new TextFile(file, ClusterFile.write(spec));
    }

    /// Template, parameter file, script and cluster file, named after the stack.
    public static List<TextFile> all(ClusterSpec spec, Template template, DeployScript script, Path folder) {
        var name = spec.cluster().stackName();
        var body = folder.resolve(name + TEMPLATE);
        return List.of(
                new TextFile(body, template.yaml()),
                parameters(template, folder.resolve(name + PARAMETERS)),
                new TextFile(folder.resolve(name + SCRIPT), script.text(spec, template, name + TEMPLATE), true),
                cluster(spec, folder.resolve(name + CLUSTER)));
    }

    /// The file of another kind that goes with one: the same name with another ending.
    private static Path beside(Path file, String ending) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}
