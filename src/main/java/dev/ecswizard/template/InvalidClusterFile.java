package dev.ecswizard.template;

/// Thrown for a cluster file that can not be opened; its message names line, key, value and rule.
public final class InvalidClusterFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    InvalidClusterFile(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /// The line at fault, from 1.
    public int line() {
        return line;
    }

    /// The column at fault, from 1.
    public int column() {
        return column;
    }
}
