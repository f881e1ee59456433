package dev.ecswizard.ui;

import java.util.EnumMap;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Lets a person choose the appearance.
public final class AppearanceMenu {
    private static final Messages MESSAGES = Messages.of(AppearanceMenu.class);

    private final Menu menu = new Menu(MESSAGES.text("appearance.menu.text"));

    public AppearanceMenu(AppearanceModel model) {
        menu.setId("appearance");
        var group = new ToggleGroup();
        var items = new EnumMap<Appearance, RadioMenuItem>(Appearance.class);
        for (var each : Appearance.values()) {
            var item = new RadioMenuItem(MESSAGES.text("appearance.choice." + each.key()));
            item.setId("appearance-" + each.key());
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.choose(each));
            items.put(each, item);
            menu.getItems().add(item);
        }
        model.chosen().subscribe(now -> items.get(now).setSelected(true));
    }

    public Menu menu() {
        return menu;
    }
}
