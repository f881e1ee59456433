package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("settings.properties");
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void anAppearanceIsRemembered(Appearance appearance) {
        new Settings(file()).remember(appearance);
        assertThat(new Settings(file()).appearance()).isEqualTo(appearance);
        assertThat(file().getParent())
                .isDirectoryContaining(file()::equals)
                .satisfies(there -> assertThat(there.toFile().list()).hasSize(1));
    }

    @Test
    void withoutAFileItIsTheSystems() {
        assertThat(new Settings(file()).appearance()).isEqualTo(Appearance.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appearance=pink", "appearance=\\u00", "\0\0", "appearance"})
    void aFileThatMakesNoSenseIsNone(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        assertThat(new Settings(file()).appearance()).isEqualTo(Appearance.SYSTEM);
    }

    @Test
    void whatElseStandsInTheFileStays() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "other=kept\nappearance=light\n");
        new Settings(file()).remember(Appearance.DARK);
        assertThat(Files.readString(file()))
                .contains("other=kept", "appearance=dark")
                .doesNotContain("light");
    }

    @Test
    void whereNothingCanBeWrittenNothingBreaks() throws IOException {
        Files.writeString(folder.resolve("deep"), "in the way");
        var settings = new Settings(file());
        settings.remember(Appearance.DARK);
        assertThat(settings.appearance()).isEqualTo(Appearance.SYSTEM);
        assertThat(folder.resolve("deep")).hasContent("in the way");
    }

    @Test
    void eachSystemHasItsPlace() {
        var home = Path.of("/home/ann");
        assertThat(Settings.file(Map.of(), home, "Linux"))
                .isEqualTo(home.resolve(".config/ecs-cluster-wizard/settings.properties"));
        assertThat(Settings.file(Map.of("XDG_CONFIG_HOME", "/conf"), home, "Linux"))
                .isEqualTo(Path.of("/conf/ecs-cluster-wizard/settings.properties"));
        assertThat(Settings.file(Map.of("XDG_CONFIG_HOME", "conf"), home, "Linux"))
                .isEqualTo(home.resolve(".config/ecs-cluster-wizard/settings.properties"));
        assertThat(Settings.file(Map.of(), home, "Mac OS X"))
                .isEqualTo(home.resolve("Library/Application Support/ecs-cluster-wizard/settings.properties"));
        assertThat(Settings.file(Map.of("APPDATA", "/roaming"), home, "Windows 11"))
                .isEqualTo(Path.of("/roaming/ecs-cluster-wizard/settings.properties"));
    }

    @Test
    void windowVisitAndFilesAreRememberedBesideEachOther() {
        var settings = new Settings(file());
        var window = new Placement(10, 20, 1000, 700, true);
        var visit = new Visit("profile:ops", "eu-west-1");
        var files = List.of(
                folder.resolve("web.ecscluster").toAbsolutePath(),
                folder.resolve("a b=c#.ecscluster").toAbsolutePath());
        settings.remember(window);
        settings.remember(visit);
        settings.remember(Appearance.DARK);
        settings.rememberRecent(files);
        var again = new Settings(file());
        assertThat(again.placement()).contains(window);
        assertThat(again.visit()).contains(visit);
        assertThat(again.appearance()).isEqualTo(Appearance.DARK);
        assertThat(again.recent()).isEqualTo(files);
        settings.rememberRecent(List.of());
        assertThat(again.recent()).isEmpty();
        assertThat(again.visit()).contains(visit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=here\nconnection=x\nregion=nowhere\nrecent.0=relative\n",
                "connection=x\n",
                "region=eu-west-1\n",
                "\0\0",
                "recent.0=\\u0000\n"
            })
    void whatIsDamagedIsAsIfItWereNotThere(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        var settings = new Settings(file());
        assertThat(settings.placement()).isEmpty();
        assertThat(settings.visit()).isEmpty();
        assertThat(settings.recent()).isEmpty();
    }

    @Test
    void troubleIsLoggedInOneLineAndOnce() throws IOException {
        Files.writeString(folder.resolve("deep"), "in the way");
        var lines = new ArrayList<LogRecord>();
        var logger = Logger.getLogger(Settings.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            var settings = new Settings(file());
            settings.remember(Appearance.DARK);
            settings.remember(new Placement(1, 2, 3, 4, false));
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().getThrown()).isNull();
        assertThat(lines.getFirst().getMessage()).contains(file().toString()).doesNotContain("\n");
    }
}
