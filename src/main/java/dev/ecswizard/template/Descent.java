package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Text;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A place in a template, and what all that stands there has in common unless it has its own.
///
/// @param path the keys and, from 0, the numbers of items that lead here
/// @param given the questions for whose answers the place is there
/// @param reasons the sentences of the place and of what it holds
/// @param why the sentence that holds here
record Descent(List<String> path, Collection<Question> given, Reasons reasons, String why, URI page) {
    private static final String RESOURCES = "Resources";

    /// The whole template.
    static Descent from(Recipe recipe) {
        return new Descent(List.of(), List.of(), Reasons.of(recipe), "", AwsPages.TEMPLATE);
    }

    Descent to(Entry entry) {
        var inner = reasons.below(entry.key());
        return new Descent(
                longer(entry.key()),
                Referred.union(entry.from(), given),
                inner,
                inner.sentence().orElse(why),
                pageOf(entry));
    }

    /// @param number from 0
    Descent toItem(int number) {
        return new Descent(longer(String.valueOf(number)), given, reasons, why, page);
    }

    /// A line of a script or a file.
    Descent toLine(String line) {
        return new Descent(path, given, reasons, reasons.ofLine(line).sentence().orElse(why), page);
    }

    boolean isResource() {
        return path.size() == 2 && path.getFirst().equals(RESOURCES);
    }

    /// @param referred the questions whose answers stand here
    Origin origin(Collection<Question> referred) {
        var questions = List.copyOf(Referred.union(referred, given));
        return new Origin(path, questions.isEmpty() ? List.of(Question.RECIPE) : questions, why, page);
    }

    private URI pageOf(Entry entry) {
        var found = switch (path.size()) {
            case 0 -> AwsPages.section(entry.key());
            case 1 -> typeOf(entry).flatMap(AwsPages::type).or(() -> AwsPages.metadata(entry.key()));
            case 2 -> isResource() ? AwsPages.attribute(entry.key()) : Optional.<URI>empty();
            default -> AwsPages.metadata(entry.key());
        };
        return found.orElse(page);
    }

    private Optional<String> typeOf(Entry entry) {
        return path.equals(List.of(RESOURCES)) && Outline.at(entry.value(), "Type") instanceof Text type
                ? Optional.of(type.value())
                : Optional.empty();
    }

    private List<String> longer(String step) {
        var longer = path.toArray(new String[path.size() + 1]);
        longer[path.size()] = step;
        return List.of(longer);
    }
}
