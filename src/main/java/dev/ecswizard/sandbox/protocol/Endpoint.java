package dev.ecswizard.sandbox.protocol;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Takes requests off the wire, finds the service and operation that each is for, and writes the answer. Whatever comes
/// in, an answer goes out.
public final class Endpoint implements HttpHandler {
    /// CloudFormation's longest request is a template of 51,200 bytes, each of which may be escaped to three.
    private static final int LARGEST_BODY = 1 << 20;

    private static final int MOST_DISCARDED = 64 << 20;
    private static final String DEFAULT_REGION = "us-east-1";

    /// What the SDK for Java signs a global service's requests for, where it is pointed at an endpoint.
    private static final String GLOBAL_REGION = "aws-global";

    private static final String FAULTS = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private final List<Service> services;
    private final Predicate<String> regions;
    private final InstantSource clock;
    private final Duration roundTrip;
    private final Runnable catchUp;
    private final Faults faults;
    private final Ledger ledger = new Ledger();

    /// @param regions whether the account may use a region
    /// @param roundTrip how much longer an answer takes than it has to
    /// @param catchUp what has to be done before any answer is true
    /// @param faults what gets in the way of requests that name a service and an account's region
    public Endpoint(
            List<Service> services,
            Predicate<String> regions,
            InstantSource clock,
            Duration roundTrip,
            Runnable catchUp,
            Faults faults) {
        this.services = List.copyOf(services);
        this.regions = regions;
        this.clock = clock;
        this.roundTrip = roundTrip;
        this.catchUp = catchUp;
        this.faults = faults;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// @param code AWS's error code, or empty
    private record Answer(Call call, Set<String> parameters, int status, String code, String contentType, Body body) {
        boolean isLost() {
            return status == Ledger.Entry.LOST;
        }

        Answer lost() {
            return new Answer(call, parameters, Ledger.Entry.LOST, code, contentType, new Body());
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var arrival = System.nanoTime();
        try (exchange) {
            var answer = answer(exchange);
            pause();
            var took = Duration.ofNanos(System.nanoTime() - arrival);
            // before the client has its answer, so that whoever was answered finds the request here
            ledger.add(new Ledger.Entry(answer.call(), answer.parameters(), answer.status(), answer.code(), took));
            if (answer.isLost()) {
                return;
            }
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.contentType());
            headers.set("x-amzn-RequestId", answer.call().requestId());
            exchange.sendResponseHeaders(answer.status(), answer.body().length());
            answer.body().writeTo(exchange.getResponseBody());
            // closing waits for what the client said it would send
            exchange.getResponseBody().flush();
        }
    }

    private void pause() {
        try {
            if (roundTrip.isPositive()) {
                Thread.sleep(roundTrip);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var fallback = new AwsQuery("", FAULTS);
        try {
            // first of all, since a body that is left unread would reset the connection before the answer is there
            var body = body(exchange);
            refuseStrangers(exchange);
            var incoming = incoming(exchange, body);
            return answer(incoming, service(incoming));
        } catch (Refusal refusal) {
            var call = new Call("", "", "", "", UUID.randomUUID().toString(), clock.instant());
            return refuse(fallback, call, Set.of(), refusal);
        }
    }

    private Answer answer(Incoming incoming, Optional<Service> service) {
        var scope = incoming.scope();
        var action = incoming.target()
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .or(() -> incoming.form().value("Action"))
                .orElse("");
        var protocol = service.map(Service::protocol)
                .orElseGet(() -> incoming.target().isPresent()
                        ? new AwsJson("", "1.1")
                        : new AwsQuery(incoming.form().value("Version").orElse(""), FAULTS));
        var call = new Call(
                service.map(Service::name).orElse(""),
                action,
                scope.map(Incoming.Scope::region)
                        .filter(region -> !region.equals(GLOBAL_REGION))
                        .orElse(DEFAULT_REGION),
                scope.map(Incoming.Scope::accessKey).orElse(""),
                UUID.randomUUID().toString(),
                clock.instant());
        try {
            if (!regions.test(call.region())) {
                throw protocol.unknownCredentials();
            }
            if (service.isPresent()) {
                faults.refuse(call, protocol, incoming.parameters());
            }
            catchUp.run();
            var response = service.orElseThrow(() -> protocol.unknownAction(action))
                    .operations()
                    .answer(protocol, incoming, call)
                    .orElseThrow(() -> protocol.unknownAction(action));
            var body = protocol.answer(call, response);
            return sent(new Answer(
                    call, incoming.parameters(), HttpURLConnection.HTTP_OK, "", protocol.contentType(), body));
        } catch (Refusal refusal) {
            return sent(refuse(protocol, call, incoming.parameters(), refusal));
        } catch (RuntimeException | StackOverflowError e) {
            // asked for here, since setting up a log takes longer than the rest of the start
            System.getLogger(Endpoint.class.getName())
                    .log(System.Logger.Level.ERROR, () -> call.service() + ":" + action + " failed", e);
            return refuse(protocol, call, incoming.parameters(), protocol.internalFailure());
        }
    }

    private Answer sent(Answer answer) {
        return faults.losesAnswer(answer.call()) ? answer.lost() : answer;
    }

    private Answer refuse(Protocol protocol, Call call, Set<String> parameters, Refusal refusal) {
        return new Answer(
                call,
                parameters,
                refusal.status(),
                refusal.code(),
                protocol.contentType(),
                protocol.refusal(call, refusal));
    }

    private Optional<Service> service(Incoming incoming) {
        var target = incoming.target();
        if (target.isPresent()) {
            return services.stream()
                    .filter(service -> service.protocol() instanceof AwsJson json
                            && target.get().startsWith(json.prefix() + "."))
                    .findFirst();
        }
        var version = incoming.form().value("Version");
        var name = incoming.scope().map(Incoming.Scope::service);
        return services.stream()
                .filter(service -> switch (service.protocol()) {
                    case Ec2Query ec2 -> version.map(ec2.version()::equals).orElse(name.equals(Optional.of("ec2")));
                    case AwsQuery query ->
                        version.map(query.version()::equals).orElse(name.equals(Optional.of(service.name())));
                    case AwsJson _ -> false;
                })
                .findFirst();
    }

    /// A page of some web site may not talk to the sandbox through a browser, be it by a name that it lets point here.
    private static void refuseStrangers(HttpExchange exchange) {
        var port = exchange.getLocalAddress().getPort();
        var host = exchange.getRequestHeaders().getFirst("Host");
        var known = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        if (host == null
                || !known.contains(host)
                || exchange.getRequestHeaders().containsKey("Origin")) {
            throw new Refusal(403, "AccessDenied", "The sandbox answers on this machine only.");
        }
        if (!Set.of("GET", "POST").contains(exchange.getRequestMethod())) {
            throw new Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        refuseHuge(headers);
        var encoding = Optional.ofNullable(headers.getFirst("Content-Encoding")).orElse("identity");
        try (var raw = exchange.getRequestBody()) {
            return switch (encoding) {
                case "identity" -> bounded(raw, raw);
                case "gzip" -> bounded(new GZIPInputStream(raw), raw);
                default -> throw new Refusal(415, "UnsupportedMediaType", "The content encoding is not one of gzip.");
            };
        } catch (ZipException | EOFException _) {
            throw new Refusal(400, "MalformedInput", "The body is not what its content encoding says.");
        }
    }

    /// What is too large to be thrown away is not waited for.
    private static void refuseHuge(Headers headers) {
        var length = headers.getFirst("Content-Length");
        if (length != null && Long.parseLong(length) > MOST_DISCARDED) {
            throw tooLarge();
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "RequestEntityTooLarge", "The request is larger than the service takes.");
    }

    private static Incoming incoming(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        try {
            var query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            var text = headers.containsKey("X-Amz-Target") ? "" : new String(body, StandardCharsets.UTF_8);
            return new Incoming(headers, Form.parse(query, text), body);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "MalformedQueryString", "The query string contains a syntax error.");
        }
    }

    private static byte[] bounded(InputStream in, InputStream raw) throws IOException {
        var body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            // what is left unread would reset the connection before the client has read the answer
            var discarded = new byte[1 << 14];
            for (long total = 0; total < MOST_DISCARDED; ) {
                int read = raw.read(discarded);
                if (read < 0) {
                    break;
                }
                total += read;
            }
            throw tooLarge();
        }
        return body;
    }
}
