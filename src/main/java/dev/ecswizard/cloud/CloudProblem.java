package dev.ecswizard.cloud;

import java.util.Optional;

/// What went wrong between the app and AWS, told apart by what a person can do about it.
public final class CloudProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What can be done about a problem.
    public enum Kind {
        /// No credentials were found, or they are unusable.
        NO_CREDENTIALS,
        /// Credentials or an SSO session were valid once.
        EXPIRED,
        /// The account or its policies do not allow the action.
        DENIED,
        THROTTLED,
        /// The endpoint can not be reached, does not answer in time, or does not speak the protocol.
        UNREACHABLE,
        NOT_FOUND,
        /// AWS understood and said no; its sentence is the message.
        REFUSED,
        /// The person, or the page, no longer wanted the answer.
        CANCELLED
    }

    private final Kind kind;
    private final String action;
    private final String code;
    private final String remedy;
    private final String region;

    /// @param action the IAM name of what was asked, such as `ec2:DescribeVpcs`, or empty
    /// @param code AWS's error code, or empty
    /// @param message AWS's own sentence, or the plain fact
    /// @param remedy a command that mends it, such as `aws sso login --profile ops`, or empty
    public CloudProblem(Kind kind, String action, String code, String message, String remedy, Throwable cause) {
        this(kind, action, code, message, remedy, cause, "");
    }

    private CloudProblem(
            Kind kind, String action, String code, String message, String remedy, Throwable cause, String region) {
        super(message, cause);
        this.kind = kind;
        this.action = action;
        this.code = code;
        this.remedy = remedy;
        this.region = region;
    }

    /// The same problem, met in a region.
    public CloudProblem in(String there) {
        return new CloudProblem(kind, action, code, getMessage(), remedy, getCause(), there);
    }

    public Kind kind() {
        return kind;
    }

    /// Whether other credentials, or new ones, would mend it; it says nothing about what was asked for.
    public boolean isOfCredentials() {
        return kind == Kind.EXPIRED || kind == Kind.NO_CREDENTIALS;
    }

    public String action() {
        return action;
    }

    public String code() {
        return code;
    }

    /// The region that was asked; nothing where it is the same for all.
    public Optional<String> region() {
        return region.isEmpty() ? Optional.empty() : Optional.of(region);
    }

    public Optional<String> remedy() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }
}
