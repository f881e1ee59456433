package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.template.TemplateFiles;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Saves files: asks where, asks again before anything is replaced, and says what came of it.
public final class SaveModel {
    /// How far it has come.
    public sealed interface State {}

    /// Nothing is being saved.
    public record Nothing() implements State {}

    /// Files are there that the dialog has not asked about.
    public record Asking(List<Path> files) implements State {}

    /// The disk is at work.
    public record Writing() implements State {}

    /// It is written.
    public record Saved(List<Path> files) implements State {}

    /// It is not written, and a sentence says why. What was there before is whole.
    public record Failed(String why) implements State {}

    /// What is to be written.
    ///
    /// @param named the file that the person named, and so agreed to replace
    /// @param files all that come into being, a template before its parameter file
    private record Job(Path named, List<Path> files, Optional<Path> template, Write write) {
        boolean mayReplaceNamed() {
            return files.contains(named);
        }
    }

    @FunctionalInterface
    private interface Write {
        void write(boolean overwrite) throws IOException;
    }

    private static final String CLUSTER = ".ecscluster";
    private static final String TEMPLATE = ".yaml";

    private final Messages messages = Messages.of(SaveModel.class);
    private final Background background;
    private final FilePicker picker;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing());
    private Optional<Job> waiting = Optional.empty();
    private Optional<Path> lastTemplate = Optional.empty();

    SaveModel(Background background, FilePicker picker) {
        this.background = background;
        this.picker = picker;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Replaces the files that were asked about.
    public void replace() {
        waiting.ifPresent(job -> {
            waiting = Optional.empty();
            write(job, true);
        });
    }

    /// Leaves everything as it is.
    public void leave() {
        waiting = Optional.empty();
        state.set(new Nothing());
    }

    void template(Template template, String name) {
        picker.toSave(messages.text("export.save.description"), TEMPLATE, name + TEMPLATE)
                .ifPresent(named -> {
                    var file = withExtension(named, TEMPLATE);
                    start(new Job(
                            named,
                            List.of(file, TemplateFiles.parameterFile(file)),
                            Optional.of(file),
                            overwrite -> TemplateFiles.save(template, file, overwrite)));
                });
    }

    void clusterFile(ClusterSpec spec) {
        var name = spec.cluster().stackName() + CLUSTER;
        picker.toSave(messages.text("export.saveClusterFile.description"), CLUSTER, name)
                .ifPresent(named -> {
                    var file = withExtension(named, CLUSTER);
                    start(new Job(
                            named,
                            List.of(file),
                            Optional.empty(),
                            overwrite -> TemplateFiles.save(spec, file, overwrite)));
                });
    }

    /// Where the template was written last.
    Optional<Path> lastTemplate() {
        return lastTemplate;
    }

    /// What was saved is no longer what is shown.
    void forget() {
        lastTemplate = Optional.empty();
        if (!(state.get() instanceof Writing)) {
            leave();
        }
    }

    private void start(Job job) {
        waiting = Optional.empty();
        state.set(new Writing());
        background.start(
                () -> job.files().stream()
                        .filter(file -> !file.equals(job.named()))
                        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                        .toList(),
                unasked -> {
                    if (unasked.isEmpty()) {
                        write(job, job.mayReplaceNamed());
                    } else {
                        waiting = Optional.of(job);
                        state.set(new Asking(unasked));
                    }
                },
                this::fail);
    }

    private void write(Job job, boolean overwrite) {
        state.set(new Writing());
        background.start(
                () -> {
                    job.write().write(overwrite);
                    return job.files();
                },
                files -> {
                    lastTemplate = job.template().or(() -> lastTemplate);
                    state.set(new Saved(files));
                },
                this::fail);
    }

    private void fail(Exception problem) {
        if (!(problem instanceof IOException)) {
            state.set(new Nothing());
            throw new IllegalStateException(problem);
        }
        state.set(new Failed(words((IOException) problem)));
    }

    private String words(IOException problem) {
        var said = Optional.ofNullable(problem.getMessage()).orElse("");
        var reason =
                problem instanceof FileSystemException system && system.getReason() != null ? system.getReason() : said;
        if (isFull(reason)) {
            return messages.text("export.save.full");
        }
        return switch (problem) {
            case AccessDeniedException denied -> messages.text("export.save.denied", folder(denied));
            case NoSuchFileException missing -> messages.text("export.save.noFolder", folder(missing));
            case FileAlreadyExistsException there -> messages.text("export.save.exists", there.getFile());
            default -> messages.text("export.save.failed", reason);
        };
    }

    private static String folder(FileSystemException problem) {
        var file = Path.of(problem.getFile());
        return String.valueOf(Optional.ofNullable(file.getParent()).orElse(file));
    }

    private static boolean isFull(String reason) {
        var words = reason.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }

    private static Path withExtension(Path file, String extension) {
        var name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + extension);
    }
}
