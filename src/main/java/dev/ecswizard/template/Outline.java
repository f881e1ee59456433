package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Equals;
import dev.ecswizard.template.Node.FindInMap;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Not;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Truth;
import dev.ecswizard.template.Node.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The nodes of a template that is made but not yet written, and what the choices make of them.
record Outline(Mapping root, ClusterSpec spec) {
    /// A variable in a pattern of CloudFormation's `Sub`; `${!x}` is the text `${x}`.
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private static final Mapping NOTHING = Node.mapping();

    /// A section of the template, empty where it has none of that name.
    Mapping section(String name) {
        return at(root, name) instanceof Mapping section ? section : NOTHING;
    }

    List<Entry> resources(String type) {
        return section("Resources").entries().stream()
                .filter(resource -> at(resource.value(), "Type") instanceof Text text
                        && text.value().equals(type))
                .toList();
    }

    boolean hasResource(String logicalId) {
        return at(section("Resources"), logicalId) != null;
    }

    /// What stands under the keys, one below the other; null where there is none.
    static Node at(Node from, String... keys) {
        var node = from;
        for (var key : keys) {
            node = node instanceof Mapping mapping ? value(mapping, key) : null;
        }
        return node;
    }

    private static Node value(Mapping mapping, String key) {
        for (var entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    /// Goes through a node and everything below it.
    static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        children(node).forEach(child -> walk(child, visitor));
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case Items items -> items.items();
            case Mapping mapping -> mapping.entries().stream().map(Entry::value).toList();
            case FindInMap find -> List.of(find.first());
            case Not not -> List.of(not.condition());
            case Equals equals -> List.of(equals.left());
            case If choice -> List.of(choice.then(), choice.otherwise());
            case Base64 base64 -> List.of(base64.value());
            case Text _, Whole _, Truth _, ParameterName _, Ref _, GetAtt _, Sub _ -> List.of();
        };
    }

    /// The text that CloudFormation makes of a value, as far as the choices and the parameters' defaults tell it.
    Optional<String> word(Node node) {
        return switch (node) {
            case Text text -> Optional.of(text.value());
            case ParameterName parameter -> Optional.of(parameter.name());
            case Whole whole -> Optional.of(String.valueOf(whole.value()));
            case Truth truth -> Optional.of(String.valueOf(truth.value()));
            case Ref ref -> named(ref.name());
            case Sub sub -> filledIn(sub.text().value());
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> named(String name) {
        return switch (name) {
            case "AWS::StackName" -> Optional.of(spec.cluster().stackName());
            case "AWS::Region" -> Optional.of(spec.region());
            default -> word(at(section("Parameters"), name, "Default"));
        };
    }

    private Optional<String> filledIn(String pattern) {
        var filled = new StringBuilder();
        var variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            var value = named(variable.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            variable.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(variable.appendTail(filled).toString().replace("${!", "${"));
    }

    /// The variables of a pattern of `Sub`.
    static List<String> variables(String pattern) {
        var names = new ArrayList<String>();
        var variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }
}
