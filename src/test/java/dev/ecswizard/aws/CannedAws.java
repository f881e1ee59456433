package dev.ecswizard.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// An endpoint on loopback that gives written answers and remembers what it was asked.
final class CannedAws implements AutoCloseable {
    /// What was asked.
    ///
    /// @param action of the query protocol or of the JSON target, else the path
    /// @param values of the form, or `body` alone
    record Asked(String action, Map<String, String> values, String authorization) {
        String value(String name) {
            return values.getOrDefault(name, "");
        }
    }

    record Answer(int status, String type, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    /// Opened when a question has arrived that is never answered.
    final CountDownLatch silent = new CountDownLatch(1);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Function<Asked, Answer> script;

    CannedAws(Function<Asked, Answer> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void script(Function<Asked, Answer> other) {
        script = other;
    }

    List<String> actions() {
        return asked.stream().map(Asked::action).toList();
    }

    /// An answer of EC2's or of the query protocol: both read what they know and skip the rest.
    static Answer xml(String body) {
        return new Answer(200, "text/xml", body);
    }

    static Answer ec2Error(int status, String code, String message) {
        return new Answer(
                status,
                "text/xml",
                "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></Errors><RequestID>0f0f0f0f-0000-4000-8000-000000000000</RequestID></Response>");
    }

    static Answer queryError(int status, String code, String message) {
        return new Answer(
                status,
                "text/xml",
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>0f0f0f0f-0000-4000-8000-000000000000</RequestId></ErrorResponse>");
    }

    static Answer json(int status, String body) {
        return new Answer(status, "application/x-amz-json-1.1", body);
    }

    /// Never comes.
    Answer silence() {
        silent.countDown();
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Answer(200, "text/plain", "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var values = target == null ? form(body) : Map.of("body", body);
            var action = target == null
                    ? values.getOrDefault("Action", exchange.getRequestURI().getPath())
                    : target.substring(target.indexOf('.') + 1);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var question = new Asked(action, values, authorization == null ? "" : authorization);
            asked.add(question);
            var answer = script.apply(question);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        var values = new TreeMap<String, String>();
        for (var pair : body.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
