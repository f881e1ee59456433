package dev.ecswizard.template;

import java.nio.file.Path;

/// A file to be written: where, and what is to stand in it.
///
/// @param isProgram whether it is to be run
public record TextFile(Path path, String text, boolean isProgram) {
    public TextFile(Path path, String text) {
        this(path, text, false);
    }
}
