package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.LostHalfHour;
import dev.ecswizard.deploy.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// The network goes away under a stack that is followed, and half an hour later it is back. Time passes when somebody
/// waits; what a call may take is short here.
class LostNetworkTest {
    /// All but the limit of a watching call are longer than this test may take.
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Patience IMPATIENT = new Patience(LONG, LONG, LONG, 1, Duration.ofSeconds(1));

    private Severed server;
    private AwsCloud cloud;
    private Severed.Line fault = Severed.Line.WHOLE;

    private final LostHalfHour time = new LostHalfHour(this::cut);

    @BeforeEach
    void open() throws IOException {
        server = new Severed(time::answer);
        cloud = new AwsCloud(
                Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
                new Clients.Network(Endpoints.allAt(server.endpoint()), false, false, IMPATIENT),
                new ImageShelf(Optional.empty(), InstantSource.system()),
                "eu-west-1");
        // the SDK's first call takes its time
        cloud.stacks("eu-west-1").find(LostHalfHour.ID);
        cloud.stacks("eu-west-1").events(LostHalfHour.ID, Optional.empty());
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
                .start(() ->
                        outcome.add(new Follower(cloud.stacks("eu-west-1"), time).follow(LostHalfHour.ID, time::hear)));
        thread.join();

        assertThat(failure).isEmpty();
        assertThat(outcome).singleElement().isInstanceOf(Outcome.Succeeded.class);
        assertThat(time.troubled()).hasSizeGreaterThan(1).allSatisfy(progress -> {
            assertThat(progress.trouble().orElseThrow().kind()).isEqualTo(CloudProblem.Kind.UNREACHABLE);
            assertThat(progress.events()).hasSize(1);
        });
    }

    private void cut() {
        server.become(time.isLost() ? fault : Severed.Line.WHOLE);
    }

    @Test
    void aLookAtHostsIsGivenUpAsSoonAsOneAtTheStack() {
        server.become(Severed.Line.SILENT);
        var hosts = cloud.hosts("eu-west-1").watched();
        assertThat(List.<ThrowingCallable>of(
                        () -> hosts.group("group"),
                        () -> hosts.activities("group", Optional.empty()),
                        () -> hosts.registered("cluster"),
                        () -> hosts.console("i-0123456789abcdef0")))
                .allSatisfy(look -> assertThat(
                                catchThrowableOfType(CloudProblem.class, look).kind())
                        .isEqualTo(CloudProblem.Kind.UNREACHABLE));
    }
}
