package dev.ecswizard.sandbox.iam;

import dev.ecswizard.sandbox.world.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Tag;

/// Roles and instance profiles in IAM's words.
final class Described {
    private Described() {}

    /// Without tags, which lists leave out.
    static software.amazon.awssdk.services.iam.model.Role.Builder role(Role role) {
        return software.amazon.awssdk.services.iam.model.Role.builder()
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .path(role.path())
                .createDate(role.created())
                .assumeRolePolicyDocument(encoded(role.trust()))
                .description(role.description().isEmpty() ? null : role.description())
                .maxSessionDuration(role.maxSession());
    }

    static List<Tag> tags(Role role) {
        return role.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static InstanceProfile profile(Role.Profile profile, Optional<Role> role) {
        return InstanceProfile.builder()
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn())
                .path(profile.path())
                .createDate(profile.created())
                .roles(role.map(found -> role(found).build()).stream().toList())
                .tags(List.of())
                .build();
    }

    /// As RFC 3986 has it, which is not how a form is encoded.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
