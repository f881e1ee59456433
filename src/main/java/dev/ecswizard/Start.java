package dev.ecswizard;

import dev.ecswizard.ui.Visit;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<URI> endpoint) {
    /// The start of those who give nothing, or a file alone as a double-click does.
    ///
    /// @param environment which may have something to say of its own
    /// @return nothing if there is more to read, or something that is wrong
    static Optional<Start> plain(String[] arguments, Map<String, String> environment) {
        if (arguments.length > 1 || isSet(environment, "AWS_ENDPOINT_URL")) {
            return Optional.empty();
        }
        try {
            var file = Stream.of(arguments).findFirst();
            return file.filter(Start::isMoreThanAName).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new Start(file.map(Path::of), false, Optional.empty(), Optional.empty(), Optional.empty()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// An option, or a file of arguments.
    private static boolean isMoreThanAName(String argument) {
        return argument.isEmpty() || argument.startsWith("-") || argument.startsWith("@");
    }

    /// Whether it leaves open whom to speak as.
    boolean isPlain() {
        return !sandbox && profile.isEmpty() && endpoint.isEmpty();
    }

    /// Where to go on from the last time: nowhere if the command line or the environment says whom to speak as.
    ///
    /// @param environment where a region may stand that comes before the last one
    Optional<Visit> after(Optional<Visit> last, Map<String, String> environment) {
        var says = Stream.of("AWS_PROFILE", "AWS_ACCESS_KEY_ID").anyMatch(name -> isSet(environment, name));
        var region = Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .filter(name -> isSet(environment, name))
                .map(environment::get)
                .findFirst();
        return last.filter(_ -> isPlain() && !says)
                .map(visit -> new Visit(visit.connection(), region.orElse(visit.region())));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
