package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// draft of the measure
final class PreviewBench {
    private static final int WARM = 400;
    private static final int MEASURED = 1000;

    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.empty());
    private long set, updated, pulse, shown;
    private boolean due;
    private CountDownLatch latch;

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.out.println(Template.of(LargeCluster.after(0)).yaml().lines().count() + " lines");
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        new PreviewBench().run();
        Platform.exit();
    }

    private void run() throws Exception {
        var ready = new CountDownLatch(1);
        Platform.runLater(() -> {
            var model = new PreviewModel(
                    VirtualThreads.forWindow(),
                    spec,
                    new SimpleObjectProperty<>(Optional.empty()),
                    file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                    new FilePicker() {
                        @Override
                        public Optional<Path> toOpen(String description, String extension) {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<Path> toSave(String description, String extension, String suggested) {
                            return Optional.empty();
                        }
                    });
            var page = new PreviewPage(model, _ -> {});
            model.reached();
            var stage = new Stage();
            var scene = new Scene(page.root(), 788, 604);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            // the page subscribed first
            model.draft().value().subscribe(now -> {
                if (now.isPresent()) {
                    updated = System.nanoTime();
                    due = true;
                }
            });
            scene.addPreLayoutPulseListener(() -> pulse = System.nanoTime());
            scene.addPostLayoutPulseListener(() -> {
                if (due) {
                    due = false;
                    shown = System.nanoTime();
                    latch.countDown();
                }
            });
            ready.countDown();
        });
        ready.await();
        var wall = new double[MEASURED];
        var toText = new double[MEASURED];
        var layout = new double[MEASURED];
        var perKind = new double[LargeCluster.kinds()];
        for (var i = 0; i < WARM + MEASURED; i++) {
            latch = new CountDownLatch(1);
            var next = LargeCluster.after(i);
            Platform.runLater(() -> {
                set = System.nanoTime();
                spec.set(Optional.of(next));
            });
            latch.await();
            Thread.sleep(3);
            if (i >= WARM) {
                wall[i - WARM] = (shown - set) / 1e6;
                toText[i - WARM] = (updated - set) / 1e6;
                layout[i - WARM] = (shown - pulse) / 1e6;
                perKind[LargeCluster.kinds() > 0 ? (i + LargeCluster.kinds() - 1) % LargeCluster.kinds() : 0] += (toText[i - WARM] + layout[i - WARM]) / (MEASURED / LargeCluster.kinds());
            }
        }
        var work = new double[MEASURED];
        Arrays.setAll(work, i -> toText[i] + layout[i]);
        for (var k = 0; k < perKind.length; k++) {
            System.out.printf("  %s %.2f%n", LargeCluster.kind(k), perKind[k]);
        }
        say("until the text is there", toText);
        say("style and layout", layout);
        say("both", work);
        say("with the wait for the beat", wall);
    }

    private static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.2f ms, 99 %% within %6.2f, slowest %6.2f, of %d%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                millis.length);
    }
}
