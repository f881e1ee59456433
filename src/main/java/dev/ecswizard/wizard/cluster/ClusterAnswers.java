package dev.ecswizard.wizard.cluster;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers the cluster page's questions from elsewhere.
record ClusterAnswers(ClusterModel model, Refusals refusals, Optional<String> region) {
    /// See [dev.ecswizard.wizard.PageModel#answer].
    Optional<Runnable> take(Question question, List<String> values) {
        return switch (question) {
            case STACK_NAME -> name(values);
            case RECIPE -> recipe(values);
            case TAGS -> tags(values);
            default -> throw new IllegalArgumentException("does not ask " + question);
        };
    }

    private Optional<Runnable> name(List<String> values) {
        var name = String.join(" ", values);
        var broken = Rule.STACK_NAME
                .check(name)
                .or(() -> region.flatMap(
                        where -> ClusterSpec.checkRoleName(name, model.recipe().get(), where)));
        if (broken.isPresent()) {
            return refusals.refuse(Question.STACK_NAME, values, broken.get());
        }
        var before = model.stackName().get();
        model.stackName().set(name);
        refusals.clear(Question.STACK_NAME);
        return Optional.of(() -> model.stackName().set(before));
    }

    private Optional<Runnable> recipe(List<String> values) {
        var key = String.join(" ", values);
        var recipe = Recipe.ofKey(key);
        if (recipe.isEmpty()) {
            return refusals.refuse(Question.RECIPE, values, Rule.RECIPE.brokenBy(key));
        }
        var before = model.recipe().get();
        model.recipe().set(recipe.get());
        refusals.clear(Question.RECIPE);
        return Optional.of(() -> model.recipe().set(before));
    }

    private Optional<Runnable> tags(List<String> values) {
        var tags = new LinkedHashMap<String, String>();
        for (var at = 0; at < values.size(); at += 2) {
            var value = at + 1 < values.size() ? values.get(at + 1) : "";
            if (tags.put(values.get(at), value) != null) {
                return refusals.refuse(
                        Question.TAGS, values, Rule.TAG_KEY_CASE.brokenBy(values.get(at), values.get(at)));
            }
        }
        var broken = Cluster.checkTags(tags);
        if (broken.isPresent()) {
            return refusals.refuse(Question.TAGS, values, broken.get());
        }
        var before = model.tags().stream()
                .map(row -> Map.entry(row.key().get(), row.value().get()))
                .toList();
        fill(List.copyOf(tags.entrySet()));
        refusals.clear(Question.TAGS);
        return Optional.of(() -> fill(before));
    }

    private void fill(List<Map.Entry<String, String>> rows) {
        List.copyOf(model.tags()).forEach(model::removeTag);
        rows.forEach(tag -> {
            var row = model.addTag();
            row.key().set(tag.getKey());
            row.value().set(tag.getValue());
        });
    }
}
