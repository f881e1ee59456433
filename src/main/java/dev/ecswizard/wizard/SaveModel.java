package dev.ecswizard.wizard;

import dev.ecswizard.template.NotSaved;
import dev.ecswizard.template.TextFile;
import dev.ecswizard.template.TextFiles;
import dev.ecswizard.ui.Background;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Saves files that belong together: asks before anything is replaced, and says what came of it.
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

    /// It is not written, and a sentence says why.
    public record Failed(String why) implements State {}

    /// What is to be written.
    ///
    /// @param agreed what the person has agreed to replace
    /// @param unasked what has to be asked about before
    private record Job(List<TextFile> files, Set<Path> agreed, List<Path> unasked) {
        static Job of(List<TextFile> files, Set<Path> agreed) throws NotSaved {
            var unasked = TextFiles.replaced(files).stream()
                    .filter(file -> !agreed.contains(file))
                    .toList();
            return new Job(files, agreed, unasked);
        }

        Set<Path> mayReplace() {
            var all = new HashSet<>(agreed);
            all.addAll(unasked);
            return all;
        }
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing());
    private Runnable replace = () -> {};

    public SaveModel(Background background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Replaces the files that were asked about.
    public void replace() {
        var agreed = replace;
        replace = () -> {};
        agreed.run();
    }

    /// Leaves everything as it is.
    public void leave() {
        replace = () -> {};
        state.set(new Nothing());
    }

    /// Saves files, after asking about those that are there already. Nothing happens while others are written.
    ///
    /// @param agreed what the person has agreed to replace by naming it
    /// @param files makes them
    /// @param done takes them once they are written
    public void save(Set<Path> agreed, Supplier<List<TextFile>> files, Consumer<List<TextFile>> done) {
        if (state.get() instanceof Writing) {
            return;
        }
        replace = () -> {};
        state.set(new Writing());
        background.start(
                () -> Job.of(files.get(), agreed),
                job -> {
                    if (job.unasked().isEmpty()) {
                        write(job, done);
                    } else {
                        replace = () -> write(job, done);
                        state.set(new Asking(job.unasked()));
                    }
                },
                this::fail);
    }

    /// What was saved is no longer what is shown.
    public void forget() {
        if (!(state.get() instanceof Writing)) {
            leave();
        }
    }

    private void write(Job job, Consumer<List<TextFile>> done) {
        state.set(new Writing());
        background.start(
                () -> {
                    TextFiles.write(job.files(), job.mayReplace());
                    return job.files();
                },
                files -> {
                    done.accept(files);
                    state.set(new Saved(files.stream().map(TextFile::path).toList()));
                },
                this::fail);
    }

    private void fail(Exception problem) {
        if (problem instanceof NotSaved why) {
            state.set(new Failed(why.getMessage()));
        } else {
            state.set(new Nothing());
            throw new IllegalStateException(problem);
        }
    }
}
