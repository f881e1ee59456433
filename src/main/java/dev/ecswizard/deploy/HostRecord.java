package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.ScalingActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a group did, as it was read by and by: like a stack's events, without a "since", newest first.
final class HostRecord {
    /// However long a group's history, no more of it is read at once.
    private static final int MOST_PAGES = 20;

    private final Map<String, ScalingActivity> byId = new LinkedHashMap<>();
    private List<ScalingActivity> oldestFirst = List.of();

    List<ScalingActivity> activities() {
        return oldestFirst;
    }

    /// Reads what is new, back to a page of which everything is known and has ended.
    void read(Hosts hosts, String group) {
        var fresh = new ArrayList<ScalingActivity>();
        var page = Optional.<String>empty();
        var pages = 0;
        boolean isKnown;
        do {
            var answer = hosts.activities(group, page);
            isKnown = answer.activities().stream().allMatch(each -> each.equals(byId.get(each.id())));
            fresh.addAll(answer.activities());
            page = answer.next();
        } while (page.isPresent() && !isKnown && ++pages < MOST_PAGES);
        var before = byId.size();
        var changed = fresh.stream().anyMatch(each -> !each.equals(byId.get(each.id())));
        fresh.forEach(each -> byId.put(each.id(), each));
        if (changed || byId.size() > before) {
            oldestFirst = byId.values().stream()
                    .sorted(Comparator.comparing(ScalingActivity::start).thenComparing(ScalingActivity::id))
                    .toList();
        }
    }

    /// When the group launched a host; nothing where that is not in its record.
    Optional<Instant> launched(String instanceId) {
        return oldestFirst.reversed().stream()
                .filter(activity -> activity.isLaunch() && activity.instanceId().equals(Optional.of(instanceId)))
                .map(ScalingActivity::start)
                .findFirst();
    }

    /// Every host that it ever launched, newest first.
    List<String> launched() {
        return oldestFirst.reversed().stream()
                .filter(ScalingActivity::isLaunch)
                .flatMap(activity -> activity.instanceId().stream())
                .distinct()
                .toList();
    }

    /// Why the group's newest launch failed; nothing where it did not.
    Optional<String> failure() {
        return oldestFirst.reversed().stream()
                .filter(ScalingActivity::isLaunch)
                .findFirst()
                .filter(ScalingActivity::isFailure)
                .map(activity -> activity.message().isEmpty() ? activity.description() : activity.message());
    }
}
