package dev.ecswizard.sandbox.stacks;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// A group whose hosts have to come, or to go. It fails when several launches in a row have failed.
final class Stabilizing {
    private static final int MOST_ATTEMPTS = 3;

    private final Operation operation;
    private final Member member;
    private final String group;
    private final Runnable good;
    private final Consumer<String> bad;
    private final String status;
    private final Predicate<Hosts.Standing> isThere;

    /// Begins to look. Ends without a word when the resource's status changes.
    ///
    /// @param isThere whether the group has what it desires
    /// @param good called when it is there, and nobody waits for signals of its hosts
    /// @param bad called with CloudFormation's sentence
    Stabilizing(
            Operation operation,
            Member member,
            String group,
            Predicate<Hosts.Standing> isThere,
            Runnable good,
            Consumer<String> bad) {
        this.operation = operation;
        this.member = member;
        this.group = group;
        this.good = good;
        this.bad = bad;
        this.status = member.status;
        this.isThere = isThere;
        look();
    }

    private void look() {
        var found = operation.stack.home().world().hosts().find(group);
        if (!member.is(status) || found.isEmpty()) {
            return;
        }
        var standing = found.get();
        var trouble = standing.trouble().filter(failed -> failed.attempts() >= MOST_ATTEMPTS);
        if (trouble.isPresent()) {
            bad.accept(sentence(standing, trouble.get()));
        } else if (member.signals == null && isThere.test(standing)) {
            good.run();
        } else {
            operation.after(operation.about(4), this::look);
        }
    }

    static String sentence(Hosts.Standing group, Hosts.Trouble trouble) {
        return "Group did not stabilize. {current/minSize/desired} group size = {" + group.inService() + "/"
                + group.sizes().least() + "/" + group.sizes().desired() + "}. Failed Scaling Activity: "
                + trouble.sentence() + " Launching EC2 instance failed.";
    }
}
