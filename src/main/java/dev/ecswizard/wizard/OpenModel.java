package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.InvalidClusterFile;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Opens cluster files: reads one, asks before it replaces answers, and fills the pages from it.
public final class OpenModel {
    /// How far it has come.
    public sealed interface State {}

    /// Nothing is being opened.
    public record Nothing() implements State {}

    /// The disk is at work.
    public record Reading(Path file) implements State {}

    /// What is opened is sound, and there are answers that it would replace.
    ///
    /// @param name of the file or the stack
    public record Asking(String name, ClusterSpec spec, Runnable then) implements State {}

    /// The file can not be opened.
    ///
    /// @param header which file
    /// @param why what is wrong with it, in words
    public record Refused(String header, String why) implements State {}

    private static final String CLUSTER = ".ecscluster";

    private final Messages messages = Messages.of(OpenModel.class);
    private final Background background;
    private final FilePicker picker;
    private final WizardModel pages;
    private final int page;
    private final ObservableValue<Optional<ClusterSpec>> answers;
    private final Dropped dropped;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing());
    private Consumer<Path> opened = _ -> {};
    private Consumer<Path> missing = _ -> {};
    private Background.Handle reading = () -> {};
    private Optional<ClusterSpec> lastOpened = Optional.empty();

    /// @param page the number of the page to show what was opened at
    /// @param answers what the pages hold, once they are complete
    public OpenModel(
            Background background,
            FilePicker picker,
            WizardModel pages,
            int page,
            ObservableValue<Optional<ClusterSpec>> answers,
            Dropped dropped) {
        this.background = background;
        this.picker = picker;
        this.pages = pages;
        this.page = page;
        this.answers = answers;
        this.dropped = dropped;
    }

    /// Tells of each file that has filled the pages.
    public void whenOpened(Consumer<Path> told) {
        opened = told;
    }

    /// Tells of each file that was to be opened and is not there.
    public void whenMissing(Consumer<Path> told) {
        missing = told;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Asks which file, and opens it.
    public void choose() {
        picker.toOpen(messages.text("open.file.description"), CLUSTER).ifPresent(this::open);
    }

    /// Whether files that are dragged over the window can be opened: one can.
    boolean takes(List<File> dragged) {
        return dragged.size() == 1;
    }

    /// Opens a file that was dropped on the window.
    void drop(List<File> dragged) {
        if (takes(dragged)) {
            open(dragged.getFirst().toPath());
        }
    }

    /// Opens a file, or leaves every answer as it is and says why not.
    public void open(Path file) {
        reading.stop();
        state.set(new Reading(file));
        reading = background.start(
                () -> ClusterFile.read(file),
                spec -> take(name(file), spec, () -> opened.accept(file)),
                problem -> refuse(file, problem));
    }

    /// Fills the pages with choices that were read elsewhere, as if a file held them.
    ///
    /// @param name what they are called
    /// @param then done once they are filled; not done if the person keeps the answers that are there
    public void open(String name, ClusterSpec spec, Runnable then) {
        reading.stop();
        take(name, spec, then);
    }

    /// Replaces the answers that were asked about.
    public void replace() {
        if (state.get() instanceof Asking(var _, var spec, var then)) {
            fill(spec, then);
        }
    }

    /// Leaves the answers as they are.
    public void leave() {
        if (state.get() instanceof Asking) {
            state.set(new Nothing());
        }
    }

    private void take(String name, ClusterSpec spec, Runnable then) {
        var now = answers.getValue();
        var loses = pages.hasAnswers() && (now.isEmpty() || !now.equals(lastOpened) && !now.equals(Optional.of(spec)));
        if (loses) {
            state.set(new Asking(name, spec, then));
        } else {
            fill(spec, then);
        }
    }

    private void fill(ClusterSpec spec, Runnable then) {
        state.set(new Nothing());
        // what was told of answers that are no longer there
        dropped.dismiss();
        lastOpened = Optional.of(spec);
        pages.open(spec, page);
        then.run();
    }

    private void refuse(Path file, Exception problem) {
        if (!(problem instanceof IOException) && !(problem instanceof InvalidClusterFile)) {
            state.set(new Nothing());
            throw new IllegalStateException(problem);
        }
        if (problem instanceof NoSuchFileException) {
            missing.accept(file);
        }
        state.set(new Refused(messages.text("open.refused.header", name(file)), why(file, problem)));
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }

    private String why(Path file, Exception problem) {
        return switch (problem) {
            case InvalidClusterFile invalid -> messages.text("open.refused.invalid", file, invalid.getMessage());
            case NoSuchFileException _ -> messages.text("open.refused.noFile", file);
            case AccessDeniedException _ -> messages.text("open.refused.denied", file);
            default -> messages.text("open.refused.unreadable", file, problem.getMessage());
        };
    }
}
