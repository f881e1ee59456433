package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// The network goes away under a stack that is followed, and half an hour later it is back. Time passes when somebody
/// waits; what a call may take is short here.
class LostNetworkTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final double BREAKS = 2;
    private static final double MENDS = 1802;
    /// All but the limit of a watching call are longer than this test may take.
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Patience IMPATIENT = new Patience(LONG, LONG, LONG, 1, Duration.ofSeconds(1));

    private final List<Progress> told = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private Severed server;
    private AwsCloud cloud;
    private Severed.Line fault = Severed.Line.WHOLE;
    private volatile double seconds;

    private final Pace pace = new Pace() {
        @Override
        public Instant now() {
            return START.plusMillis((long) (seconds * 1000));
        }

        @Override
        public void pause(Duration duration) {
            seconds += duration.toMillis() / 1000.0;
            server.become(seconds >= BREAKS && seconds < MENDS ? fault : Severed.Line.WHOLE);
        }
    };

    @BeforeEach
    void open() throws IOException {
        server = new Severed(asked -> asked.contains("Action=DescribeStacks") ? stacks() : events());
        cloud = new AwsCloud(
                Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
                new Clients.Network(Endpoints.allAt(server.endpoint()), false, false, IMPATIENT),
                new ImageShelf(Optional.empty(), InstantSource.system()),
                "eu-west-1");
        // the SDK's first call takes its time
        cloud.stacks("eu-west-1").find(ID);
        cloud.stacks("eu-west-1").events(ID, Optional.empty());
    }

    @AfterEach
    void close() {
        cloud.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void itIsToldWithinOneCallAndOverWithOnePoll(Severed.Line each) throws InterruptedException {
        fault = each;
        var outcome = new ArrayList<Outcome>();
        var failure = new ArrayList<Throwable>();
        // as the window does; only such a thread lets go of a connection that is not made
        var thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((_, problem) -> failure.add(problem))
                .start(() -> outcome.add(new Follower(cloud.stacks("eu-west-1"), pace).follow(ID, this::hear)));
        thread.join();

        assertThat(failure).isEmpty();
        assertThat(outcome).singleElement().isInstanceOf(Outcome.Succeeded.class);
        var troubled =
                told.stream().filter(progress -> progress.trouble().isPresent()).toList();
        assertThat(troubled).hasSizeGreaterThan(1).allSatisfy(progress -> {
            assertThat(progress.trouble().orElseThrow().kind()).isEqualTo(CloudProblem.Kind.UNREACHABLE);
            assertThat(progress.events()).hasSize(1);
        });
        assertThat(times.get(told.indexOf(troubled.getFirst()))).isLessThan(BREAKS + 2);
        var mended = told.stream()
                .filter(progress -> progress.trouble().isEmpty() && times.get(told.indexOf(progress)) > BREAKS)
                .findFirst();
        assertThat(times.get(told.indexOf(mended.orElseThrow()))).isLessThan(MENDS + 2);
        assertThat(told.getLast().events()).hasSize(2);
    }

    private void hear(Progress progress) {
        told.add(progress);
        times.add(seconds);
        if (progress.trouble().isPresent() && seconds < MENDS - 10) {
            // the machine sleeps until just before the network is back
            seconds = MENDS - 3;
        }
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
        return "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>"
                + (isOver() ? event("e2", MENDS, "CREATE_COMPLETE") : "")
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
}
