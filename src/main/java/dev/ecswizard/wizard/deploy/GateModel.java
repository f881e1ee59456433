package dev.ecswizard.wizard.deploy;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.wizard.Checks;
import dev.ecswizard.wizard.Checks.Subject;
import dev.ecswizard.wizard.ChecksModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// What stands between pressing Deploy and a stack: findings that the person has to read and accept, and checks that
/// are not at their end.
public final class GateModel {
    private final ReadOnlyObjectWrapper<List<Finding>> failed = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty anyway = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Boolean> open;
    private final ChecksModel checks;
    private Optional<Subject> subject = Optional.empty();
    private Runnable onward = () -> {};

    public GateModel(ChecksModel checks) {
        this.checks = checks;
        open = Bindings.createBooleanBinding(() -> failed.get().isEmpty() || anyway.get(), failed, anyway);
        checks.state().subscribe(this::look);
    }

    /// What will go wrong with these choices, as far as is known.
    public ReadOnlyObjectProperty<List<Finding>> failed() {
        return failed.getReadOnlyProperty();
    }

    /// Whether the person wants to deploy all the same. Forgotten when the choices or what will go wrong change.
    public BooleanProperty anyway() {
        return anyway;
    }

    /// Whether nothing known stands in the way, or the person has accepted it.
    public ObservableValue<Boolean> isOpen() {
        return open;
    }

    /// Whether Deploy was pressed and goes on once the checks have ended well.
    public ReadOnlyBooleanProperty isWaiting() {
        return waiting.getReadOnlyProperty();
    }

    /// Shows all that was found, and what helps.
    void show() {
        checks.show();
    }

    void arrived() {
        checks.arrived();
    }

    /// Goes on at once or, while the checks are under way, at their end; not at all unless [#isOpen] then. Checks that
    /// come to no end hold up nobody: pressing once more goes on without them.
    void pass(Runnable deploy) {
        if (checks.state().get() instanceof Checks.Running) {
            onward = deploy;
            waiting.set(true);
        } else if (open.getValue()) {
            deploy.run();
        }
    }

    /// Goes on without waiting for the end of the checks.
    public void waitNoLonger() {
        if (waiting.get()) {
            leave();
            if (open.getValue()) {
                onward.run();
            }
        }
    }

    /// Does not deploy after all.
    public void leave() {
        waiting.set(false);
    }

    private void look(Checks state) {
        switch (state) {
            case Checks.Running(var now, var before) -> {
                isAbout(now);
                // what is found anew of the same choices may take away what failed, but until then it stands
                fail(before.filter(done -> done.subject().equals(now))
                        .map(Checks.Done::failed)
                        .orElse(List.of()));
            }
            case Checks.Done done -> {
                isAbout(done.subject());
                fail(done.failed());
                if (open.getValue()) {
                    waitNoLonger();
                } else {
                    leave();
                }
            }
            case Checks.Failed _, Checks.Cancelled _ -> leave();
            case Checks.Incomplete _, Checks.Deployed _ -> {
                leave();
                subject = Optional.empty();
                fail(List.of());
            }
        }
    }

    private void isAbout(Subject now) {
        if (!subject.equals(Optional.of(now))) {
            subject = Optional.of(now);
            leave();
            anyway.set(false);
        }
    }

    private void fail(List<Finding> now) {
        if (!now.equals(failed.get())) {
            anyway.set(false);
            failed.set(now);
        }
    }
}
