package dev.ecswizard.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/// The moment when a person first sees the window: whatever can wait until then does.
public final class FirstFrame implements Runnable {
    /// The first pulse lays the scene out and has it painted on another thread. The second is not over before that is
    /// done, since what it lays out waits to be painted in turn; so the third comes after it.
    private static final int PULSES = 3;

    private final Scene scene;
    private final Runnable then;
    private int pulses;

    private FirstFrame(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /// @param scene of a window that is about to be shown
    /// @param then runs once, on the window's thread
    public static void of(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, then));
    }

    @Override
    public void run() {
        pulses++;
        if (pulses < PULSES) {
            Platform.requestNextPulse();
        } else {
            scene.removePostLayoutPulseListener(this);
            then.run();
        }
    }
}
