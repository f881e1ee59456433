package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Notification;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// Tells how a deployment ended: where the person does not look at the window by the system, else for the ear.
public final class EndNotice {
    private EndNotice() {}

    /// @param isInFront whether the window is
    /// @param speech says it to those who hear the window, whatever page they are on
    public static void of(
            ObservableValue<State> state,
            BooleanSupplier isInFront,
            Notification notification,
            Consumer<String> speech) {
        state.subscribe((before, now) -> {
            if (before.isUnderWay() && now instanceof State.Ended) {
                var verdict = Verdict.of(now);
                if (isInFront.getAsBoolean()) {
                    speech.accept(verdict.status());
                } else {
                    notification.tell(verdict.status(), verdict.cause().orElse(""));
                }
            }
        });
    }
}
