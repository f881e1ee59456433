package dev.ecswizard.sandbox.fleet;

import java.time.Instant;
import java.util.Optional;

/// Something that a group did about one of its hosts, or tried to.
public final class Activity {
    /// How it stands, as Auto Scaling writes it.
    public enum Status {
        IN_PROGRESS("InProgress"),
        SUCCESSFUL("Successful"),
        FAILED("Failed");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final String id;
    private final String group;
    private final String arn;
    private final String cause;
    private final String description;
    private final String details;
    private final Instant start;
    private Status status = Status.IN_PROGRESS;
    private Optional<Instant> end = Optional.empty();
    private Optional<String> message = Optional.empty();

    /// @param group its name
    /// @param arn the group's
    /// @param details a JSON object
    Activity(String id, String group, String arn, String description, String cause, String details, Instant start) {
        this.id = id;
        this.group = group;
        this.arn = arn;
        this.description = description;
        this.cause = cause;
        this.details = details;
        this.start = start;
    }

    void succeed(Instant now) {
        status = Status.SUCCESSFUL;
        end = Optional.of(now);
    }

    void fail(Instant now, String reason) {
        status = Status.FAILED;
        message = Optional.of(reason);
        end = Optional.of(now);
    }

    public String id() {
        return id;
    }

    public String group() {
        return group;
    }

    public String groupArn() {
        return arn;
    }

    public String cause() {
        return cause;
    }

    public String description() {
        return description;
    }

    public String details() {
        return details;
    }

    public Instant start() {
        return start;
    }

    public Optional<Instant> end() {
        return end;
    }

    public Status status() {
        return status;
    }

    /// Why it failed.
    public Optional<String> message() {
        return message;
    }

    /// Percent.
    public int progress() {
        return status == Status.IN_PROGRESS ? 30 : 100;
    }
}
