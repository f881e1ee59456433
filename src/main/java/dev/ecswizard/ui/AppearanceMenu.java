package dev.ecswizard.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// Lets a person choose the appearance, and whether anything moves.
public final class AppearanceMenu {
    private static final Messages MESSAGES = Messages.of(AppearanceMenu.class);

    private final Menu menu = new Menu(MESSAGES.text("appearance.menu.text"));

    public AppearanceMenu(AppearanceModel model, MotionModel motion) {
        menu.setId("appearance");
        offer(
                List.of(Appearance.values()),
                each -> "appearance-" + each.key(),
                each -> MESSAGES.text("appearance.choice." + each.key()),
                model.chosen(),
                model::choose);
        menu.getItems().add(new SeparatorMenuItem());
        offer(
                List.of(Motion.values()),
                each -> "motion-" + each.key(),
                each -> MESSAGES.text("motion.choice." + each.key()),
                motion.chosen(),
                motion::choose);
    }

    public Menu menu() {
        return menu;
    }

    private <T> void offer(
            List<T> all,
            Function<T, String> id,
            Function<T, String> words,
            ObservableValue<T> chosen,
            Consumer<T> choose) {
        var group = new ToggleGroup();
        for (var each : all) {
            var item = new RadioMenuItem(words.apply(each));
            item.setId(id.apply(each));
            item.setToggleGroup(group);
            item.setOnAction(_ -> choose.accept(each));
            menu.getItems().add(item);
            chosen.subscribe(now -> {
                if (now == each) {
                    item.setSelected(true);
                }
            });
        }
    }
}
