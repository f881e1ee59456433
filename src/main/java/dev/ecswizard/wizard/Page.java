package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import javafx.scene.Parent;

/// One step of the wizard as the frame sees it. A page shows its model and hands it what the person does; it starts no
/// work and knows no other page.
public interface Page {
    /// What is shown in the middle of the window; the same node each time.
    Parent root();

    PageModel<?> model();

    /// Puts the keyboard where the person most likely begins. Called each time the page has been put in the window.
    void focus();

    /// Puts the keyboard on the field of a question, which is brought into sight and marked for a moment.
    ///
    /// @param question one of [PageModel#questions]
    default void focus(Question question) {
        focus();
    }

    /// Asked before the window closes; a page that says no has told the person why.
    default boolean mayClose() {
        return true;
    }
}
