package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.WindowExtension;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class FreshnessPaneTest {
    private final FakeCloud cloud = Places.cloud();
    private final Readings readings =
            new Readings(InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z")), Runnable::run);
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final List<String> refreshed = new ArrayList<>();
    private FreshnessPane pane;

    @Start
    void show(Stage stage) {
        pane = new FreshnessPane(new FreshnessModel(place, ZoneOffset.UTC));
        readings.of("eu-west-1", "vpcs", () -> "some").whenForgotten(() -> refreshed.add("vpcs"));
        stage.setScene(new Scene(pane.root(), 212, 120));
        stage.show();
    }

    @Test
    void theTimeIsShownAndAButtonAndAKeyRefresh(FxRobot robot) {
        assertThat(pane.root().isVisible()).isFalse();

        robot.interact(() -> {
            readings.of("eu-west-1", "vpcs", () -> "some").read();
            place.set(Optional.of(new Place(cloud, cloud.who, "eu-west-1", List.of("eu-west-1"), readings)));
        });
        assertThat(pane.root().isVisible()).isTrue();
        assertThat(robot.lookup("#age").queryAs(Label.class).getText())
                .isEqualTo("eu-west-1: lists read 23 Nov, 08:00");

        robot.clickOn("#refresh");
        assertThat(refreshed).hasSize(1);
        robot.push(KeyCode.F5);
        assertThat(refreshed).hasSize(2);
    }
}
