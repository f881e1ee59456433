package dev.ecswizard;

import com.sun.javafx.tk.Toolkit;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A process that walks through every page and prints, once nothing is under way any more, that it is at rest; or what
/// still is under way, where that does not come.
final class RestWalk {
    /// Threads that wait for a time by the JDK's or JavaFX's own doing, whatever the app does, and the one that looks.
    private static final List<String> OTHERS =
            List.of("main", "Common-Cleaner", "Cleaner-", "ForkJoinPool", "Headless Timer");

    private final Walker walker = new Walker();
    private final Path folder;
    private List<String> busy = List.of();

    private RestWalk(Path folder) {
        this.folder = folder;
    }

    /// @param arguments a folder for what is saved, and the endpoint that every client is pointed at
    public static void main(String[] arguments) {
        var walk = new RestWalk(Path.of(arguments[0]));
        try {
            var start = new Start(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.of("eu-west-1"),
                    Optional.of(URI.create(arguments[1])));
            EveryPage.walk(walk.walker, start, walk.folder, page -> {
                if (page.equals("timeline")) {
                    walk.walker.waitFor("rest", walk::isAtRest);
                    System.out.println("at rest");
                    System.exit(0);
                }
            });
        } catch (Exception | AssertionError problem) {
            problem.printStackTrace();
        }
        System.out.println("busy: " + walk.busy);
        System.exit(1);
    }

    private boolean isAtRest() {
        try {
            busy = new ArrayList<>();
            for (var field : List.of("receiversLength", "animationTimersLength")) {
                var length = AbstractPrimaryTimer.class.getDeclaredField(field);
                length.setAccessible(true);
                if (length.getInt(Toolkit.getToolkit().getPrimaryTimer()) > 0) {
                    busy.add(field);
                }
            }
            Thread.getAllStackTraces().keySet().stream()
                    .filter(each -> each.getState() == Thread.State.TIMED_WAITING)
                    .map(Thread::getName)
                    .filter(name -> OTHERS.stream().noneMatch(name::startsWith))
                    .forEach(busy::add);
            if (busy.isEmpty()) {
                // a dump of all threads takes long
                busy.addAll(ours());
            }
            return busy.isEmpty();
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// Virtual threads with the app's code, which no list of threads but the JVM's own tells of.
    private List<String> ours() {
        try {
            var file = Files.createTempDirectory(folder, "threads").resolve("dump");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            Predicate<String> isOurs = thread ->
                    thread.lines().findFirst().orElse("").contains(" virtual") && thread.contains("dev.ecswizard.");
            return List.of(Files.readString(file).split("\n\n")).stream()
                    .filter(isOurs)
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
