package dev.ecswizard.deploy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// Nothing can be written down, or read, of a deployment. It says nothing about the stack.
public final class JournalTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalTrouble(String words, Throwable cause) {
        super(words, cause);
    }

    /// What a file system says, without the path that stands beside it.
    static String words(IOException problem) {
        return switch (problem) {
            case AccessDeniedException _ -> Words.of("deploy.journal.denied");
            case FileSystemException file when file.getReason() != null -> file.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }
}
