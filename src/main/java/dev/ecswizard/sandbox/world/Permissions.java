package dev.ecswizard.sandbox.world;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the one who works with the sandbox may do: everything, but for what is denied here.
public final class Permissions {
    /// Services that a policy which closes regions leaves alone, since they are the same everywhere (Service control
    /// policy examples, "Deny access to AWS based on the requested AWS Region").
    private static final Set<String> EVERYWHERE = Set.of("iam", "sts");

    private final List<Denial> denials = new CopyOnWriteArrayList<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /// What comes of asking, as IAM's policy simulator writes it.
    public enum Decision {
        ALLOWED("allowed"),
        EXPLICIT_DENY("explicitDeny"),
        IMPLICIT_DENY("implicitDeny");

        private final String text;

        Decision(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Something that may not be done.
    ///
    /// @param action such as `iam:CreateRole`; `*` and `?` stand for others, and case does not count
    /// @param resource an ARN, in which `*` and `?` stand for others
    /// @param explicit whether a policy forbids it, rather than that no policy allows it
    public record Denial(String action, String resource, boolean explicit) {
        public Denial(String action, boolean explicit) {
            this(action, "*", explicit);
        }

        /// A statement on all resources stops what names none; one on some resources stops only what names such a one.
        private boolean covers(String wantedAction, String wantedResource) {
            return matches(action, wantedAction, Pattern.CASE_INSENSITIVE) && matches(resource, wantedResource, 0);
        }

        private static boolean matches(String pattern, String text, int flags) {
            var regex = pattern.chars()
                    .mapToObj(c -> switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(Character.toString(c));
                    })
                    .collect(Collectors.joining());
            return Pattern.compile(regex, flags | Pattern.DOTALL).matcher(text).matches();
        }
    }

    public void deny(Denial denial) {
        denials.add(denial);
    }

    public void allowAll() {
        denials.clear();
        closed.clear();
    }

    /// Has the organisation's service control policy deny everything in a region.
    public void close(String region) {
        closed.add(region);
    }

    /// Whether such a policy stands against a service in a region.
    public boolean isClosed(String service, String region) {
        return closed.contains(region) && !EVERYWHERE.contains(service);
    }

    /// @param action such as `ec2:DescribeVpcs`
    /// @param resource an ARN, or `*` for an action that names none
    public Decision decide(String action, String resource) {
        var covering = denials.stream()
                .filter(denial -> denial.covers(action, resource))
                .toList();
        if (covering.isEmpty()) {
            return Decision.ALLOWED;
        }
        return covering.stream().anyMatch(Denial::explicit) ? Decision.EXPLICIT_DENY : Decision.IMPLICIT_DENY;
    }
}
