package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.Withdrawal;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The change set that is being worked out or waits for a word: what it is carried out with, and its removal when
/// nobody wants it.
public final class ReviewModel {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    /// A change set of ours that is not carried out.
    ///
    /// @param proposed empty until CloudFormation has told its id
    private record Draft(Submission submission, Stacks stacks, Optional<Proposed> proposed) {}

    private final Messages messages = Messages.of(ReviewModel.class);
    private final Background background;
    private final Pace pace;
    private final Logbook logbook;
    private final BooleanProperty keepsWhatFails = new SimpleBooleanProperty();
    private final BooleanProperty isProtected = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<String>> leftOver = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Draft> draft = Optional.empty();
    private Optional<Subject> subject = Optional.empty();

    /// The stack that the person's choices are about.
    ///
    /// @param known its id; nothing where one is made
    private record Subject(
            String account, String region, String stackName, Optional<String> known, boolean isProtectedByDefault) {}

    ReviewModel(Background background, Pace pace, Logbook logbook) {
        this.background = background;
        this.pace = pace;
        this.logbook = logbook;
    }

    /// Whether a failure is to leave everything as it is, for inspection, instead of being rolled back.
    public BooleanProperty keepsWhatFails() {
        return keepsWhatFails;
    }

    /// Whether CloudFormation is to refuse the deletion of the new stack.
    public BooleanProperty isProtected() {
        return isProtected;
    }

    /// Begins with what is usual, where it is about another stack than before.
    void concerns(Offer offer) {
        var id = offer.known().map(Known::id);
        var isProtectedByDefault = id.isEmpty() && offer.isProtectedByDefault();
        var now = new Subject(offer.account(), offer.region(), offer.stackName(), id, isProtectedByDefault);
        if (!subject.equals(Optional.of(now))) {
            subject = Optional.of(now);
            keepsWhatFails.set(false);
            isProtected.set(isProtectedByDefault);
        }
    }

    /// Each change of a stack is rolled back on failure unless the person says otherwise of this one.
    void begins(Proposal.Ready proposal) {
        if (!proposal.isNew()) {
            keepsWhatFails.set(false);
        }
    }

    void unprotected(Offer offer, CloudProblem problem) {
        var words = Problem.of(problem);
        leftOver.set(
                Optional.of(messages.text("deploy.review.unprotected", offer.stackName(), words.what(), words.why())));
    }

    void begunAfterAll(Offer offer) {
        leftOver.set(Optional.of(messages.text("deploy.review.begunAfterAll", offer.stackName())));
    }

    /// What could not be removed or protected, and why, in words.
    public ReadOnlyObjectProperty<Optional<String>> leftOver() {
        return leftOver.getReadOnlyProperty();
    }

    /// What was sent and may have made a change set, for all that was answered.
    Optional<Submission> submission() {
        return draft.map(Draft::submission);
    }

    void prepared(Submission submission, Stacks stacks) {
        leftOver.set(Optional.empty());
        draft = Optional.of(new Draft(submission, stacks, Optional.empty()));
    }

    void begun(Proposed proposed) {
        draft = draft.map(known -> new Draft(known.submission, known.stacks, Optional.of(proposed)));
    }

    /// There is nothing to remove: it is carried out, or it never was.
    void settled() {
        draft = Optional.empty();
    }

    /// Has the change set removed, and the empty stack that it made.
    void withdraw() {
        draft.ifPresent(left -> {
            settled();
            background.start(
                    () -> {
                        logbook.withdraw(new Withdrawal(left.stacks, pace), left.submission, left.proposed);
                        return left;
                    },
                    _ -> {},
                    problem -> remains(left, problem));
        });
    }

    /// The same when the window closes. Blocks for five seconds at most; what is not removed then stays in the list of
    /// stacks.
    void close() {
        draft.ifPresent(left -> {
            settled();
            var gone = new CountDownLatch(1);
            background.start(
                    () -> {
                        try {
                            logbook.withdraw(new Withdrawal(left.stacks, pace), left.submission, left.proposed);
                            return left;
                        } finally {
                            gone.countDown();
                        }
                    },
                    _ -> {},
                    _ -> {});
            try {
                gone.await(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void remains(Draft left, Exception problem) {
        if (!(problem instanceof CloudProblem known)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(problem);
        }
        var words = Problem.of(known);
        leftOver.set(Optional.of(
                messages.text("deploy.review.leftOver", left.submission.stackName(), words.what(), words.why())));
    }
}
