package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.SecurityGroupCommand;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FileHold;
import dev.ecswizard.wizard.PageModel;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Refusals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Where the hosts run and whose traffic reaches them.
public final class NetworkModel implements PageModel<Network> {
    private final Messages messages = Messages.of(NetworkModel.class);
    private final ObservableValue<Optional<Place>> place;
    private final Dropped dropped;
    private final ObservableValue<Optional<Connection>> connection;
    private final ObjectProperty<Optional<String>> vpcId = nothing();
    private final ObjectProperty<List<String>> subnets = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<String>> sourceSecurityGroup = nothing();
    private final Inventory inventory;
    private final PublicAddresses addresses;
    private final ObservableValue<List<SubnetLine>> lines;
    private final ReadOnlyObjectWrapper<Optional<Network>> chosen = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> missing = nothing();
    private final ReadOnlyObjectWrapper<Optional<Set<String>>> zones = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> zoneWarning = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> wayWarning = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> groupWarning = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> createGroupCommand = nothing();
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
    private final FileHold hold = new FileHold();
    /// What an opened file names and nobody has chosen since; stands even if the account does not know it.
    private final Set<String> held = new HashSet<>();
    /// Whether nobody has chosen subnets of the VPC yet, nor has anything been chosen for them.
    private boolean isUntouched = true;
    /// What was chosen for the person, as long as they leave it so.
    private List<String> suggested = List.of();

    private final NetworkAnswers answers = new NetworkAnswers(this, vpcId, subnets, sourceSecurityGroup, held, hold);

    /// @param connection whose account it is
    /// @param recipe says whether public addresses are asked about
    public NetworkModel(
            Background background,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<Connection>> connection,
            ObservableValue<Recipe> recipe,
            Dropped dropped) {
        this.place = place;
        this.connection = connection;
        this.dropped = dropped;
        // first, since answers that come at once are held against what has been settled
        place.subscribe(now -> now.filter(hold::endsIn).ifPresent(_ -> letGo()));
        inventory = new Inventory(background, place, vpcId, subnets, sourceSecurityGroup);
        var ways = inventory.ways();
        addresses = new PublicAddresses(recipe, ways.prospects(), inventory.knownSubnets());
        lines = Bindings.createObjectBinding(
                this::findLines,
                inventory.subnetChoices(),
                ways.prospects(),
                ways.awaited(),
                addresses.assignPublicIp(),
                recipe);
        inventory.vpcs().value().subscribe(there -> there.ifPresent(this::settleVpc));
        inventory.subnets().value().subscribe(there -> there.ifPresent(this::settleSubnets));
        inventory.groups().value().subscribe(there -> there.ifPresent(this::settleGroup));
        for (var each : List.of(
                place,
                inventory.vpcs().state(),
                inventory.subnets().state(),
                inventory.groups().state(),
                vpcId,
                subnets,
                sourceSecurityGroup,
                recipe,
                addresses.assignPublicIp(),
                lines)) {
            each.subscribe(_ -> update());
        }
        lines.subscribe(this::preselect);
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> nothing() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    /// The region's name; empty while there is none.
    String region() {
        return place.getValue().map(Place::region).orElse("");
    }

    /// Whether a VPC belongs to the account itself.
    boolean isOwn(Vpc vpc) {
        return place.getValue()
                .filter(where -> !where.caller().account().equals(vpc.ownerId()))
                .isEmpty();
    }

    Inventory inventory() {
        return inventory;
    }

    public PublicAddresses addresses() {
        return addresses;
    }

    public ObservableValue<Optional<String>> vpcId() {
        return vpcId;
    }

    /// Takes another VPC; the subnets and the group of the one before go with it.
    public void chooseVpc(String id) {
        if (vpcId.get().filter(id::equals).isEmpty()) {
            held.clear();
            vpcId.get().ifPresent(before -> dropInside(messages.text("network.vpcId.left", before)));
            isUntouched = true;
            vpcId.set(Optional.of(id));
        }
    }

    /// The chosen subnets' ids, in the order in which they were chosen.
    public ObservableValue<List<String>> subnets() {
        return subnets;
    }

    /// Takes a subnet in, or out again.
    public void toggleSubnet(String id) {
        held.remove(id);
        isUntouched = false;
        var next = new ArrayList<>(subnets.get());
        if (!next.remove(id)) {
            next.add(id);
        }
        subnets.set(List.copyOf(next));
    }

    public ObservableValue<Optional<String>> sourceSecurityGroup() {
        return sourceSecurityGroup;
    }

    public void chooseSourceSecurityGroup(String id) {
        if (sourceSecurityGroup.get().filter(id::equals).isEmpty()) {
            held.remove(id);
            sourceSecurityGroup.set(Optional.of(id));
        }
    }

    /// The subnets as they are offered to choose, each with its way out as soon as that is known.
    ObservableValue<List<SubnetLine>> lines() {
        return lines;
    }

    private List<SubnetLine> findLines() {
        var account = place.getValue().map(where -> where.caller().account()).orElse("");
        var prospects = inventory.ways().prospects().getValue();
        return inventory.subnetChoices().getValue().stream()
                .map(choice -> new SubnetLine(
                        choice.id(),
                        choice.facts(),
                        choice.facts().map(subnet -> Marker.of(subnet, account)).orElse(Set.of()),
                        prospects.map(all -> all.get(choice.id())).map(addresses::way),
                        !choice.isUnknown() && inventory.ways().awaited().getValue()))
                .toList();
    }

    /// Chooses subnets for a person who has just come. Whatever has been chosen meanwhile stands.
    private void preselect(List<SubnetLine> there) {
        var known = there.stream().filter(line -> !line.isUnknown()).toList();
        if (isUntouched
                && subnets.get().isEmpty()
                && !known.isEmpty()
                && known.stream().allMatch(line -> line.way().isPresent())) {
            isUntouched = false;
            suggested = Preselection.of(known);
            subnets.set(suggested);
        }
    }

    /// What becomes of hosts in the chosen subnets, or in all of them, where that is bad; in words.
    public ReadOnlyObjectProperty<Optional<String>> wayWarning() {
        return wayWarning.getReadOnlyProperty();
    }

    /// That all hosts would stand in one zone, in words.
    public ReadOnlyObjectProperty<Optional<String>> zoneWarning() {
        return zoneWarning.getReadOnlyProperty();
    }

    /// That the group is the VPC's own, in words.
    public ReadOnlyObjectProperty<Optional<String>> groupWarning() {
        return groupWarning.getReadOnlyProperty();
    }

    /// The command that makes a load balancer's group in the chosen VPC.
    public ReadOnlyObjectProperty<Optional<String>> createGroupCommand() {
        return createGroupCommand.getReadOnlyProperty();
    }

    /// The zones of the chosen subnets, once the account is known to have all of them.
    public ReadOnlyObjectProperty<Optional<Set<String>>> zones() {
        return zones.getReadOnlyProperty();
    }

    @Override
    public String title() {
        return messages.text("network.step.title");
    }

    @Override
    public Set<Question> questions() {
        return Set.of(Question.VPC_ID, Question.SUBNETS, Question.SOURCE_SECURITY_GROUP, Question.ASSIGN_PUBLIC_IP);
    }

    @Override
    public ObservableValue<Optional<Network>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Optional<String>> missing() {
        return missing.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> summary() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public void open(ClusterSpec spec) {
        var network = spec.network();
        hold.open(
                spec.region(),
                place.getValue().filter(_ -> inventory.vpcs().value().getValue().isPresent()));
        held.clear();
        held.add(network.vpcId());
        held.addAll(network.subnets());
        held.add(network.sourceSecurityGroup());
        subnets.set(network.subnets());
        sourceSecurityGroup.set(Optional.of(network.sourceSecurityGroup()));
        vpcId.set(Optional.of(network.vpcId()));
        isUntouched = false;
        addresses.open(spec);
        update();
    }

    @Override
    public Optional<Runnable> answer(Question question, List<String> values) {
        return answers.take(question, values);
    }

    @Override
    public Runnable keep() {
        return answers.keep();
    }

    Refusals refusals() {
        return answers.refusals();
    }

    /// Ends what may be chosen for the person.
    void touch() {
        isUntouched = false;
    }

    /// Remembers whether something may be chosen for the person.
    Runnable keepSuggestion() {
        var wasUntouched = isUntouched;
        var before = suggested;
        return () -> {
            isUntouched = wasUntouched;
            suggested = before;
        };
    }

    private void letGo() {
        answers.lost();
        held.clear();
    }

    private void settleVpc(List<Vpc> there) {
        place.getValue().ifPresent(hold::asked);
        var gone = vpcId.get()
                .filter(id -> there.stream().noneMatch(vpc -> vpc.id().equals(id)));
        if (gone.isPresent() && !held.contains(gone.get())) {
            var region = place.getValue().map(Place::region).orElse("");
            dropped.tell(messages.text("network.vpcId.dropped", gone.get(), region));
            letGo();
            isUntouched = true;
            subnets.set(List.of());
            sourceSecurityGroup.set(Optional.empty());
            vpcId.set(Optional.empty());
        }
        if (vpcId.get().isEmpty() && there.size() == 1) {
            vpcId.set(Optional.of(there.getFirst().id()));
        }
    }

    private void settleSubnets(List<Subnet> there) {
        var known = there.stream().map(Subnet::id).collect(Collectors.toSet());
        var kept = subnets.get().stream()
                .filter(id -> known.contains(id) || held.contains(id))
                .toList();
        if (kept.size() < subnets.get().size()) {
            dropped.tell(messages.text("network.subnets.dropped", subnets.get().size() - kept.size()));
            answers.lost();
            subnets.set(kept);
        }
    }

    private void settleGroup(List<SecurityGroup> there) {
        var gone = sourceSecurityGroup
                .get()
                .filter(id -> there.stream().noneMatch(group -> group.id().equals(id)));
        if (gone.isPresent() && !held.contains(gone.get())) {
            dropped.tell(messages.text("network.sourceSecurityGroup.dropped", gone.get()));
            answers.lost();
            sourceSecurityGroup.set(Optional.empty());
        }
    }

    private void dropInside(String why) {
        var isChosen = !subnets.get().isEmpty() && !subnets.get().equals(suggested);
        if (isChosen || sourceSecurityGroup.get().isPresent()) {
            dropped.tell(why);
        }
        subnets.set(List.of());
        sourceSecurityGroup.set(Optional.empty());
    }

    void update() {
        zones.set(inventory.zones());
        zoneWarning.set(zones.get()
                .filter(these -> these.size() == 1)
                .map(these -> messages.text(
                        "network.subnets.oneZone", these.iterator().next())));
        wayWarning.set(WayWarning.of(lines.getValue(), subnets.get()));
        groupWarning.set(inventory
                .chosenGroup()
                .filter(group -> group.name().equals("default"))
                .map(_ -> messages.text("network.sourceSecurityGroup.default")));
        createGroupCommand.set(inventory
                .inside()
                .map(where -> new SecurityGroupCommand(
                                where.vpcId(),
                                where.place().region(),
                                connection.getValue().flatMap(Connection::profile),
                                connection.getValue().flatMap(Connection::endpoint))
                        .text()));
        missing.set(new Obstacles(this, messages).first(place.getValue().isPresent()));
        var isWhole = vpcId.get().isPresent()
                && !subnets.get().isEmpty()
                && sourceSecurityGroup.get().isPresent();
        chosen.set(
                isWhole && held.containsAll(inventory.unknown())
                        ? Optional.of(new Network(
                                vpcId.get().get(),
                                subnets.get(),
                                sourceSecurityGroup.get().get(),
                                addresses.answer()))
                        : Optional.empty());
        summary.set(summarise());
    }

    private String summarise() {
        return vpcId.get()
                .map(id -> subnets.get().isEmpty()
                        ? inventory.vpcName(id)
                        : messages.text(
                                "network.step.summary",
                                inventory.vpcName(id),
                                subnets.get().size()))
                .orElse("");
    }
}
