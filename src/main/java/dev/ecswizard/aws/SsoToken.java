package dev.ecswizard.aws;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;

/// The access token that `aws sso login` left in `~/.aws/sso/cache`.
final class SsoToken {
    private SsoToken() {}

    /// Of an `sso-session`: renewed while the sign-in lasts. The SDK writes a renewed token back to where the AWS CLI
    /// has it, since the old one no longer renews anything.
    static Supplier<String> ofSession(String profile, SsoOidcTokenProvider provider) {
        return () -> {
            try {
                return provider.resolveToken().token();
            } catch (RuntimeException exception) {
                if (Thread.currentThread().isInterrupted() || isOfNetwork(exception)) {
                    throw exception;
                }
                throw SsoRole.signedOut(profile, exception);
            }
        };
    }

    /// Of a profile with its own `sso_start_url`: it ends after some hours.
    static Supplier<String> ofStartUrl(String profile, String startUrl, Path home, InstantSource clock) {
        var file = home.resolve(".aws").resolve("sso").resolve("cache").resolve(sha1(startUrl) + ".json");
        return () -> {
            try {
                var token = JsonNode.parser().parse(Files.readAllBytes(file));
                var end = token.field("expiresAt").map(JsonNode::text).orElse("");
                var text = token.field("accessToken").map(JsonNode::text).orElse("");
                if (!text.isEmpty() && clock.instant().isBefore(Instant.parse(end.replace("UTC", "Z")))) {
                    return text;
                }
                throw SsoRole.signedOut(profile, null);
            } catch (NoSuchFileException missing) {
                throw SsoRole.signedOut(profile, missing);
            } catch (IOException | DateTimeParseException | java.io.UncheckedIOException broken) {
                throw SsoRole.signedOut(profile, broken);
            }
        };
    }

    private static boolean isOfNetwork(Throwable exception) {
        return Stream.iterate(exception, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof SocketException
                        || each instanceof UnknownHostException
                        || each instanceof InterruptedIOException
                        || each instanceof ApiCallTimeoutException);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
