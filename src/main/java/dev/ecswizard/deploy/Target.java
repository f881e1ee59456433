package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stacks;
import java.util.Optional;

/// A stack and what it is followed towards.
///
/// @param stackId the id; a deleted stack is not found by its name
/// @param resources how many the template has, or 0
/// @param request what began it, where that is known. An end that is older than its first event is none: CloudFormation
/// goes on telling the old status for a moment
public record Target(String stackId, Aim aim, int resources, Optional<Request> request) {
    /// Without knowing which request began it.
    public Target(String stackId, Aim aim, int resources) {
        this(stackId, aim, resources, Optional.empty());
    }

    /// A change set that is carried out. An empty stack bore no end before, so that any end is the one waited for,
    /// also at an endpoint whose events bear no tokens.
    public static Target execution(String stackId, boolean isNew, int resources, Request request) {
        return new Target(stackId, Aim.EXECUTION, resources, isNew ? Optional.empty() : Optional.of(request));
    }

    /// What is known again of the events that follow on a request.
    ///
    /// @param token which they bear, at AWS
    /// @param before the id of the newest event of the stack as a whole before the request, where that was read: a
    /// newer one without any token is the request's too, at an endpoint whose events bear none
    public record Request(String token, Optional<String> before) {
        /// One that is about to be sent, with what stands before it. Where that can not be had soon, the token has to
        /// do. Blocks.
        static Request now(String token, Stacks stacks, String stackId) {
            try {
                return new Request(token, History.newestOfStack(stacks.watched(), stackId));
            } catch (CloudProblem problem) {
                if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                    throw problem;
                }
                return new Request(token);
            }
        }

        /// Without knowing what stood before.
        public Request(String token) {
            this(token, Optional.empty());
        }
    }
}
