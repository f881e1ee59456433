package dev.ecswizard.wizard.compute;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The order in which a person looks for an instance type: families by letter and generation, sizes from nano to metal.
final class TypeOrder implements Comparator<String> {
    private static final List<String> SIZES = List.of("nano", "micro", "small", "medium", "large", "xlarge");
    private static final Pattern MULTIPLE = Pattern.compile("([0-9]{1,6})xlarge");
    private static final Pattern PARTS = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    @Override
    public int compare(String left, String right) {
        var byFamily = compareNaturally(family(left), family(right));
        if (byFamily != 0) {
            return byFamily;
        }
        var bySize = Integer.compare(rank(size(left)), rank(size(right)));
        return bySize != 0 ? bySize : compareNaturally(size(left), size(right));
    }

    private static String family(String type) {
        return type.substring(0, Math.max(0, type.indexOf('.')));
    }

    private static String size(String type) {
        return type.substring(type.indexOf('.') + 1);
    }

    /// Where a size stands: multiples of xlarge behind it, whatever has another name (metal and its kin) at the end.
    private static int rank(String size) {
        var named = SIZES.indexOf(size);
        if (named >= 0) {
            return named;
        }
        var multiple = MULTIPLE.matcher(size);
        return multiple.matches() ? SIZES.size() + Integer.parseInt(multiple.group(1)) : Integer.MAX_VALUE;
    }

    /// Compares runs of digits as numbers and everything else as text, so that `u-3tb1` stands before `u-12tb1`.
    private static int compareNaturally(String left, String right) {
        var lefts = PARTS.split(left);
        var rights = PARTS.split(right);
        for (var part = 0; part < Math.min(lefts.length, rights.length); part++) {
            var order = comparePart(lefts[part], rights[part]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int comparePart(String left, String right) {
        var areNumbers = isNumber(left) && isNumber(right);
        return areNumbers && left.length() != right.length()
                ? Integer.compare(left.length(), right.length())
                : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
