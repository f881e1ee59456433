package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.FilePicker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who names the same file, or none, whenever asked for one to write.
final class NamingPicker implements FilePicker {
    final List<String> suggested = new ArrayList<>();
    Optional<Path> named = Optional.empty();

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
        throw new UnsupportedOperationException();
    }
}
