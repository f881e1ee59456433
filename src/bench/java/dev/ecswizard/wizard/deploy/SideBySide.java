package dev.ecswizard.wizard.deploy;

import dev.ecswizard.Figures;
import dev.ecswizard.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The app and `cdk deploy` follow the same stack of 35 resources, in turn, in sandboxes of their own whose time is ours:
/// how long after an event could be read it is shown, how long after the stack's end that it is complete, and how often
/// CloudFormation is asked for that. Needs node, npm and python3.
///
/// An argument is how many rounds; in a single one both are at work at the same time. A third party looks four times a
/// second at each stack: it confirms that an event can be read from its time on, and tells a machine that is too busy to
/// keep time.
final class SideBySide {
    /// In seconds: who looks four times a second sees an event by then, unless the machine is at something else.
    private static final double IN_TIME = 0.5;

    private SideBySide() {}

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        // as time passes in AWS
        var pace = 1;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var isUp = new CountDownLatch(1);
        Platform.startup(isUp::countDown);
        isUp.await();
        Platform.setImplicitExit(false);
        var figures = new Figures("side-by-side");
        figures.say("cdk deploy and the app, %d rounds each", rounds);
        figures.sayLoad();
        var app = new ArrayList<Seen>();
        var cdk = new ArrayList<Seen>();
        for (var round = 1; round <= rounds; round++) {
            var name = "round-" + round;
            if (rounds == 1) {
                var other = new FutureTask<>(() -> cdk(figures, pace, name));
                Thread.ofVirtual().start(other);
                app.add(app(figures, pace, name));
                cdk.add(other.get());
            } else {
                app.add(app(figures, pace, name));
                cdk.add(cdk(figures, pace, name));
            }
        }
        compare(figures, app, cdk);
        System.exit(figures.keep() ? 0 : 1);
    }

    private static Seen app(Figures figures, double pace, String name) throws Exception {
        try (var sandbox = new Paced(pace)) {
            return told(figures, "app", AppSide.deploy(sandbox, paced(), name));
        }
    }

    private static Seen cdk(Figures figures, double pace, String name) throws Exception {
        try (var sandbox = new Paced(pace)) {
            return told(figures, "cdk", CdkSide.deploy(sandbox, paced(), name));
        }
    }

    private static synchronized Seen told(Figures figures, String who, Seen seen) {
        figures.say(
                "  %s: %d events in %.0f s, %d not shown; delay %.2f s at the median, %.2f s at the 95th percentile; "
                        + "complete after %.2f s; %d reads, %d of them in the %.0f s in which nothing happened",
                who,
                seen.events().size(),
                seen.took(),
                seen.missing(),
                Figures.percentile(50, seen.delays()),
                Figures.percentile(95, seen.delays()),
                seen.endDelay(),
                seen.reads().size(),
                seen.quietReads(),
                seen.quiet());
        figures.say(
                "       who looks four times a second saw events after %.2f s at the 95th percentile",
                Figures.percentile(95, seen.witnessed()));
        return seen;
    }

    private static void compare(Figures figures, List<Seen> app, List<Seen> cdk) {
        var isBusy = Stream.concat(app.stream(), cdk.stream())
                .anyMatch(seen -> Figures.percentile(95, seen.witnessed()) > IN_TIME);
        if (isBusy) {
            figures.say("the machine was too busy to keep time, so that delays are not held against their limits");
        }
        var delayLimit = isBusy ? Double.MAX_VALUE : 0.5;
        var ours = Seen.delays(app);
        var theirs = Seen.delays(cdk);
        for (var which : List.of(50, 95)) {
            ratio(
                    figures,
                    delayLimit,
                    "delay, s, %dth percentile".formatted(which),
                    Figures.percentile(which, ours),
                    Figures.percentile(which, theirs));
        }
        ratio(
                figures,
                isBusy ? Double.MAX_VALUE : 0.25,
                "from the stack's end to the word that it is complete, s",
                mean(app, Seen::endDelay),
                mean(cdk, Seen::endDelay));
        ratio(
                figures,
                2.2,
                "reads a minute",
                rate(app, Seen::took, seen -> seen.reads().size()),
                rate(cdk, Seen::took, seen -> seen.reads().size()));
        ratio(
                figures,
                1,
                "reads a minute while nothing happens",
                rate(app, Seen::quiet, Seen::quietReads),
                rate(cdk, Seen::quiet, Seen::quietReads));
        figures.atMost(
                0,
                "events that the app did not show",
                app.stream().mapToLong(Seen::missing).sum());
    }

    private static void ratio(Figures figures, double limit, String what, double mine, double other) {
        figures.say("%s: app %.2f, cdk %.2f", what, mine, other);
        if (limit == Double.MAX_VALUE) {
            figures.say("  ratio of the two: %.2f", mine / other);
        } else {
            figures.atMost(limit, "ratio of the two", mine / other);
        }
    }

    private static double mean(List<Seen> all, ToDoubleFunction<Seen> figure) {
        return all.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static double rate(List<Seen> all, ToDoubleFunction<Seen> seconds, ToDoubleFunction<Seen> reads) {
        return 60
                * all.stream().mapToDouble(reads).sum()
                / all.stream().mapToDouble(seconds).sum();
    }

    /// Three rows of ten resources, in which something happens every second; an instance profile, for which one waits
    /// two minutes in all, most of them alone; and three more after it.
    private static Template paced() {
        var yaml = new StringBuilder("""
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Principal:
                              Service: ec2.amazonaws.com
                            Action: sts:AssumeRole
                  Profile:
                    Type: AWS::IAM::InstanceProfile
                    Properties:
                      Roles:
                        - !Ref Role
                """);
        List.of("First", "Second", "Third").forEach(row -> row(yaml, row, 10, Optional.empty()));
        row(yaml, "Last", 3, Optional.of("Profile"));
        return new Template(yaml.toString(), Map.of(), Set.of("CAPABILITY_IAM"));
    }

    private static void row(StringBuilder yaml, String name, int length, Optional<String> before) {
        for (var i = 1; i <= length; i++) {
            yaml.append("  ").append(name).append(i).append(":\n    Type: AWS::ECS::Cluster\n");
            var needed = i == 1 ? before : Optional.of(name + (i - 1));
            needed.ifPresent(other -> yaml.append("    DependsOn: ").append(other).append('\n'));
        }
    }
}
