package dev.ecswizard.wizard.network;

import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Choice;
import java.util.Optional;

/// What keeps a person from going on, in words.
record Obstacles(NetworkModel model, Messages messages) {
    /// The first one.
    ///
    /// @param hasPlace whether there is an account to choose in
    Optional<String> first(boolean hasPlace) {
        if (!hasPlace) {
            return Optional.of(messages.text("network.place.missing"));
        }
        if (model.inventory().vpcs().value().getValue().isEmpty()) {
            return Optional.of(messages.text("network.vpcId.waiting"));
        }
        if (model.vpcId().getValue().isEmpty()) {
            return Optional.of(messages.text("network.vpcId.missing"));
        }
        if (model.inventory().inside().isEmpty()) {
            return Optional.of(messages.text(
                    "network.vpcId.unknown", model.vpcId().getValue().get()));
        }
        if (model.inventory().subnets().value().getValue().isEmpty()
                || model.inventory().groups().value().getValue().isEmpty()) {
            return Optional.of(messages.text("network.subnets.waiting"));
        }
        if (model.subnets().getValue().isEmpty()) {
            return Optional.of(messages.text("network.subnets.missing"));
        }
        var unknown = model.inventory().chosenSubnets().stream()
                .filter(Choice::isUnknown)
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(
                    messages.text("network.subnets.unknown", unknown.get().id()));
        }
        if (model.sourceSecurityGroup().getValue().isEmpty()) {
            return Optional.of(messages.text("network.sourceSecurityGroup.missing"));
        }
        return model.inventory().chosenGroup().isPresent()
                ? Optional.empty()
                : Optional.of(messages.text(
                        "network.sourceSecurityGroup.unknown",
                        model.sourceSecurityGroup().getValue().get()));
    }
}
