package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the words against the places that use them. A key is used by standing in quotation marks in its package's
/// sources or after a `%` in its FXML; a family of keys by its beginning, up to the last point, standing in quotation
/// marks before a `+`.
class MessagesTest {
    private static final Path JAVA = Path.of("src", "main", "java", "dev", "ecswizard");
    private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "ecswizard");
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z]+)+)\"");
    private static final Pattern FAMILY = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z]+)*\\.)\"\\s*\\+");
    private static final Pattern LAYOUT = Pattern.compile("\"%([^\"]+)\"");

    static Stream<Path> folders() throws IOException {
        return bundles().map(bundle -> RESOURCES.relativize(bundle.getParent()));
    }

    private static Stream<Path> bundles() throws IOException {
        return Files.walk(RESOURCES).filter(file -> file.endsWith("messages.properties"));
    }

    @Test
    void everyPackageWithWordsIsRead() throws IOException {
        assertThat(folders()).contains(Path.of("ui"), Path.of("wizard"), Path.of("wizard", "account"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyKeyThatIsUsedExists(Path folder) {
        var used = new TreeSet<String>();
        used.addAll(found(ASKED, JAVA.resolve(folder)));
        used.removeIf(key -> key.endsWith("."));
        used.addAll(found(LAYOUT, RESOURCES.resolve(folder)));

        assertThat(keys(folder).stringPropertyNames()).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFamilyThatIsUsedExists(Path folder) {
        assertThat(found(FAMILY, JAVA.resolve(folder)))
                .allSatisfy(family ->
                        assertThat(keys(folder).stringPropertyNames()).anyMatch(key -> key.startsWith(family)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noKeyIsAnOrphan(Path folder) {
        var used = new HashSet<String>();
        used.addAll(found(QUOTED, JAVA.resolve(folder)));
        used.addAll(found(LAYOUT, RESOURCES.resolve(folder)));
        var families = found(FAMILY, JAVA.resolve(folder));

        assertThat(keys(folder).stringPropertyNames())
                .allMatch(key -> used.contains(key) || families.contains(key.substring(0, key.lastIndexOf('.') + 1)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void sentencesArePlain(Path folder) {
        keys(folder)
                .forEach((key, words) -> assertThat((String) words)
                        .as("%s", key)
                        .isNotBlank()
                        .doesNotContain("!")
                        .doesNotContainPattern("(?<!')'(?!')")
                        .satisfies(MessageFormat::new));
    }

    private static Properties keys(Path folder) {
        var keys = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve(folder).resolve("messages.properties"))) {
            keys.load(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return keys;
    }

    private static Set<String> found(Pattern pattern, Path folder) {
        var found = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|fxml)"))
                    .forEach(file -> pattern.matcher(read(file)).results().forEach(hit -> found.add(hit.group(1))));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
