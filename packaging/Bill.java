import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// The bill of materials, true of what is in the package: each library with the hash of its jar there. As Maven makes it,
/// the hashes are those of the jars that were published; they stay, as those of the ancestors.
final class Bill {
    /// A library with the hashes that it has, as CycloneDX's plugin of Maven writes it.
    private static final Pattern PART = Pattern.compile(
            "\"name\" : \"([^\"]+)\",\\s+\"version\" : \"([^\"]+)\"(?:(?!\"name\" :|\"hashes\" :).)*(\"hashes\" : \\[[^]]*])",
            Pattern.DOTALL);

    private Bill() {}

    /// @param jars those in the package
    /// @throws IllegalStateException when one of the libraries is not in the bill
    static String of(String bom, List<Path> jars) throws IOException {
        var out = new StringBuilder();
        var found = 0;
        var part = PART.matcher(bom);
        while (part.find()) {
            var jar = part.group(1) + "-" + part.group(2) + ".jar";
            var shipped = jars.stream()
                    .filter(each -> each.getFileName().toString().equals(jar))
                    .findFirst();
            var hashes = part.group(3);
            var now = hashes;
            if (shipped.isPresent()) {
                found++;
                now = changed(part.group(1), part.group(2), hashes, shipped.get());
            } else if (part.group(1).startsWith("javafx-")) {
                now = hashes + ", \"pedigree\" : {\"notes\" : \"Linked into the Java runtime; the hashes are those of the jar\"}";
            }
            var before = bom.substring(part.start(), part.start(3));
            part.appendReplacement(out, Matcher.quoteReplacement(before + now));
        }
        // all but the app's own jar
        if (found != jars.size() - 1) {
            throw new IllegalStateException("The bill of materials has " + found + " of the " + (jars.size() - 1) + " libraries");
        }
        return part.appendTail(out).toString();
    }

    private static String changed(String name, String version, String before, Path jar) throws IOException {
        return """
                "hashes" : [{"alg" : "SHA-256", "content" : "%s"}], \
                "pedigree" : {"ancestors" : [{"type" : "library", "name" : "%s", "version" : "%s", %s}], "notes" : "%s"}"""
                .formatted(hash(jar), name, version, before, notes(jar));
    }

    private static String notes(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return "Entries are not compressed"
                    + (zip.getEntry(Operations.NOTICE) == null
                            ? ""
                            : "; the client has only the operations that the app calls, see " + Operations.NOTICE);
        }
    }

    private static String hash(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
