package dev.ecswizard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the clients may be pointed at instead of AWS: `https`, or `http` on this machine, since requests carry
/// signatures and answers carry account data.
final class EndpointUrl {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    private EndpointUrl() {}

    /// The endpoint, or nothing if the text is none that may be used.
    static Optional<URI> of(String text) {
        try {
            var url = new URI(text);
            return isAllowed(url) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI url) {
        if (url.getScheme() == null
                || url.getHost() == null
                || url.getPort() > 65535
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            return false;
        }
        return url.getScheme().equalsIgnoreCase("https")
                || url.getScheme().equalsIgnoreCase("http") && isLoopback(url.getHost());
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }
}
