package dev.ecswizard.wizard.preview;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.VirtualThreads;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.PageAnswers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The preview page and the choices that it shows, as the app puts them together; without an account.
final class OnePreview {
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.empty());
    private PreviewModel model;

    static void startToolkit() throws InterruptedException {
        var isUp = new CountDownLatch(1);
        Platform.startup(isUp::countDown);
        isUp.await();
    }

    PreviewPage page() {
        var background = VirtualThreads.forWindow();
        var nothing = new SimpleObjectProperty<Optional<String>>(Optional.empty());
        var checks = new ChecksModel(
                background,
                Pace.ofTheWall(),
                _ -> {
                    throw new IllegalStateException("there is no account");
                },
                spec,
                new SimpleObjectProperty<>(Optional.empty()),
                nothing);
        model = new PreviewModel(
                background,
                spec,
                checks,
                new PageAnswers(new Dropped()),
                file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                new NoFiles());
        var page = new PreviewPage(model, new PageAnswers(new Dropped()), _ -> {}, _ -> {});
        model.reached();
        return page;
    }

    PreviewModel model() {
        return model;
    }

    void change(ClusterSpec now) {
        spec.set(Optional.of(now));
    }

    /// Nobody is asked for a file.
    private static final class NoFiles implements FilePicker {
        @Override
        public Optional<Path> toOpen(String description, String extension) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String description, String extension, String suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toFolder(String title) {
            return Optional.empty();
        }
    }
}
