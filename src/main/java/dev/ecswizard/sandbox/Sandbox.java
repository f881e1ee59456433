package dev.ecswizard.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.sandbox.autoscaling.AutoScaling;
import dev.ecswizard.sandbox.ec2.Ec2;
import dev.ecswizard.sandbox.ecs.Ecs;
import dev.ecswizard.sandbox.faults.Combined;
import dev.ecswizard.sandbox.faults.Expiry;
import dev.ecswizard.sandbox.faults.Lossy;
import dev.ecswizard.sandbox.faults.Throttle;
import dev.ecswizard.sandbox.iam.Iam;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Endpoint;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Ledger;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.quotas.ServiceQuotas;
import dev.ecswizard.sandbox.ssm.Ssm;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.Circumstances;
import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// An AWS endpoint inside the app: HTTP on 127.0.0.1, reachable for any AWS client that is pointed at it.
public final class Sandbox implements AutoCloseable {
    private static final Duration SLOW = Duration.ofMillis(800);

    private final HttpServer server;
    private final ExecutorService executor;
    private volatile Endpoint endpoint;

    /// How a sandbox differs from the one that everybody gets.
    ///
    /// @param clock what its world takes for the time
    /// @param pace how many of its seconds pass in one of ours, where something takes time
    /// @param roundTrip how much longer than necessary every answer takes
    /// @param seed of what is left to chance; what the account has beforehand is always the same
    /// @param scenarios what does not go well
    /// @param drained how much of the account's requests is used up at the start, from 0 to 1; counts only where
    ///     [Scenario#THROTTLED] is among the scenarios, since without it nothing is limited
    public record Options(
            InstantSource clock, double pace, Duration roundTrip, long seed, Set<Scenario> scenarios, double drained) {
        public static final Options DEFAULT = new Options(InstantSource.system(), 15, Duration.ZERO, 1, Set.of(), 1);

        public Options {
            scenarios = Collections.unmodifiableSet(
                    scenarios.isEmpty() ? EnumSet.noneOf(Scenario.class) : EnumSet.copyOf(scenarios));
        }

        public Options withClock(InstantSource clock) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        public Options withPace(double pace) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        public Options withRoundTrip(Duration roundTrip) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        public Options withSeed(long seed) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        public Options withScenarios(Set<Scenario> scenarios) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        public Options withDrained(double drained) {
            return new Options(clock, pace, roundTrip, seed, scenarios, drained);
        }

        private boolean has(Scenario scenario) {
            return scenarios.contains(scenario);
        }

        private Circumstances circumstances() {
            return new Circumstances(
                    has(Scenario.NO_WAY_OUT),
                    has(Scenario.LAUNCH_CONFIGURATIONS_CLOSED),
                    has(Scenario.VCPU_QUOTA_EXCEEDED) ? Circumstances.FEW_VCPUS : Circumstances.MANY_VCPUS,
                    has(Scenario.NO_CAPACITY),
                    has(Scenario.ROLE_NAME_TAKEN));
        }

        private Faults faults() {
            var faults = new ArrayList<Faults>();
            if (has(Scenario.CREDENTIALS_EXPIRE)) {
                faults.add(new Expiry(Duration.ofMillis(Math.round(60_000 / pace))));
            }
            if (has(Scenario.THROTTLED)) {
                faults.add(new Throttle(drained));
            }
            if (has(Scenario.ANSWERS_LOST)) {
                faults.add(new Lossy(seed));
            }
            return faults.isEmpty() ? Faults.NONE : new Combined(faults);
        }

        private Duration delay() {
            return has(Scenario.SLOW_NETWORK) && roundTrip.isZero() ? SLOW : roundTrip;
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
        return start(port, options, new World(options.circumstances()));
    }

    static Sandbox start(int port, Options options, World world) throws IOException {
        var endpoint = endpoint(options, world);
        var server = listen(port);
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sandbox-", 0).factory());
        server.setExecutor(executor);
        var sandbox = new Sandbox(server, executor, endpoint);
        server.createContext("/", exchange -> sandbox.endpoint.handle(exchange));
        server.start();
        return sandbox;
    }

    /// Begins with a new world at the same address; everything that was in the one before is gone, its ledger too.
    public void restart(Options options) {
        endpoint = endpoint(options, new World(options.circumstances()));
    }

    private static Endpoint endpoint(Options options, World world) {
        var agenda = new Agenda(options.clock(), options.pace());
        var stacks = new Stacks(world, agenda, new Ids(options.seed()), new Ids(~options.seed()));
        return new Endpoint(
                services(world, stacks),
                world::enabled,
                options.clock(),
                options.delay(),
                agenda::catchUp,
                options.faults());
    }

    private static List<Service> services(World world, Stacks stacks) {
        return List.of(
                Ec2.over(world, stacks.fleet()),
                Ecs.over(world, stacks.fleet()),
                Iam.over(world),
                ServiceQuotas.over(world),
                Ssm.over(world),
                AutoScaling.over(stacks.fleet()),
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
