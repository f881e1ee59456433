package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Ledger;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.sts.StsClient;

/// The sandbox as a whole.
class SandboxTest {
    @Test
    void itSaysWhoAsks() throws IOException {
        try (var sandbox = Sandbox.start(0)) {
            var caller = new Clients(sandbox.endpoint(), "us-east-1")
                    .of(StsClient.builder())
                    .getCallerIdentity();
            assertThat(caller.account()).isEqualTo("123456789012");
            assertThat(caller.arn()).isEqualTo("arn:aws:iam::123456789012:user/sandbox");
        }
    }

    @Test
    void ecsKnowsNoClusterBeforeAStackMakesOne() throws IOException {
        try (var sandbox = Sandbox.start(0)) {
            var ecs = new Clients(sandbox.endpoint(), "us-east-1").of(EcsClient.builder());
            assertThatThrownBy(() -> ecs.listServices(request -> request.cluster("web")))
                    .isInstanceOf(ClusterNotFoundException.class);
            assertThat(ecs.describeClusters(request -> request.clusters("web"))
                            .failures()
                            .getFirst()
                            .reason())
                    .isEqualTo("MISSING");
        }
    }

    @Test
    void ecsDescribesAHundredClustersAtOnce() throws IOException {
        var names = IntStream.rangeClosed(0, 100).mapToObj(n -> "c" + n).toList();
        try (var sandbox = Sandbox.start(0)) {
            var ecs = new Clients(sandbox.endpoint(), "us-east-1").of(EcsClient.builder());
            assertThatThrownBy(() -> ecs.describeClusters(request -> request.clusters(names)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Clusters can not have more than 100 elements.");
            assertThat(ecs.describeClusters(request -> request.clusters(names.subList(0, 100)))
                            .failures())
                    .hasSize(100);
        }
    }

    @Test
    void itsTimeIsTheOneGivenIn() throws IOException {
        var now = Instant.parse("2031-02-03T04:05:06Z");
        try (var sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withClock(InstantSource.fixed(now)))) {
            new Clients(sandbox.endpoint(), "us-east-1").of(StsClient.builder()).getCallerIdentity();
            assertThat(sandbox.ledger().entries())
                    .singleElement()
                    .extracting(Ledger.Entry::call)
                    .satisfies(call -> {
                        assertThat(call.time()).isEqualTo(now);
                        assertThat(call.accessKey()).isEqualTo("AKID");
                        assertThat(call.action()).isEqualTo("GetCallerIdentity");
                    });
        }
    }

    @Test
    void anAnswerTakesTheRoundTripThatWasAskedFor() throws IOException {
        var roundTrip = Duration.ofMillis(300);
        try (var sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withRoundTrip(roundTrip))) {
            var sts = new Clients(sandbox.endpoint(), "us-east-1").of(StsClient.builder());
            var before = System.nanoTime();
            sts.getCallerIdentity();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(roundTrip);
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (var sandbox = Sandbox.start(0)) {
            var port = sandbox.endpoint().getPort();
            assertThatThrownBy(() -> Sandbox.start(port)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void afterItsEndThePortIsFree() throws IOException {
        int port;
        try (var sandbox = Sandbox.start(0)) {
            port = sandbox.endpoint().getPort();
        }
        try (var again = Sandbox.start(port)) {
            assertThat(again.endpoint().getPort()).isEqualTo(port);
        }
    }
}
