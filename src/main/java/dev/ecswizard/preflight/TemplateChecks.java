package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.util.List;

/// Whether the choices make a template that CloudFormation takes, and one that the account can use.
final class TemplateChecks {
    private TemplateChecks() {}

    static List<Finding> findings(ClusterSpec spec, Facts facts) {
        return List.of(template(facts), validation(facts), launch(spec));
    }

    private static Finding template(Facts facts) {
        return facts.refusal()
                .map(refusal -> Finding.of(Case.TEMPLATE_REFUSED, "", refusal))
                .orElseGet(() -> Finding.of(Case.TEMPLATE_SOUND, ""));
    }

    private static Finding validation(Facts facts) {
        if (facts.refusal().isPresent()) {
            return Finding.of(Case.NOTHING_TO_VALIDATE, "");
        }
        return switch (facts.validation()) {
            case Asked.Answered<?> _ -> Finding.of(Case.VALID, "");
            // what failed on the way to AWS has no code of its
            case Asked.Unanswered(var problem)
            when problem.kind() == CloudProblem.Kind.REFUSED && !problem.code().isEmpty() ->
                Finding.of(Case.INVALID, "", problem.getMessage());
            case Asked.Unanswered(var problem) -> Finding.unread(Check.VALIDATION, Question.RECIPE, "", problem);
        };
    }

    /// No call tells beforehand whether an account may (EC2 Auto Scaling user guide, "Launch configurations").
    private static Finding launch(ClusterSpec spec) {
        return spec.cluster().recipe() == Recipe.CLASSIC
                ? Finding.of(Case.LAUNCH_CONFIGURATION, "")
                        .with(Finding.Instead.of(Question.RECIPE, Recipe.STANDARD.key()))
                : Finding.of(Case.LAUNCH_TEMPLATE, "");
    }
}
