package dev.ecswizard.deploy;

import static java.util.stream.Collectors.joining;

import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a change set does to one resource, for a person to read.
///
/// @param values the places that change, by path; none for a resource that comes or goes
/// @param isRetained whether what leaves the stack stays in the account
public record ChangeLine(Kind kind, String logicalId, String type, List<Value> values, boolean isRetained)
        implements Comparable<ChangeLine> {
    /// What is done to it, the gravest first.
    public enum Kind {
        REMOVED,
        REPLACED,
        /// It may not really be replaced: AWS knows only when it is done.
        PERHAPS_REPLACED,
        CHANGED,
        /// AWS knows only when it is done.
        PERHAPS_CHANGED,
        ADDED
    }

    /// A place that changes.
    ///
    /// @param before empty where nothing is there or AWS does not say
    /// @param after empty where nothing will be there or AWS does not say
    /// @param isCertain whether it really will be another value
    /// @param causes the parameters, resources or attributes that bring it about
    public record Value(String path, String before, String after, boolean isCertain, List<String> causes) {
        /// What CloudFormation puts for a value that it does not know yet.
        private static final String UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

        /// Whether what it will be is known only when it is done.
        public boolean isKnownLater() {
            return after.contains(UNKNOWN);
        }
    }

    private static final Comparator<ChangeLine> ORDER =
            Comparator.comparing((ChangeLine line) -> line.kind()).thenComparing(ChangeLine::logicalId);

    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    /// Of the group: its sizes, and what counts hosts while it is made or changed.
    private static final Set<String> SIZES = Set.of(
            "Properties/MinSize",
            "Properties/MaxSize",
            "Properties/DesiredCapacity",
            "CreationPolicy/ResourceSignal/Count",
            "UpdatePolicy/AutoScalingRollingUpdate/MinInstancesInService");

    public ChangeLine {
        values = List.copyOf(values);
    }

    /// @param replacesGroup whether the template has the group of hosts replaced as a whole. Where it does not, what
    /// AWS
    ///     calls a conditional replacement of the group is none
    static ChangeLine of(ResourceChange change, boolean replacesGroup) {
        var isOnlyCalledSo =
                !replacesGroup && change.type().equals(GROUP) && change.replacement() == Replacement.PERHAPS;
        return new ChangeLine(
                isOnlyCalledSo ? changed(change) : kind(change),
                change.logicalId(),
                change.type(),
                values(change.details()),
                change.isRetained());
    }

    private static Kind kind(ResourceChange change) {
        return switch (change.action()) {
            case ADD -> Kind.ADDED;
            case REMOVE -> Kind.REMOVED;
            case OTHER -> Kind.PERHAPS_CHANGED;
            case MODIFY ->
                switch (change.replacement()) {
                    case CERTAIN -> isCertain(change) ? Kind.REPLACED : Kind.PERHAPS_REPLACED;
                    case PERHAPS -> Kind.PERHAPS_REPLACED;
                    case NEVER -> changed(change);
                };
        };
    }

    private static Kind changed(ResourceChange change) {
        return change.details().isEmpty() || change.details().stream().anyMatch(Detail::isCertain)
                ? Kind.CHANGED
                : Kind.PERHAPS_CHANGED;
    }

    /// CloudFormation says True also where the only reason is a value that may stay the same.
    private static boolean isCertain(ResourceChange change) {
        var reasons = change.details().stream()
                .filter(detail -> detail.recreation() == Replacement.CERTAIN)
                .toList();
        return reasons.isEmpty() || reasons.stream().anyMatch(Detail::isCertain);
    }

    private static List<Value> values(List<Detail> details) {
        var byPath = new LinkedHashMap<String, Value>();
        for (var detail : details) {
            var value = new Value(
                    detail.path(),
                    detail.before(),
                    detail.after(),
                    detail.isCertain(),
                    detail.cause().isEmpty() ? List.of() : List.of(detail.cause()));
            byPath.merge(detail.path(), value, ChangeLine::both);
        }
        return List.copyOf(byPath.values());
    }

    /// CloudFormation gives a reason a line, and a place may have several.
    private static Value both(Value one, Value other) {
        var causes = new ArrayList<>(one.causes());
        other.causes().stream().filter(cause -> !causes.contains(cause)).forEach(causes::add);
        return new Value(
                one.path(),
                one.before().isEmpty() ? other.before() : one.before(),
                one.after().isEmpty() ? other.after() : one.after(),
                one.isCertain() || other.isCertain(),
                List.copyOf(causes));
    }

    /// What is left of it without the group's sizes; nothing if there is no more to it.
    Optional<ChangeLine> withoutSizes() {
        if (kind != Kind.CHANGED || !type.equals(GROUP) || values.isEmpty()) {
            return Optional.of(this);
        }
        var others =
                values.stream().filter(value -> !SIZES.contains(value.path())).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeLine(kind, logicalId, type, others, isRetained));
    }

    /// In one line: `AutoScalingGroup (MaxSize, VPCZoneIdentifier)`.
    public String brief() {
        return values.isEmpty()
                ? logicalId
                : logicalId + " ("
                        + values.stream()
                                .map(value ->
                                        value.path().substring(value.path().lastIndexOf('/') + 1))
                                .distinct()
                                .collect(joining(", "))
                        + ")";
    }

    @Override
    public int compareTo(ChangeLine other) {
        return ORDER.compare(this, other);
    }
}
