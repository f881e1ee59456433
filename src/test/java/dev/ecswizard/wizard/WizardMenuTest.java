package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class WizardMenuTest {
    @TempDir
    private Path folder;

    private final List<String> gone = new ArrayList<>();
    private final InOrder background = new InOrder();
    private OpenModel files;
    private RecentModel recent;
    private MenuButton menu;

    private final class Ways implements WizardMenu.Ways {
        @Override
        public void shortcuts() {
            gone.add("shortcuts");
        }

        @Override
        public void documentation() {
            gone.add("documentation");
        }

        @Override
        public void logFolder() {
            gone.add("logs");
        }

        @Override
        public void about() {
            gone.add("about");
        }
    }

    @Start
    void show(Stage stage) {
        var pages = new WizardModel(FakeAnswer.three());
        files = new OpenModel(
                background, Shown.noFiles(), pages, 0, new SimpleObjectProperty<>(Optional.empty()), new Dropped());
        recent = new RecentModel(background, new Settings(folder.resolve("settings.properties")), List.of());
        menu = (MenuButton) new WizardMenu(files, recent, new Menu("Appearance"), new Ways()).root();
        var scene = new Scene(new StackPane(menu), 400, 300);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Menu again() {
        return (Menu) menu.getItems().getFirst();
    }

    @Test
    void f1ListsTheShortcuts(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(gone).containsExactly("shortcuts");
    }

    @Test
    void nothingIsOpenedBeforeItIsChosen(FxRobot robot) {
        robot.clickOn("#menu");
        assertThat(gone).isEmpty();
        robot.clickOn("#documentationItem");
        robot.clickOn("#menu").clickOn("#logFolderItem");
        robot.clickOn("#menu").clickOn("#aboutItem");
        assertThat(gone).containsExactly("documentation", "logs", "about");
    }

    @Test
    void theFilesThatWereUsedLastAreListedByTheirNames(FxRobot robot) {
        assertThat(again().isDisable()).isTrue();
        var file = folder.resolve("my_first_web.ecscluster").toAbsolutePath();
        robot.interact(() -> recent.add(file));
        assertThat(again().isDisable()).isFalse();
        var item = again().getItems().getFirst();
        assertThat(item.getText()).isEqualTo("my_first_web.ecscluster (" + file.getParent() + ")");
        assertThat(item.isMnemonicParsing()).isFalse();

        robot.interact(item::fire);
        assertThat(files.state().get()).isInstanceOf(OpenModel.Refused.class);
        robot.interact(() -> again().getItems().getLast().fire());
        assertThat(again().getItems()).isEmpty();
        assertThat(again().isDisable()).isTrue();
    }

    @Test
    void noTwoItemsHaveTheSameLetter() {
        var letters = menu.getItems().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText)
                .filter(text -> text.contains("_"))
                .map(text -> text.toLowerCase().charAt(text.indexOf('_') + 1))
                .toList();
        assertThat(letters).doesNotHaveDuplicates().hasSize(5);
    }
}
