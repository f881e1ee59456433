package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Notification;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;

/// Tells how a deployment ended, where the person does not look at the window.
public final class EndNotice {
    private EndNotice() {}

    /// @param isInFront whether the window is
    public static void of(ObservableValue<State> state, BooleanSupplier isInFront, Notification notification) {
        state.subscribe((before, now) -> {
            if (before.isUnderWay() && now instanceof State.Ended && !isInFront.getAsBoolean()) {
                var verdict = Verdict.of(now);
                notification.tell(verdict.status(), verdict.cause().orElse(""));
            }
        });
    }
}
