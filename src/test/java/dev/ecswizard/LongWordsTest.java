package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole walk in a language that does not exist: every text of every bundle half as long again.
class LongWordsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /// Neither the command line's words nor those that go into a template.
    private static final List<String> BUNDLES = List.of("messages.properties", "rules.properties");

    @TempDir
    private Path folder;

    @Test
    void noTextIsCut() throws Exception {
        translate();
        var process = new OwnProcess(LongWordsWalk.class, folder.resolve("home"));
        process.words(folder.resolve("words"), "en", "XA");
        var said = process.run(folder.toString());

        // every page was looked at, and in that language
        assertThat(said.lines().filter(line -> line.startsWith("pages: ")))
                .singleElement()
                .asString()
                .matches("pages: (1[6-9]|2[0-9]), _?Back\u00f6+");
        assertThat(said.lines().filter(line -> line.startsWith("cut: "))).isEmpty();
    }

    private void translate() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (var file : files.filter(
                            each -> BUNDLES.contains(each.getFileName().toString()))
                    .toList()) {
                var words = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    words.load(in);
                }
                var longer = new TreeMap<String, String>();
                words.forEach((key, text) -> longer.put((String) key, text + more((String) text)));
                var to = folder.resolve("words")
                        .resolve(RESOURCES.relativize(file).toString().replace(".properties", "_en_XA.properties"));
                Files.createDirectories(to.getParent());
                var all = new Properties();
                all.putAll(longer);
                try (var out = Files.newBufferedWriter(to)) {
                    all.store(out, null);
                }
            }
        }
    }

    /// Half as many letters, in words of the usual length. None of them means anything to a format of dates.
    private static String more(String text) {
        var more = new StringBuilder();
        for (var number = 0; number < (text.length() + 1) / 2; number++) {
            more.append(number % 7 == 0 && text.length() > 12 ? ' ' : '\u00f6');
        }
        return more.toString();
    }
}
