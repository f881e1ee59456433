package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.ui.Background;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/// The proof that a host can join, from the start of the host until it is released, by whatever credentials.
final class ProofModel {
    private final Background background;
    private final Pace pace;
    private final Notes notes;
    private final ObjectProperty<Finish> finish;
    private final Consumer<HostsSeen> hear;

    private Optional<UnderWay> underWay = Optional.empty();
    private Background.Handle running = () -> {};

    private record UnderWay(Run run, Proof proof) {
        UnderWay by(Run other) {
            return new UnderWay(other, proof);
        }
    }

    /// @param notes where it is written down
    /// @param finish how the hosts stand, which the proof tells from its begin to its end
    /// @param hear takes what is seen of hosts
    ProofModel(Background background, Pace pace, Notes notes, ObjectProperty<Finish> finish, Consumer<HostsSeen> hear) {
        this.background = background;
        this.pace = pace;
        this.notes = notes;
        this.finish = finish;
        this.hear = hear;
    }

    /// Proves it; goes on with what could not be ended before.
    void begin(Run run, HostsSeen before) {
        var proof = underWay.filter(_ -> finish.get() instanceof Finish.Unproved)
                .map(UnderWay::proof)
                .orElseGet(() -> new Proof(before, pace, notes.logbook(), notes.origin(run), run.stackName()));
        underWay = Optional.of(new UnderWay(run, proof));
        hear.accept(before);
        finish.set(new Finish.Proving());
        goOn();
    }

    /// Goes on by other credentials, if it is under way.
    void goOn(Run run) {
        underWay = underWay.map(now -> now.by(run));
        goOn();
    }

    private void goOn() {
        underWay.filter(_ -> finish.get().holdsHost()).ifPresent(now -> {
            running.stop();
            var hosts = now.run.hosts();
            running = finish.get() instanceof Finish.Proving
                    ? background.follow(
                            report -> now.proof.prove(hosts, report::accept), hear, this::proved, this::failed)
                    : background.follow(
                            report -> now.proof.breakOff(hosts, report::accept),
                            hear,
                            released -> finish.set(new Finish.Proved(Optional.empty(), Optional.of(released))),
                            this::failed);
        });
    }

    private void proved(Proof.Result result) {
        // whoever took the host away meanwhile left nothing to be said about it
        finish.set(
                result.crossing() instanceof Crossing.Empty
                        ? new Finish.Crossed(result.crossing())
                        : new Finish.Proved(Optional.of(result.crossing()), result.release()));
    }

    private void failed(Exception problem) {
        FinishModel.failed(problem, known -> finish.set(new Finish.Unproved(known)));
    }

    /// Ends it; its host goes.
    void breakOff() {
        finish.set(new Finish.Releasing());
        goOn();
    }

    /// Ends it, and tells nobody; its host goes.
    void leave() {
        if (finish.get().holdsHost()) {
            running.stop();
            underWay.ifPresent(now -> background.start(
                    () -> now.proof.release(now.run.hosts()),
                    _ -> {},
                    problem -> FinishModel.failed(problem, _ -> {})));
        }
        underWay = Optional.empty();
    }

    /// The same, when the window closes. Blocks for a moment.
    void close() {
        running.stop();
        if (finish.get().holdsHost()) {
            try {
                underWay.ifPresent(now -> now.proof.release(now.run.hosts()));
            } catch (CloudProblem _) {
                // the capacity provider takes a host without tasks by itself, a little later
            }
        }
    }
}
