package dev.ecswizard.cloud;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that an Auto Scaling group did about one of its hosts, or tried to.
///
/// @param description such as `Launching a new EC2 instance: i-0123`
/// @param cause Auto Scaling's account of why
/// @param status as Auto Scaling writes it, such as InProgress, Successful, Failed, Cancelled
/// @param message why it failed, or empty
public record ScalingActivity(
        String id,
        String group,
        String description,
        String cause,
        String status,
        String message,
        Instant start,
        Optional<Instant> end) {
    private static final Pattern INSTANCE = Pattern.compile("\\bi-[0-9a-f]+");

    /// Whether it came to nothing (EC2 Auto Scaling API reference, Activity, `StatusCode`).
    public boolean isFailure() {
        return status.equals("Failed");
    }

    public boolean isSuccess() {
        return status.equals("Successful");
    }

    /// Whether it brings a host, or was to.
    public boolean isLaunch() {
        return description.startsWith("Launching");
    }

    /// Whether it takes a host away.
    public boolean isTermination() {
        return description.startsWith("Terminating");
    }

    /// The host that it is about; nothing where none came of it.
    public Optional<String> instanceId() {
        var named = INSTANCE.matcher(description);
        return named.find() ? Optional.of(named.group()) : Optional.empty();
    }
}
