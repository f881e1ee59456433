package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A stack is followed through the SDK to an endpoint that goes wrong in between, each time in another way. Time passes
/// when somebody waits.
class FaultyNetworkTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1";
    private static final double BREAKS = 2;
    private static final double MENDS = 1802;

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

    private final List<Progress> told = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private HttpServer server;
    private Cloud cloud;
    private volatile Fault fault;
    private volatile double seconds;
    private boolean slept;

    private final Pace pace = new Pace() {
        @Override
        public Instant now() {
            return START.plusMillis((long) (seconds * 1000));
        }

        @Override
        public void pause(Duration duration) {
            seconds += duration.toMillis() / 1000.0;
        }
    };

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
        var outcome = new Follower(cloud.stacks("eu-west-1"), pace).follow(ID, progress -> {
            told.add(progress);
            times.add(seconds);
            if (!slept && progress.trouble().isPresent()) {
                // nobody waits for it here: the machine is put to sleep until just before it is mended
                slept = true;
                seconds = MENDS - 3;
            }
        });
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        var troubled =
                told.stream().map(Progress::trouble).flatMap(Optional::stream).toList();
        assertThat(troubled)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.kind()).isEqualTo(each.kind))
                .extracting(CloudProblem::getMessage)
                .doesNotContainNull();
        assertThat(told)
                .filteredOn(progress -> progress.trouble().isPresent())
                .allSatisfy(progress -> assertThat(progress.ending()).isEmpty());
        // said at the first look after it broke, over at the first after it was mended
        var first =
                told.stream().filter(progress -> progress.trouble().isPresent()).findFirst();
        assertThat(times.get(told.indexOf(first.orElseThrow()))).isLessThan(BREAKS + 2);
        var mended = told.stream()
                .filter(progress -> progress.trouble().isEmpty() && times.get(told.indexOf(progress)) > BREAKS)
                .findFirst();
        assertThat(times.get(told.indexOf(mended.orElseThrow()))).isLessThan(MENDS + 2);
        assertThat(told.getLast().events()).hasSize(2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (seconds >= BREAKS && seconds < MENDS) {
            goWrong(exchange);
        } else {
            say(exchange, 200, asked.contains("Action=DescribeStacks") ? stacks() : events());
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

    private boolean isOver() {
        return seconds >= MENDS;
    }

    private String stacks() {
        return "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackId>" + ID
                + "</StackId><StackName>web</StackName><CreationTime>" + START + "</CreationTime><StackStatus>"
                + (isOver() ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS")
                + "</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>";
    }

    private String events() {
        var end = isOver() ? event("e2", MENDS, "CREATE_COMPLETE") : "";
        return "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>" + end
                + event("e1", 0, "CREATE_IN_PROGRESS")
                + "</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>";
    }

    private static String event(String id, double at, String status) {
        return "<member><StackId>" + ID + "</StackId><EventId>" + id + "</EventId><StackName>web</StackName>"
                + "<LogicalResourceId>web</LogicalResourceId><PhysicalResourceId>" + ID + "</PhysicalResourceId>"
                + "<ResourceType>AWS::CloudFormation::Stack</ResourceType><Timestamp>"
                + START.plusMillis((long) (at * 1000)) + "</Timestamp><ResourceStatus>" + status
                + "</ResourceStatus></member>";
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
