package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The hosts that have told CloudFormation that they are up, kept up as the log of their stack grows.
public final class Signals {
    private static final Pattern SIGNAL = Pattern.compile("Received SUCCESS signal with UniqueId (i-[0-9a-f]+)");

    private final Set<String> hosts = new HashSet<>();
    private EventLog read = EventLog.empty();
    private long taken;

    /// How far a stack is that is followed, before its outcome is known.
    ///
    /// @param events the whole log as it is now; what it shares with the last one is not read again
    public StackStage stage(Stack stack, List<StackEvent> events) {
        var log = EventLog.of(events);
        var from = log.sharedWith(read);
        if (from == 0) {
            hosts.clear();
        }
        for (var i = from; i < log.size(); i++) {
            take(log.saying(i).reason());
        }
        read = log;
        return StackStage.of(stack, hosts);
    }

    private void take(String reason) {
        taken++;
        if (reason.startsWith("Received")) {
            var signal = SIGNAL.matcher(reason);
            if (signal.find()) {
                hosts.add(signal.group(1));
            }
        }
    }

    /// How many events were read in all, those that were read again included.
    long taken() {
        return taken;
    }
}
