package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/// What can be taken away of the choices and the template that they make: files and texts.
public final class ExportModel {
    private final ObservableValue<Optional<ClusterSpec>> spec;
    private final ObservableValue<Optional<Draft>> draft;
    private final Function<Path, DeployCommand> command;
    private final SaveModel saving;

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
        saving = new SaveModel(background, picker);
        draft.subscribe(_ -> saving.forget());
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

    /// Asks for a file name and writes the template and its parameter file.
    public void template() {
        made().ifPresent(now -> saving.template(now.template(), stackName(now)));
    }

    /// Asks for a file name and writes a cluster file. Needs the choices only, no template.
    public void clusterFile() {
        spec.getValue().ifPresent(saving::clusterFile);
    }

    /// The template's text, or nothing while there is none.
    public String templateText() {
        return made().map(now -> now.template().yaml()).orElse("");
    }

    /// The AWS CLI command that deploys the template from where it was last saved, or from the working directory.
    public String command() {
        return made().map(now -> {
                    var file = saving.lastTemplate().orElseGet(() -> Path.of(stackName(now) + ".yaml"));
                    return command.apply(file).text(now.spec(), now.template());
                })
                .orElse("");
    }

    private Optional<Draft.Made> made() {
        return draft.getValue().flatMap(now -> now instanceof Draft.Made made ? Optional.of(made) : Optional.empty());
    }

    private static String stackName(Draft.Made made) {
        return made.spec().cluster().stackName();
    }
}
