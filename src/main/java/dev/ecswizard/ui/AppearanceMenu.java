package dev.ecswizard.ui;

import java.util.EnumMap;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets a person choose the appearance.
public final class AppearanceMenu {
    private static final Messages MESSAGES = Messages.of(AppearanceMenu.class);

    private final MenuButton button =
            new MenuButton(MESSAGES.text("appearance.menu.text"), new FontIcon("mdal-brightness_medium"));

    public AppearanceMenu(AppearanceModel model) {
        button.setId("appearance");
        button.getStyleClass().addAll("flat", "appearance");
        button.setMaxWidth(Double.MAX_VALUE);
        var group = new ToggleGroup();
        var items = new EnumMap<Appearance, RadioMenuItem>(Appearance.class);
        for (var each : Appearance.values()) {
            var item = new RadioMenuItem(MESSAGES.text("appearance.choice." + each.key()));
            item.setId("appearance-" + each.key());
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.choose(each));
            items.put(each, item);
            button.getItems().add(item);
        }
        model.chosen().subscribe(now -> items.get(now).setSelected(true));
    }

    public Parent root() {
        return button;
    }
}
