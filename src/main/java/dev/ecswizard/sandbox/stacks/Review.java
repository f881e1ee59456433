package dev.ecswizard.sandbox.stacks;

import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;

/// The time of a stack for which there is no more than a change set: it has no template and no resources.
final class Review extends Operation {
    static final String STATUS = "REVIEW_IN_PROGRESS";

    private final String token;

    /// @param operationId of the change set's making, or of the end that is made of it
    /// @param token null if none was given
    Review(Stack stack, String operationId, String token) {
        super(stack, operationId);
        this.token = token;
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        stackIs(STATUS, "User Initiated");
        isOver = true;
    }

    /// Ends it without a stack. There is nothing to wait for.
    ///
    /// @param token null if none was given
    static void discard(Stack stack, String token) {
        var end = new Review(stack, Operation.derived(stack.id(), "discarded"), token);
        end.stackIs("DELETE_COMPLETE", null);
        end.isOver = true;
        stack.deleted = stack.home().agenda().now();
    }

    /// Ends it with the making of the stack.
    static void create(Stack stack, Plan plan, OnFailure onFailure, boolean keepsNothing, String token) {
        stack.follow(plan);
        stack.updated = stack.home().agenda().now();
        stack.keepsWhatFails = List.of(OnFailure.DO_NOTHING).contains(onFailure);
        new Creation(stack, onFailure, keepsNothing, token).begin();
    }
}
