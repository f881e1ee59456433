import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes the app image, the folder that every package of this system is made from: the app's jars, a Java runtime of
/// just the modules they use with JavaFX among them, and a launcher.
///
///     java packaging/AppImage.java FOLDER [OPTION OF jpackage...]
///
/// Run from the project's folder by the JDK whose runtime is to be shipped, after `mvn -Ppackage package`. Leaves the
/// image and the drawn icons in the folder, which it empties first.
final class AppImage {
    static final String NAME = "ecs-cluster-wizard";
    private static final Path TARGET = Path.of("target");

    /// What jdeps can not see: en-GB, in which the app writes dates, is found by name.
    private static final List<String> BY_NAME = List.of("jdk.localedata");

    /// The start script of Linux has them too. Compiling took half of a start's processor time: now there is one compiler,
    /// and it takes up a method after 1000 calls, not after 200. Handles for methods that are called by
    /// name would be made in each start anew.
    ///
    /// A heap of one size at most everywhere: with more than 32 GB, which a large machine would give it, the cache of
    /// classes could not be used. What a whole collection frees goes back to the system at once; what is young has 12 MB: more
    /// would mean fewer collections and as much more memory taken.
    static final List<String> FLAGS = List.of(
            "--enable-native-access=javafx.graphics", "-XX:+UseSerialGC", "-Xms32m", "-Xmx1g", "-Xmn12m",
            "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10", "-XX:-ShrinkHeapInSteps", "-XX:MarkSweepDeadRatio=0",
            "-XX:SoftRefLRUPolicyMSPerMB=20", "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1", "-XX:Tier3InvocationThreshold=1000", "-XX:Tier3MinInvocationThreshold=500",
            "-XX:Tier3CompileThreshold=5000", "-Djdk.reflect.useNativeAccessorOnly=true");

    /// JavaFX would tell it of frames, and gets it ready for that at each start.
    private static final String RECORDER = "jdk.jfr";

    /// Native parts of AWT and of Java's sound, which JavaFX's module asks for and the app never loads. They would make
    /// the package need ALSA.
    private static final String UNUSED =
            "lib(awt|awt_headless|awt_xawt|jawt|jsound|fontmanager|freetype|lcms|mlib_image|javajpeg|splashscreen)\\.so";

    private final Path folder;

    private AppImage(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var image = new AppImage(Path.of(arguments[0]));
        try {
            image.make(List.of(arguments).subList(1, arguments.length));
        } catch (Failed failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private void make(List<String> options) throws Exception {
        delete(folder);
        Files.createDirectories(folder.resolve("input"));
        Icons.write(Path.of("assets", "icon.svg"), folder.resolve("icons"), List.of());
        Files.writeString(folder.resolve("version"), version());
        var jar = TARGET.resolve(NAME + ".jar");
        var libraries = jars(TARGET.resolve("lib"));
        // those of JavaFX without a module are there for Maven alone
        var fx = libraries.stream().filter(AppImage::isJavaFx).toList();
        var modular = fx.stream().filter(library -> hasEntry(library, "module-info.class")).toList();
        var input = folder.resolve("input");
        var all = new ArrayList<>(libraries);
        all.add(jar);
        var operations = new Operations(all);
        unpacked(jar, input.resolve(jar.getFileName()), operations);
        for (var library : libraries) {
            if (!fx.contains(library)) {
                unpacked(library, input.resolve("lib").resolve(library.getFileName()), operations);
            }
        }
        var shipped = new ArrayList<>(jars(input.resolve("lib")));
        shipped.add(input.resolve(jar.getFileName()));
        Operations.check(shipped);
        Files.writeString(input.resolve("bom.json"), Bill.of(read(TARGET.resolve("bom.json")), shipped));
        var runtime = folder.resolve("runtime");
        link(modules(jar, libraries, modular), modular, runtime);
        Licences.collect(libraries, runtime, input.resolve("licences"));
        pack(input, runtime, options);
    }

    /// What the app's classes and its libraries' use, and the modules of JavaFX themselves.
    private static Set<String> modules(Path jar, List<Path> libraries, List<Path> modular) throws IOException {
        var said = run("jdeps", "--multi-release", "25", "--ignore-missing-deps", "--print-module-deps", "-cp", path(libraries),
                jar.toString());
        var modules = new TreeSet<>(BY_NAME);
        modules.addAll(List.of(said.strip().split(",")));
        modules.remove(RECORDER);
        for (var module : modular) {
            modules.add(module.getFileName().toString().replaceAll("^(javafx)-(\\w+)-.*", "$1.$2"));
        }
        return modules;
    }

    private static void link(Set<String> modules, List<Path> modular, Path runtime) throws IOException {
        System.out.println("Modules: " + String.join(" ", modules));
        run("jlink", "--output", runtime.toString(),
                "--module-path", path(modular),
                "--add-modules", String.join(",", modules),
                "--include-locales", "en-GB",
                "--no-header-files", "--no-man-pages", "--strip-debug",
                "--exclude-resources", "/javafx.graphics/*.so,/javafx.graphics/*.dll,/javafx.graphics/*.dylib");
        if (Files.isDirectory(runtime.resolve("lib/server"))) {
            try (var files = Files.list(runtime.resolve("lib"))) {
                for (var file : files.filter(each -> each.getFileName().toString().matches(UNUSED)).toList()) {
                    Files.delete(file);
                }
            }
        }
        // beside the JDK's own, JavaFX need not unpack them into the user's home
        var natives = runtime.resolve(Files.isDirectory(runtime.resolve("lib/server")) ? "lib" : "bin");
        for (var module : modular) {
            try (var zip = FileSystems.newFileSystem(module); var files = Files.list(zip.getPath("/"))) {
                for (var file : files.filter(each -> each.toString().matches(".*\\.(so|dll|dylib)")).toList()) {
                    Files.copy(file, natives.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    /// On Linux a start script: the launcher of jpackage asks dpkg or rpm at each start whose it is, which takes longer
    /// than to start the JVM.
    private void pack(Path input, Path runtime, List<String> options) throws IOException, InterruptedException {
        if (System.getProperty("os.name").equals("Linux")) {
            var image = folder.resolve(NAME);
            Files.createDirectories(image.resolve("lib"));
            Files.move(input, image.resolve("lib/app"));
            Files.move(runtime, image.resolve("lib/runtime"));
            Files.createDirectory(image.resolve("bin"));
            Files.copy(Path.of("packaging", "linux", NAME), image.resolve("bin").resolve(NAME));
            Cache.train(image);
            return;
        }
        var arguments = new ArrayList<>(List.of(
                "--type", "app-image", "--name", NAME,
                "--app-version", version(),
                "--vendor", "ECS Cluster Wizard",
                "--description", "Makes and deploys Amazon ECS clusters on EC2",
                "--input", input.toString(), "--main-jar", NAME + ".jar", "--main-class", "dev.ecswizard.Main",
                "--runtime-image", runtime.toString(),
                "--dest", folder.toString()));
        for (var option : FLAGS) {
            arguments.add("--java-options");
            arguments.add(option);
        }
        arguments.addAll(options);
        run("jpackage", arguments.toArray(String[]::new));
        delete(input);
        delete(runtime);
    }

    /// Maven's; on macOS, where a version may not begin with 0, 1 instead.
    private static String version() throws IOException {
        var version = Files.readString(Path.of("pom.xml")).replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
        return System.getProperty("os.name").startsWith("Mac") && version.startsWith("0.")
                ? "1" + version.substring(1)
                : version;
    }

    static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    private static boolean hasEntry(Path jar, String name) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(name) != null;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static String run(String tool, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var found = ToolProvider.findFirst(tool).orElseThrow(() -> new Failed("This JDK has no " + tool));
        if (found.run(new PrintWriter(out), new PrintWriter(err), arguments) != 0) {
            throw new Failed(tool + " " + String.join(" ", arguments) + "\n" + out + err);
        }
        return out.toString();
    }

    /// A jar of the same entries, none of them compressed: quicker to read, and the package, which is compressed as a
    /// whole, gets a third smaller. Clients of AWS have only the operations that are called.
    private static void unpacked(Path from, Path to, Operations operations) throws IOException {
        Files.createDirectories(to.getParent());
        try (var jar = new ZipFile(from.toFile());
                var stored = new ZipOutputStream(Files.newOutputStream(to))) {
            stored.setMethod(ZipOutputStream.STORED);
            ZipEntry changed = null;
            for (var entry : Collections.list(jar.entries())) {
                var bytes = jar.getInputStream(entry).readAllBytes();
                if (Operations.isClientFile(entry.getName())) {
                    bytes = operations.only(bytes);
                    changed = entry;
                }
                store(entry, entry.getName(), bytes, stored);
            }
            if (changed != null) {
                store(changed, Operations.NOTICE, Operations.CHANGES.getBytes(StandardCharsets.US_ASCII), stored);
            }
        }
    }

    /// @param from whose time it has
    private static void store(ZipEntry from, String name, byte[] bytes, ZipOutputStream stored) throws IOException {
        var sum = new CRC32();
        sum.update(bytes);
        var copy = new ZipEntry(name);
        copy.setTimeLocal(from.getTimeLocal());
        copy.setSize(bytes.length);
        copy.setCrc(sum.getValue());
        stored.putNextEntry(copy);
        stored.write(bytes);
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failed("There is no " + file + ": run mvn -Ppackage -DskipTests package first");
        }
        return Files.readString(file);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(folder)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (var file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /// Ends the making with a sentence.
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String sentence) {
            super(sentence);
        }
    }
}
