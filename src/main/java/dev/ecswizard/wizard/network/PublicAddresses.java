package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Way;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Whether the hosts get public addresses: what the person or an opened file says, until then what the chosen subnets
/// need. A subnet needs them where its only way out is an internet gateway and it gives none itself.
public final class PublicAddresses {
    private final Messages messages = Messages.of(PublicAddresses.class);
    private final ObservableValue<Recipe> recipe;
    private final ReadOnlyObjectWrapper<Optional<Boolean>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<Map<String, Prospect>>> prospects;
    private final ObservableValue<List<Subnet>> subnets;
    private final ObservableValue<List<Subnet>> needy;
    private final ObservableValue<Optional<String>> note;
    private boolean isSuggestion = true;

    /// @param recipe the classic one leaves it to the subnets
    /// @param prospects of the subnets of the chosen VPC
    /// @param subnets the chosen ones that the account knows
    PublicAddresses(
            ObservableValue<Recipe> recipe,
            ObservableValue<Optional<Map<String, Prospect>>> prospects,
            ObservableValue<List<Subnet>> subnets) {
        this.recipe = recipe;
        this.prospects = prospects;
        this.subnets = subnets;
        needy = Bindings.createObjectBinding(
                () -> subnets.getValue().stream()
                        .filter(subnet ->
                                prospect(subnet).filter(Prospect::needsAddress).isPresent())
                        .toList(),
                prospects,
                subnets);
        note = Bindings.createObjectBinding(this::findNote, chosen, needy, prospects, subnets);
        needy.subscribe(_ -> suggest());
    }

    private Optional<Prospect> prospect(Subnet subnet) {
        return prospects.getValue().map(all -> all.get(subnet.id()));
    }

    /// How hosts of a subnet get out, or would if it was chosen: unless somebody has said otherwise, they are then
    /// given what they need.
    Way way(Prospect prospect) {
        return isAsked() && isSuggestion && prospect.needsAddress() ? prospect.withAddress() : prospect.under(answer());
    }

    /// What was chosen; nothing leaves it to each subnet.
    public ReadOnlyObjectProperty<Optional<Boolean>> assignPublicIp() {
        return chosen.getReadOnlyProperty();
    }

    /// Takes what a person says, which stands whatever the subnets need.
    public void choose(Optional<Boolean> given) {
        if (!chosen.get().equals(given)) {
            isSuggestion = false;
            chosen.set(given);
        }
    }

    /// Remembers what was chosen and whether by anybody.
    ///
    /// @return gives it back
    Runnable keep() {
        var before = chosen.get();
        var wasSuggestion = isSuggestion;
        return () -> {
            isSuggestion = wasSuggestion;
            chosen.set(before);
            suggest();
        };
    }

    ObservableValue<Recipe> recipe() {
        return recipe;
    }

    /// Takes over what an opened file says, if its recipe lets it say anything.
    void open(ClusterSpec spec) {
        isSuggestion = spec.cluster().recipe() == Recipe.CLASSIC;
        chosen.set(spec.network().assignPublicIp());
        suggest();
    }

    /// Whether the recipe lets a person choose.
    public boolean isAsked() {
        return recipe.getValue() != Recipe.CLASSIC;
    }

    /// Whether hosts of a chosen subnet would get no address and reach nothing.
    public boolean isNeeded() {
        return !needy.getValue().isEmpty() && !chosen.get().orElse(false);
    }

    /// Why it is so, or what will come of it, in words.
    public ObservableValue<Optional<String>> note() {
        return note;
    }

    /// What the choices get: nothing in a recipe that does not ask.
    Optional<Boolean> answer() {
        return isAsked() ? chosen.get() : Optional.empty();
    }

    private void suggest() {
        if (isSuggestion) {
            chosen.set(needy.getValue().isEmpty() ? Optional.empty() : Optional.of(true));
        }
    }

    private Optional<String> findNote() {
        var unread = subnets.getValue().stream()
                .flatMap(subnet -> prospect(subnet).stream())
                .map(Prospect::bySubnet)
                .filter(way -> way.reach() == Reach.UNREAD)
                .flatMap(way -> way.problem().stream())
                .findFirst();
        if (unread.isPresent()) {
            return Optional.of(messages.text(
                    "network.assignPublicIp.unknown", Problem.of(unread.get()).what()));
        }
        if (needy.getValue().isEmpty()) {
            return Optional.empty();
        }
        var names = needy.getValue().stream()
                .map(subnet -> subnet.name().isEmpty() ? subnet.id() : subnet.name())
                .collect(Collectors.joining(", "));
        return Optional.of(
                isNeeded()
                        ? messages.text("network.assignPublicIp.lacking", names)
                        : messages.text("network.assignPublicIp.needed", names));
    }
}
