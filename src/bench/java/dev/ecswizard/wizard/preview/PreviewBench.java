package dev.ecswizard.wizard.preview;

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
final class PreviewBench {
    private static final int FIRSTS = 11;

    private PreviewBench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "changes" -> new ChangesBench(ChangesBench.Subject.valueOf(arguments[1])).run();
            case "first" -> FirstPreview.run(arguments.length > 1 ? Files.readAllLines(Path.of(arguments[1])) : List.of());
            default -> all();
        }
    }

    private static void all() throws IOException, InterruptedException {
        var lines = Template.of(LargeCluster.after(0)).yaml().lines().count();
        System.out.println("A template of " + lines + " lines; one answer changes at a time, ten kinds in turn");
        for (var subject : ChangesBench.Subject.values()) {
            System.out.println(subject.words());
            child(List.of(), "changes", subject.name()).forEach(line -> System.out.println("  " + line));
        }
        System.out.println("The first preview, CPU of all Java threads");
        var classes = loaded();
        var runs = new ArrayList<double[]>();
        for (var i = 0; i < FIRSTS; i++) {
            runs.add(child(List.of(), "first", classes.toString())
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        var parts = List.of(
                "page built, which the app does at its start",
                "template made",
                "both shown",
                "made and shown",
                "beside it, compiler and collector");
        var methods = List.of(
                "  Classes loaded and linked ahead, not initialised; lambdas and bundles neither",
                "  The same again with other instances, everything loaded and initialised by then");
        for (var i = 0; i < methods.size() * parts.size(); i++) {
            if (i % parts.size() == 0) {
                System.out.println(methods.get(i / parts.size()));
            }
            var part = i;
            say(
                    "    " + parts.get(i % parts.size()),
                    runs.stream().mapToDouble(run -> run[part]).toArray());
        }
        Files.delete(classes);
    }

    /// The classes that a first preview loads, for them to be loaded before the next ones.
    private static Path loaded() throws IOException, InterruptedException {
        var log = Files.createTempFile("classes", ".log");
        child(List.of("-Xlog:class+load:file=" + log), "first").forEach(_ -> {});
        var names = Files.readAllLines(log).stream()
                .flatMap(line -> Stream.of(line.replaceFirst("^\\[.*?\\](\\[.*?\\])* ", "").split(" ")[0]))
                .filter(name -> !name.contains("/") && !name.contains("$$") && !name.contains("LambdaForm"))
                .toList();
        return Files.write(log, names);
    }

    private static Stream<String> child(List<String> flags, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(System.getProperty("run.flags", "").trim().split(" +")));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PreviewBench.class.getName()));
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
