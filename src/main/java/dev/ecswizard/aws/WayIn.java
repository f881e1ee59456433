package dev.ecswizard.aws;

import java.util.HashSet;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// How a profile gets its credentials, in the order of the AWS tools.
enum WayIn {
    WEB_IDENTITY,
    /// IAM Identity Center, by an `sso_session` or with its own `sso_start_url`.
    SSO,
    ROLE,
    LOGIN,
    PROCESS,
    KEYS,
    NONE;

    /// @param again whether the profile was asked for by itself, which means its own keys
    static WayIn of(Profile profile, boolean again) {
        if (has(profile, ProfileProperty.ROLE_ARN) && has(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
            return WEB_IDENTITY;
        }
        if (has(profile, "sso_session")
                || has(profile, ProfileProperty.SSO_START_URL)
                || has(profile, ProfileProperty.SSO_ACCOUNT_ID)) {
            return SSO;
        }
        if (has(profile, ProfileProperty.ROLE_ARN) && !again) {
            return ROLE;
        }
        if (has(profile, ProfileProperty.LOGIN_SESSION)) {
            return LOGIN;
        }
        if (has(profile, ProfileProperty.CREDENTIAL_PROCESS)) {
            return PROCESS;
        }
        return has(profile, ProfileProperty.AWS_ACCESS_KEY_ID) ? KEYS : NONE;
    }

    /// The profile of IAM Identity Center that a profile's credentials come from: itself, or the source of its role.
    static Optional<String> sso(Settings settings, String profile) {
        var visited = new HashSet<String>();
        var name = Optional.of(profile);
        while (true) {
            var again = name.filter(each -> !visited.add(each)).isPresent();
            var now = name.flatMap(settings.file()::profile);
            switch (now.map(each -> of(each, again)).orElse(NONE)) {
                case SSO -> {
                    return name;
                }
                case ROLE -> name = now.flatMap(each -> each.property(ProfileProperty.SOURCE_PROFILE));
                case WEB_IDENTITY, LOGIN, PROCESS, KEYS, NONE -> {
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean has(Profile profile, String property) {
        return profile.property(property).isPresent();
    }
}
