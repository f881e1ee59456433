package dev.ecswizard.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person can meet in AWS and wants to have seen before. Several can be had at once. Without any all goes well.
public enum Scenario {
    /// The default VPC's internet gateway is detached and the NAT gateway of `main` deleted: hosts there reach nothing,
    /// never signal, and the stack rolls back. The public subnets of `main` still lead out.
    NO_WAY_OUT,
    /// The account was made too late for launch configurations: the classic recipe's stack fails.
    LAUNCH_CONFIGURATIONS_CLOSED,
    /// A new account's quota of 5 vCPUs: three hosts of two are one too many.
    VCPU_QUOTA_EXCEEDED,
    /// EC2 has no host left in the first zone of each region: groups go around it, and one without another zone fails.
    NO_CAPACITY,
    /// A role has the name already that the recipes would give to theirs, whatever the stack is called.
    ROLE_NAME_TAKEN,
    /// Somebody else has used up the account's requests; see [dev.ecswizard.sandbox.faults.Throttle].
    THROTTLED,
    /// The credentials that begin the first stack, or change anything else, end a minute of AWS's time later.
    CREDENTIALS_EXPIRE,
    /// Requests are carried out and their answers lost, by chance; see [dev.ecswizard.sandbox.faults.Lossy].
    ANSWERS_LOST,
    /// Every answer takes 800 ms longer, where no other round trip is asked for.
    SLOW_NETWORK;

    /// As on the command line, such as `no-way-out`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one that is called so on the command line.
    public static Optional<Scenario> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
