package dev.ecswizard.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The operating system's own dialogs for files and folders.
public final class SystemFilePicker implements FilePicker {
    private final Window owner;
    private File folder;

    /// @param owner the window that waits while a dialog is open
    public SystemFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen(String description, String extension) {
        return chosen(chooser(description, extension).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> toSave(String description, String extension, String suggested) {
        var chooser = chooser(description, extension);
        chooser.setInitialFileName(suggested);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> toFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder);
        var chosen = Optional.ofNullable(chooser.showDialog(owner));
        chosen.ifPresent(now -> folder = now);
        return chosen.map(File::toPath);
    }

    private FileChooser chooser(String description, String extension) {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(description, "*" + extension));
        chooser.setInitialDirectory(folder);
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
