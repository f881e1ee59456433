package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Role;

/// Roles and rights, from IAM.
record AwsRights(Calls calls, IamClient iam) implements Rights {
    private static final int PAGE = 1000;

    @Override
    public Optional<String> role(String name) {
        try {
            return calls.ask(
                    "iam:GetRole",
                    () -> Optional.of(iam.getRole(request -> request.roleName(name))
                            .role()
                            .arn()));
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public Set<String> roleNames() {
        return calls.ask(
                "iam:ListRoles",
                () -> iam.listRolesPaginator(request -> request.maxItems(PAGE)).roles().stream()
                        .map(Role::roleName)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Map<String, Decision> simulate(
            String principalArn, Collection<String> actions, String resource, Map<String, List<String>> context) {
        return calls.ask("iam:SimulatePrincipalPolicy", () -> {
            var decisions = new TreeMap<String, Decision>();
            iam
                    .simulatePrincipalPolicyPaginator(request -> request.policySourceArn(principalArn)
                            .actionNames(actions)
                            .resourceArns(resource)
                            .contextEntries(entries(context))
                            .maxItems(PAGE))
                    .evaluationResults()
                    .stream()
                    .forEach(result -> decisions.merge(result.evalActionName(), decision(result), AwsRights::worse));
            return decisions;
        });
    }

    private static Decision worse(Decision one, Decision other) {
        return one == Decision.ALLOWED ? other : one;
    }

    private static Decision decision(EvaluationResult result) {
        if (result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED) {
            return Decision.ALLOWED;
        }
        return lacksContext(result) ? Decision.UNSURE : Decision.DENIED;
    }

    /// Where a resource was named, what is missing is told beside the resource (IAM API reference, EvaluationResult).
    private static boolean lacksContext(EvaluationResult result) {
        return !result.missingContextValues().isEmpty()
                || result.resourceSpecificResults().stream()
                        .anyMatch(each -> !each.missingContextValues().isEmpty());
    }

    private static List<ContextEntry> entries(Map<String, List<String>> context) {
        return new TreeMap<>(context)
                .entrySet().stream()
                        .map(entry -> ContextEntry.builder()
                                .contextKeyName(entry.getKey())
                                .contextKeyType(type(entry.getKey()))
                                .contextKeyValues(entry.getValue())
                                .build())
                        .toList();
    }

    /// IAM user guide, "AWS global condition context keys", data types.
    private static ContextKeyTypeEnum type(String key) {
        return switch (key) {
            case "aws:CalledVia" -> ContextKeyTypeEnum.STRING_LIST;
            case "aws:ViaAWSService" -> ContextKeyTypeEnum.BOOLEAN;
            default -> ContextKeyTypeEnum.STRING;
        };
    }
}
