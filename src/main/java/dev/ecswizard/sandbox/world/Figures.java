package dev.ecswizard.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The files of figures beside this class.
final class Figures {
    private Figures() {}

    static InputStream open(String name) throws IOException {
        return new GZIPInputStream(Figures.class.getResourceAsStream(name), 1 << 16);
    }

    /// The fields of every line, which tabs part.
    static List<List<String>> table(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> List.of(line.split("\t"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
