package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Rights.Decision;
import dev.ecswizard.preflight.Facts.Simulated;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whether the one who asks may create all of it.
final class RightsChecks {
    private RightsChecks() {}

    static List<Finding> findings(Facts facts) {
        return switch (facts.rights()) {
            case Asked.Unanswered(var problem) ->
                List.of(Finding.unread(Check.PERMISSIONS, Question.RECIPE, "", problem));
            case Asked.Answered(var simulated) ->
                switch (simulated.who()) {
                    case ROOT -> List.of(Finding.of(Case.MAY_AS_ROOT, ""));
                    case OTHER -> List.of(Finding.of(Case.NOBODY_TO_ASK_FOR, ""));
                    case USER_OR_ROLE -> ofActions(simulated);
                };
        };
    }

    private static List<Finding> ofActions(Simulated simulated) {
        var findings = new ArrayList<Finding>();
        new TreeMap<>(simulated.decisions()).forEach((action, decision) -> {
            if (decision == Decision.DENIED) {
                findings.add(Finding.of(Case.MAY_NOT, action));
            } else if (decision == Decision.UNSURE) {
                findings.add(Finding.of(Case.MAY_PERHAPS, action));
            }
        });
        return findings.isEmpty()
                ? List.of(Finding.of(Case.MAY, "", simulated.decisions().size()))
                : findings;
    }
}
