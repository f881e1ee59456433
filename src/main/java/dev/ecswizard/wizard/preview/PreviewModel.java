package dev.ecswizard.wizard.preview;

import dev.ecswizard.cloud.Stacks.Validation;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.PageModel;
import dev.ecswizard.wizard.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The template that the choices make, and what CloudFormation says of it.
public final class PreviewModel implements PageModel<Template> {
    /// A parameter of the template.
    ///
    /// @param isDefault whether the template itself holds the value
    public record Parameter(String name, String value, boolean isDefault) {}

    private final Messages messages = Messages.of(PreviewModel.class);
    private final ObservableValue<Optional<ClusterSpec>> spec;
    private final ObservableValue<Optional<Place>> place;
    private final Load<Draft> draft;
    private final Load<Validation> validation;
    private final ExportModel exporting;
    private final ChangesModel changes;
    private final ExplanationModel explanation;
    private final ObservableValue<Optional<Template>> chosen;
    private final ObservableValue<Optional<String>> missing;
    private final ObservableValue<String> summary;
    private boolean wanted;

    /// @param command the AWS CLI command for a template file, as the connection in use needs it
    public PreviewModel(
            Background background,
            ObservableValue<Optional<ClusterSpec>> spec,
            ObservableValue<Optional<Place>> place,
            Function<Path, DeployCommand> command,
            FilePicker picker) {
        this.spec = spec;
        this.place = place;
        validation = new Load<>(background);
        draft = Load.of(background, spec, Draft::of);
        exporting = new ExportModel(background, spec, draft.value(), command, picker);
        chosen = draft.value().map(found -> found.flatMap(PreviewModel::template));
        missing = Bindings.createObjectBinding(this::findMissing, spec, draft.state());
        summary = chosen.map(made -> made.map(this::summarise).orElse(""));
        explanation = new ExplanationModel(draft.value());
        changes = new ChangesModel(chosen.map(made -> made.map(Template::yaml)));
        draft.value().subscribe(_ -> {
            validation.forget();
            validateIfWanted();
        });
        place.subscribe(_ -> {
            wanted |= !(validation.state().get() instanceof Load.Idle);
            validation.forget();
            validateIfWanted();
        });
    }

    /// The draft of the choices; idle while they are not complete.
    public Load<Draft> draft() {
        return draft;
    }

    /// What CloudFormation says of the template. It is asked when the person comes to the page, and stays idle while
    /// there is no account to ask.
    public Load<Validation> validation() {
        return validation;
    }

    /// Whether there is an account to ask.
    public ObservableValue<Boolean> hasAccount() {
        return place.map(Optional::isPresent);
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
    }

    @Override
    public void left() {
        changes.left();
    }

    @Override
    public void reached() {
        changes.reached();
        if (validation.state().get() instanceof Load.Idle) {
            wanted = true;
            validateIfWanted();
        }
    }

    private void validateIfWanted() {
        if (wanted && place.getValue().isPresent() && made().isPresent()) {
            wanted = false;
            var now = made().get();
            // the region of the template itself, which the account page may just be leaving
            var stacks = place.getValue().get().cloud().stacks(now.spec().region());
            validation.start(() -> stacks.validate(now.template().yaml()));
        }
    }

    private Optional<Draft.Made> made() {
        return draft.value()
                .getValue()
                .flatMap(now -> now instanceof Draft.Made made ? Optional.of(made) : Optional.empty());
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
