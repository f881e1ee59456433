package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentModelTest {
    @TempDir
    private Path folder;

    private final InOrder background = new InOrder();
    private Settings settings;
    private RecentModel model;

    @BeforeEach
    void begin() {
        settings = new Settings(folder.resolve("settings.properties"));
        model = new RecentModel(background, settings, settings.recent());
    }

    private Path file(int number) {
        return folder.resolve(number + ".ecscluster").toAbsolutePath();
    }

    @Test
    void theLatestComesFirstAndNoneTwice() {
        model.add(file(1));
        model.add(file(2));
        model.add(folder.resolve(".").resolve("1.ecscluster"));
        assertThat(model.files().get()).containsExactly(file(1), file(2));
        assertThat(settings.recent()).containsExactly(file(1), file(2));
    }

    @Test
    void theOldestGoes() {
        for (var number = 0; number < 10; number++) {
            model.add(file(number));
        }
        assertThat(model.files().get()).hasSize(8).startsWith(file(9)).endsWith(file(2));
        assertThat(settings.recent()).hasSize(8);
    }

    @Test
    void whatIsNoLongerThereIsLeftOut() {
        model.add(file(1));
        model.add(file(2));
        model.remove(file(2));
        assertThat(settings.recent()).containsExactly(file(1));
        model.clear();
        assertThat(settings.recent()).isEqualTo(List.of());
    }
}
