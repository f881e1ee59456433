package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Hosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The instance types that are taken where the first choice is not to be had.
///
/// Whoever becomes the first choice is no alternate for as long as it is that; whatever else no longer fits stays, so
/// that nothing is lost by looking at another first choice, and is said to be wrong.
final class Alternates {
    /// How many types are suggested.
    private static final int SUGGESTED = 3;

    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,3}");

    private final ReadOnlyObjectWrapper<List<String>> chosen = new ReadOnlyObjectWrapper<>(List.of());

    /// Everything that was chosen, in that order.
    ReadOnlyObjectProperty<List<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// What remains beside the first choice.
    List<String> beside(String first) {
        return chosen.get().stream().filter(type -> !type.equals(first)).toList();
    }

    boolean isFull() {
        return chosen.get().size() >= Hosts.MAX_ALTERNATES;
    }

    void add(String type) {
        if (!isFull() && !chosen.get().contains(type)) {
            var next = new ArrayList<>(chosen.get());
            next.add(type);
            chosen.set(List.copyOf(next));
        }
    }

    void remove(String type) {
        chosen.set(chosen.get().stream().filter(each -> !each.equals(type)).toList());
    }

    void open(List<String> opened) {
        chosen.set(List.copyOf(opened));
    }

    /// Whether the rules let all of them stand beside the first choice.
    boolean areSound(String first, Architecture architecture) {
        return beside(first).stream()
                .allMatch(
                        type -> Hosts.checkAlternate(type, first, architecture).isEmpty());
    }

    /// What can be chosen beside the first choice: of its architecture, offered in every chosen zone, those of a like
    /// size first.
    List<InstanceType> candidates(InstanceType first, List<InstanceType> usable) {
        return usable.stream()
                .filter(type -> type.architecture().equals(first.architecture()))
                .filter(type ->
                        !type.name().equals(first.name()) && !chosen.get().contains(type.name()))
                .sorted(likeness(first))
                .toList();
    }

    /// The few of the candidates that are just as large and best in the first one's stead.
    List<InstanceType> suggestions(InstanceType first, List<InstanceType> usable) {
        return isFull()
                ? List.of()
                : candidates(first, usable).stream()
                        .filter(type -> isOfSize(type, first) && type.currentGeneration() && !type.bareMetal())
                        .limit(SUGGESTED)
                        .toList();
    }

    private static boolean isOfSize(InstanceType one, InstanceType other) {
        return one.vcpus() == other.vcpus() && one.memoryMib() == other.memoryMib();
    }

    private static Comparator<InstanceType> likeness(InstanceType first) {
        return Comparator.<InstanceType, Boolean>comparing(type -> !isOfSize(type, first))
                .thenComparing(InstanceType::bareMetal)
                .thenComparing(
                        type -> distance(type.vcpus(), first.vcpus()) + distance(type.memoryMib(), first.memoryMib()))
                .thenComparing(type -> !type.currentGeneration())
                .thenComparing(type -> type.burstable() != first.burstable())
                .thenComparing(type -> letter(type) != letter(first))
                // what has more than the first choice has, such as a disk, is paid for and not used
                .thenComparing(
                        type -> Math.abs(type.family().length() - first.family().length()))
                .thenComparing(type -> Math.abs(generation(type) - generation(first)))
                .thenComparing(InstanceType::name, new TypeOrder());
    }

    /// How far apart two amounts are, in doublings.
    private static double distance(double amount, double wanted) {
        return Math.abs(Math.log(Math.max(amount, 0.001) / Math.max(wanted, 0.001)) / Math.log(2));
    }

    private static char letter(InstanceType type) {
        return type.name().charAt(0);
    }

    private static int generation(InstanceType type) {
        var digits = GENERATION.matcher(type.family());
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /// Why one of them can not stand, if that is known.
    ///
    /// @param types what there is in the chosen zones
    Optional<Misfit> misfit(String type, Optional<InstanceType> first, Optional<Types> types) {
        return types.flatMap(known -> known.find(type)
                .map(found -> first.filter(one -> !one.name().equals(type))
                        .filter(one -> !one.architecture().equals(found.architecture()))
                        .<Misfit>map(one -> new OtherArchitecture(found, one)))
                .orElseGet(() -> Optional.of(new NotHere(type, known.findLeftOut(type)))));
    }

    /// Why an alternate can not stand.
    sealed interface Misfit {}

    /// Its image would be another.
    record OtherArchitecture(InstanceType type, InstanceType first) implements Misfit {}

    /// It can not be chosen here.
    ///
    /// @param why nothing where the region does not offer it
    record NotHere(String type, Optional<LeftOut> why) implements Misfit {}
}
