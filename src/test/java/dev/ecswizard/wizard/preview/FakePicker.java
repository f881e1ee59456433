package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.FilePicker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who names the same file, or none, in every dialog.
final class FakePicker implements FilePicker {
    final List<String> suggested = new ArrayList<>();
    Optional<Path> named = Optional.empty();

    void name(Path file) {
        named = Optional.of(file);
    }

    @Override
    public Optional<Path> toOpen(String description, String extension) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Path> toSave(String description, String extension, String name) {
        suggested.add(name);
        return named;
    }

    @Override
    public Optional<Path> toFolder(String title) {
        suggested.add(title);
        return named;
    }
}
