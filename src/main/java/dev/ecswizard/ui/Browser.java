package dev.ecswizard.ui;

import java.net.URI;

/// Where web pages are read. The app itself reads none.
@FunctionalInterface
public interface Browser {
    /// Shows a page in the person's own browser; nothing happens where there is none.
    void open(URI page);
}
