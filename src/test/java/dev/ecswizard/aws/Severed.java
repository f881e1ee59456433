package dev.ecswizard.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// An HTTP server whose line can be cut in the ways in which a network goes away.
final class Severed implements AutoCloseable {
    /// How the line is.
    enum Line {
        WHOLE,
        /// Nobody listens.
        REFUSED,
        /// Connections are made, requests go out, and nothing comes back.
        SILENT,
        /// Not even a connection is made.
        LOST
    }

    private static final int FILLING = 8;

    private final UnaryOperator<String> answer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<SocketChannel> filling = new ArrayList<>();
    private final int port;
    private ServerSocket door;
    private Thread acceptor;
    private volatile Line line = Line.WHOLE;

    /// @param answer the body for a request's body; XML
    Severed(UnaryOperator<String> answer) throws IOException {
        this.answer = answer;
        listen(0);
        port = door.getLocalPort();
        accept(door);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Whatever is connected is lost with a line that is not whole.
    synchronized void become(Line now) {
        if (line == now) {
            return;
        }
        try {
            line = now;
            door.close();
            // the port is free once whoever waited at it has gone
            acceptor.join();
            open.forEach(Severed::close);
            for (var each : filling) {
                each.close();
            }
            filling.clear();
            if (now != Line.REFUSED) {
                listen(port);
                if (now == Line.LOST) {
                    fill();
                } else {
                    accept(door);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void listen(int at) throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 1);
    }

    /// A queue that is full has the system pass over whoever knocks.
    private void fill() throws IOException {
        for (var i = 0; i < FILLING; i++) {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(door.getLocalSocketAddress());
            filling.add(channel);
        }
    }

    private void accept(ServerSocket at) {
        acceptor = Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    var socket = at.accept();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket) {
        try (socket) {
            for (var body = read(socket.getInputStream()); body != null; body = read(socket.getInputStream())) {
                if (line == Line.SILENT) {
                    // until somebody gives up
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                }
                var bytes = answer.apply(body).getBytes(StandardCharsets.UTF_8);
                var head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + bytes.length + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            }
        } catch (IOException _) {
            // the line is cut
        } finally {
            open.remove(socket);
        }
    }

    /// @return the body of a request; null at the end
    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        var length = head.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(each -> each.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(each ->
                        Integer.parseInt(each.substring(each.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone then
        }
    }

    @Override
    public void close() {
        become(Line.REFUSED);
    }
}
