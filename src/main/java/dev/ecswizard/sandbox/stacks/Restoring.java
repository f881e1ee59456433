package dev.ecswizard.sandbox.stacks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The way back of a stack to the plan that it followed before an update.
///
/// ```
/// UPDATE_ROLLBACK_IN_PROGRESS ── UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS ── UPDATE_ROLLBACK_COMPLETE
///         └── UPDATE_ROLLBACK_FAILED ── begun again on request
/// ```
final class Restoring extends Changing {
    private final String reason;
    private final Set<String> skipped;
    private final boolean keepsNothing;
    private final String token;
    private final Undo undo;
    private final Set<String> course;

    /// @param skipped logical ids that stay as they are
    /// @param keepsNothing whether new resources that are to be retained are deleted, too
    /// @param token null if none was given
    Restoring(Stack stack, String reason, Set<String> skipped, boolean keepsNothing, String token) {
        super(stack);
        this.reason = reason;
        this.skipped = skipped;
        this.keepsNothing = keepsNothing;
        this.token = token;
        this.undo = stack.undo;
        this.course = new HashSet<>(undo.before().keySet());
    }

    /// The way back; where a stack never was stable, that is the end of what it has.
    static Operation orDeletion(Stack stack, String reason, boolean keepsNothing, String token) {
        return stack.undo == null
                ? new Deletion(
                        stack,
                        Deletion.Kind.ROLLBACK,
                        reason,
                        Deletion.Extent.USUAL.keepingNothing(keepsNothing),
                        token)
                : new Restoring(stack, reason, Set.of(), keepsNothing, token);
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        stackIs("UPDATE_ROLLBACK_IN_PROGRESS", reason);
        stack.follow(undo.plan());
        after(about(2.5), this::advance);
    }

    @Override
    protected Set<String> course() {
        return course;
    }

    @Override
    protected void turn(Member member) {
        var before = undo.before(member.logicalId());
        if (skipped.contains(member.logicalId()) || member.made == before.made) {
            member.declare(before.declared(), before.needs());
            memberIs(member, "UPDATE_COMPLETE", null);
            isDone(member);
        } else if (!member.physicalId.equals(before.physicalId)) {
            stack.leftovers.removeIf(old -> old.made == before.made);
            stack.leftovers.add(member.detached());
            member.resume(before);
            memberIs(member, "UPDATE_COMPLETE", null);
            isDone(member);
        } else {
            member.declare(before.declared(), before.needs());
            memberIs(member, "UPDATE_IN_PROGRESS", null);
            after(about(1.2), () -> modify(member));
        }
    }

    /// To the letter what it was, whatever has become of what it refers to.
    @Override
    protected Making wanted(Member member) {
        var before = undo.before(member.logicalId());
        return making(before.declared()).with(before.properties(), before.metadata());
    }

    @Override
    protected void isDone(Member member) {
        undo.forget(member.logicalId());
        super.isDone(member);
    }

    @Override
    protected void arrive() {
        stack.outputs = undo.outputs();
        cleanUp(
                "UPDATE_ROLLBACK_COMPLETE",
                member -> !stack.leftovers.contains(member)
                        && !keepsNothing
                        && member.declared().text("DeletionPolicy").orElse("").equals("Retain"),
                null);
    }

    @Override
    protected void giveUp(String sentence) {
        stackIs("UPDATE_ROLLBACK_FAILED", sentence);
        isOver = true;
    }

    /// Those whose way back failed, in the stack's order.
    static List<String> failed(Stack stack) {
        return stack.members().values().stream()
                .filter(member -> member.is("UPDATE_FAILED") && !"Resource update cancelled".equals(member.reason))
                .map(Member::logicalId)
                .toList();
    }
}
