package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What can be done with the connection in use beside working over it, and what it wants kept in sight.
public final class ActionsModel {
    private final Background background;
    private final AccountModel account;
    private final ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final List<Consumer<Caller>> listeners = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<Action>> actions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean taking;

    public ActionsModel(Background background, AccountModel account) {
        this.background = background;
        this.account = account;
        account.profile().subscribe(_ -> update());
    }

    public ReadOnlyObjectProperty<List<Action>> actions() {
        return actions.getReadOnlyProperty();
    }

    /// What has to stay in sight as long as the connection is in use.
    public ReadOnlyObjectProperty<Optional<String>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Why no option may be taken now, in words.
    public ObjectProperty<Optional<String>> obstacle() {
        return obstacle;
    }

    /// Tells when all that an account held is gone.
    public void whenGone(Consumer<Caller> listener) {
        listeners.add(listener);
    }

    /// Takes an option, then opens the connection anew; all that was loaded over it is loaded again. Nothing happens
    /// while there is an obstacle.
    public void take(Action.Choice choice, String option) {
        if (taking || obstacle.get().isPresent()) {
            return;
        }
        taking = true;
        background.start(
                () -> {
                    choice.take().accept(option);
                    return option;
                },
                _ -> {
                    taking = false;
                    account.caller().value().getValue().ifPresent(who -> listeners.forEach(each -> each.accept(who)));
                    update();
                    account.reconnect();
                },
                problem -> {
                    taking = false;
                    throw new IllegalStateException(problem);
                });
    }

    /// What a report shows.
    public ReportModel report(Action.Report report) {
        return new ReportModel(background, report);
    }

    private void update() {
        var connection = account.profile().getValue();
        actions.set(connection.map(Connection::actions).orElse(List.of()));
        notice.set(connection.flatMap(Connection::notice));
    }
}
