package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.PageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The template that the choices make, and what the checks say of them.
public final class PreviewModel implements PageModel<Template> {
    /// A parameter of the template.
    ///
    /// @param isDefault whether the template itself holds the value
    public record Parameter(String name, String value, boolean isDefault) {}

    private final Messages messages = Messages.of(PreviewModel.class);
    private final ObservableValue<Optional<ClusterSpec>> spec;
    private final ChecksModel checks;
    private final InsteadModel instead;
    private final Load<Draft> draft;
    private final ExportModel exporting;
    private final ChangesModel changes;
    private final ExplanationModel explanation;
    private final ObservableValue<Optional<Template>> chosen;
    private final ObservableValue<Optional<String>> missing;
    private final ObservableValue<String> summary;

    /// @param answers takes over what a finding offers instead
    /// @param command the AWS CLI command for a template file, as the connection in use needs it
    public PreviewModel(
            Background background,
            ObservableValue<Optional<ClusterSpec>> spec,
            ChecksModel checks,
            Answers answers,
            Function<Path, DeployCommand> command,
            FilePicker picker) {
        this.spec = spec;
        this.checks = checks;
        instead = new InsteadModel(answers);
        draft = Load.of(background, spec, Draft::of);
        exporting = new ExportModel(background, spec, draft.value(), command, picker);
        chosen = draft.value().map(found -> found.flatMap(PreviewModel::template));
        missing = Bindings.createObjectBinding(this::findMissing, spec, draft.state());
        summary = chosen.map(made -> made.map(this::summarise).orElse(""));
        explanation = new ExplanationModel(draft.value());
        changes = new ChangesModel(chosen.map(made -> made.map(Template::yaml)));
    }

    /// The draft of the choices; idle while they are not complete.
    public Load<Draft> draft() {
        return draft;
    }

    public ChecksModel checks() {
        return checks;
    }

    /// The answers that were taken over from what was found.
    InsteadModel instead() {
        return instead;
    }

    /// How the template and what goes with it are taken away.
    public ExportModel exporting() {
        return exporting;
    }

    /// What is new since the person was here last.
    public ChangesModel changes() {
        return changes;
    }

    /// Which choices made which lines, and why.
    public ExplanationModel explanation() {
        return explanation;
    }

    /// What the template is given, and what it holds itself.
    public static List<Parameter> parameters(Draft.Made made) {
        var parameters = new ArrayList<Parameter>();
        made.template().parameters().forEach((name, value) -> parameters.add(new Parameter(name, value, false)));
        Template.defaults(made.spec()).forEach((name, value) -> parameters.add(new Parameter(name, value, true)));
        return List.copyOf(parameters);
    }

    @Override
    public String title() {
        return messages.text("preview.step.title");
    }

    @Override
    public ObservableValue<Optional<Template>> chosen() {
        return chosen;
    }

    @Override
    public ObservableValue<Optional<String>> missing() {
        return missing;
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }

    /// There is nothing to take over: the template follows from the other answers.
    @Override
    public void open(ClusterSpec opened) {
        changes.forget();
        instead.forget();
    }

    @Override
    public void left() {
        changes.left();
        instead.forget();
    }

    @Override
    public void reached() {
        changes.reached();
        checks.arrived();
    }

    private static Optional<Template> template(Draft draft) {
        return switch (draft) {
            case Draft.Made made -> Optional.of(made.template());
            case Draft.Refused _ -> Optional.empty();
        };
    }

    private String summarise(Template template) {
        return messages.text("preview.step.summary", template.yaml().lines().count());
    }

    private Optional<String> findMissing() {
        if (spec.getValue().isEmpty()) {
            return Optional.of(messages.text("preview.choices.missing"));
        }
        return switch (draft.state().get()) {
            case Load.Ready<Draft>(Draft.Made _) -> Optional.empty();
            case Load.Ready<Draft>(Draft.Refused _) -> Optional.of(messages.text("preview.template.missing"));
            default -> Optional.of(messages.text("preview.template.waiting"));
        };
    }
}
