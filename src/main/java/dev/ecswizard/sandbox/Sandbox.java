package dev.ecswizard.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.sandbox.ec2.Ec2;
import dev.ecswizard.sandbox.ecs.Ecs;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Endpoint;
import dev.ecswizard.sandbox.protocol.Ledger;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// An AWS endpoint inside the app: HTTP on 127.0.0.1, reachable for any AWS client that is pointed at it.
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor;
    private final Endpoint endpoint;

    /// How a sandbox differs from the one that everybody gets.
    ///
    /// @param clock what its world takes for the time
    /// @param pace how many of its seconds pass in one of ours, where something takes time
    /// @param roundTrip how much longer than necessary every answer takes
    /// @param seed of what stacks leave to chance; what the account has beforehand is always the same
    public record Options(InstantSource clock, double pace, Duration roundTrip, long seed) {
        public static final Options DEFAULT = new Options(InstantSource.system(), 15, Duration.ZERO, 1);

        public Options withClock(InstantSource clock) {
            return new Options(clock, pace, roundTrip, seed);
        }

        public Options withPace(double pace) {
            return new Options(clock, pace, roundTrip, seed);
        }

        public Options withRoundTrip(Duration roundTrip) {
            return new Options(clock, pace, roundTrip, seed);
        }

        public Options withSeed(long seed) {
            return new Options(clock, pace, roundTrip, seed);
        }
    }

    private Sandbox(HttpServer server, ExecutorService executor, Endpoint endpoint) {
        this.server = server;
        this.executor = executor;
        this.endpoint = endpoint;
    }

    /// Starts one whose stacks are never those of another one.
    ///
    /// @param port 0 picks a free one
    /// @throws IOException if the port can not be had
    public static Sandbox start(int port) throws IOException {
        return start(port, Options.DEFAULT.withSeed(ThreadLocalRandom.current().nextLong()));
    }

    /// Starts it.
    ///
    /// @param port 0 picks a free one
    /// @throws IOException if the port can not be had
    public static Sandbox start(int port, Options options) throws IOException {
        var world = new World();
        var agenda = new Agenda(options.clock(), options.pace());
        var stacks = new Stacks(world, agenda, new Ids(options.seed()));
        var endpoint = new Endpoint(
                services(world, stacks), world::enabled, options.clock(), options.roundTrip(), agenda::catchUp);
        var server = listen(port);
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sandbox-", 0).factory());
        server.setExecutor(executor);
        server.createContext("/", endpoint);
        server.start();
        return new Sandbox(server, executor, endpoint);
    }

    private static List<Service> services(World world, Stacks stacks) {
        return List.of(
                Ec2.over(world),
                Ecs.over(world),
                stacks.service(),
                new Service(
                        "sts", new AwsQuery("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"), Sandbox::sts));
    }

    private static Operations sts() {
        return new Operations()
                .on(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (_, _) -> GetCallerIdentityResponse.builder()
                                .account(World.ACCOUNT)
                                .userId(World.USER_ID)
                                .arn(World.USER_ARN)
                                .build());
    }

    /// The server reads its settings once, when its classes are loaded. Without `nodelay` every answer on a connection
    /// that is used again waits 40 ms for an acknowledgement; without limits a client that stops in the middle of a
    /// request keeps its thread for good.
    private static HttpServer listen(int port) throws IOException {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
        setUnlessSet("sun.net.httpserver.maxRspTime", "60");
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What it was asked so far.
    public Ledger ledger() {
        return endpoint.ledger();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
