package dev.ecswizard.wizard.deploy;

import java.util.regex.Pattern;

/// Why a resource failed, told by AWS's own words. The one place where they are matched.
enum Cause {
    /// Launch configurations are closed to accounts made since October 2024 (EC2 Auto Scaling user guide).
    CLOSED("Launch Configuration creation operation is not available"),
    /// The creation policy of the group of hosts ran out.
    SILENT("(Received|Failed to receive) \\d+ (SUCCESS |resource )?signal"),
    ZONE("is not supported in your requested Availability Zone"),
    CAPACITY("InsufficientInstanceCapacity|do not have sufficient .* capacity"),
    QUOTA("VcpuLimitExceeded|LimitExceeded|limit of \\d+"),
    DENIED("not authorized to perform|AccessDenied|UnauthorizedOperation"),
    TAKEN("already exists"),
    OTHER("");

    private final Pattern words;

    Cause(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Cause of(String reason) {
        for (var cause : values()) {
            if (cause.words.matcher(reason).find()) {
                return cause;
            }
        }
        return OTHER;
    }
}
