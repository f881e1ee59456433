package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Mending;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The question before a failed roll-back goes on: what it leaves out.
public final class MendingModel {
    private final Pace pace;
    private final Load<List<StackEvent>> skippable;
    private final ReadOnlyObjectWrapper<Optional<Run>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableSet<String> skipped = FXCollections.observableSet();

    MendingModel(Background background, Pace pace) {
        this.pace = pace;
        skippable = new Load<>(background);
    }

    /// The stack that the question is about, while it stands.
    public ReadOnlyObjectProperty<Optional<Run>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// The resources that the roll-back could not put back.
    public Load<List<StackEvent>> skippable() {
        return skippable;
    }

    /// Logical ids of those that are left as they are.
    public ObservableSet<String> skipped() {
        return skipped;
    }

    /// Takes the question back.
    public void leave() {
        skippable.forget();
        skipped.clear();
        asked.set(Optional.empty());
    }

    void ask(Run run) {
        leave();
        asked.set(Optional.of(run));
        skippable.start(() -> new Mending(run.holdings(), pace).skippable(run.stackId()));
    }
}
