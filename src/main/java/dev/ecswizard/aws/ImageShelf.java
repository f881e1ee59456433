package dev.ecswizard.aws;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.spec.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Images as they were found in the last day, in files of the user's cache folder: one line a region, `region id name
/// created asked` between tabs. Public facts, the same for every account. What can not be read is not there; what can
/// not be written is asked again.
///
/// Images of AWS itself only: those of another endpoint may be gone with it.
///
/// @param folder nothing is kept where there is none
final class ImageShelf {
    private static final Duration FRESH = Duration.ofDays(1);

    private record Kept(Image image, Instant asked) {}

    private final Optional<Path> folder;
    private final InstantSource clock;

    ImageShelf(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    synchronized Map<String, Image> read(Architecture architecture) {
        return kept(architecture).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().image()));
    }

    synchronized void write(Architecture architecture, Map<String, Image> images) {
        if (folder.isEmpty() || images.isEmpty()) {
            return;
        }
        var all = kept(architecture);
        images.forEach((region, image) -> all.put(region, new Kept(image, clock.instant())));
        var lines = new LinkedHashSet<String>();
        all.forEach((region, each) -> lines.add(line(region, each)));
        try {
            Files.createDirectories(folder.get());
            var draft = Files.createTempFile(folder.get(), "images", ".tmp");
            try {
                Files.write(draft, lines);
                Files.move(draft, file(folder.get(), architecture), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException _) {
            // a cache only saves time
        }
    }

    private Map<String, Kept> kept(Architecture architecture) {
        var kept = new HashMap<String, Kept>();
        folder.map(path -> file(path, architecture))
                .filter(Files::isRegularFile)
                .ifPresent(file -> {
                    try (Stream<String> lines = Files.lines(file)) {
                        lines.forEach(line -> parse(line, architecture, kept));
                    } catch (IOException | java.io.UncheckedIOException _) {
                        kept.clear();
                    }
                });
        return kept;
    }

    private void parse(String line, Architecture architecture, Map<String, Kept> kept) {
        var parts = line.split("\t", -1);
        if (parts.length != 5 || !parts[1].matches("ami-[0-9a-f]{8,17}") || parts[0].isEmpty()) {
            return;
        }
        try {
            var asked = Instant.parse(parts[4]);
            var age = Duration.between(asked, clock.instant());
            if (!age.isNegative() && age.compareTo(FRESH) < 0) {
                kept.put(
                        parts[0],
                        new Kept(new Image(parts[1], parts[2], Instant.parse(parts[3]), architecture), asked));
            }
        } catch (DateTimeParseException _) {
            // not a line of ours
        }
    }

    private static String line(String region, Kept kept) {
        var image = kept.image();
        return String.join(
                "\t",
                region,
                image.id(),
                image.name(),
                image.created().toString(),
                kept.asked().toString());
    }

    private static Path file(Path folder, Architecture architecture) {
        return folder.resolve("images-" + architecture.key() + ".tsv");
    }
}
