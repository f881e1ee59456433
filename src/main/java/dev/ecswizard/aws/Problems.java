package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// Turns whatever the SDK throws into a problem in words.
///
/// @param where who is asked, for sentences about the connection: an endpoint, or AWS
/// @param remedy the command that renews the credentials, or empty
record Problems(String where, String remedy) {
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_CREDENTIALS = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "InvalidAccessKeyId",
            "AuthFailure");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "Client.UnauthorizedOperation",
            "AuthorizationError",
            "ForbiddenException",
            "OptInRequired",
            "PendingVerification",
            "Blocked");
    private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");
    private static final Set<String> THROTTLED = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "TooManyRequestsException",
            "SlowDown",
            "BandwidthLimitExceeded",
            "PriorRequestNotComplete");

    /// EC2 puts a long encoded text behind its sentence; nobody can read it.
    private static final Pattern ENCODED =
            Pattern.compile("\\s*Encoded authorization failure message:.*", Pattern.DOTALL);

    private static final Pattern REQUEST_ID =
            Pattern.compile("\\s*[(\\[;,]?\\s*Request ?-?id:? *[-0-9a-f]{36}[)\\]]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACTION = Pattern.compile("to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private static final Pattern NO_STACK = Pattern.compile("Stack (with id |\\[)?\\S+ does not exist");

    static CloudProblem cancelled(Throwable cause) {
        return new CloudProblem(Kind.CANCELLED, "", "", Words.of("aws.call.cancelled"), "", cause);
    }

    /// @param action the IAM name of what was asked
    CloudProblem of(String action, RuntimeException exception) {
        var ours = causes(exception).filter(CloudProblem.class::isInstance).findFirst();
        if (ours.isPresent()) {
            return (CloudProblem) ours.get();
        }
        if (Thread.currentThread().isInterrupted() || exception instanceof AbortedException) {
            return cancelled(exception);
        }
        return exception instanceof SdkServiceException service
                ? ofService(action, service)
                : ofClient(action, exception);
    }

    private CloudProblem ofService(String action, SdkServiceException exception) {
        var details = exception instanceof AwsServiceException aws
                ? Optional.ofNullable(aws.awsErrorDetails())
                : Optional.<software.amazon.awssdk.awscore.exception.AwsErrorDetails>empty();
        var code = details.map(found -> found.errorCode()).orElse("");
        var sentence =
                details.map(found -> found.errorMessage()).map(this::readable).orElse("");
        var status = exception.statusCode();
        if (THROTTLED.contains(code) || status == 429 || sentence.startsWith("Rate exceeded")) {
            return new CloudProblem(Kind.THROTTLED, action, code, Words.of("aws.call.throttled"), "", exception);
        }
        if (status == 407) {
            return new CloudProblem(Kind.UNREACHABLE, action, code, Words.of("aws.call.proxy"), "", exception);
        }
        if (status >= 500) {
            var words = Words.of("aws.call.trouble", where, status);
            return new CloudProblem(Kind.UNREACHABLE, action, code, words, "", exception);
        }
        if (EXPIRED.contains(code)) {
            return new CloudProblem(Kind.EXPIRED, action, code, Words.of("aws.credentials.expired"), remedy, exception);
        }
        if (CLOCK.contains(code) || sentence.startsWith("Signature expired") || sentence.contains("not yet current")) {
            return new CloudProblem(
                    Kind.NO_CREDENTIALS, action, code, Words.of("aws.credentials.clock"), "", exception);
        }
        if (UNKNOWN_CREDENTIALS.contains(code)) {
            return new CloudProblem(
                    Kind.NO_CREDENTIALS, action, code, Words.of("aws.credentials.unknown"), remedy, exception);
        }
        // the JDK's client keeps the body of a 401 to itself; EC2 says AuthFailure and OptInRequired with it
        if (code.isEmpty() && status == 401) {
            var words = Words.of("aws.credentials.unauthorized");
            return new CloudProblem(Kind.NO_CREDENTIALS, action, code, words, remedy, exception);
        }
        if (code.isEmpty() || sentence.isEmpty() && status == 403) {
            var words = Words.of("aws.call.protocol", where);
            return new CloudProblem(Kind.UNREACHABLE, action, code, words, "", exception);
        }
        if (DENIED.contains(code)) {
            var named = ACTION.matcher(sentence);
            return new CloudProblem(Kind.DENIED, named.find() ? named.group(1) : action, code, sentence, "", exception);
        }
        var kind = isNotFound(code, sentence) ? Kind.NOT_FOUND : Kind.REFUSED;
        return new CloudProblem(kind, action, code, sentence.isEmpty() ? code : sentence, "", exception);
    }

    /// CloudFormation has no code of its own for a stack that is not there.
    private static boolean isNotFound(String code, String sentence) {
        return code.endsWith("NotFound")
                || code.endsWith("NotFoundException")
                // IAM and Service Quotas
                || code.startsWith("NoSuch")
                || code.equals("ValidationError")
                        && sentence.startsWith("Stack ")
                        && sentence.endsWith("does not exist");
    }

    private String readable(String sentence) {
        return REQUEST_ID
                .matcher(ENCODED.matcher(sentence).replaceFirst(""))
                .replaceAll("")
                .strip();
    }

    private CloudProblem ofClient(String action, RuntimeException exception) {
        return causes(exception)
                .map(this::connectionWords)
                .flatMap(Optional::stream)
                .findFirst()
                .map(words -> new CloudProblem(Kind.UNREACHABLE, action, "", words, "", exception))
                .orElseGet(() -> ofSettings(action, exception));
    }

    private CloudProblem ofSettings(String action, RuntimeException exception) {
        var text = String.valueOf(exception.getMessage());
        if (text.contains("Unable to load credentials")) {
            return new CloudProblem(
                    Kind.NO_CREDENTIALS, action, "", Words.of("aws.credentials.none"), remedy, exception);
        }
        if (text.startsWith("Unable to unmarshall") || text.contains("Could not parse")) {
            return new CloudProblem(Kind.UNREACHABLE, action, "", Words.of("aws.call.protocol", where), "", exception);
        }
        return new CloudProblem(
                Kind.REFUSED, action, "", Words.of("aws.call.failed", readable(firstLine(text))), "", exception);
    }

    private Optional<String> connectionWords(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, SocketTimeoutException _ ->
                        Words.of("aws.call.timeout", where);
                    case UnknownHostException unknown -> Words.of("aws.call.unknownHost", unknown.getMessage());
                    case SSLException tls -> Words.of("aws.call.tls", where, firstLine(tls.getMessage()));
                    case IOException proxy
                    when String.valueOf(proxy.getMessage()).contains("407") -> Words.of("aws.call.proxy");
                    case SocketException _ -> Words.of("aws.call.connection", where);
                    case WebPageAnswer.WebPage _ -> Words.of("aws.call.protocol", where);
                    case IOException _ -> Words.of("aws.call.connection", where);
                    case javax.xml.stream.XMLStreamException _ -> Words.of("aws.call.protocol", where);
                    default -> null;
                });
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, each -> each != null, Throwable::getCause)
                .limit(20);
    }
}
