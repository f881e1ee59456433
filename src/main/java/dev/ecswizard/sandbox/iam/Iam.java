package dev.ecswizard.sandbox.iam;

import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Constraints;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.World;
import java.util.Comparator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.User;

/// IAM over a world: the one who works with the sandbox, and the account's roles. What it knows is the same whatever
/// region a request is signed for.
public final class Iam {
    static final Constraints CONSTRAINTS = new Constraints("ValidationError");

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

    private final World world;

    private Iam(World world) {
        this.world = world;
    }

    public static Service over(World world) {
        return new Service("iam", new AwsQuery("2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"), () -> {
            var iam = new Iam(world);
            return new Operations()
                    .on("GetUser", GetUserRequest::builder, iam::user)
                    .on("GetRole", GetRoleRequest::builder, iam::role)
                    .on("ListRoles", ListRolesRequest::builder, iam::roles)
                    .on("ListAttachedRolePolicies", ListAttachedRolePoliciesRequest::builder, iam::policies)
                    .on("GetInstanceProfile", GetInstanceProfileRequest::builder, iam::profile)
                    .on(
                            "SimulatePrincipalPolicy",
                            SimulatePrincipalPolicyRequest::builder,
                            (request, _) -> new Simulation(world).answer(request));
        });
    }

    private GetUserResponse user(GetUserRequest request, Call call) {
        var name = request.userName();
        if (name != null) {
            check(name, "userName");
            if (!name.equalsIgnoreCase(World.USER)) {
                throw notFound("The user with name " + name + " cannot be found.");
            }
        }
        return GetUserResponse.builder()
                .user(User.builder()
                        .userName(World.USER)
                        .userId(World.USER_ID)
                        .arn(World.USER_ARN)
                        .path("/")
                        .createDate(World.USER_SINCE)
                        .build())
                .build();
    }

    private GetRoleResponse role(GetRoleRequest request, Call call) {
        var role = find(request.roleName());
        return GetRoleResponse.builder()
                .role(Described.role(role)
                        .tags(Described.tags(role))
                        .roleLastUsed(used -> {})
                        .build())
                .build();
    }

    private ListRolesResponse roles(ListRolesRequest request, Call call) {
        var prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
        var all = world.roles().all().stream()
                .filter(role -> role.path().startsWith(prefix))
                .sorted(Comparator.comparing(role -> role.path() + role.name()))
                .toList();
        var page = Page.of(all, request.maxItems(), request.marker());
        return ListRolesResponse.builder()
                .roles(page.items().stream()
                        .map(Described::role)
                        .map(Role.Builder::build)
                        .toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private ListAttachedRolePoliciesResponse policies(ListAttachedRolePoliciesRequest request, Call call) {
        var prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
        var all = find(request.roleName()).policies().stream()
                .filter(arn -> arn.substring(arn.indexOf('/')).startsWith(prefix))
                .toList();
        var page = Page.of(all, request.maxItems(), request.marker());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.items().stream()
                        .map(arn -> AttachedPolicy.builder()
                                .policyArn(arn)
                                .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                                .build())
                        .toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private GetInstanceProfileResponse profile(GetInstanceProfileRequest request, Call call) {
        var name = request.instanceProfileName();
        CONSTRAINTS.require(name, "instanceProfileName");
        check(name, "instanceProfileName");
        var profile = world.roles()
                .findProfile(name)
                .orElseThrow(() -> notFound("Instance Profile " + name + " cannot be found."));
        return GetInstanceProfileResponse.builder()
                .instanceProfile(Described.profile(profile, world.roles().find(profile.role())))
                .build();
    }

    private dev.ecswizard.sandbox.world.Role find(String name) {
        CONSTRAINTS.require(name, "roleName");
        check(name, "roleName");
        return world.roles().find(name).orElseThrow(() -> notFound("The role with name " + name + " cannot be found."));
    }

    private static void check(String name, String member) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "ValidationError",
                    "The specified value for " + member
                            + " is invalid. It must contain only alphanumeric characters and/or the following:"
                            + " +=,.@_-");
        }
    }

    static Refusal notFound(String sentence) {
        return new Refusal(404, "NoSuchEntity", sentence);
    }
}
