package dev.ecswizard.sandbox.iam;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.Permissions;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicySourceType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

/// What a user or role may do, as IAM's policy simulator tells. Administrators may do all that the world's permissions
/// leave; the sandbox knows no other policy's text, so that whoever is none may do nothing.
final class Simulation {
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:aws:iam::(\\d{12}):(user|role|group)/(?:[^/]+/)*([^/]+)");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final World world;

    Simulation(World world) {
        this.world = world;
    }

    SimulatePrincipalPolicyResponse answer(SimulatePrincipalPolicyRequest request) {
        Iam.CONSTRAINTS.require(request.policySourceArn(), "policySourceArn");
        Iam.CONSTRAINTS.require(request.hasActionNames() ? request.actionNames() : null, "actionNames");
        boolean isAdministrator = isAdministrator(request.policySourceArn());
        var resources = request.resourceArns().isEmpty() ? List.of("*") : request.resourceArns();
        refuseUnless(
                resources.stream().filter(arn -> !arn.equals("*") && !arn.startsWith("arn:")),
                "ResourceNames are not in a valid ARN format: ");
        refuseUnless(
                request.actionNames().stream()
                        .filter(action -> !ACTION.matcher(action).matches()),
                "ActionNames are not in a valid format: ");
        var all = request.actionNames().stream()
                .flatMap(action -> resources.stream().map(resource -> result(action, resource, isAdministrator)))
                .toList();
        var page = Page.of(all, request.maxItems(), request.marker());
        return SimulatePrincipalPolicyResponse.builder()
                .evaluationResults(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static void refuseUnless(java.util.stream.Stream<String> wrong, String sentence) {
        wrong.findFirst().ifPresent(first -> {
            throw new Refusal(400, "InvalidInput", sentence + first + ".");
        });
    }

    private boolean isAdministrator(String arn) {
        var principal = PRINCIPAL.matcher(arn);
        if (!principal.matches()) {
            throw new Refusal(
                    400,
                    "InvalidInput",
                    "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
        }
        var kind = principal.group(2);
        var name = principal.group(3);
        boolean isOurs = principal.group(1).equals(World.ACCOUNT);
        var role = world.roles().find(name).filter(_ -> isOurs && kind.equals("role"));
        boolean isUser = isOurs && kind.equals("user") && name.equalsIgnoreCase(World.USER);
        if (role.isEmpty() && !isUser) {
            throw Iam.notFound("The " + kind + " with name " + name + " cannot be found.");
        }
        return isUser || role.orElseThrow().policies().contains(ADMINISTRATOR);
    }

    private EvaluationResult result(String action, String resource, boolean isAdministrator) {
        var decision =
                isAdministrator ? world.permissions().decide(action, resource) : Permissions.Decision.IMPLICIT_DENY;
        var matched = switch (decision) {
            case ALLOWED -> List.of(statement("AdministratorAccess"));
            case EXPLICIT_DENY -> List.of(statement("Guardrails"));
            case IMPLICIT_DENY -> List.<Statement>of();
        };
        return EvaluationResult.builder()
                .evalActionName(action)
                .evalResourceName(resource)
                .evalDecision(decision.toString())
                .matchedStatements(matched)
                .missingContextValues(List.of())
                .build();
    }

    private static Statement statement(String policy) {
        return Statement.builder()
                .sourcePolicyId(policy)
                .sourcePolicyType(PolicySourceType.AWS_MANAGED)
                .startPosition(position -> position.line(3).column(17))
                .endPosition(position -> position.line(8).column(6))
                .build();
    }
}
