package dev.ecswizard.preflight;

/// What is looked at before anything is created, in the order in which it is shown.
public enum Check {
    TEMPLATE,
    VALIDATION,
    LAUNCH_CONFIGURATION,
    STACK_NAME,
    CLUSTER_NAME,
    ROLE_NAME,
    PERMISSIONS,
    WAY_OUT,
    EGRESS,
    SECURITY_GROUP,
    ADDRESSES,
    OFFERED,
    VCPUS,
    IMAGE,
    KEY_PAIR;

    /// What a person calls it.
    public String title() {
        return Words.of("check." + name());
    }
}
