package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Source;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What there is to choose from: the VPCs of a place, and the subnets and security groups of the chosen VPC.
final class Inventory {
    /// A VPC that the account is known to have.
    record Inside(Place place, String vpcId) {
        <T> Source<T> reading(String question, BiFunction<Networks, String, T> blockingCall) {
            return place.reading(question + " " + vpcId, () -> blockingCall.apply(place.networks(), vpcId));
        }
    }

    private final ObservableValue<Optional<Place>> place;
    private final ObservableValue<Optional<String>> vpcId;
    private final ObservableValue<List<String>> chosenSubnets;
    private final ObservableValue<Optional<String>> chosenGroup;
    private final Load<List<Vpc>> vpcs;
    private final Load<List<Subnet>> subnets;
    private final Load<List<SecurityGroup>> groups;
    private final Ways ways;
    private final ObservableValue<List<Choice<Vpc>>> vpcChoices;
    private final ObservableValue<List<Choice<Subnet>>> subnetChoices;
    private final ObservableValue<List<Choice<SecurityGroup>>> groupChoices;

    Inventory(
            Background background,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<String>> vpcId,
            ObservableValue<List<String>> chosenSubnets,
            ObservableValue<Optional<String>> chosenGroup) {
        this.place = place;
        this.vpcId = vpcId;
        this.chosenSubnets = chosenSubnets;
        this.chosenGroup = chosenGroup;
        vpcs = Load.from(
                background,
                place,
                where -> where.reading("vpcs", () -> where.networks().vpcs()));
        var inside = Bindings.createObjectBinding(this::inside, place, vpcs.value(), vpcId);
        subnets = Load.from(background, inside, where -> where.reading("subnets", Networks::subnets));
        groups = Load.from(background, inside, where -> where.reading("securityGroups", Networks::securityGroups));
        ways = new Ways(background, inside, subnets);
        vpcChoices = Bindings.createObjectBinding(
                () -> Choice.of(listed(vpcs), Vpc::id, vpcId.getValue().stream().toList()), vpcs.value(), vpcId);
        subnetChoices = Bindings.createObjectBinding(
                () -> Choice.of(listed(subnets), Subnet::id, chosenSubnets.getValue()), subnets.value(), chosenSubnets);
        groupChoices = Bindings.createObjectBinding(
                () -> Choice.of(
                        listed(groups),
                        SecurityGroup::id,
                        chosenGroup.getValue().stream().toList()),
                groups.value(),
                chosenGroup);
    }

    Load<List<Vpc>> vpcs() {
        return vpcs;
    }

    Load<List<Subnet>> subnets() {
        return subnets;
    }

    Load<List<SecurityGroup>> groups() {
        return groups;
    }

    Ways ways() {
        return ways;
    }

    ObservableValue<List<Choice<Vpc>>> vpcChoices() {
        return vpcChoices;
    }

    ObservableValue<List<Choice<Subnet>>> subnetChoices() {
        return subnetChoices;
    }

    ObservableValue<List<Choice<SecurityGroup>>> groupChoices() {
        return groupChoices;
    }

    /// The chosen VPC, once the account is known to have it.
    Optional<Inside> inside() {
        return place.getValue()
                .filter(vpcs::isOf)
                .flatMap(where -> vpcId.getValue()
                        .filter(id ->
                                listed(vpcs).stream().anyMatch(vpc -> vpc.id().equals(id)))
                        .map(id -> new Inside(where, id)));
    }

    /// What a VPC is called; its id while that is not known or it has no name.
    String vpcName(String id) {
        return listed(vpcs).stream()
                .filter(vpc -> vpc.id().equals(id) && !vpc.name().isEmpty())
                .map(Vpc::name)
                .findFirst()
                .orElse(id);
    }

    List<Choice<Subnet>> chosenSubnets() {
        return subnetChoices.getValue().stream()
                .filter(choice -> chosenSubnets.getValue().contains(choice.id()))
                .toList();
    }

    /// The chosen subnets that the account is known to have.
    ObservableValue<List<Subnet>> knownSubnets() {
        return Bindings.createObjectBinding(
                () -> chosenSubnets().stream()
                        .flatMap(choice -> choice.facts().stream())
                        .toList(),
                subnetChoices,
                chosenSubnets);
    }

    /// The zones of the chosen subnets, once the account is known to have all of them.
    Optional<Set<String>> zones() {
        var picked = chosenSubnets();
        if (picked.isEmpty() || picked.stream().anyMatch(Choice::isUnknown)) {
            return Optional.empty();
        }
        return Optional.of(picked.stream()
                .flatMap(choice -> choice.facts().stream())
                .map(Subnet::zone)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// The chosen group, once the account is known to have it.
    Optional<SecurityGroup> chosenGroup() {
        return groupChoices.getValue().stream()
                .filter(choice ->
                        chosenGroup.getValue().filter(choice.id()::equals).isPresent())
                .findFirst()
                .flatMap(Choice::facts);
    }

    /// The chosen ids that the account is not known to have.
    Set<String> unknown() {
        var unknown = new TreeSet<String>();
        if (inside().isEmpty()) {
            vpcId.getValue().ifPresent(unknown::add);
        }
        chosenSubnets().stream().filter(Choice::isUnknown).map(Choice::id).forEach(unknown::add);
        if (chosenGroup().isEmpty()) {
            chosenGroup.getValue().ifPresent(unknown::add);
        }
        return unknown;
    }

    private static <T> List<T> listed(Load<List<T>> load) {
        return load.value().getValue().orElse(List.of());
    }
}
