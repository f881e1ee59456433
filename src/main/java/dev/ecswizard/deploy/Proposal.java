package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.Stacks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What CloudFormation says that it would do.
public sealed interface Proposal {
    Submission submission();

    /// The stack is already what was asked for; nothing is left of the change set.
    record Nothing(Submission submission) implements Proposal {}

    /// A change set that can be carried out.
    ///
    /// @param changes all of them
    /// @param turnover what would become of the hosts
    record Ready(Submission submission, Proposed proposed, List<ResourceChange> changes, Turnover turnover)
            implements Proposal {
        public Ready {
            changes = List.copyOf(changes);
        }

        public boolean isNew() {
            return submission.request().isNew();
        }

        /// Whether nothing that is there is touched.
        public boolean addsOnly() {
            return isNew() && changes.stream().allMatch(change -> change.action() == ResourceChange.Action.ADD);
        }

        /// What it means for hosts and tasks, in sentences; the gravest first.
        public List<String> effects() {
            return new Effects(this).sentences();
        }

        /// What it does to each resource.
        public List<ChangeLine> lines() {
            return eachLine().sorted().toList();
        }

        /// What it does beside giving the group of hosts another size.
        public List<ChangeLine> beyondSizes() {
            return eachLine()
                    .flatMap(line -> line.withoutSizes().stream())
                    .sorted()
                    .toList();
        }

        private Stream<ChangeLine> eachLine() {
            return changes.stream().map(change -> ChangeLine.of(change, turnover.replacesGroup()));
        }

        /// The token of the request that has it carried out; the stack's events bear it.
        public String executionToken() {
            return submission.request().requestToken() + "-run";
        }

        /// What is followed once it is carried out.
        ///
        /// @param before the newest event of the stack as a whole before that, where it was read
        public Target target(Optional<String> before) {
            var request = new Target.Request(executionToken(), before);
            return Target.execution(proposed.stackId(), isNew(), submission.resources(), request);
        }

        /// Has it carried out, again when no answer comes. Blocks. For a moment the stack may go on bearing the status
        /// of before; see [Target].
        ///
        /// @param keepsWhatFails whether a failure leaves everything as it is, for inspection
        /// @throws CloudProblem if AWS says no or stays silent; executing again is safe
        public void execute(Stacks stacks, Pace pace, boolean keepsWhatFails) {
            var insistence = new Insistence(pace);
            insistence.ask(() -> {
                stacks.changeSets().execute(proposed.changeSet(), keepsWhatFails, executionToken());
                return proposed;
            });
        }
    }
}
