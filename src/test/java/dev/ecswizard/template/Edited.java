package dev.ecswizard.template;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// Made templates with one node changed.
final class Edited {
    private Edited() {}

    /// Puts another node where one stands.
    ///
    /// @param keys those of mappings and the indexes of lists, one below the other
    static Mapping replaced(Mapping root, Node node, String... keys) {
        return changed(root, _ -> node, keys);
    }

    /// Changes the text of a pattern of `Sub`.
    static Mapping reworded(Mapping root, String from, String to, String... keys) {
        return changed(
                root,
                node -> {
                    var text = ((Node.Sub) node).text();
                    if (!text.value().contains(from)) {
                        throw new AssertionError(from);
                    }
                    return new Node.Sub(new Node.Text(text.value().replace(from, to), text.shape()));
                },
                keys);
    }

    /// Takes out the entry that the keys lead to.
    static Mapping without(Mapping root, String... keys) {
        return changed(root, _ -> null, keys);
    }

    /// Adds an entry to the mapping that the keys lead to.
    static Mapping with(Mapping root, Entry added, String... keys) {
        return changed(
                root,
                node -> {
                    var entries = new ArrayList<>(((Mapping) node).entries());
                    entries.add(added);
                    return new Mapping(entries, false);
                },
                keys);
    }

    private static Mapping changed(Mapping root, UnaryOperator<Node> change, String... keys) {
        return (Mapping) within(root, change, keys);
    }

    private static Node within(Node node, UnaryOperator<Node> change, String... keys) {
        if (keys.length == 0) {
            return change.apply(node);
        }
        var rest = Arrays.copyOfRange(keys, 1, keys.length);
        if (node instanceof Items items) {
            var changed = new ArrayList<>(items.items());
            var index = Integer.parseInt(keys[0]);
            changed.set(index, within(changed.get(index), change, rest));
            return new Items(changed);
        }
        if (node instanceof Base64 base64 && keys[0].equals("Fn::Base64")) {
            return new Base64(within(base64.value(), change, rest));
        }
        var mapping = (Mapping) node;
        var changed = new ArrayList<Entry>();
        var found = false;
        for (var entry : mapping.entries()) {
            if (!entry.key().equals(keys[0])) {
                changed.add(entry);
                continue;
            }
            found = true;
            var value = within(entry.value(), change, rest);
            if (value != null) {
                changed.add(new Entry(entry.key(), value, entry.from()));
            }
        }
        if (!found) {
            throw new AssertionError("no " + keys[0]);
        }
        return new Mapping(changed, mapping.spaced());
    }
}
