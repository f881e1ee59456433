package dev.ecswizard.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.sandbox.protocol.Ledger;
import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/// An AWS endpoint inside the app: HTTP on 127.0.0.1, reachable for any AWS client that is pointed at it.
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor;
    private volatile Assembly assembly;

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
            scenarios = scenarios.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(scenarios));
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
    }

    private Sandbox(HttpServer server, ExecutorService executor, Assembly assembly) {
        this.server = server;
        this.executor = executor;
        this.assembly = assembly;
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
        return start(port, new Assembly(options));
    }

    static Sandbox start(int port, Options options, World world) throws IOException {
        return start(port, new Assembly(options, world));
    }

    private static Sandbox start(int port, Assembly assembly) throws IOException {
        var server = listen(port);
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sandbox-", 0).factory());
        server.setExecutor(executor);
        var sandbox = new Sandbox(server, executor, assembly);
        server.createContext("/", exchange -> sandbox.assembly.endpoint().handle(exchange));
        server.start();
        return sandbox;
    }

    /// Begins with a new world at the same address; everything that was in the one before is gone, its ledger too.
    public void restart(Options options) {
        assembly = new Assembly(options);
    }

    /// The server reads its settings once, when its classes are loaded. Without `nodelay` every answer on a connection
    /// that is used again waits 40 ms for an acknowledgement; without limits a client that stops in the middle of a
    /// request keeps its thread for good.
    private static HttpServer listen(int port) throws IOException {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
        setUnlessSet("sun.net.httpserver.maxRspTime", "60");
        nameProvider();
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    }

    /// Without a name, the JDK looks for other HTTP servers in every library, which takes longer than all else at the
    /// start. One whose own server is called otherwise goes on looking.
    private static void nameProvider() {
        var own = Class.forName(HttpServer.class.getModule(), "sun.net.httpserver.DefaultHttpServerProvider");
        if (own != null) {
            setUnlessSet("com.sun.net.httpserver.HttpServerProvider", own.getName());
        }
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
        return assembly.endpoint().ledger();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
