package dev.ecswizard.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/// What plain and bad requests get.
class EndpointTest {
    private AnsweringEndpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new AnsweringEndpoint();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void theLedgerKeepsNamesAndAnswersButNoValues() throws Exception {
        endpoint.answers((_, _) -> {
            throw new Refusal(400, "ValidationError", "no");
        });
        post("Action=CreateStack&Version=2010-05-15&StackName=web&Tags.member.1.Key=a");
        var entry = endpoint.ledger().entries().getLast();
        assertThat(entry)
                .isEqualTo(new Ledger.Entry(
                        new Call(
                                "cloudformation",
                                "CreateStack",
                                "us-east-1",
                                "",
                                entry.call().requestId(),
                                AnsweringEndpoint.NOW),
                        Set.of("Action", "StackName", "Tags", "Version"),
                        400,
                        "ValidationError",
                        entry.took()));
        assertThat(entry.took()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
    }

    @Test
    void onlyAnOperationThatYieldsSomethingHasAResultElement() throws Exception {
        endpoint.answers(DeleteStackResponse.builder().build());
        assertThat(post("Action=DeleteStack&Version=2010-05-15&StackName=web").body())
                .contains("<DeleteStackResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">"
                        + "<ResponseMetadata>");
        endpoint.answers(DescribeStacksResponse.builder().stacks(List.of()).build());
        assertThat(post("Action=DescribeStacks&Version=2010-05-15").body())
                .contains("<DescribeStacksResult><Stacks></Stacks></DescribeStacksResult>");
    }

    @Test
    void anUnknownActionGetsTheErrorOfItsService() throws Exception {
        assertThat(post("Action=LaunchRocket&Version=2016-11-15").body())
                .contains("<Code>InvalidAction</Code>")
                .contains("<Message>The action LaunchRocket is not valid for this web service.</Message>");
        assertThat(post("Action=LaunchRocket&Version=2010-05-15").body())
                .contains("<Code>InvalidAction</Code>")
                .contains("Could not find operation LaunchRocket for version 2010-05-15");
        assertThat(post("Version=2016-11-15").body()).contains("<Code>MissingAction</Code>");
        assertThat(post("").statusCode()).isEqualTo(400);
        assertThat(post("Action=GetUser&Version=2010-05-08").body()).contains("<Code>InvalidAction</Code>");
        assertThat(send(request()
                                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.LaunchRocket")
                                .POST(BodyPublishers.ofString("{}")))
                        .body())
                .contains("UnknownOperationException");
        assertThat(send(request().header("X-Amz-Target", "Nothing.Known").POST(BodyPublishers.ofString("{}")))
                        .body())
                .contains("UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=DescribeVpcs&Version=2016-11-15&MaxResults=many",
                "Action=DescribeVpcs&Version=2016-11-15&MaxResults=99999999999999999999",
                "Action=DescribeVpcs&Version=2016-11-15&MaxResults.1=5",
                "Action=DescribeVpcs&Version=2016-11-15&Filter.1=x&Nonsense=1",
                "Action=DescribeVpcs&Version=2016-11-15&VpcId.1.2.3=x",
                "Action=CreateStack&Version=2010-05-15&DisableRollback=perhaps",
                "Action=%ZZ",
                "Action=DescribeVpcs&Version=2016-11-15&VpcId.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1"
                        + ".1.1.1.1.1.1.1.1.1.1.1.1.1.1.1=x",
                "\0\1\2 nothing of a form",
                "{\"Action\": \"DescribeVpcs\"}",
            })
    void aMalformedFormIsRefused(String body) throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().build());
        var response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("<?xml").contains("<Code>").doesNotContain("java", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "nothing", "{\"cluster\": {}}", "{\"maxResults\": \"x\"}", "{\"maxResults\": []}"})
    void malformedJsonIsRefused(String body) throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().build());
        var response = send(request()
                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.ListServices")
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("SerializationException").doesNotContain("jackson", "java.");
    }

    @Test
    void deeplyNestedJsonIsRefused() throws Exception {
        var response = send(request()
                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.ListServices")
                .POST(BodyPublishers.ofString("[".repeat(100_000))));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void aBreakDownInsideIsAnErrorWithoutItsStack() throws Exception {
        var log = Logger.getLogger(Endpoint.class.getName());
        log.setFilter(_ -> false);
        endpoint.answers((_, _) -> {
            throw new IllegalStateException("something inside");
        });
        var response = post("Action=DescribeVpcs&Version=2016-11-15");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("<Code>InternalError</Code>").doesNotContain("inside", "java");
        log.setFilter(null);
    }

    @Test
    void tenMegabytesAreRefusedAndTheConnectionLives() throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var response = send(request().POST(BodyPublishers.ofByteArray(new byte[10 << 20])));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("<Code>RequestEntityTooLarge</Code>");
        assertThat(post("Action=DescribeVpcs&Version=2016-11-15").statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanAnyRequestIsRefusedBeforeItIsThere() throws Exception {
        var port = endpoint.uri().getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                    + "\r\nContent-Length: 99999999999\r\n\r\nAction=")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aCompressedBodyIsReadAndABombIsRefused() throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        assertThat(gzip("Action=DescribeVpcs&Version=2016-11-15".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gzip(new byte[100 << 20]).statusCode()).isEqualTo(413);
        assertThat(send(request().header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("no gzip")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(request().header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void getWorksAsPostDoes() throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var response = send(
                HttpRequest.newBuilder(endpoint.uri().resolve("/?Action=DescribeVpcs&Version=2016-11-15&VpcId.1=v")));
        assertThat(response.body()).contains("<vpcSet></vpcSet>");
        assertThat(((DescribeVpcsRequest) endpoint.asked()).vpcIds()).containsExactly("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "169.254.169.254:80", ""})
    void aForeignHostIsTurnedAway(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("AccessDenied");
    }

    @Test
    void everyLocalNameIsWelcomeButNoWebPage() throws Exception {
        var port = endpoint.uri().getPort();
        for (var host : List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)) {
            assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            assertThat(raw("GET / HTTP/1.1\r\nHost: " + host
                            + "\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void aClientThatStopsInTheMiddleHoldsNobodyUp() throws Exception {
        endpoint.answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var half = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + endpoint.uri().getPort()
                + "\r\nContent-Length: 1000\r\n\r\nAction=";
        var sockets = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 50; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), endpoint.uri().getPort());
                sockets.add(socket);
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(post("Action=DescribeVpcs&Version=2016-11-15").statusCode())
                    .isEqualTo(200);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(endpoint.uri());
    }

    private HttpResponse<String> post(String form) throws Exception {
        return send(request().POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> gzip(byte[] body) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return send(request().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    request.version(HttpClient.Version.HTTP_1_1)
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private String raw(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), endpoint.uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
