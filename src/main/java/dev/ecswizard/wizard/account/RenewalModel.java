package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.SignInModel;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The sign-in that would mend what the connection in use failed for.
public final class RenewalModel {
    private final SignInModel inBrowser;
    private final Runnable reconnect;
    private final ObservableValue<Optional<SignIn>> offered;

    RenewalModel(
            Background background,
            ObservableValue<Optional<Connection>> profile,
            Load<Caller> caller,
            Runnable reconnect) {
        inBrowser = new SignInModel(background);
        this.reconnect = reconnect;
        offered = Bindings.createObjectBinding(
                () -> profile.getValue()
                        .flatMap(Connection::signIn)
                        .filter(_ -> caller.state().get() instanceof Load.Failed<Caller>(var problem)
                                && SignInModel.mends(problem)),
                profile,
                caller.state());
        profile.subscribe(_ -> inBrowser.cancel());
    }

    /// The one to offer, if any would help.
    public ObservableValue<Optional<SignIn>> offered() {
        return offered;
    }

    public SignInModel inBrowser() {
        return inBrowser;
    }

    /// Signs in and connects anew.
    public void begin() {
        if (!(inBrowser.state().get() instanceof SignInModel.Waiting)) {
            offered.getValue().ifPresent(signIn -> inBrowser.start(signIn, reconnect, () -> {}));
        }
    }
}
