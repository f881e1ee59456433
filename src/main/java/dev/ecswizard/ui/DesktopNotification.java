package dev.ecswizard.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Shows notifications by a small program of the operating system, since JavaFX has none and AWT's tray is not to be
/// loaded: `notify-send` or D-Bus' own `gdbus` on Linux, `osascript` on macOS, PowerShell on Windows. Texts travel as
/// arguments or in the environment, never inside a script.
final class DesktopNotification implements Notification {
    private static final String APP = "ECS Cluster Wizard";
    private static final String MAC =
            "on run texts\ndisplay notification (item 2 of texts) with title (item 1 of texts)\nend run";
    /// What an app without a shortcut in the start menu may speak as: PowerShell itself.
    private static final String WINDOWS = """
            $null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
            $texts = $toast.GetElementsByTagName('text')
            $null = $texts.Item(0).AppendChild($toast.CreateTextNode($env:NOTICE_TITLE))
            $null = $texts.Item(1).AppendChild($toast.CreateTextNode($env:NOTICE_TEXT))
            $speaker = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($speaker).Show([Windows.UI.Notifications.ToastNotification]::new($toast))
            """;

    /// Runs programs.
    @FunctionalInterface
    interface Programs {
        /// Runs one to its end, for some seconds at most.
        ///
        /// @return whether it ended well
        /// @throws IOException if there is no such program
        boolean run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException;

        static Programs ofSystem() {
            return (command, environment) -> {
                var builder = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
                builder.environment().putAll(environment);
                var process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return false;
                }
                return process.exitValue() == 0;
            };
        }
    }

    private final Background background;
    private final String system;
    private final Programs programs;

    /// @param system the operating system, as Java calls it
    DesktopNotification(Background background, String system, Programs programs) {
        this.background = background;
        this.system = system.toLowerCase(Locale.ROOT);
        this.programs = programs;
    }

    @Override
    public void tell(String title, String sentence) {
        background.start(() -> show(title, sentence), _ -> {}, _ -> {});
    }

    private boolean show(String title, String sentence) throws InterruptedException {
        var environment = Map.of("NOTICE_TITLE", title, "NOTICE_TEXT", sentence);
        for (var command : commands(title, sentence)) {
            try {
                if (programs.run(command, environment)) {
                    return true;
                }
            } catch (IOException _) {
                // not everybody has it
            }
        }
        return false;
    }

    private List<List<String>> commands(String title, String sentence) {
        if (system.contains("mac")) {
            return List.of(List.of("osascript", "-e", MAC, title, sentence));
        }
        if (system.contains("windows")) {
            return List.of(List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", WINDOWS));
        }
        return List.of(
                List.of("notify-send", "--app-name=" + APP, "--", title, markup(sentence)),
                List.of(
                        "gdbus",
                        "call",
                        "--session",
                        "--dest=org.freedesktop.Notifications",
                        "--object-path=/org/freedesktop/Notifications",
                        "--method=org.freedesktop.Notifications.Notify",
                        quoted(APP),
                        "0",
                        quoted(""),
                        quoted(title),
                        quoted(markup(sentence)),
                        "[]",
                        "{}",
                        "10000"));
    }

    /// A body may hold markup (Desktop Notifications Specification, "Markup").
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// A text of GVariant's.
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
