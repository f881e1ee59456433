package dev.ecswizard.sandbox.stacks;

/// Whether a changed property makes CloudFormation put a new resource in place of the old one. The later outweighs the
/// earlier.
enum Recreation {
    NEVER,
    /// Only under conditions that the property's type tells, such as an update policy.
    CONDITIONALLY,
    ALWAYS
}
