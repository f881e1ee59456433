package dev.ecswizard.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A screen of its own, by Xvfb.
final class Screen implements AutoCloseable {
    private final Process process;
    private final String name;

    Screen() throws IOException {
        process = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        name = ":" + new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /// As DISPLAY wants it.
    String name() {
        return name;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
