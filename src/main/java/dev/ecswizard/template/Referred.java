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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Which answers the values of a template refer to, through its parameters, conditions and images.
final class Referred {
    private final Map<String, Collection<Question>> conditions = new HashMap<>();

    private Referred() {}

    /// @param root a template, from which the meaning of its conditions is learnt
    static Referred in(Mapping root) {
        var referred = new Referred();
        if (Outline.at(root, "Conditions") instanceof Mapping conditions) {
            conditions.entries().forEach(entry -> referred.conditions.put(entry.key(), referred.of(entry.value())));
        }
        return referred;
    }

    /// The questions whose answers stand in a value, in order; none of what stands below a key or a dash, which has
    /// lines of its own.
    Collection<Question> of(Node value) {
        return switch (value) {
            case Text _, Whole _, Truth _, GetAtt _, Base64 _, Items _, Mapping _ -> List.of();
            case ParameterName parameter -> Parameters.questions(parameter.name());
            case Ref ref -> Parameters.questions(ref.name());
            case Sub sub -> within(sub.text().value());
            case FindInMap find -> union(List.of(Question.IMAGES), of(find.first()));
            case Not not -> of(not.condition());
            case Equals equals -> of(equals.left());
            case If choice ->
                union(
                        conditions.getOrDefault(choice.condition(), List.of()),
                        union(of(choice.then()), of(choice.otherwise())));
        };
    }

    /// The questions whose answers a pattern of CloudFormation's `Sub` puts in.
    static Collection<Question> within(String pattern) {
        if (!pattern.contains("${")) {
            return List.of();
        }
        var questions = new LinkedHashSet<Question>();
        Outline.variables(pattern).forEach(name -> questions.addAll(Parameters.questions(name)));
        return questions;
    }

    static Collection<Question> union(Collection<Question> first, Collection<Question> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        var union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
