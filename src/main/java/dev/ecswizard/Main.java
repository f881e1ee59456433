package dev.ecswizard;

import java.util.Optional;

/// The command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        App.open(new Start(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
