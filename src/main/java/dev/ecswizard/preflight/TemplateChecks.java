package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the choices make a template that CloudFormation takes, and one that the account can use.
final class TemplateChecks {
    private static final Pattern NUMBERED = Pattern.compile("([a-z]+([0-9]+)[a-z0-9-]*)\\..*");
    private static final Set<String> LATE = Set.of("i4g", "inf2", "trn1n", "g6", "g6e", "gr6", "p5", "p5e", "p5en");

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
        if (spec.cluster().recipe() != Recipe.CLASSIC) {
            return Finding.of(Case.LAUNCH_TEMPLATE, "");
        }
        var type = spec.compute().instanceType();
        return Finding.of(
                        isNewerThanLaunchConfigurations(type)
                                ? Case.LAUNCH_CONFIGURATION_TOO_OLD
                                : Case.LAUNCH_CONFIGURATION,
                        type)
                .with(Finding.Instead.of(Question.RECIPE, Recipe.STANDARD.key()));
    }

    /// They take no type that came after 2022 (EC2 Auto Scaling user guide, "Launch configurations"). By then there was
    /// one family of a seventh generation; i4g and inf2 came later in spite of their number.
    static boolean isNewerThanLaunchConfigurations(String type) {
        var family = NUMBERED.matcher(type);
        return family.matches()
                && (Integer.parseInt(family.group(2)) >= 7 && !family.group(1).equals("c7g")
                        || LATE.contains(family.group(1)));
    }
}
