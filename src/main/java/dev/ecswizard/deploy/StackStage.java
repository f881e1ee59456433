package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How far a stack is, as far as it matters to its hosts.
///
/// @param signalled the hosts that have told CloudFormation that they are up
public record StackStage(Way way, Set<String> signalled) {
    private static final Pattern SIGNAL = Pattern.compile("Received SUCCESS signal with UniqueId (i-[0-9a-f]+)");

    /// Where it goes.
    public enum Way {
        /// It is being made or changed.
        UP,
        /// It is there; hosts have to join.
        THERE,
        /// It has failed, and its hosts go or will go.
        DOWN,
        /// Nothing more is to be seen.
        OVER
    }

    public StackStage {
        signalled = Set.copyOf(signalled);
    }

    /// A stack that is there.
    public static final StackStage MADE = new StackStage(Way.THERE, Set.of());

    /// While it is followed, before its outcome is known.
    public static StackStage of(Stack stack, List<StackEvent> events) {
        var status = stack.status();
        var isFailing =
                status.isRollback() || status.isFailure() || status.name().startsWith("DELETE_");
        return new StackStage(
                isFailing ? Way.DOWN : Way.UP,
                EventLog.of(events)
                        .sayings()
                        .map(Saying::reason)
                        .filter(reason -> reason.startsWith("Received"))
                        .map(SIGNAL::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    /// The same on another way.
    public StackStage on(Way other) {
        return new StackStage(other, signalled);
    }
}
