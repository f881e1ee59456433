package dev.ecswizard.wizard.preview;

import dev.ecswizard.FirstPreview;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How soon a change of an answer is to be seen in the preview, and what the first preview costs. Each measure is taken
/// in a virtual machine of its own, with the app's flags, on JavaFX's headless platform and its software pipeline.
///
/// The first preview is measured in the app, walked to it on the sandbox. Class loading is left out by loading and
/// linking beforehand whatever an earlier walk loaded; what stays in is running initialisers, spinning lambdas, and all
/// code that the virtual machine still interprets. Coming again tells how much of it was for once only.
final class PreviewBench {
    private static final int FIRSTS = 4;

    private PreviewBench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "changes" -> new ChangesBench(ChangesBench.Subject.valueOf(arguments[1])).run();
            default -> all();
        }
    }

    private static void all() throws IOException, InterruptedException {
        var lines = Template.of(LargeCluster.after(0)).yaml().lines().count();
        System.out.println("A template of " + lines + " lines; one answer changes at a time, ten kinds in turn");
        for (var subject : ChangesBench.Subject.values()) {
            System.out.println(subject.words());
            child(PreviewBench.class, List.of(), "changes", subject.name())
                    .forEach(line -> System.out.println("  " + line));
        }
        System.out.println("The first preview, from Next until it is painted, CPU");
        var classes = Files.createTempFile("classes", ".txt");
        first("class loading included", "", classes);
        first("class loading left out", classes.toString(), classes);
        Files.delete(classes);
    }

    /// @param ahead the file with the classes to load before, or nothing
    /// @param classes where to write the classes that were loaded
    private static void first(String what, String ahead, Path classes) throws IOException, InterruptedException {
        var log = Files.createTempFile("classes", ".log");
        var runs = new ArrayList<double[]>();
        for (var i = 0; i < (ahead.isEmpty() ? 1 : FIRSTS); i++) {
            runs.add(child(FirstPreview.class, List.of("-Xlog:class+load:file=" + log), ahead)
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        Files.write(classes, names(Files.readAllLines(log)));
        Files.delete(log);
        System.out.println("  " + what);
        var parts = List.of(
                "window's thread",
                "painter's thread",
                "window's thread, coming again",
                "painter's, coming again",
                "window's thread, while the last answers came");
        for (var i = 0; i < parts.size(); i++) {
            var part = i;
            say(
                    "    " + parts.get(i),
                    runs.stream().mapToDouble(run -> run[part]).toArray());
        }
    }

    private static List<String> names(List<String> log) {
        return log.stream()
                .flatMap(line -> Stream.of(line.replaceFirst("^\\[.*?\\](\\[.*?\\])* ", "").split(" ")[0]))
                .filter(name -> !name.contains("/") && !name.contains("$$") && !name.contains("LambdaForm"))
                .toList();
    }

    private static Stream<String> child(Class<?> main, List<String> flags, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(System.getProperty("run.flags", "").trim().split(" +")));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        command.removeIf(String::isEmpty);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return said.stream();
    }

    static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-50s median %6.2f ms, 99 %% within %6.2f, slowest %6.2f, of %d%n",
                what,
                millis[millis.length / 2],
                millis[Math.min(millis.length * 99 / 100, millis.length - 1)],
                millis[millis.length - 1],
                millis.length);
    }
}
