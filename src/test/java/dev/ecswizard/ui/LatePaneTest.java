package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class LatePaneTest {
    private final SimpleBooleanProperty isNeeded = new SimpleBooleanProperty();
    private final List<Pane> built = new ArrayList<>();
    private final LatePane late = new LatePane(isNeeded, () -> {
        built.add(new Pane());
        return built.getLast();
    });

    @Test
    void whatIsNotNeededIsNotBuiltAndTakesNoRoom() {
        assertThat(built).isEmpty();
        assertThat(late.isVisible()).isFalse();
        assertThat(late.isManaged()).isFalse();
    }

    @Test
    void itIsBuiltOnceAndHidesItselfFromThenOn() {
        isNeeded.set(true);
        assertThat(late.getChildren()).isEqualTo(built).hasSize(1);
        assertThat(late.isVisible()).isTrue();
        assertThat(late.isManaged()).isTrue();

        isNeeded.set(false);
        built.getFirst().setVisible(false);
        built.getFirst().setManaged(false);
        assertThat(late.isVisible()).isFalse();
        assertThat(late.isManaged()).isFalse();

        isNeeded.set(true);
        assertThat(built).hasSize(1);
    }
}
