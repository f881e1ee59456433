package dev.ecswizard.ui;

/// Tells something to a person who is looking elsewhere. It never fails: where nothing can be shown, nothing is.
@FunctionalInterface
public interface Notification {
    /// Shows a line and a sentence for a moment. Does not block.
    void tell(String title, String sentence);

    /// The desktop's own notifications, by the program that each system has for them.
    static Notification ofDesktop(Background background) {
        return new DesktopNotification(
                background, System.getProperty("os.name", ""), DesktopNotification.Programs.ofSystem());
    }
}
