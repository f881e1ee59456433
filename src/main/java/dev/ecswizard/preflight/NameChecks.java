package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.util.List;
import java.util.Optional;

/// Whether the names are free that the stack and what is in it will bear.
final class NameChecks {
    private NameChecks() {}

    static List<Finding> findings(ClusterSpec spec, Facts facts) {
        return List.of(stack(spec, facts), cluster(spec, facts), role(spec, facts));
    }

    private static Finding stack(ClusterSpec spec, Facts facts) {
        var name = spec.cluster().stackName();
        return switch (facts.stack()) {
            case Asked.Unanswered(var problem) -> Finding.unread(Check.STACK_NAME, Question.STACK_NAME, name, problem);
            case Asked.Answered(var found) ->
                found.map(Stack::status)
                        .filter(status -> !status.isDeleted())
                        .map(status -> isOwn(found, facts) && mayBeChanged(status)
                                ? Finding.of(Case.STACK_CHANGED, name)
                                : another(Finding.of(held(status), name, status.name()), spec))
                        .orElseGet(() -> Finding.of(Case.STACK_FREE, name));
        };
    }

    private static boolean isOwn(Optional<Stack> found, Facts facts) {
        return found.map(Stack::id).equals(facts.own().map(Facts.Own::stackId));
    }

    /// As it stands, or once what is under way has come to its end.
    private static boolean mayBeChanged(StackStatus status) {
        return switch (held(status)) {
            case STACK_EXISTS, STACK_BUSY -> true;
            default -> status.name().equals("UPDATE_FAILED");
        };
    }

    /// What of a name is taken by the stack that is changed, or may be.
    ///
    /// @param taken by somebody
    private static Finding unlessOwn(Facts facts, String type, String name, Finding own, Finding taken) {
        return facts.own()
                .map(Facts.Own::resources)
                .<Finding>map(asked -> switch (asked) {
                    case Asked.Unanswered(var problem) ->
                        Finding.unread(taken.check(), Question.STACK_NAME, name, problem);
                    case Asked.Answered(var resources) ->
                        resources.stream()
                                        .filter(resource -> resource.type().equals(type))
                                        .filter(resource -> !resource.status().isDeleted())
                                        .anyMatch(resource ->
                                                resource.physicalId().equalsIgnoreCase(name))
                                ? own
                                : taken;
                })
                .orElse(taken);
    }

    /// What has to be done differs from state to state (CloudFormation user guide, "Stack status codes").
    private static Case held(StackStatus status) {
        return switch (status.name()) {
            case "REVIEW_IN_PROGRESS" -> Case.STACK_IN_REVIEW;
            case "DELETE_IN_PROGRESS" -> Case.STACK_BEING_DELETED;
            case "ROLLBACK_COMPLETE" -> Case.STACK_ROLLED_BACK;
            case "CREATE_FAILED" -> Case.STACK_LEFT_AS_IT_FAILED;
            case "ROLLBACK_FAILED", "IMPORT_ROLLBACK_FAILED" -> Case.STACK_HALF_CREATED;
            case "DELETE_FAILED" -> Case.STACK_HALF_DELETED;
            case "UPDATE_ROLLBACK_FAILED", "UPDATE_FAILED" -> Case.STACK_STUCK;
            default -> status.isInProgress() ? Case.STACK_BUSY : Case.STACK_EXISTS;
        };
    }

    /// A name that the rules allow; whether it is free shows when it is taken.
    private static Finding another(Finding finding, ClusterSpec spec) {
        var name = spec.cluster().stackName();
        var number = name.matches(".*-[2-8]") ? name.charAt(name.length() - 1) - '0' + 1 : 2;
        var other = name.replaceFirst("-[2-8]$", "") + "-" + number;
        var fits = other.length() <= 128
                && ClusterSpec.checkRoleName(other, spec.cluster().recipe(), spec.region())
                        .isEmpty();
        return fits ? finding.with(Finding.Instead.of(Question.STACK_NAME, other)) : finding;
    }

    private static Finding cluster(ClusterSpec spec, Facts facts) {
        var name = spec.cluster().stackName();
        if (spec.cluster().recipe() == Recipe.PRODUCTION) {
            return Finding.of(Case.CLUSTER_GENERATED, name);
        }
        return switch (facts.cluster()) {
            case Asked.Unanswered(var problem) ->
                Finding.unread(Check.CLUSTER_NAME, Question.STACK_NAME, name, problem);
            case Asked.Answered(var status) ->
                // ECS remembers deleted ones for a while
                status.filter(each -> !each.equals("INACTIVE"))
                        .map(each -> unlessOwn(
                                facts,
                                "AWS::ECS::Cluster",
                                name,
                                Finding.of(Case.CLUSTER_OWN, name),
                                another(Finding.of(Case.CLUSTER_TAKEN, name, each), spec)))
                        .orElseGet(() -> Finding.of(Case.CLUSTER_FREE, name));
        };
    }

    private static Finding role(ClusterSpec spec, Facts facts) {
        Optional<String> wanted =
                spec.cluster().recipe().roleName(spec.cluster().stackName(), spec.region());
        if (wanted.isEmpty()) {
            return Finding.of(Case.ROLE_GENERATED, "");
        }
        var name = wanted.get();
        return switch (facts.role()) {
            case Asked.Unanswered(var problem) -> Finding.unread(Check.ROLE_NAME, Question.STACK_NAME, name, problem);
            case Asked.Answered(var taken) ->
                taken.map(spelt -> unlessOwn(
                                facts,
                                "AWS::IAM::Role",
                                spelt,
                                Finding.of(Case.ROLE_OWN, name),
                                another(Finding.of(Case.ROLE_TAKEN, name, spelt), spec)))
                        .orElseGet(() -> Finding.of(Case.ROLE_FREE, name, name.length()));
        };
    }
}
