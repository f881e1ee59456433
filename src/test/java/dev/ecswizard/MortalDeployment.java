package dev.ecswizard;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Origin;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.template.Template;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that deploys one stack, or goes on with what is written down, and waits at a moment to be killed.
///
/// Arguments: endpoint, folder, stack name, moment (0 to live). Tells on standard output: `up`, `here` at the moment,
/// and at the end `begun`, `resumed` or `over`, the status, the number of events and of moments.
final class MortalDeployment {
    private static final String REGION = "eu-west-1";
    private static final String TEMPLATE = """
            Resources:
              One:
                Type: AWS::ECS::Cluster
              Two:
                Type: AWS::ECS::Cluster
                DependsOn: One
              Three:
                Type: AWS::ECS::Cluster
                DependsOn: Two
              Four:
                Type: AWS::ECS::Cluster
                DependsOn: Three
            """;

    private final AtomicInteger moments = new AtomicInteger();
    private final int last;
    private Optional<Progress> seen = Optional.empty();

    private MortalDeployment(int last) {
        this.last = last;
    }

    static void main(String[] arguments) {
        new MortalDeployment(Integer.parseInt(arguments[3]))
                .live(URI.create(arguments[0]), Path.of(arguments[1]), arguments[2]);
    }

    private void live(URI endpoint, Path folder, String name) {
        var cloud = AwsConnections.toEndpoint("profile:kill", "kill", "", endpoint, REGION, () -> "kill")
                .open((_, _) -> Optional.empty());
        var stacks = mortal(Stacks.class, cloud.stacks(REGION));
        var journals = new Journals(folder, () -> {
            pass();
            return Instant.now();
        });
        var logbook = new Logbook(Optional.of(journals));
        var pace = Pace.ofTheWall();
        IO.println("up");
        System.out.flush();
        var left = journals.unfinished().unfinished();
        var over = left.isEmpty() ? cloud.stacks(REGION).find(name) : Optional.<Stack>empty();
        if (over.isPresent()) {
            // killed between its last line and its last breath
            var events = cloud.stacks(REGION).events(over.get().id(), Optional.empty());
            IO.println("over %s %d 0"
                    .formatted(over.get().status(), events.events().size()));
            System.exit(0);
        }
        var outcome = left.isEmpty()
                ? carryOut(logbook, propose(logbook, stacks, pace, endpoint, name), stacks, pace)
                : left.getFirst().isCarriedOut()
                        ? follow(logbook, logbook.resuming(left.getFirst()).execute(stacks, pace), stacks, pace)
                        : carryOut(logbook, logbook.resuming(left.getFirst()).propose(stacks, pace), stacks, pace);
        var status =
                outcome instanceof Outcome.Succeeded(var stack) ? stack.status().name() : outcome.toString();
        IO.println("%s %s %d %d"
                .formatted(
                        left.isEmpty() ? "begun" : "resumed",
                        status,
                        seen.orElseThrow().events().size(),
                        moments.get()));
        System.exit(0);
    }

    private static Proposal propose(Logbook logbook, Stacks stacks, Pace pace, URI endpoint, String name) {
        var origin = new Origin("profile:kill", "kill", "123456789012", REGION, Optional.of(endpoint.toString()));
        var submission = Submission.of(new Template(TEMPLATE, Map.of(), Set.of()), name, Map.of());
        return logbook.propose(Optional.of(origin), submission, stacks, pace, _ -> {});
    }

    private Outcome carryOut(Logbook logbook, Proposal proposal, Stacks stacks, Pace pace) {
        var ready = (Proposal.Ready) proposal;
        return follow(logbook, logbook.execute(ready, stacks, pace, false, false), stacks, pace);
    }

    private Outcome follow(Logbook logbook, Target target, Stacks stacks, Pace pace) {
        return logbook.follow(target, stacks, pace, progress -> seen = Optional.of(progress));
    }

    /// The same, with a moment on either side of each exchange.
    private <T> T mortal(Class<T> type, T stacks) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        if (method.getReturnType() == ChangeSets.class) {
                            return mortal(ChangeSets.class, (ChangeSets) method.invoke(stacks, arguments));
                        }
                        pass();
                        var answer = method.invoke(stacks, arguments);
                        pass();
                        return answer;
                    } catch (InvocationTargetException problem) {
                        throw problem.getCause();
                    }
                }));
    }

    private void pass() {
        if (moments.incrementAndGet() == last) {
            IO.println("here");
            System.out.flush();
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
