package dev.ecswizard.spec;

/// Thrown where a choice would be made that breaks a [Rule].
public final class InvalidSpec extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    public InvalidSpec(Violation violation) {
        super(violation.key() + ": " + violation.value() + ": " + violation.sentence());
        this.violation = violation;
    }

    public Violation violation() {
        return violation;
    }
}
