package dev.ecswizard.sandbox.world;

/// What is not in order in an account, if anything. Whoever asks the world meets it, by whichever service.
///
/// @param lacksWayOut whether the ways out of the default VPC and of the private subnets of `main` have been taken away
/// @param isClosedToLaunchConfigurations whether it was made on or after 1 October 2024
/// @param vcpus of running standard instances that it may have in a region (quota `L-1216C47A`)
/// @param lacksCapacity whether EC2 has no host left in the first zone of each region
/// @param hasRoles whether every role that the recipes would make by name is there already
public record Circumstances(
        boolean lacksWayOut,
        boolean isClosedToLaunchConfigurations,
        int vcpus,
        boolean lacksCapacity,
        boolean hasRoles) {
    /// The quota of a new account.
    public static final int FEW_VCPUS = 5;

    /// Enough for whatever is tried out.
    public static final int MANY_VCPUS = 20_000;

    /// An account in which all goes well.
    public static final Circumstances GOOD = new Circumstances(false, false, MANY_VCPUS, false, false);
}
