package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.FakeChangeSets;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.spec.Architecture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One stack whose story a test writes down look by look: each time it is asked for, the next chapter has come.
public final class FakeStacks implements Stacks {
    public static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1";
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private record Chapter(Optional<Stack> stack, int events, Optional<CloudProblem> trouble) {}

    public Validation validation = new Validation(Set.of("CAPABILITY_NAMED_IAM"), "The resource needs it.");
    /// What the calls of that name end in: `validate`, `create`, `delete`, `resources`, `services`.
    public final Map<String, CloudProblem> problems = new java.util.HashMap<>();

    public final List<String> calls = new ArrayList<>();
    public final List<StackResource> resources = new ArrayList<>();
    public final List<String> services = new ArrayList<>();
    public final FakeHosts hosts = new FakeHosts();
    /// What holds the stack, and how it was let go.
    public final FakeHold hold = new FakeHold(this);

    public final FakeChangeSets changeSets = new FakeChangeSets(ID);
    public String template = "";
    /// The newest ones, everywhere.
    public Map<Architecture, Image> images = Map.of();
    /// What the chapters that follow are told with.
    public Map<String, String> parameters = Map.of();

    public Map<String, String> tags = Map.of();
    public Optional<GroupSizes> sizes = Optional.empty();

    private final List<StackEvent> events = new ArrayList<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private int chapter = -1;
    private String lastOfLook = "";

    /// A problem of the given kind, as AWS would word it.
    public static CloudProblem problem(CloudProblem.Kind kind, String code, String words) {
        return new CloudProblem(kind, "cloudformation:CreateChangeSet", code, words, "", null);
    }

    /// An account whose stacks these are, in every region.
    public Place place() {
        return place("123456789012", "eu-west-1");
    }

    public Place place(String account, String region) {
        return new Place(
                new OnlyStacks(this), new Caller(account, "arn:aws:iam::" + account + ":user/ops"), region, List.of());
    }

    /// Begins the story anew.
    public FakeStacks anew() {
        events.clear();
        chapters.clear();
        return this;
    }

    /// Adds an event to the next chapter.
    public FakeStacks event(String logicalId, String type, String status, String reason) {
        var ofStack = type.equals("AWS::CloudFormation::Stack");
        events.add(new StackEvent(
                "e" + events.size(),
                START.plusSeconds(events.size()),
                ID,
                logicalId,
                ofStack ? ID : "physical-" + logicalId,
                type,
                new StackStatus(status),
                reason));
        return this;
    }

    /// Ends a chapter: so the stack stands, with the events added till here.
    public FakeStacks status(String status, String reason, Stack.Output... outputs) {
        var stack = new Stack(ID, "web", new StackStatus(status), reason, START, parameters, tags, List.of(outputs));
        chapters.add(new Chapter(Optional.of(stack), events.size(), Optional.empty()));
        return this;
    }

    public FakeStacks status(String status) {
        return status(status, "");
    }

    /// A chapter in which nothing is answered.
    public FakeStacks trouble(CloudProblem problem) {
        chapters.add(new Chapter(Optional.empty(), events.size(), Optional.of(problem)));
        return this;
    }

    @Override
    public Validation validate(String template) {
        return answer("validate", validation);
    }

    @Override
    public ChangeSets changeSets() {
        return changeSets;
    }

    @Override
    public String template(String stackId) {
        return template;
    }

    @Override
    public Optional<GroupSizes> groupSizes(String group) {
        return sizes;
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        calls.add("find");
        turnUnlessAfter("events");
        return chapter < 0 ? Optional.empty() : chapters.get(chapter).stack;
    }

    /// Goes on to the next chapter, unless this is the second question of a look.
    private void turnUnlessAfter(String first) {
        var isSecond = lastOfLook.equals(first);
        lastOfLook = isSecond ? "" : first.equals("events") ? "find" : "events";
        if (!isSecond) {
            chapter = Math.min(chapter + 1, chapters.size() - 1);
        }
        if (chapter >= 0 && chapters.get(chapter).trouble.isPresent()) {
            lastOfLook = "";
            throw chapters.get(chapter).trouble.get();
        }
    }

    @Override
    public List<StackSummary> list() {
        return List.of();
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        calls.add("events");
        turnUnlessAfter("find");
        var token = changeSets.tokens.isEmpty() ? "" : changeSets.tokens.getLast();
        return new EventPage(
                events.subList(0, chapters.get(chapter).events).reversed().stream()
                        .map(event -> bearing(event, token))
                        .toList(),
                Optional.empty());
    }

    private static StackEvent bearing(StackEvent event, String token) {
        return new StackEvent(
                event.id(),
                event.time(),
                event.stackId(),
                event.logicalId(),
                event.physicalId(),
                event.type(),
                event.status(),
                event.reason(),
                token);
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return answer("resources", List.copyOf(resources));
    }

    @Override
    public void delete(String stackId, String requestToken) {
        answer("delete", stackId);
    }

    @Override
    public List<String> services(String cluster) {
        return answer("services", List.copyOf(services));
    }

    /// How the stack stands, without a look at it.
    Optional<Stack> stack() {
        return chapter < 0 ? Optional.empty() : chapters.get(chapter).stack;
    }

    <T> T answer(String call, T value) {
        calls.add(call);
        Optional.ofNullable(problems.get(call)).ifPresent(problem -> {
            throw problem;
        });
        return value;
    }

    private record Newest(Map<Architecture, Image> images) implements Images {
        @Override
        public Found newest(Architecture architecture, Collection<String> regions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Architecture, Image> newestIn(String region) {
            return images;
        }

        @Override
        public Found refresh(Architecture architecture, Collection<String> regions) {
            throw new UnsupportedOperationException();
        }
    }

    private record OnlyStacks(FakeStacks all) implements SilentCloud {
        @Override
        public Images images() {
            return new Newest(all.images);
        }

        @Override
        public Stacks stacks(String region) {
            return all;
        }

        @Override
        public Hosts hosts(String region) {
            return all.hosts;
        }

        @Override
        public StandingStacks standing(String region) {
            return all.hold;
        }

        @Override
        public Occupancy occupancy(String region) {
            return all.hold;
        }
    }
}
