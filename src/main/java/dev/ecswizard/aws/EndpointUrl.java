package dev.ecswizard.aws;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the clients may be pointed at instead of AWS: `https`, or `http` on this machine, since requests carry
/// signatures and answers carry account data.
public final class EndpointUrl {
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]");

    private EndpointUrl() {}

    /// The endpoint, or nothing if the text is none that may be used. No name is looked up.
    public static Optional<URI> of(String text) {
        try {
            return Optional.of(new URI(text)).filter(EndpointUrl::isAllowed);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The text as it may be said: without what may be a name or a password, were it written wrongly too.
    public static String shown(String text) {
        return text.replaceFirst("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*://)?.*@", "$1");
    }

    static boolean isAllowed(URI url) {
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

    /// Whether the host is this computer. A name would have to be looked up, and could lead elsewhere the next time.
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || IPV4_LOOPBACK.matcher(host).matches()
                || IPV6.matcher(host).matches() && InetAddress.ofLiteral(host).isLoopbackAddress();
    }
}
