package dev.ecswizard.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file or a folder. Shows a dialog and returns when it is closed.
public interface FilePicker {
    /// A file to read.
    ///
    /// @param description what such files are called
    /// @param extension such as `.ecscluster`
    Optional<Path> toOpen(String description, String extension);

    /// A file to write. The dialog has asked before it names one that exists.
    ///
    /// @param suggested a file name
    Optional<Path> toSave(String description, String extension, String suggested);

    /// A folder to write files into. Of the files there the dialog knows nothing.
    ///
    /// @param title what is to go there
    Optional<Path> toFolder(String title);
}
