package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern LOOK = Pattern.compile("Shown\\.kept\\w*\\([^;]*?\"([a-z0-9-]+)\"\\s*\\)");

    /// In bytes, of all together.
    private static final long LARGEST = 7_000_000;

    private static BufferedImage page() {
        var page = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < page.getHeight(); y++) {
            for (var x = 0; x < page.getWidth(); x++) {
                page.setRGB(x, y, 0xffffffff);
            }
        }
        return page;
    }

    private static BufferedImage withLine(int length, int colour) {
        var page = page();
        for (var x = 0; x < length; x++) {
            page.setRGB(100 + x, 300, colour);
        }
        return page;
    }

    private static List<String> looks() throws IOException {
        var looks = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                LOOK.matcher(Files.readString(file)).results().forEach(hit -> looks.add(hit.group(1)));
            }
        }
        return looks;
    }

    @Test
    void aCaretMayComeAndGoAndALineOfWordsMayNot() {
        assertThat(Kept.differing(page(), withLine(17, 0xff000000))).isBetween(1L, (long) Kept.MOST);
        assertThat(Kept.differing(page(), withLine(800, 0xff000000))).isGreaterThan(Kept.MOST);
        assertThat(Kept.differing(page(), withLine(800, 0xfff0f0f0))).isZero();
        assertThat(Kept.differing(page(), new BufferedImage(1000, 701, BufferedImage.TYPE_INT_ARGB)))
                .isEqualTo(1_000_000);
    }

    @Test
    void aSubtleGroundIsNotLost() {
        var subtle = page();
        for (var y = 100; y < 150; y++) {
            for (var x = 100; x < 600; x++) {
                subtle.setRGB(x, y, 0xfff6f8fa);
            }
        }
        assertThat(Kept.differing(subtle, page())).isGreaterThan(Kept.MOST);
        assertThat(Kept.differing(page(), subtle)).isGreaterThan(Kept.MOST);
    }

    @Test
    void everyKeptPictureIsHeldAgainstSomethingAndOnlyOneThing() throws IOException {
        var looks = looks();
        assertThat(looks).doesNotHaveDuplicates().hasSizeGreaterThan(60);
        try (var files = Files.list(Kept.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(looks.stream()
                            .flatMap(look -> Stream.of(look + "-light.png", look + "-dark.png"))
                            .toList());
        }
    }

    @Test
    void theyTakeLittleRoom() throws IOException {
        try (var files = Files.list(Kept.FOLDER)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(LARGEST);
        }
    }
}
