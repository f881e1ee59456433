package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.HostSources;
import dev.ecswizard.sandbox.stacks.Hosts;
import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.stacks.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An instance that an Auto Scaling group launched.
public final class Host {
    /// How far it is, as EC2 sees it, with EC2's code.
    public enum Life {
        PENDING(0),
        RUNNING(16),
        SHUTTING_DOWN(32),
        TERMINATED(48);

        private final int code;

        Life(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /// What it got when it was launched.
    ///
    /// @param group the name of its Auto Scaling group
    /// @param source what it was launched from
    /// @param what the same, read and with its own instance type
    /// @param publicAddress empty if it has none
    public record Birth(
            String id,
            String group,
            Thing.HostSource source,
            HostSources what,
            World.Place place,
            String privateAddress,
            Optional<String> publicAddress,
            boolean isSpot,
            Instant time,
            Map<String, String> tags) {}

    private final Birth birth;
    private final List<String> console = new ArrayList<>();
    Life life = Life.PENDING;
    Hosts.State state = Hosts.State.PENDING;
    boolean isProtected;
    Optional<Instant> running = Optional.empty();
    Optional<Instant> ended = Optional.empty();
    ContainerInstance containerInstance;

    Host(Birth birth) {
        this.birth = birth;
    }

    public String id() {
        return birth.id();
    }

    public Birth birth() {
        return birth;
    }

    public Life life() {
        return life;
    }

    /// How far it is in its group.
    public Hosts.State state() {
        return state;
    }

    /// Whether its group may not take it when it shrinks.
    public boolean isProtected() {
        return isProtected;
    }

    /// When it began to shut down; empty while it has not.
    public Optional<Instant> ended() {
        return ended;
    }

    /// What it wrote since the kernel has started.
    public List<String> console() {
        return console;
    }

    boolean isUp() {
        return life == Life.RUNNING;
    }

    /// Pending or running, which is what quotas count.
    boolean isLive() {
        return life == Life.PENDING || life == Life.RUNNING;
    }

    /// Writes a line to the console, with the seconds since the start.
    void print(double second, String line) {
        console.add(String.format(java.util.Locale.ROOT, "[%12.6f] %s", second, line));
    }
}
