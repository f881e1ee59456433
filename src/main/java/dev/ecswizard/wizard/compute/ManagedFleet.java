package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.spec.Violation;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the production recipe alone asks about the hosts. Kept while another recipe is chosen.
final class ManagedFleet {
    private final NumberAnswer clusterMinSize = new NumberAnswer(0, Rule.CLUSTER_MIN_SIZE);
    private final NumberAnswer clusterMaxSize =
            new NumberAnswer(6, Rule.SCALED_MAX_SIZE, this::checkMaxSize, clusterMinSize.text());
    private final NumberAnswer onDemandBaseCapacity =
            new NumberAnswer(0, Rule.ON_DEMAND_BASE_CAPACITY, this::checkBase, clusterMaxSize.text());
    private final NumberAnswer onDemandPercentage = new NumberAnswer(100, Rule.ON_DEMAND_PERCENTAGE);
    private final NumberAnswer targetCapacity = new NumberAnswer(100, Rule.TARGET_CAPACITY);
    private final NumberAnswer rootVolumeSize = new NumberAnswer(30, Rule.ROOT_VOLUME_SIZE);
    private final NumberAnswer maxInstanceLifetime = new NumberAnswer(0, Rule.MAX_INSTANCE_LIFETIME);
    private final ObjectProperty<ContainerInsights> containerInsights =
            new SimpleObjectProperty<>(ContainerInsights.ENABLED);
    private final BooleanProperty protectBusyInstances = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> logRetentionDays = new SimpleObjectProperty<>(30);
    private final ObjectProperty<ImageSource> imageSource = new SimpleObjectProperty<>(ImageSource.PINNED);
    private final Alternates alternates = new Alternates();

    NumberAnswer clusterMinSize() {
        return clusterMinSize;
    }

    NumberAnswer clusterMaxSize() {
        return clusterMaxSize;
    }

    NumberAnswer onDemandBaseCapacity() {
        return onDemandBaseCapacity;
    }

    NumberAnswer onDemandPercentage() {
        return onDemandPercentage;
    }

    NumberAnswer targetCapacity() {
        return targetCapacity;
    }

    NumberAnswer rootVolumeSize() {
        return rootVolumeSize;
    }

    NumberAnswer maxInstanceLifetime() {
        return maxInstanceLifetime;
    }

    ObjectProperty<ContainerInsights> containerInsights() {
        return containerInsights;
    }

    BooleanProperty protectBusyInstances() {
        return protectBusyInstances;
    }

    ObjectProperty<Integer> logRetentionDays() {
        return logRetentionDays;
    }

    ObjectProperty<ImageSource> imageSource() {
        return imageSource;
    }

    Alternates alternates() {
        return alternates;
    }

    /// Everything that it is made of.
    List<ObservableValue<?>> answers() {
        return List.of(
                clusterMinSize.text(),
                clusterMaxSize.text(),
                onDemandBaseCapacity.text(),
                onDemandPercentage.text(),
                targetCapacity.text(),
                rootVolumeSize.text(),
                maxInstanceLifetime.text(),
                containerInsights,
                protectBusyInstances,
                logRetentionDays,
                imageSource,
                alternates.chosen());
    }

    /// The key of the first number that is wrong, in the order of the page.
    Optional<String> wrong() {
        return problem().map(Violation::key);
    }

    /// What is wrong with the first number that is wrong, in the order of the page.
    Optional<Violation> problem() {
        return List.of(
                        clusterMinSize,
                        clusterMaxSize,
                        onDemandBaseCapacity,
                        onDemandPercentage,
                        targetCapacity,
                        rootVolumeSize,
                        maxInstanceLifetime)
                .stream()
                .flatMap(answer -> answer.problem().getValue().stream())
                .findFirst();
    }

    /// The fleet beside a first choice of instance type; nothing while an answer is wrong.
    Optional<Fleet> fleet(String first, Architecture architecture) {
        if (wrong().isPresent() || !alternates.areSound(first, architecture)) {
            return Optional.empty();
        }
        return Optional.of(new Fleet.Managed(
                new Scaling(
                        clusterMinSize.value(),
                        clusterMaxSize.value(),
                        targetCapacity.value(),
                        onDemandBaseCapacity.value(),
                        onDemandPercentage.value()),
                new Hosts(
                        alternates.beside(first),
                        rootVolumeSize.value(),
                        maxInstanceLifetime.value(),
                        imageSource.get()),
                new Operations(containerInsights.get(), protectBusyInstances.get(), logRetentionDays.get())));
    }

    void open(Fleet.Managed fleet) {
        clusterMinSize.open(fleet.scaling().clusterMinSize());
        clusterMaxSize.open(fleet.scaling().clusterMaxSize());
        targetCapacity.open(fleet.scaling().targetCapacity());
        onDemandBaseCapacity.open(fleet.scaling().onDemandBaseCapacity());
        onDemandPercentage.open(fleet.scaling().onDemandPercentage());
        alternates.open(fleet.hosts().alternateInstanceTypes());
        rootVolumeSize.open(fleet.hosts().rootVolumeSize());
        maxInstanceLifetime.open(fleet.hosts().maxInstanceLifetime());
        imageSource.set(fleet.hosts().imageSource());
        containerInsights.set(fleet.operations().containerInsights());
        protectBusyInstances.set(fleet.operations().protectBusyInstances());
        logRetentionDays.set(fleet.operations().logRetentionDays());
    }

    /// Whether hosts may be Spot.
    boolean usesSpot() {
        return onDemandPercentage.number().filter(share -> share < 100).isPresent();
    }

    private Optional<Violation> checkMaxSize(int number) {
        // beside a minimum that is wrong itself only the maximum's own limits can be held against it
        return Rule.SCALED_MAX_SIZE
                .check(number)
                .or(() -> clusterMinSize
                        .number()
                        .filter(_ -> clusterMinSize.isSound())
                        .flatMap(least -> Scaling.checkSizes(least, number)));
    }

    private Optional<Violation> checkBase(int number) {
        return Rule.ON_DEMAND_BASE_CAPACITY
                .check(number)
                .or(() -> clusterMaxSize
                        .number()
                        .filter(most -> Rule.SCALED_MAX_SIZE.check(most).isEmpty())
                        .flatMap(most -> Scaling.checkBase(number, most)));
    }
}
