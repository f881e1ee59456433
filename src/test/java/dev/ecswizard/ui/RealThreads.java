package dev.ecswizard.ui;

import java.util.concurrent.Executor;

/// Background work as the app does it, for tests without a toolkit.
public final class RealThreads {
    private RealThreads() {}

    /// @param window stands for the window's thread
    public static Background handingTo(Executor window) {
        return new VirtualThreads(window);
    }
}
