package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// What a screen reader would be told of changes, in a window, in the order in which it was: what what has the keyboard
/// is called by, if that changes in front of the name that it had.
public final class Heard {
    private final List<String> said = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    /// To be made on the window's thread.
    public Heard(Scene scene) {
        scene.focusOwnerProperty().subscribe(owner -> {
            following.unsubscribe();
            following = owner == null
                    ? Subscription.EMPTY
                    : owner.accessibleTextProperty().subscribe((before, now) -> hear(before, now));
        });
    }

    private void hear(String before, String now) {
        if (now != null && now.contains("\n")) {
            said.add(now.substring(0, now.lastIndexOf('\n')));
        }
    }

    /// Once for each time.
    public List<String> said() {
        return List.copyOf(said);
    }
}
