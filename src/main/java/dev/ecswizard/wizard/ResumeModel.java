package dev.ecswizard.wizard;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Latest;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Keeps the answers of a walk until a stack was made of them, and offers at the next start to go on with them. The
/// offer goes as soon as the person answers otherwise.
public final class ResumeModel {
    /// The pages in their order, and what those that ask something hold.
    public record Answers(
            WizardModel pages,
            ObservableValue<Optional<String>> region,
            ObservableValue<Optional<Cluster>> cluster,
            ObservableValue<Optional<Network>> network,
            ObservableValue<Optional<Compute>> compute) {
        private Optional<Walk> now() {
            return Walk.of(region.getValue(), cluster.getValue(), network.getValue(), compute.getValue());
        }
    }

    private final Answers answers;
    private final Latest<Optional<Walk>> file;
    private final ReadOnlyObjectWrapper<Optional<Walk>> offered;
    private Optional<Walk> kept;

    /// @param found what an earlier walk has left
    public ResumeModel(Background background, WalkFile file, Optional<Walk> found, Answers answers) {
        this.answers = answers;
        this.file = new Latest<>(background, file::keep);
        offered = new ReadOnlyObjectWrapper<>(found);
        kept = found;
        answers.region.subscribe(_ -> keep());
        answers.cluster.subscribe(_ -> keep());
        answers.network.subscribe(_ -> keep());
        answers.compute.subscribe(_ -> keep());
    }

    /// Forgets the answers each time a stack was made of them.
    public void until(ObservableValue<Boolean> isMade) {
        isMade.subscribe(made -> {
            if (made) {
                done();
            }
        });
    }

    /// What the person may go on with.
    public ReadOnlyObjectProperty<Optional<Walk>> offered() {
        return offered.getReadOnlyProperty();
    }

    /// Fills the pages with what is offered and goes to the first one that is not answered.
    public void goOn() {
        offered.get().ifPresent(walk -> {
            offered.set(Optional.empty());
            answers.pages.open(walk.spec(), walk.answered(), walk.answered());
        });
    }

    /// Forgets what is offered.
    public void leave() {
        offered.set(Optional.empty());
        write(Optional.empty());
    }

    /// Forgets the answers: a stack was made of them. Others are kept again.
    void done() {
        offered.set(Optional.empty());
        kept = answers.now();
        file.set(Optional.empty());
    }

    private void keep() {
        // nothing that is worth keeping takes the place of what is
        answers.now().filter(walk -> !kept.equals(Optional.of(walk))).ifPresent(walk -> {
            offered.set(Optional.empty());
            write(Optional.of(walk));
        });
    }

    private void write(Optional<Walk> walk) {
        kept = walk;
        file.set(walk);
    }
}
