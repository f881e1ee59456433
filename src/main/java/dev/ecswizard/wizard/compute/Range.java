package dev.ecswizard.wizard.compute;

/// Amounts from one to another.
///
/// @param least negative infinity for no bound
/// @param most infinity for no bound
/// @param isOpen whether the bounds themselves are outside
record Range(double least, double most, boolean isOpen) {
    static Range exactly(double amount) {
        return new Range(amount, amount, false);
    }

    static Range from(double least) {
        return new Range(least, Double.POSITIVE_INFINITY, false);
    }

    static Range upTo(double most) {
        return new Range(Double.NEGATIVE_INFINITY, most, false);
    }

    static Range above(double bound) {
        return new Range(bound, Double.POSITIVE_INFINITY, true);
    }

    static Range below(double bound) {
        return new Range(Double.NEGATIVE_INFINITY, bound, true);
    }

    /// @param one either end
    static Range between(double one, double other) {
        return new Range(Math.min(one, other), Math.max(one, other), false);
    }

    boolean holds(double amount) {
        return isOpen ? amount > least && amount < most : amount >= least && amount <= most;
    }

    Range times(double factor) {
        return new Range(least * factor, most * factor, isOpen);
    }
}
