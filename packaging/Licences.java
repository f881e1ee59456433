import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/// The texts of the libraries' licences and notices: from each jar, and where a jar has none from `packaging/licences/`.
final class Licences {
    /// Under Apache's licence 2.0 by what they declare to Maven, with no text in the jar; Jackson's jar has it.
    private static final Set<String> APACHE = Set.of("eventstream", "java-diff-utils", "picocli", "snakeyaml");

    private static final String TEXT = "(?i)META-INF/[^/]*(licen[cs]e|notice|copying)[^/]*";

    private Licences() {}

    /// Writes a folder for each library. JavaFX's licence is the one of the JDK, word for word.
    ///
    /// @param runtime has the JDK's licences
    /// @throws IllegalStateException when a library has none
    static void collect(List<Path> libraries, Path runtime, Path folder) throws IOException {
        var apache = texts(libraries.stream()
                        .filter(library -> name(library).equals("jackson-core"))
                        .findFirst()
                        .orElseThrow())
                .get("LICENSE");
        for (var library : libraries) {
            var name = name(library);
            var texts = texts(library);
            var own = Path.of("packaging", "licences", name + ".txt");
            if (name.startsWith("javafx-")) {
                for (var text : List.of("LICENSE", "ASSEMBLY_EXCEPTION", "ADDITIONAL_LICENSE_INFO")) {
                    texts.put(text, Files.readAllBytes(runtime.resolve("legal/java.base").resolve(text)));
                }
            } else if (Files.exists(own)) {
                texts.put("LICENSE", Files.readAllBytes(own));
            } else if (APACHE.contains(name)) {
                texts.put("LICENSE", apache);
            }
            if (texts.isEmpty()) {
                throw new IllegalStateException("No licence of " + library + ": its text belongs into " + own);
            }
            Files.createDirectories(folder.resolve(name));
            for (var text : texts.entrySet()) {
                Files.write(folder.resolve(name).resolve(text.getKey()), text.getValue());
            }
        }
    }

    private static String name(Path library) {
        return library.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static TreeMap<String, byte[]> texts(Path library) throws IOException {
        var texts = new TreeMap<String, byte[]>();
        try (var jar = new ZipFile(library.toFile())) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().matches(TEXT) && !entry.isDirectory()) {
                    texts.put(Path.of(entry.getName()).getFileName().toString(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return texts;
    }
}
