package dev.ecswizard.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// An AWS endpoint inside the app: HTTP on 127.0.0.1, reachable for any AWS client that is pointed at it.
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;

    private Sandbox(HttpServer server) {
        this.server = server;
    }

    /// Starts it.
    ///
    /// @param port 0 picks a free one
    /// @throws IOException if the port can not be had
    public static Sandbox start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.start();
        return new Sandbox(server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
