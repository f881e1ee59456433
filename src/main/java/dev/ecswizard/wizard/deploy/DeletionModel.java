package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.deploy.ClusterInUse;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The question before a stack is deleted: what will go, and whether that is meant.
public final class DeletionModel {
    /// What a deletion takes with it.
    ///
    /// @param services of ECS in the stack's clusters, by name; with any of them there is no deletion
    public record Toll(List<StackResource> resources, List<String> services) {
        public Toll {
            resources = List.copyOf(resources);
            services = List.copyOf(services);
        }
    }

    private final Messages messages = Messages.of(DeletionModel.class);
    private final Pace pace;
    private final Load<Toll> toll;
    private final ReadOnlyObjectWrapper<Optional<Run>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Boolean> isConfirmed;

    DeletionModel(Background background, Pace pace) {
        this.pace = pace;
        toll = new Load<>(background);
        isConfirmed = Bindings.createObjectBinding(this::confirmed, asked, typed, toll.value());
    }

    /// The stack that the question is about, while it stands.
    public ReadOnlyObjectProperty<Optional<Run>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// What will go, as AWS knows it now.
    public Load<Toll> toll() {
        return toll;
    }

    /// The stack's name, as the person types it.
    public StringProperty typed() {
        return typed;
    }

    /// Whether the name is right and nothing stands against it.
    public ObservableValue<Boolean> isConfirmed() {
        return isConfirmed;
    }

    /// Why the deletion was not begun.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the question back.
    public void leave() {
        toll.forget();
        typed.set("");
        problem.set(Optional.empty());
        asked.set(Optional.empty());
    }

    void ask(Run run) {
        leave();
        asked.set(Optional.of(run));
        var deletion = new Deletion(run.stacks(), pace);
        toll.start(() -> new Toll(
                run.stacks().resources(run.stackId()).stream()
                        .filter(resource -> !resource.status().isDeleted())
                        .toList(),
                deletion.services(run.stackId())));
    }

    /// Asks again after a deletion that could not begin.
    void fail(Run run, Exception why) {
        ask(run);
        switch (why) {
            case ClusterInUse inUse -> problem.set(Optional.of(inUse.getMessage()));
            case CloudProblem said -> {
                var words = Problem.of(said);
                problem.set(Optional.of(messages.text("deploy.delete.failed", words.what(), words.why())));
            }
            // a defect, and not for the page alone to know
            default -> throw new IllegalStateException(why);
        }
    }

    private boolean confirmed() {
        var isRight = asked.get()
                .filter(run -> run.stackName().equals(typed.get().strip()))
                .isPresent();
        return isRight
                && toll.value()
                        .getValue()
                        .filter(now -> now.services().isEmpty())
                        .isPresent();
    }
}
