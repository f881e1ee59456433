package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Origins;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a stack failed, and which choice led there.
///
/// @param logicalId of the resource that failed first
/// @param type of that resource
/// @param sentence AWS's own words
/// @param details what they name, where they name all that is known of such a reason
/// @param choice the question whose answer led there, where one did
public record Diagnosis(
        String logicalId,
        String type,
        String sentence,
        KnownReason reason,
        Optional<List<String>> details,
        Optional<Question> choice) {
    /// Of a stack whose template nobody knows.
    public static Diagnosis of(StackEvent cause) {
        return of(cause, Optional.empty(), List.of());
    }

    /// Of a stack that was made from a template.
    ///
    /// @param recipe says which questions are asked at all
    public static Diagnosis of(StackEvent cause, Origins origins, Recipe recipe) {
        var asked = origins.of(cause.logicalId()).stream()
                .flatMap(origin -> origin.questions().stream())
                .filter(question -> question.isAskedIn(recipe))
                .toList();
        return of(cause, Optional.of(recipe), asked);
    }

    /// Of a request that CloudFormation refused; no resource has failed.
    public static Diagnosis of(String sentence, Recipe recipe) {
        var reason = KnownReason.of(sentence, "");
        return new Diagnosis(
                "", "", sentence, reason, reason.details(sentence), likely(reason, Optional.of(recipe), List.of()));
    }

    private static Diagnosis of(StackEvent cause, Optional<Recipe> recipe, List<Question> made) {
        var reason = KnownReason.of(cause.reason(), cause.type());
        return new Diagnosis(
                cause.logicalId(),
                cause.type(),
                cause.reason(),
                reason,
                reason.details(cause.reason()),
                likely(reason, recipe, made));
    }

    /// What the reason points to goes before what merely had a part in the resource; of what it points to, an answer
    /// that made the resource goes before another one. What is not mended by another answer has no choice.
    private static Optional<Question> likely(KnownReason reason, Optional<Recipe> recipe, List<Question> made) {
        if (recipe.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<Question>();
        reason.questions().stream().filter(made::contains).forEach(all::add);
        all.addAll(reason.questions());
        if (reason == KnownReason.OTHER || reason == KnownReason.LIMIT) {
            all.addAll(made);
        }
        return all.stream().filter(question -> question.isAskedIn(recipe.get())).findFirst();
    }
}
