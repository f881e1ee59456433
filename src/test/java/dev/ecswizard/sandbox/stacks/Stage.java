package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// An engine, its world and a clock that goes only when it is told to.
final class Stage {
    static final String REGION = "eu-west-1";

    final Set<String> roles = new HashSet<>();
    final Map<String, FakeWorld> worlds = new HashMap<>();
    private Instant time = Instant.parse("2026-11-22T10:00:00Z");
    final Agenda agenda = new Agenda(() -> time, 15);
    final CloudFormation engine = new CloudFormation(agenda, new Ids(7), this::world);

    static String template(String name) {
        try (var in = Stage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    FakeWorld world() {
        return world(REGION);
    }

    private FakeWorld world(String region) {
        return worlds.computeIfAbsent(region, name -> new FakeWorld(name, roles, agenda, () -> engine.hostCalls()));
    }

    /// Lets so much of the clock's time pass.
    void pass(Duration duration) {
        time = time.plus(duration);
        agenda.catchUp();
    }

    /// Lets time pass until nothing can be left to happen: creation policies last a minute at most.
    void passAll() {
        pass(Duration.ofMinutes(3));
    }

    static CreateStackRequest.Builder request(String name, String template) {
        return CreateStackRequest.builder()
                .stackName(name)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_NAMED_IAM);
    }

    static CreateStackRequest.Builder recipe(String recipe, Map<String, String> other) {
        var values = new HashMap<>(Map.of(
                "VpcId",
                FakeWorld.VPC,
                "Subnets",
                FakeWorld.FIRST + "," + FakeWorld.SECOND,
                "SourceSecurityGroup",
                FakeWorld.BALANCER,
                "KeyName",
                "ops"));
        values.putAll(other);
        return request("web", template(recipe + ".yaml")).parameters(parameters(values));
    }

    static List<Parameter> parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build())
                .toList();
    }

    String create(CreateStackRequest.Builder request) {
        return engine.createStack(request.build(), REGION).stackId();
    }

    /// Begins to update the stack `web`.
    void update(Consumer<UpdateStackRequest.Builder> request) {
        engine.updates()
                .updateStack(
                        UpdateStackRequest.builder()
                                .stackName("web")
                                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                                .applyMutation(request)
                                .build(),
                        REGION);
    }

    void delete(String nameOrId) {
        engine.deleteStack(b(r -> r.stackName(nameOrId)), REGION);
    }

    private static software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest b(
            Consumer<software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest.Builder> consumer) {
        return software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest.builder()
                .applyMutation(consumer)
                .build();
    }

    Stack describe(String nameOrId) {
        return engine.queries()
                .describeStacks(
                        software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest.builder()
                                .stackName(nameOrId)
                                .build(),
                        REGION)
                .stacks()
                .getFirst();
    }

    /// All events, oldest first.
    List<StackEvent> events(String nameOrId) {
        var events = new ArrayList<StackEvent>();
        String token = null;
        do {
            var page = engine.queries()
                    .describeStackEvents(
                            software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest.builder()
                                    .stackName(nameOrId)
                                    .nextToken(token)
                                    .build(),
                            REGION);
            events.addAll(page.stackEvents());
            token = page.nextToken();
        } while (token != null);
        return events.reversed();
    }

    /// The story of the stack `web` from a length on.
    String storySince(int length) {
        return story("web").substring(length);
    }

    /// All events, oldest first, as `logicalId status reason`, without what chance gave.
    String story(String nameOrId) {
        var story = new StringBuilder();
        for (var event : events(nameOrId)) {
            var reason = event.resourceStatusReason() == null
                    ? ""
                    : " "
                            + event.resourceStatusReason()
                                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                                    .replaceAll("\\bi-0[0-9a-f]{16}", "i-*");
            story.append(event.logicalResourceId())
                    .append(' ')
                    .append(event.resourceStatusAsString())
                    .append(reason)
                    .append('\n');
        }
        return story.toString();
    }
}
