package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;

class ConcurrencyTest {
    /// Every look at this clock moves it on.
    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());

    @Test
    void manyClientsSeeEveryStackComeUpInOrder() throws Exception {
        var roles = new HashSet<String>();
        var agenda = new Agenda(() -> Instant.ofEpochMilli(millis.addAndGet(5)), 15);
        var calls = new AtomicReference<HostCalls>();
        var engine = new CloudFormation(agenda, new Ids(7), region -> new FakeWorld(region, roles, agenda, calls::get));
        calls.set(engine.hostCalls());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var walks = new ArrayList<Future<String>>();
            for (var i = 0; i < 20; i++) {
                var name = "web" + i;
                Callable<String> walk = () -> {
                    var id = engine.createStack(
                                    Stage.recipe("standard", Map.of())
                                            .stackName(name)
                                            .build(),
                                    Stage.REGION)
                            .stackId();
                    var seen = 0;
                    for (var look = 0; look < 10_000 && !status(engine, id).equals("CREATE_COMPLETE"); look++) {
                        var events = events(engine, id);
                        assertThat(events).isGreaterThanOrEqualTo(seen);
                        seen = events;
                    }
                    return status(engine, id) + " " + events(engine, id);
                };
                walks.add(pool.submit(walk));
            }
            for (var walk : walks) {
                assertThat(walk.get()).isEqualTo("CREATE_COMPLETE 22");
            }
        }
    }

    private static String status(CloudFormation engine, String id) {
        return engine.queries()
                .describeStacks(DescribeStacksRequest.builder().stackName(id).build(), Stage.REGION)
                .stacks()
                .getFirst()
                .stackStatusAsString();
    }

    private static int events(CloudFormation engine, String id) {
        return engine.queries()
                .describeStackEvents(
                        DescribeStackEventsRequest.builder().stackName(id).build(), Stage.REGION)
                .stackEvents()
                .size();
    }
}
