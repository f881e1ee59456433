package dev.ecswizard.template;

import dev.ecswizard.template.Node.Base64;
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
import java.util.List;

/// What a node means, in the plain values that a reader of YAML gives: texts, numbers, truth values, lists, tables and
/// tags.
final class Meant {
    /// @param fields in order; a key that a reader took for something else than text is seen
    record Table(List<Field> fields) {}

    record Field(Object key, Object value) {}

    record Tagged(String tag, Object value) {}

    private Meant() {}

    static Object by(Node node) {
        return switch (node) {
            case Text text -> text.value();
            case ParameterName parameter -> parameter.name();
            case Whole whole -> whole.value();
            case Truth truth -> truth.value();
            case Items items -> items.items().stream().map(Meant::by).toList();
            case Mapping mapping ->
                new Table(mapping.entries().stream()
                        .map(entry -> new Field(entry.key(), by(entry.value())))
                        .toList());
            case Ref ref -> new Tagged("!Ref", ref.name());
            case GetAtt getAtt -> new Tagged("!GetAtt", getAtt.resource() + "." + getAtt.attribute());
            case Sub sub -> new Tagged("!Sub", sub.text().value());
            case FindInMap find -> new Tagged("!FindInMap", List.of(find.map(), by(find.first()), find.second()));
            case Not not -> new Tagged("!Not", List.of(by(not.condition())));
            case Equals equals -> new Tagged("!Equals", List.of(by(equals.left()), equals.right()));
            case If choice -> new Tagged("!If", List.of(choice.condition(), by(choice.then()), by(choice.otherwise())));
            case Base64 base64 -> new Table(List.of(new Field("Fn::Base64", by(base64.value()))));
        };
    }
}
