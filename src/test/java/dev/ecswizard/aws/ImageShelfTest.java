package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.spec.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageShelfTest {
    private static final Image IMAGE = new Image(
            "ami-00000001",
            "al2023-ami-ecs-hvm-2023.0.20260101-kernel-6.1-x86_64",
            Instant.parse("2026-01-01T00:00:00Z"),
            Architecture.X86_64);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    private ImageShelf shelf() {
        return new ImageShelf(Optional.of(folder.resolve("cache")), () -> now);
    }

    @Test
    void whatIsWrittenIsReadByTheNextStart() {
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        assertThat(shelf().read(Architecture.X86_64)).isEqualTo(Map.of("eu-west-1", IMAGE));
        assertThat(shelf().read(Architecture.ARM64)).isEmpty();
    }

    @Test
    void aRegionIsAddedToTheOthers() {
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        shelf().write(Architecture.X86_64, Map.of("us-east-1", IMAGE));
        assertThat(shelf().read(Architecture.X86_64)).containsOnlyKeys("eu-west-1", "us-east-1");
    }

    @Test
    void anAnswerIsNoOlderThanADay() {
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        now = now.plus(Duration.ofHours(20));
        shelf().write(Architecture.X86_64, Map.of("us-east-1", IMAGE));
        now = now.plus(Duration.ofHours(5));
        assertThat(shelf().read(Architecture.X86_64)).containsOnlyKeys("us-east-1");
    }

    @Test
    void anAnswerFromTheFutureIsNotBelieved() {
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        now = now.minus(Duration.ofDays(30));
        assertThat(shelf().read(Architecture.X86_64)).isEmpty();
    }

    @Test
    void aSpoiltFileIsIgnoredAndReplaced() throws IOException {
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        try (var files = Files.list(folder.resolve("cache"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\t', '\n', 'x', '\t', 0});
            }
        }
        assertThat(shelf().read(Architecture.X86_64)).isEmpty();
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        assertThat(shelf().read(Architecture.X86_64)).containsOnlyKeys("eu-west-1");
    }

    @Test
    void aLineThatIsNoImageIsLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        try (var files = Files.list(folder.resolve("cache"))) {
            var file = files.findFirst().orElseThrow();
            var line = Files.readString(file);
            Files.writeString(
                    file,
                    line
                            + line.replace("eu-west-1", "us-east-1").replace("ami-00000001", "rm -rf")
                            + line.replace("eu-west-1", "us-east-2").replace("2026-01-01", "yesterday"));
        }
        assertThat(shelf().read(Architecture.X86_64)).containsOnlyKeys("eu-west-1");
    }

    @Test
    void aFolderThatCanNotBeMadeCostsNothingButTime() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file in the way");
        shelf().write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        assertThat(shelf().read(Architecture.X86_64)).isEmpty();
    }

    @Test
    void withoutAFolderNothingIsKept() {
        var none = new ImageShelf(Optional.empty(), () -> now);
        none.write(Architecture.X86_64, Map.of("eu-west-1", IMAGE));
        assertThat(none.read(Architecture.X86_64)).isEmpty();
    }
}
