package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class ProblemsTest {
    private static final String REMEDY = "aws sso login --profile ops";

    private final CannedAws aws = new CannedAws(_ -> CannedAws.xml("<Nothing/>"));

    @AfterEach
    void close() {
        aws.close();
    }

    private static AwsCloud cloud(URI endpoint, Duration whole) {
        var provider = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
        return new AwsCloud(
                new Credentials(provider, REMEDY, List.of()),
                new Clients.Network(
                        Endpoints.allAt(endpoint), false, false, new Patience(whole, whole, whole, 1, whole)),
                new ImageShelf(Optional.empty(), InstantSource.system()),
                "eu-west-1");
    }

    private static CloudProblem problem(URI endpoint, Function<AwsCloud, ?> question) {
        try (var cloud = cloud(endpoint, Duration.ofSeconds(20))) {
            return catchThrowableOfType(CloudProblem.class, () -> question.apply(cloud));
        }
    }

    private CloudProblem ofVpcs() {
        return problem(aws.endpoint(), cloud -> cloud.networks("eu-west-1").vpcs());
    }

    private CloudProblem ofCaller() {
        return problem(aws.endpoint(), AwsCloud::caller);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, EXPIRED",
        "403, ExpiredTokenException, EXPIRED",
        "400, RequestExpired, EXPIRED",
        "403, InvalidClientTokenId, NO_CREDENTIALS",
        "400, UnrecognizedClientException, NO_CREDENTIALS",
        "403, SignatureDoesNotMatch, NO_CREDENTIALS",
        "403, AuthFailure, NO_CREDENTIALS",
        "403, AccessDenied, DENIED",
        "400, AccessDeniedException, DENIED",
        "403, UnauthorizedOperation, DENIED",
        "403, OptInRequired, DENIED",
        "400, Throttling, THROTTLED",
        "503, RequestLimitExceeded, THROTTLED",
        "429, TooManyRequestsException, THROTTLED",
        "500, InternalError, UNREACHABLE",
        "503, Unavailable, UNREACHABLE",
        "400, InvalidVpcID.NotFound, NOT_FOUND",
        "400, InvalidParameterValue, REFUSED",
        "409, AlreadyExistsException, REFUSED",
    })
    void anErrorOfAwsIsOneOfTheKinds(int status, String code, Kind kind) {
        aws.script(_ -> CannedAws.ec2Error(status, code, "AWS says so."));
        var problem = ofVpcs();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.action()).isEqualTo("ec2:DescribeVpcs");
        assertThat(problem.getMessage()).doesNotContain("0f0f0f0f").doesNotContain("Exception");
    }

    @Test
    void theQueryProtocolsErrorsAreReadToo() {
        aws.script(_ -> CannedAws.queryError(403, "ExpiredToken", "The security token is expired"));
        assertThat(ofCaller().kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void expiredCredentialsComeWithTheCommandThatRenewsThem() {
        aws.script(_ -> CannedAws.queryError(403, "ExpiredToken", "The security token is expired"));
        assertThat(ofCaller().remedy()).contains(REMEDY);
    }

    @Test
    void aRefusalIsAwssOwnSentence() {
        aws.script(_ -> CannedAws.ec2Error(400, "InvalidParameterValue", "Value (x) for parameter vpcId is invalid."));
        assertThat(ofVpcs()).hasMessage("Value (x) for parameter vpcId is invalid.");
    }

    @Test
    void aDenialKeepsWhatThePolicySaysAndLosesWhatNobodyCanRead() {
        aws.script(_ -> CannedAws.ec2Error(
                403,
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. User: arn:aws:iam::1:user/ann is not authorized to "
                        + "perform: ec2:DescribeVpcs with an explicit deny in a service control policy. "
                        + "Encoded authorization failure message: AbCdEf0123_long"));
        assertThat(ofVpcs())
                .hasMessage("You are not authorized to perform this operation. User: arn:aws:iam::1:user/ann is not "
                        + "authorized to perform: ec2:DescribeVpcs with an explicit deny in a service control policy.");
    }

    @Test
    void theDeniedActionIsTheOneThatAwsNames() {
        aws.script(_ -> CannedAws.ec2Error(
                403, "AccessDenied", "User: ann is not authorized to perform: iam:PassRole on resource: r"));
        assertThat(ofVpcs().action()).isEqualTo("iam:PassRole");
    }

    @Test
    void requestIdsAreCutOff() {
        aws.script(_ -> CannedAws.ec2Error(
                400, "InvalidThing", "No such thing (RequestId: 0f0f0f0f-0000-4000-8000-000000000000)"));
        assertThat(ofVpcs()).hasMessage("No such thing");
    }

    @Test
    void aWebPageIsNotAnEmptyList() {
        aws.script(_ -> new CannedAws.Answer(
                200, "text/html", "<!DOCTYPE html><html><body>Sign in to the network</body></html>"));
        var problem = ofVpcs();
        assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(problem).hasMessageContaining("did not answer as AWS does");
    }

    @ParameterizedTest
    @CsvSource({"200, not xml at all", "403, <html>Forbidden by the proxy</html>", "404, nothing here", "302, ''"})
    void whatIsNotAwssAnswerIsToldAsSuch(int status, String body) {
        aws.script(_ -> new CannedAws.Answer(status, "text/html", body));
        assertThat(ofVpcs().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void anEndpointThatIsSilentIsGivenUp() {
        aws.script(_ -> aws.silence());
        try (var cloud = cloud(aws.endpoint(), Duration.ofMillis(300))) {
            var problem = catchThrowableOfType(CloudProblem.class, cloud::caller);
            assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(problem).hasMessageContaining(aws.endpoint().toString()).hasMessageContaining("in time");
        }
    }

    @Test
    void aPortThatNobodyListensOnIsUnreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        var problem = problem(URI.create("http://127.0.0.1:" + port), AwsCloud::caller);
        assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(problem).hasMessageStartingWith("No connection to http://127.0.0.1:" + port);
    }

    @Test
    void anEndpointThatSpeaksNoTlsIsUnreachable() throws IOException {
        // a port that answers anything but a handshake
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (var caller = socket.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.getOutputStream().flush();
                    caller.getInputStream().readAllBytes();
                } catch (IOException _) {
                    // the test is over
                }
            });
            var problem = problem(URI.create("https://127.0.0.1:" + socket.getLocalPort()), AwsCloud::caller);
            assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(problem).hasMessageStartingWith("No secure connection");
        }
    }

    /// EC2 says AuthFailure and OptInRequired with it.
    @Test
    void anAnswerWithStatus401IsAboutTheCredentials() {
        aws.script(_ -> CannedAws.ec2Error(401, "AuthFailure", "AWS was not able to validate"));
        assertThat(ofVpcs().kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(aws.asked).hasSize(1);
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        aws.script(_ -> aws.silence());
        try (var cloud = cloud(aws.endpoint(), Duration.ofMinutes(5))) {
            var outcome = new CompletableFuture<CloudProblem>();
            var asking = Thread.ofVirtual()
                    .start(() -> outcome.complete(catchThrowableOfType(CloudProblem.class, cloud::caller)));
            assertThat(aws.silent.await(20, TimeUnit.SECONDS)).isTrue();
            asking.interrupt();
            assertThat(outcome.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void anInterruptEndsManyCallsSideBySide() throws Exception {
        aws.script(_ -> aws.silence());
        try (var cloud = cloud(aws.endpoint(), Duration.ofMinutes(5))) {
            var outcome = new CompletableFuture<CloudProblem>();
            var asking = Thread.ofVirtual()
                    .start(() -> outcome.complete(catchThrowableOfType(
                            CloudProblem.class,
                            () -> cloud.catalog("eu-west-1").instanceTypes(List.of("t3.large", "t3.small")))));
            assertThat(aws.silent.await(20, TimeUnit.SECONDS)).isTrue();
            asking.interrupt();
            assertThat(outcome.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        }
    }
}
