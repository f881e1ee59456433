package dev.ecswizard.wizard;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.preflight.Facts;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.InOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Checks of choices in an account in memory, under a test's control.
public final class ChecksFor implements Pace {
    /// What the account answers.
    public final Facing account = new Facing();
    /// Holds or releases the answers.
    public final InOrder background = new InOrder();
    /// The names of the stacks of the choices that the account was asked about.
    public final List<String> surveys = new ArrayList<>();

    public final List<Duration> pauses = new ArrayList<>();
    public final ObjectProperty<Optional<String>> missing = new SimpleObjectProperty<>(Optional.empty());
    public Instant now = FakeStacks.START;
    public final ChecksModel model;

    public ChecksFor(
            ObservableValue<Optional<ClusterSpec>> spec, ObservableValue<Optional<Place>> place, boolean held) {
        if (held) {
            background.hold();
        }
        model = new ChecksModel(
                background,
                this,
                subject -> {
                    var what = subject.spec();
                    surveys.add(what.cluster().stackName());
                    account.time = now;
                    account.own = subject.changed().map(known -> new Facts.Own(known.id(), account.held));
                    return account.facts(what);
                },
                spec,
                place,
                missing);
    }

    public ChecksFor(ObservableValue<Optional<ClusterSpec>> spec, ObservableValue<Optional<Place>> place) {
        this(spec, place, false);
    }

    /// Checks that never begin, for want of an account.
    public static ChecksModel none() {
        return new ChecksFor(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.empty()))
                .model;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
    }
}
