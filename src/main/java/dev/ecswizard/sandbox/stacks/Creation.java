package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;

/// The making of a new stack. When a resource fails, all others that are under way are cancelled and the stack is
/// rolled back.
final class Creation extends Building {
    private final OnFailure onFailure;
    private final boolean keepsNothing;
    private final String token;
    private boolean hasFailed;

    /// @param keepsNothing whether a roll-back deletes what is to be retained, too
    /// @param token null if none was given
    Creation(Stack stack, OnFailure onFailure, boolean keepsNothing, String token) {
        super(stack);
        this.onFailure = onFailure;
        this.keepsNothing = keepsNothing;
        this.token = token;
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        stackIs("CREATE_IN_PROGRESS", "User Initiated");
        after(
                about(2),
                () -> stack.desired()
                        .parameters()
                        .notThere(stack.home().world())
                        .map(sentence -> sentence + ".")
                        .or(() -> Exports.missing(stack.plan()))
                        .ifPresentOrElse(this::giveUp, this::advance));
        if (stack.timeoutInMinutes != null) {
            after(stack.timeoutInMinutes * 60.0, () -> {
                cancelOthers();
                giveUp("Stack creation time exceeded the specified timeout.");
            });
        }
    }

    @Override
    protected void advance() {
        if (hasFailed) {
            return;
        }
        for (var member : members("")) {
            if (member.needs().stream()
                    .allMatch(name -> stack.members().get(name).is("CREATE_COMPLETE"))) {
                memberIs(member, "CREATE_IN_PROGRESS", null);
                after(about(1.2), () -> make(member, Verb.CREATE));
            }
        }
        if (members("CREATE_COMPLETE").size() == stack.members().size()) {
            after(about(1), this::complete);
        }
    }

    @Override
    protected void hasFailed() {
        if (!hasFailed) {
            hasFailed = true;
            // what completes or fails in this moment still does
            after(0.5, () -> {
                cancelOthers();
                giveUp("The following resource(s) failed to create: " + names(members("CREATE_FAILED")) + ".");
            });
        }
    }

    private void giveUp(String reason) {
        hasFailed = true;
        switch (onFailure) {
            case DO_NOTHING -> {
                stackIs("CREATE_FAILED", reason);
                isOver = true;
            }
            case DELETE -> undo(Deletion.Kind.DELETE, reason + " Delete requested by user.");
            case ROLLBACK, UNKNOWN_TO_SDK_VERSION ->
                undo(Deletion.Kind.ROLLBACK, reason + " Rollback requested by user.");
        }
    }

    private void undo(Deletion.Kind kind, String reason) {
        new Deletion(stack, kind, reason, Deletion.Extent.USUAL.keepingNothing(keepsNothing), token).begin();
    }

    private void complete() {
        try {
            stack.outputs = outputs();
        } catch (Refusal refusal) {
            giveUp(refusal.getMessage());
            return;
        }
        stackIs("CREATE_COMPLETE", null);
        isOver = true;
    }
}
