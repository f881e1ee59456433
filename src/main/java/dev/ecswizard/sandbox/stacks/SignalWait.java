package dev.ecswizard.sandbox.stacks;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A resource that waits for signals. It is over with as many as are wanted, or when the time has come; then each that
/// is missing counts as a failure.
final class SignalWait {
    private final Operation operation;
    private final Member member;
    private final int wanted;
    private final Consumer<Result> end;
    private final Map<String, Boolean> received = new HashMap<>();
    private boolean isOver;

    /// What came.
    ///
    /// @param failures with those that never came
    record Result(int successes, int failures) {
        boolean isEnough(int percent) {
            return successes * 100 >= percent * (successes + failures);
        }

        /// CloudFormation's sentence about too few.
        String refusal(int percent) {
            return "Received " + successes + " SUCCESS signal(s) out of " + (successes + failures)
                    + ".  Unable to satisfy " + percent + "% MinSuccessfulInstancesPercent requirement";
        }
    }

    /// Begins to wait. The resource's status is that of the events about signals.
    ///
    /// @param wanted how many
    /// @param timeout seconds, as they would pass in AWS
    /// @param end called once, unless the operation is over before
    SignalWait(Operation operation, Member member, int wanted, double timeout, Consumer<Result> end) {
        this.operation = operation;
        this.member = member;
        this.wanted = wanted;
        this.end = end;
        member.signals = this;
        if (wanted == 0) {
            operation.after(0, this::finish);
        }
        operation.after(timeout, this::timeOut);
    }

    /// A signal with an id of its own; the same id again counts only if it takes a success back.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal of a repeated signal
    void receive(String id, boolean isSuccess) {
        if (received.containsKey(id) && isSuccess) {
            throw Refusals.invalid("Signal with ID " + id + " for resource " + member.logicalId()
                    + " already exists.  Signals may only be updated with a FAILURE status.");
        }
        received.put(id, isSuccess);
        operation.tell(
                member,
                member.status,
                "Received " + (isSuccess ? "SUCCESS" : "FAILURE") + " signal with UniqueId " + id);
        if (received.size() == wanted) {
            finish();
        }
    }

    /// Whether somebody still waits.
    boolean isOpen() {
        return !isOver && !operation.isOver && member.signals == this;
    }

    private void timeOut() {
        if (isOpen()) {
            operation.tell(
                    member,
                    "UPDATE_IN_PROGRESS",
                    "Failed to receive " + (wanted - received.size())
                            + " resource signal(s) for the current batch.  Each resource signal timeout is counted as a FAILURE.");
            finish();
        }
    }

    private void finish() {
        if (isOpen()) {
            isOver = true;
            member.signals = null;
            var successes = (int) received.values().stream().filter(one -> one).count();
            end.accept(new Result(successes, wanted - successes));
        }
    }
}
