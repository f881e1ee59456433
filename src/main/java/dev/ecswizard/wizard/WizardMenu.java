package dev.ecswizard.wizard;

import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Shortcut;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is seldom needed and belongs to no page.
public final class WizardMenu {
    /// What the menu leads to outside of the window.
    public interface Ways {
        void shortcuts();

        void documentation();

        void logFolder();

        void about();
    }

    private static final Messages MESSAGES = Messages.of(WizardMenu.class);

    private final MenuButton button = new MenuButton(MESSAGES.text("menu.text"), new FontIcon("mdmz-menu"));
    private final Menu again = new Menu(MESSAGES.text("menu.recent.text"));
    private final OpenModel files;
    private final RecentModel recent;

    /// @param appearance lets the person choose how the app looks
    public WizardMenu(OpenModel files, RecentModel recent, Menu appearance, Ways ways) {
        this.files = files;
        this.recent = recent;
        button.setId("menu");
        button.getStyleClass().add("flat");
        button.setMaxWidth(Double.MAX_VALUE);
        again.setId("recent");
        var shortcuts = item("shortcutsItem", "menu.shortcuts.text", ways::shortcuts);
        button.getItems()
                .setAll(
                        again,
                        appearance,
                        new SeparatorMenuItem(),
                        shortcuts,
                        item("documentationItem", "menu.documentation.text", ways::documentation),
                        item("logFolderItem", "menu.logFolder.text", ways::logFolder),
                        new SeparatorMenuItem(),
                        item("aboutItem", "menu.about.text", ways::about));
        button.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(Shortcut.SHORTCUTS.keys(), ways::shortcuts);
            }
        });
        recent.files().subscribe(this::list);
    }

    public Parent root() {
        return button;
    }

    private void list(List<Path> now) {
        again.getItems().setAll(now.stream().map(this::item).toList());
        if (!now.isEmpty()) {
            again.getItems().addAll(new SeparatorMenuItem(), item("clearRecent", "menu.recent.clear", recent::clear));
        }
        again.setDisable(now.isEmpty());
    }

    private MenuItem item(Path file) {
        var item = new MenuItem(MESSAGES.text("menu.recent.file", file.getFileName(), file.getParent()));
        // names of files have underscores of their own
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> files.open(file));
        return item;
    }

    private static MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(MESSAGES.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
