package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Submission;

/// What the work on a stack tells on its way.
sealed interface News {
    /// It is about to be sent.
    record Prepared(Submission submission) implements News {}

    /// CloudFormation works out what it would do.
    record Begun(Proposed proposed) implements News {}

    /// It is carried out, and could not be protected from deletion.
    record Unprotected(Offer offer, CloudProblem problem) implements News {}

    /// There is a stack to follow.
    ///
    /// @param resources how many the template has, or 0 for a stack that was there before
    record Made(String stackId, int resources) implements News {}

    /// It was looked at.
    record Seen(Progress progress) implements News {}
}
