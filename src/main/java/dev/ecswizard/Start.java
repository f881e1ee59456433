package dev.ecswizard;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the command line asks of the window.
///
/// @param file a cluster file to open at the preview page
/// @param sandbox whether the sandbox is to be preselected
/// @param profile the credentials profile to preselect
/// @param region the region to preselect
/// @param endpoint what every client is pointed at instead of AWS
record Start(
        Optional<Path> file,
        boolean sandbox,
        Optional<String> profile,
        Optional<String> region,
        Optional<URI> endpoint) {}
