package dev.ecswizard.preflight;

/// What came of a check.
public enum Verdict {
    PASSED,
    WARNING,
    /// The deployment will fail, or what it makes will not work.
    FAILED,
    /// Nobody knows: something could not be read, or AWS does not tell.
    UNCHECKED
}
