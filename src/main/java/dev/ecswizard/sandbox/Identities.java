package dev.ecswizard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.world.Ids;
import dev.ecswizard.sandbox.world.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The roles and instance profiles that stacks make, as IAM has them.
final class Identities {
    static final String PROFILE = "AWS::IAM::InstanceProfile";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AN_HOUR = 3600;

    private Identities() {}

    static Role role(Thing.Role role, Instant created) {
        var properties = role.properties();
        return new Role(
                role.id(),
                role.roleId(),
                text(properties, "Path", "/"),
                created,
                json(properties.get("AssumeRolePolicyDocument")),
                text(properties, "Description", ""),
                seconds(text(properties, "MaxSessionDuration", "")),
                role.tags(),
                texts(properties, "ManagedPolicyArns"));
    }

    static Role.Profile profile(Thing.Other profile, Instant created) {
        return new Role.Profile(
                profile.id(),
                "AIPA" + Ids.upper(17, profile.id(), created.toString()),
                text(profile.properties(), "Path", "/"),
                created,
                texts(profile.properties(), "Roles").getFirst());
    }

    private static int seconds(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : AN_HOUR;
    }

    private static String json(Object document) {
        try {
            return document instanceof String text ? text : JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template's values are plain", e);
        }
    }

    private static String text(Map<String, Object> properties, String key, String otherwise) {
        return Objects.toString(properties.get(key), otherwise);
    }

    private static List<String> texts(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
