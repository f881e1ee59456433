package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The account's roles and instance profiles. The case of their names does not count.
public final class Roles {
    private static final Instant BUILT = Instant.parse("2025-11-03T09:02:10Z");

    /// How the names of the roles begin that the recipes make, whatever the stack is called.
    private static final String RECIPES_ROLES = "ecs-";

    private final boolean hasRecipesRoles;
    private final Items<Role> roles = new Items<>(role -> key(role.name()));
    private final Items<Role.Profile> profiles = new Items<>(profile -> key(profile.name()));

    /// @param hasRecipesRoles whether every role is there whose name is one that the recipes give
    Roles(boolean hasRecipesRoles) {
        this.hasRecipesRoles = hasRecipesRoles;
        linked(
                "ecs",
                "AWSServiceRoleForECS",
                "AmazonECSServiceRolePolicy",
                "Role to enable Amazon ECS to manage your cluster.");
        linked(
                "autoscaling",
                "AWSServiceRoleForAutoScaling",
                "AutoScalingServiceRolePolicy",
                "Default Service-Linked Role enables access to AWS Services and Resources used or managed by Auto"
                        + " Scaling");
        add("ecsTaskExecutionRole", "/", "ecs-tasks", "", "service-role/AmazonECSTaskExecutionRolePolicy");
        add("cloudformation-deploy", "/", "cloudformation", "Creates stacks", "AdministratorAccess");
    }

    private void linked(String service, String name, String policy, String description) {
        add(
                name,
                "/aws-service-role/" + service + ".amazonaws.com/",
                service,
                description,
                "aws-service-role/" + policy);
    }

    private void add(String name, String path, String service, String description, String policy) {
        put(role(name, path, service, description, policy));
    }

    private static Role role(String name, String path, String service, String description, String policy) {
        return new Role(
                name,
                "AROA" + Ids.upper(17, name),
                path,
                BUILT,
                trust(service),
                description,
                3600,
                Map.of(),
                List.of("arn:aws:iam::aws:policy/" + policy));
    }

    private static String trust(String service) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s.amazonaws.com"},\
                "Action":"sts:AssumeRole"}]}""".formatted(service);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public void put(Role role) {
        roles.put(role);
    }

    public Optional<Role> find(String name) {
        return roles.find(key(name)).or(() -> taken(name));
    }

    private Optional<Role> taken(String name) {
        return hasRecipesRoles && key(name).startsWith(RECIPES_ROLES)
                ? Optional.of(role(name, "/", "ec2", "", "service-role/AmazonEC2ContainerServiceforEC2Role"))
                : Optional.empty();
    }

    public boolean remove(String name) {
        return roles.remove(key(name));
    }

    public List<Role> all() {
        return roles.all();
    }

    public void putProfile(Role.Profile profile) {
        profiles.put(profile);
    }

    public Optional<Role.Profile> findProfile(String name) {
        return profiles.find(key(name));
    }

    public boolean removeProfile(String name) {
        return profiles.remove(key(name));
    }
}
