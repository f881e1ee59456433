package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A place where two trees of maps, lists and strings are not the same: the uppermost key or index that only one of
/// them has, or the lowest one whose values differ.
///
/// @param path keys and indices from the top, between slashes: `SecurityGroupIngress/0/CidrIp`
record Difference(String path, Optional<Object> before, Optional<Object> after) {

    /// In the order of the tree before; what is new follows.
    static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
        var found = new ArrayList<Difference>();
        maps(before, after, "", found);
        return found;
    }

    private static void maps(Map<?, ?> before, Map<?, ?> after, String path, List<Difference> found) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> compare(before.get(key), after.get(key), path + "/" + key, found));
    }

    private static void compare(Object before, Object after, String path, List<Difference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
            maps(from, to, path, found);
        } else if (before instanceof List<?> from && after instanceof List<?> to) {
            for (var i = 0; i < Math.max(from.size(), to.size()); i++) {
                compare(item(from, i), item(to, i), path + "/" + i, found);
            }
        } else {
            found.add(new Difference(path.substring(1), Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }

    private static Object item(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    /// The property that it is about or within.
    String property() {
        var slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
