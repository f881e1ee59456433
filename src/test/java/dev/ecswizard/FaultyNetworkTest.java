package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.LostHalfHour;
import dev.ecswizard.deploy.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A stack is followed through the SDK to an endpoint that goes wrong in between, each time in another way. Time passes
/// when somebody waits.
class FaultyNetworkTest {
    private enum Fault {
        SERVER_ERROR(Kind.UNREACHABLE),
        UNAVAILABLE(Kind.UNREACHABLE),
        NO_ANSWER(Kind.UNREACHABLE),
        HALF_AN_ANSWER(Kind.UNREACHABLE),
        SIGN_IN_PAGE(Kind.UNREACHABLE),
        PROXY(Kind.UNREACHABLE),
        THROTTLED(Kind.THROTTLED),
        EXPIRED(Kind.EXPIRED);

        private final Kind kind;

        Fault(Kind kind) {
            this.kind = kind;
        }
    }

    private final LostHalfHour time = new LostHalfHour(() -> {});
    private HttpServer server;
    private Cloud cloud;
    private volatile Fault fault;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        cloud = AwsConnections.toEndpoint("faulty", "Faulty", "", endpoint, "eu-west-1", () -> "key")
                .open((_, _) -> Optional.empty());
    }

    @AfterEach
    void close() {
        cloud.close();
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void halfAnHourOfItIsToldAndSurvived(Fault each) {
        fault = each;
        var outcome = new Follower(cloud.stacks("eu-west-1"), time).follow(LostHalfHour.ID, time::hear);
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(time.troubled())
                .extracting(progress -> progress.trouble().orElseThrow())
                .allSatisfy(problem -> assertThat(problem.kind()).isEqualTo(each.kind))
                .extracting(CloudProblem::getMessage)
                .doesNotContainNull();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (time.isLost()) {
            goWrong(exchange);
        } else {
            say(exchange, 200, time.answer(asked));
        }
    }

    private void goWrong(HttpExchange exchange) throws IOException {
        switch (fault) {
            case SERVER_ERROR -> say(exchange, 500, "<html>oops</html>");
            case UNAVAILABLE -> say(exchange, 503, error("ServiceUnavailable", "later"));
            case NO_ANSWER -> exchange.close();
            case HALF_AN_ANSWER -> {
                exchange.sendResponseHeaders(200, 5000);
                exchange.getResponseBody()
                        .write("<DescribeStackEventsResponse><Descr".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case SIGN_IN_PAGE -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                say(exchange, 200, "<html><body>Welcome to the hotel</body></html>");
            }
            case PROXY -> say(exchange, 407, "");
            case THROTTLED -> say(exchange, 400, error("Throttling", "Rate exceeded"));
            case EXPIRED -> say(exchange, 403, error("ExpiredToken", "The security token is expired"));
        }
    }

    private static String error(String code, String words) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + words
                + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
