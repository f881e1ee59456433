package dev.ecswizard.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.sandbox.Clients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/// What real clients and bad ones get from an endpoint, whatever stands behind it.
class EndpointTest {
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01.678Z");
    private static final String ODD = "a<b>&\"c\" é 𝄞\r\n\t ]]>";

    private final AtomicReference<BiFunction<SdkPojo, Call, SdkPojo>> handler = new AtomicReference<>();
    private final AtomicReference<SdkPojo> asked = new AtomicReference<>();
    private HttpServer server;
    private Endpoint endpoint;
    private Clients clients;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint(
                List.of(
                        new Service(
                                "ec2",
                                new Ec2Query("2016-11-15"),
                                () -> new Operations()
                                        .on("DescribeVpcs", DescribeVpcsRequest::builder, this::answer)
                                        .on(
                                                "DescribeInstanceTypes",
                                                DescribeInstanceTypesRequest::builder,
                                                this::answer)),
                        new Service(
                                "cloudformation",
                                new AwsQuery("2010-05-15", "http://cloudformation.amazonaws.com/doc/2010-05-15/"),
                                () -> new Operations()
                                        .on("CreateStack", CreateStackRequest::builder, this::answer)
                                        .on("DeleteStack", DeleteStackRequest::builder, this::answer)
                                        .on("DescribeStacks", DescribeStacksRequest::builder, this::answer)),
                        new Service(
                                "ecs",
                                new AwsJson("AmazonEC2ContainerServiceV20141113", "1.1"),
                                () -> new Operations()
                                        .on("ListServices", ListServicesRequest::builder, this::answer)
                                        .on("CreateService", CreateServiceRequest::builder, this::answer))),
                region -> !region.equals("mars-1"),
                InstantSource.fixed(NOW),
                Duration.ZERO);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", endpoint);
        server.start();
        clients = new Clients(uri(), "eu-west-1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private SdkPojo answer(SdkPojo request, Call call) {
        asked.set(request);
        return handler.get().apply(request, call);
    }

    private void answers(SdkPojo response) {
        handler.set((_, _) -> response);
    }

    @Test
    void anEc2RequestArrivesAsTheClientMadeIt() {
        answers(DescribeVpcsResponse.builder().build());
        var request = DescribeVpcsRequest.builder()
                .filters(
                        Filter.builder()
                                .name("tag:Name")
                                .values("a b", "c&d=e", ODD)
                                .build(),
                        Filter.builder().name("state").values("available").build())
                .vpcIds("vpc-1", "vpc-2", "vpc-3", "vpc-4", "vpc-5", "vpc-6", "vpc-7", "vpc-8", "vpc-9", "vpc-10")
                .maxResults(7)
                .build();
        clients.of(Ec2Client.builder()).describeVpcs(request);
        assertThat(asked.get().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void anEc2AnswerArrivesAsTheHandlerMadeIt() {
        var response = DescribeVpcsResponse.builder()
                .vpcs(Vpc.builder()
                        .vpcId("vpc-1")
                        .isDefault(true)
                        .cidrBlock("10.0.0.0/16")
                        .cidrBlockAssociationSet(List.of())
                        .tags(ec2Tag("Name", ODD), ec2Tag("empty", ""))
                        .build())
                .nextToken("next")
                .build();
        answers(response);
        var got = clients.of(Ec2Client.builder()).describeVpcs();
        assertThat(got.equalsBySdkFields(response)).isTrue();
        assertThat(got.responseMetadata().requestId()).hasSize(36);
    }

    @Test
    void numbersKeepTheirValue() {
        var type = InstanceTypeInfo.builder()
                .vCpuInfo(cpus -> cpus.defaultVCpus(2).validCores(1, 2))
                .memoryInfo(memory -> memory.sizeInMiB(8192L))
                .processorInfo(cpu -> cpu.sustainedClockSpeedInGhz(2.5))
                .build();
        answers(DescribeInstanceTypesResponse.builder().instanceTypes(type).build());
        assertThat(clients.of(Ec2Client.builder())
                        .describeInstanceTypes(_ -> {})
                        .instanceTypes())
                .containsExactly(type);
    }

    @Test
    void aQueryRequestArrivesAsTheClientMadeIt() {
        answers(CreateStackResponse.builder().stackId("arn:1").build());
        var request = CreateStackRequest.builder()
                .stackName("web")
                .templateBody("Resources: {}\n# " + ODD)
                .parameters(
                        Parameter.builder()
                                .parameterKey("Subnets")
                                .parameterValue("a,b")
                                .build(),
                        Parameter.builder()
                                .parameterKey("K")
                                .usePreviousValue(true)
                                .build())
                .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .tags(Tag.builder().key("team").value("ops").build())
                .timeoutInMinutes(5)
                .notificationARNs(List.of())
                .build();
        assertThat(clients.of(CloudFormationClient.builder())
                        .createStack(request)
                        .stackId())
                .isEqualTo("arn:1");
        assertThat(asked.get().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void aQueryAnswerArrivesAsTheHandlerMadeIt() {
        var response = DescribeStacksResponse.builder()
                .stacks(Stack.builder()
                        .stackId("arn:1")
                        .creationTime(NOW)
                        .stackStatus("CREATE_COMPLETE")
                        .disableRollback(false)
                        .outputs(Output.builder()
                                .outputKey("Role")
                                .outputValue(ODD)
                                .build())
                        .build())
                .build();
        answers(response);
        assertThat(clients.of(CloudFormationClient.builder()).describeStacks().equalsBySdkFields(response))
                .isTrue();
    }

    @Test
    void anAnswerWithoutMembersIsUnderstood() {
        answers(DeleteStackResponse.builder().build());
        assertThat(clients.of(CloudFormationClient.builder())
                        .deleteStack(request -> request.stackName("web"))
                        .responseMetadata()
                        .requestId())
                .hasSize(36);
    }

    @Test
    void aJsonRequestAndItsAnswerArriveAsTheyWereMade() {
        var response = CreateServiceResponse.builder()
                .service(service -> service.serviceName("web")
                        .createdAt(NOW)
                        .desiredCount(2)
                        .enableExecuteCommand(true)
                        .tags(software.amazon.awssdk.services.ecs.model.Tag.builder()
                                .key("k")
                                .value(ODD)
                                .build()))
                .build();
        answers(response);
        var request = CreateServiceRequest.builder()
                .cluster("c")
                .serviceName("web")
                .desiredCount(2)
                .loadBalancers(LoadBalancer.builder()
                        .containerPort(80)
                        .containerName("n")
                        .build())
                .serviceConnectConfiguration(
                        connect -> connect.enabled(true).logConfiguration(log -> log.options(Map.of("a", "b"))))
                .build();
        assertThat(clients.of(EcsClient.builder()).createService(request).equalsBySdkFields(response))
                .isTrue();
        assertThat(asked.get().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void aRefusalKeepsItsCodeSentenceAndStatusInEveryProtocol() {
        handler.set((_, _) -> {
            throw new Refusal(400, "ClusterNotFoundException", "Cluster <not> found.");
        });
        assertThatThrownBy(() -> clients.of(Ec2Client.builder()).describeVpcs())
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ClusterNotFoundException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Cluster <not> found.");
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.requestId()).hasSize(36);
                });
        assertThatThrownBy(() -> clients.of(CloudFormationClient.builder()).describeStacks())
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ClusterNotFoundException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Cluster <not> found.");
                });
        assertThatThrownBy(() -> clients.of(EcsClient.builder()).listServices())
                .isInstanceOf(ClusterNotFoundException.class)
                .hasMessageContaining("Cluster <not> found.");
    }

    @Test
    void theHandlerLearnsWhoAsksAndWhere() {
        var call = new AtomicReference<Call>();
        handler.set((_, given) -> {
            call.set(given);
            return DescribeVpcsResponse.builder().build();
        });
        new Clients(uri(), "ap-south-2").of(Ec2Client.builder()).describeVpcs();
        assertThat(call.get())
                .isEqualTo(new Call(
                        "ec2", "DescribeVpcs", "ap-south-2", "AKID", call.get().requestId(), NOW));
    }

    @Test
    void theLedgerKeepsNamesAndAnswersButNoValues() throws Exception {
        handler.set((_, _) -> {
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
                                NOW),
                        Set.of("Action", "StackName", "Tags", "Version"),
                        400,
                        "ValidationError"));
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
        answers(DescribeVpcsResponse.builder().build());
        var response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("<?xml").contains("<Code>").doesNotContain("java", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "nothing", "{\"cluster\": {}}", "{\"maxResults\": \"x\"}", "{\"maxResults\": []}"})
    void malformedJsonIsRefused(String body) throws Exception {
        answers(DescribeVpcsResponse.builder().build());
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
        handler.set((_, _) -> {
            throw new IllegalStateException("something inside");
        });
        var response = post("Action=DescribeVpcs&Version=2016-11-15");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("<Code>InternalError</Code>").doesNotContain("inside", "java");
    }

    @Test
    void tenMegabytesAreRefusedAndTheConnectionLives() throws Exception {
        answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var response = send(request().POST(BodyPublishers.ofByteArray(new byte[10 << 20])));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("<Code>RequestEntityTooLarge</Code>");
        assertThat(post("Action=DescribeVpcs&Version=2016-11-15").statusCode()).isEqualTo(200);
    }

    @Test
    void aCompressedBodyIsReadAndABombIsRefused() throws Exception {
        answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
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
        answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var response =
                send(HttpRequest.newBuilder(uri().resolve("/?Action=DescribeVpcs&Version=2016-11-15&VpcId.1=v")));
        assertThat(response.body()).contains("<vpcSet></vpcSet>");
        assertThat(((DescribeVpcsRequest) asked.get()).vpcIds()).containsExactly("v");
    }

    @Test
    void aRegionThatTheAccountMayNotUseRefusesTheCredentials() {
        var far = new Clients(uri(), "mars-1");
        // the URL connection client drops the body of a 401
        assertThatThrownBy(() -> far.of(Ec2Client.builder()).describeVpcs())
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.statusCode()).isEqualTo(401));
        assertThatThrownBy(() -> far.of(CloudFormationClient.builder()).describeStacks())
                .hasMessageContaining("security token included in the request is invalid");
        assertThatThrownBy(() -> far.of(EcsClient.builder()).listServices())
                .hasMessageContaining("security token included in the request is invalid");
    }

    @Test
    void dryRunRefusesWhatWouldHaveSucceeded() {
        answers(DescribeVpcsResponse.builder().build());
        assertThatThrownBy(() -> clients.of(Ec2Client.builder()).describeVpcs(request -> request.dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
                    assertThat(e.statusCode()).isEqualTo(412);
                });
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
        var port = server.getAddress().getPort();
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
        answers(DescribeVpcsResponse.builder().vpcs(List.of()).build());
        var half = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + server.getAddress().getPort()
                + "\r\nContent-Length: 1000\r\n\r\nAction=";
        var sockets = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 50; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort());
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

    private static software.amazon.awssdk.services.ec2.model.Tag ec2Tag(String key, String value) {
        return software.amazon.awssdk.services.ec2.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(uri());
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
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
