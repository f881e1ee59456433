import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// The JVM's cache of the classes that the app loads, linked and laid out in memory ahead of time, made by a training
/// run: [training.Training] walks the pages in the image's own runtime, on JavaFX's headless platform.
///
/// The JVM takes the cache only where the class path and the times of its files are those of the training. So the jar
/// of the training stays on it, and all files have one time, which packages keep.
final class Cache {
    private Cache() {}

    /// Adds the cache to an app image. Blocks for as long as the walk takes.
    ///
    /// @throws IllegalStateException when the walk or the making of the cache fails
    static void train(Path image) throws IOException, InterruptedException {
        var app = image.resolve("lib/app");
        var main = app.resolve(AppImage.NAME + ".jar");
        var training = app.resolve("training.jar");
        var classes = Files.createTempDirectory("training");
        tool(
                "javac", "-proc:none", "-d", classes.toString(),
                "-cp", main + ":" + AppImage.path(AppImage.jars(Path.of("target", "lib"))),
                "packaging/training/Training.java");
        tool("jar", "--create", "--no-compress", "--file", training.toString(), "-C", classes.toString(), ".");
        var said = System.getenv("SOURCE_DATE_EPOCH");
        var time = FileTime.from(Instant.ofEpochSecond(
                said == null ? System.currentTimeMillis() / 1000 : Long.parseLong(said)));
        try (var files = Files.walk(image)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
        var cache = app.resolve(AppImage.NAME + ".aot");
        var home = Files.createTempDirectory("training");
        var command = new ArrayList<>(List.of(
                image.resolve("lib/runtime/bin/java").toString(),
                "-XX:AOTCacheOutput=" + cache,
                // what was called often on the walk would be compiled at each start
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                "-Duser.home=" + home,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw"));
        command.addAll(AppImage.FLAGS);
        command.addAll(List.of(
                "-cp", main + ":" + training, "training.Training", "training", "--sandbox", "--region", "eu-west-1"));
        var log = home.resolve("log");
        var run = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // nothing of who makes the package: no profile, no proxy, no folder
        run.environment().clear();
        run.environment().put("HOME", home.toString());
        var code = run.start().waitFor();
        if (code != 0 || !Files.exists(cache)) {
            throw new IllegalStateException("The training run ended with " + code + "\n" + Files.readString(log));
        }
        Files.setLastModifiedTime(cache, time);
    }

    private static void tool(String name, String... arguments) {
        if (ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(name + " failed");
        }
    }
}
