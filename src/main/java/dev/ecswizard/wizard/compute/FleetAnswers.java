package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Refusals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Answers the questions for the number of hosts, and those that the production recipe alone asks, from elsewhere. What
/// the chosen recipe does not ask is kept for the one that does.
final class FleetAnswers {
    /// @param problem of the number itself
    private record Number(StringProperty text, ObservableValue<Optional<Violation>> problem) {
        static Number of(NumberAnswer answer) {
            return new Number(answer.text(), answer.problem());
        }
    }

    private final ComputeModel model;
    private final Refusals refusals;

    FleetAnswers(ComputeModel model, Refusals refusals) {
        this.model = model;
        this.refusals = refusals;
    }

    /// Lets a refusal end when the person answers.
    void follow() {
        var fleet = model.managed();
        managed().forEach((question, number) -> refusals.follow(question, number.text()));
        refusals.follow(Question.CLUSTER_SIZE, model.sizes().size());
        refusals.follow(Question.CLUSTER_MAX_SIZE, model.sizes().maxSize());
        refusals.follow(Question.CONTAINER_INSIGHTS, fleet.containerInsights());
        refusals.follow(Question.PROTECT_BUSY_INSTANCES, fleet.protectBusyInstances());
        refusals.follow(Question.LOG_RETENTION_DAYS, fleet.logRetentionDays());
        refusals.follow(Question.IMAGE_SOURCE, fleet.imageSource());
        refusals.follow(Question.ALTERNATE_INSTANCE_TYPES, fleet.alternates().chosen());
    }

    /// See [dev.ecswizard.wizard.PageModel#answer].
    Optional<Runnable> take(Question question, String value) {
        var fleet = model.managed();
        return switch (question) {
            case CLUSTER_SIZE, CLUSTER_MIN_SIZE, CLUSTER_MAX_SIZE, TARGET_CAPACITY, ON_DEMAND_BASE_CAPACITY ->
                number(question, value);
            case ON_DEMAND_PERCENTAGE, ROOT_VOLUME_SIZE, MAX_INSTANCE_LIFETIME -> number(question, value);
            case CONTAINER_INSIGHTS ->
                set(
                        question,
                        fleet.containerInsights(),
                        ContainerInsights.ofKey(value),
                        Rule.CONTAINER_INSIGHTS,
                        value);
            case PROTECT_BUSY_INSTANCES ->
                set(
                        question,
                        fleet.protectBusyInstances(),
                        Optional.of(value.equals("ENABLED"))
                                .filter(_ ->
                                        Rule.PROTECT_BUSY_INSTANCES.check(value).isEmpty()),
                        Rule.PROTECT_BUSY_INSTANCES,
                        value);
            case LOG_RETENTION_DAYS ->
                set(
                        question,
                        fleet.logRetentionDays(),
                        NumberAnswer.number(value).filter(Rule.RETENTIONS::contains),
                        Rule.LOG_RETENTION_DAYS,
                        value);
            case IMAGE_SOURCE -> set(question, fleet.imageSource(), ImageSource.ofKey(value), Rule.IMAGE_SOURCE, value);
            default -> throw new IllegalArgumentException("does not ask " + question);
        };
    }

    private Map<Question, Number> managed() {
        var fleet = model.managed();
        var numbers = new EnumMap<Question, Number>(Question.class);
        numbers.put(Question.CLUSTER_MIN_SIZE, Number.of(fleet.clusterMinSize()));
        numbers.put(Question.CLUSTER_MAX_SIZE, Number.of(fleet.clusterMaxSize()));
        numbers.put(Question.TARGET_CAPACITY, Number.of(fleet.targetCapacity()));
        numbers.put(Question.ON_DEMAND_BASE_CAPACITY, Number.of(fleet.onDemandBaseCapacity()));
        numbers.put(Question.ON_DEMAND_PERCENTAGE, Number.of(fleet.onDemandPercentage()));
        numbers.put(Question.ROOT_VOLUME_SIZE, Number.of(fleet.rootVolumeSize()));
        numbers.put(Question.MAX_INSTANCE_LIFETIME, Number.of(fleet.maxInstanceLifetime()));
        return numbers;
    }

    private Optional<Runnable> number(Question question, String value) {
        var sizes = model.sizes();
        if (question == Question.CLUSTER_SIZE) {
            return number(question, value, new Number(sizes.size(), sizes.sizeProblem()), this::sizesProblem);
        }
        if (question == Question.CLUSTER_MAX_SIZE && !model.fleets().isManaged()) {
            return number(question, value, new Number(sizes.maxSize(), sizes.maxSizeProblem()), this::sizesProblem);
        }
        return number(question, value, managed().get(question), model.managed()::problem);
    }

    private Optional<Violation> sizesProblem() {
        return model.sizes()
                .sizeProblem()
                .getValue()
                .or(() -> model.sizes().maxSizeProblem().getValue());
    }

    /// Takes a number, unless it is wrong itself or makes another one wrong that was right.
    private Optional<Runnable> number(
            Question question, String value, Number number, Supplier<Optional<Violation>> problemOfAll) {
        var before = number.text().get();
        var wasSound = problemOfAll.get().isEmpty();
        number.text().set(value);
        var broken = number.problem().getValue().or(() -> wasSound ? problemOfAll.get() : Optional.empty());
        if (broken.isPresent()) {
            number.text().set(before);
            return refusals.refuse(question, List.of(value), broken.get());
        }
        return Optional.of(() -> number.text().set(before));
    }

    private <T> Optional<Runnable> set(
            Question question, Property<T> answer, Optional<? extends T> given, Rule rule, String value) {
        if (given.isEmpty()) {
            return refusals.refuse(question, List.of(value), rule.brokenBy(value));
        }
        var before = answer.getValue();
        answer.setValue(given.get());
        return Optional.of(() -> answer.setValue(before));
    }
}
