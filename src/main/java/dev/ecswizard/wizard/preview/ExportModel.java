package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.DeployScript;
import dev.ecswizard.template.TemplateFiles;
import dev.ecswizard.template.TextFile;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.SaveModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// What can be taken away of the choices and the template that they make: files and texts.
public final class ExportModel {
    private final Messages messages = Messages.of(ExportModel.class);
    private final ObservableValue<Optional<ClusterSpec>> spec;
    private final ObservableValue<Optional<Draft>> draft;
    private final Function<Path, DeployCommand> command;
    private final FilePicker picker;
    private final SaveModel saving;
    private Optional<Path> lastTemplate = Optional.empty();

    /// @param command the AWS CLI command for a template file, as the connection in use needs it
    ExportModel(
            Background background,
            ObservableValue<Optional<ClusterSpec>> spec,
            ObservableValue<Optional<Draft>> draft,
            Function<Path, DeployCommand> command,
            FilePicker picker) {
        this.spec = spec;
        this.draft = draft;
        this.command = command;
        this.picker = picker;
        saving = new SaveModel(background);
        draft.subscribe(_ -> {
            lastTemplate = Optional.empty();
            saving.forget();
        });
    }

    /// Whether there is anything to put into a cluster file.
    public ObservableValue<Boolean> hasChoices() {
        return spec.map(Optional::isPresent);
    }

    /// Whether there is a template.
    public ObservableValue<Boolean> hasTemplate() {
        return draft.map(_ -> made().isPresent());
    }

    public SaveModel saving() {
        return saving;
    }

    /// Asks for a file name and writes the template and, beside it, its parameter file.
    public void template() {
        made().ifPresent(now -> toFile(
                "export.template.description",
                TemplateFiles.TEMPLATE,
                stackName(now.spec()) + TemplateFiles.TEMPLATE,
                file -> TemplateFiles.template(now.template(), file)));
    }

    /// Asks for a file name and writes the script that deploys the template and, beside it, the template.
    public void script() {
        made().ifPresent(now -> {
            var script = script(now.spec());
            toFile(
                    "export.script.description",
                    TemplateFiles.SCRIPT,
                    stackName(now.spec()) + TemplateFiles.SCRIPT,
                    file -> TemplateFiles.script(now.spec(), now.template(), script, file));
        });
    }

    /// Asks for a file name and writes the parameter file alone.
    public void parameters() {
        made().ifPresent(now -> toFile(
                "export.parameters.description",
                ".json",
                stackName(now.spec()) + TemplateFiles.PARAMETERS,
                file -> List.of(TemplateFiles.parameters(now.template(), file))));
    }

    /// Asks for a folder and writes template, parameter file, script and cluster file, named after the stack.
    public void all() {
        made().ifPresent(now -> {
            var script = script(now.spec());
            picker.toFolder(messages.text("export.all.title"))
                    .ifPresent(folder ->
                            save(Set.of(), () -> TemplateFiles.all(now.spec(), now.template(), script, folder)));
        });
    }

    /// Asks for a file name and writes a cluster file. Needs the choices only, no template.
    public void clusterFile() {
        spec.getValue()
                .ifPresent(now -> toFile(
                        "export.clusterFile.description",
                        TemplateFiles.CLUSTER,
                        stackName(now) + TemplateFiles.CLUSTER,
                        file -> List.of(TemplateFiles.cluster(now, file))));
    }

    /// The template's text, or nothing while there is none.
    public String templateText() {
        return made().map(now -> now.template().yaml()).orElse("");
    }

    /// The AWS CLI command that deploys the template from where it was last saved, or from the working directory.
    public String command() {
        return made().map(now -> {
                    var file = lastTemplate.orElseGet(() -> Path.of(stackName(now.spec()) + TemplateFiles.TEMPLATE));
                    return command.apply(file).text(now.spec(), now.template());
                })
                .orElse("");
    }

    private void toFile(String description, String ending, String suggested, Function<Path, List<TextFile>> files) {
        picker.toSave(messages.text(description), ending, suggested).ifPresent(named -> {
            var file = withEnding(named, ending);
            save(file.equals(named) ? Set.of(file) : Set.of(), () -> files.apply(file));
        });
    }

    private void save(Set<Path> agreed, Supplier<List<TextFile>> files) {
        var shown = draft.getValue();
        saving.save(agreed, files, written -> {
            if (draft.getValue() == shown) {
                lastTemplate = written.stream()
                        .filter(file -> file.text().equals(templateText()))
                        .map(TextFile::path)
                        .findFirst()
                        .or(() -> lastTemplate);
            }
        });
    }

    private Optional<Draft.Made> made() {
        return draft.getValue().flatMap(now -> now instanceof Draft.Made made ? Optional.of(made) : Optional.empty());
    }

    /// Where a script lies is for the shell to find out.
    private DeployScript script(ClusterSpec now) {
        return command.apply(Path.of(stackName(now) + TemplateFiles.TEMPLATE)).script();
    }

    private static String stackName(ClusterSpec spec) {
        return spec.cluster().stackName();
    }

    /// A name that the person gave without an ending gets one, and a script that of its own, not its template's.
    private static Path withEnding(Path file, String ending) {
        var name = file.getFileName().toString();
        if (ending.equals(TemplateFiles.SCRIPT) && name.endsWith(TemplateFiles.TEMPLATE)) {
            return file.resolveSibling(name.substring(0, name.length() - TemplateFiles.TEMPLATE.length()) + ending);
        }
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }
}
