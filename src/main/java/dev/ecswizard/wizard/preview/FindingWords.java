package dev.ecswizard.wizard.preview;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.ChoiceWords;
import java.util.List;

/// What the buttons of a finding say.
final class FindingWords {
    private final Messages messages = Messages.of(FindingWords.class);
    private final ChoiceWords choices = new ChoiceWords();

    String goTo(Finding finding) {
        return messages.text("finding.goTo.text", choices.name(finding.question()));
    }

    /// What would be used instead, so that nobody has to guess what a press does.
    ///
    /// @param spec the choices that the finding is about
    String use(Finding finding, Finding.Instead instead, ClusterSpec spec) {
        var values = instead.values();
        return switch (instead.question()) {
            case SUBNETS -> subnets(values, spec.network().subnets());
            case ASSIGN_PUBLIC_IP -> messages.text("finding.use.addresses", values.contains("true") ? 1 : 0);
            case ALTERNATE_INSTANCE_TYPES -> messages.text("finding.use.without", finding.resource());
            case RECIPE -> messages.text("finding.use.recipe", choices.recipe(values.getFirst()));
            case CLUSTER_SIZE -> messages.text("finding.use.size", values.getFirst());
            case CLUSTER_MAX_SIZE -> messages.text("finding.use.most", values.getFirst());
            default -> messages.text("finding.use.other", String.join(", ", values));
        };
    }

    private String subnets(List<String> values, List<String> chosen) {
        if (!chosen.containsAll(values)) {
            return messages.text("finding.use.subnets", values.size(), values.getFirst());
        }
        var left = chosen.stream().filter(id -> !values.contains(id)).toList();
        return left.size() == 1
                ? messages.text("finding.use.without", left.getFirst())
                : messages.text("finding.use.only", values.size(), values.getFirst());
    }

    /// What was answered anew, and how.
    String used(Finding.Instead instead) {
        return messages.text("finding.used.text", choices.name(instead.question()), answer(instead));
    }

    private String answer(Finding.Instead instead) {
        var values = instead.values();
        return switch (instead.question()) {
            case SUBNETS -> messages.text("choices.subnets.value", values.size());
            case ASSIGN_PUBLIC_IP -> messages.text(values.contains("true") ? "choices.yes.value" : "choices.no.value");
            case RECIPE -> choices.recipe(values.getFirst());
            default -> values.isEmpty() ? messages.text("choices.none.value") : String.join(", ", values);
        };
    }
}
