package dev.ecswizard.sandbox.protocol;

import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.recording.RecordingServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;

/// An endpoint with a few operations of every protocol, all of which answer what a test wants.
final class AnsweringEndpoint implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-04T03:02:01.678Z");

    private final AtomicReference<BiFunction<SdkPojo, Call, SdkPojo>> handler = new AtomicReference<>();
    private final AtomicReference<SdkPojo> asked = new AtomicReference<>();
    private final HttpServer server;
    private final Endpoint endpoint;

    AnsweringEndpoint() throws IOException {
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
                                new AwsQuery(
                                        "2010-05-15",
                                        "http://cloudformation.amazonaws.com/doc/2010-05-15/",
                                        Set.of("DeleteStack")),
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
                Duration.ZERO,
                () -> {},
                Faults.NONE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", endpoint).getAttributes().put(RecordingServers.MADE_UP, true);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private SdkPojo answer(SdkPojo request, Call call) {
        asked.set(request);
        return handler.get().apply(request, call);
    }

    void answers(SdkPojo response) {
        handler.set((_, _) -> response);
    }

    void answers(BiFunction<SdkPojo, Call, SdkPojo> how) {
        handler.set(how);
    }

    SdkPojo asked() {
        return asked.get();
    }

    Ledger ledger() {
        return endpoint.ledger();
    }
}
