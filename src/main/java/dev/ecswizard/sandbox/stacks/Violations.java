package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is wrong with the members of a request: all of it at once, as every AWS service words it. Members that are not
/// there satisfy every constraint but one.
final class Violations {
    private final List<String> found = new ArrayList<>();

    Violations present(String member, Object value) {
        return value == null ? add(member, null, "Member must not be null") : this;
    }

    /// @param most in characters
    Violations length(String member, String text, int least, int most) {
        if (text != null && text.length() < least) {
            add(member, text, "Member must have length greater than or equal to " + least);
        }
        if (text != null && text.length() > most) {
            add(member, text, "Member must have length less than or equal to " + most);
        }
        return this;
    }

    Violations count(String member, Collection<?> items, int most) {
        return items.size() > most ? add(member, items, "Member must have length less than or equal to " + most) : this;
    }

    Violations pattern(String member, String text, String regex) {
        return text != null && !text.matches(regex)
                ? add(member, text, "Member must satisfy regular expression pattern: " + regex)
                : this;
    }

    Violations range(String member, Integer number, int least, int most) {
        if (number != null && number < least) {
            add(member, number, "Member must have value greater than or equal to " + least);
        }
        if (number != null && number > most) {
            add(member, number, "Member must have value less than or equal to " + most);
        }
        return this;
    }

    Violations oneOf(String member, String text, List<String> values) {
        return text != null && !values.contains(text)
                ? add(member, text, "Member must satisfy enum value set: " + values)
                : this;
    }

    Violations eachOf(String member, List<String> items, List<String> values) {
        return values.containsAll(items)
                ? this
                : add(
                        member,
                        items,
                        "Member must satisfy constraint: [Member must satisfy enum value set: " + values + "]");
    }

    Violations add(String member, Object value, String constraint) {
        var shown = value == null ? "null" : "'" + value + "'";
        found.add("Value " + shown + " at '" + member + "' failed to satisfy constraint: " + constraint);
        return this;
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if there is any
    void refuse() {
        if (!found.isEmpty()) {
            throw Refusals.invalid(found.size() + " validation error" + (found.size() == 1 ? "" : "s") + " detected: "
                    + String.join("; ", found));
        }
    }
}
