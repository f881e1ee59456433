package dev.ecswizard.sandbox.protocol;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A request as it came over the wire, its body read.
///
/// @param form of the query protocols: query string and body together
/// @param body of the JSON protocol
record Incoming(Headers headers, Form form, byte[] body) {
    private static final Pattern SCOPE =
            Pattern.compile("Credential=([^/,\\s]{1,256})/\\d{8}/([a-z0-9-]{1,64})/([a-z0-9-]{1,64})/aws4_request");

    /// Where and as whom the signature speaks.
    record Scope(String accessKey, String region, String service) {}

    Optional<Scope> scope() {
        var presigned = form.value("X-Amz-Credential").map(value -> "Credential=" + value);
        return Optional.ofNullable(headers.getFirst("Authorization"))
                .or(() -> presigned)
                .map(SCOPE::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> new Scope(found.group(1), found.group(2), found.group(3)));
    }

    /// Prefix and operation of the JSON protocol, such as `AmazonEC2ContainerServiceV20141113.ListServices`.
    Optional<String> target() {
        return Optional.ofNullable(headers.getFirst("X-Amz-Target"));
    }

    Set<String> parameters() {
        return target().isPresent() ? AwsJson.names(body) : form.names();
    }
}
