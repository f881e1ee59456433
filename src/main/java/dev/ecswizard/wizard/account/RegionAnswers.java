package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Region;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Refusals;
import java.util.List;
import java.util.Optional;

/// Answers the question for the region from elsewhere.
record RegionAnswers(AccountModel model, Refusals refusals) {
    /// See [dev.ecswizard.wizard.PageModel#answer].
    Optional<Runnable> take(Question question, List<String> values) {
        if (question != Question.REGION) {
            throw new IllegalArgumentException("does not ask " + question);
        }
        var name = String.join(" ", values);
        var broken = Rule.REGION.check(name);
        if (broken.isPresent()) {
            return refusals.refuse(question, values, broken.get());
        }
        var known = model.regions().value().getValue();
        if (known.isPresent() && !known.get().contains(new Region(name, true))) {
            return refusals.refuseUnlisted(question, values);
        }
        var back = model.keepRegion();
        model.chooseRegion(name);
        refusals.clear(question);
        return Optional.of(back);
    }
}
