package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.PageModel;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Readings;
import dev.ecswizard.wizard.Refusals;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Who the wizard speaks as and in which region the cluster will be.
public final class AccountModel implements PageModel<String> {
    /// The connections there are.
    ///
    /// @param preselected the one to begin with
    /// @param problems what kept others from being offered
    public record Offer(List<Connection> connections, Optional<Connection> preselected, List<CloudProblem> problems) {
        public Offer {
            connections = List.copyOf(connections);
            problems = List.copyOf(problems);
        }
    }

    private final Messages messages = Messages.of(AccountModel.class);
    private final Background background;
    private final MfaPrompt mfa;
    private final Dropped dropped;
    private final Function<Connection, Optional<String>> wantedRegion;
    private final Load<Offer> offer;
    private final Load<Cloud> cloud;
    private final Load<Caller> caller;
    private final Load<List<Region>> regions;
    private final ObjectProperty<Optional<Connection>> profile = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> region = new SimpleObjectProperty<>(Optional.empty());
    /// Open till the end, since a stack may still be watched over one that is no longer chosen.
    private final Map<Cloud, Readings> opened = new ConcurrentHashMap<>();

    /// The region of an opened file, which stands although the account does not know it.
    private final ObjectProperty<Optional<String>> openedRegion = new SimpleObjectProperty<>(Optional.empty());

    private final ObservableValue<List<Choice<Connection>>> profiles;
    private final ObservableValue<Optional<String>> problems;
    private final ObservableValue<List<Choice<Region>>> choices;
    private final ObservableValue<Optional<Place>> place;
    private final ObservableValue<Optional<String>> chosen;
    private final ObservableValue<Optional<String>> missing;
    private final ObservableValue<String> summary;
    private final Refusals refusals = new Refusals();
    private final RenewalModel renewal;
    private boolean regionByHand;

    /// @param offer reads which connections there are; blocks
    /// @param wantedRegion the region to begin with, before the connection's own
    public AccountModel(
            Background background,
            Background.Work<Offer> offer,
            MfaPrompt mfa,
            Optional<String> wantedRegion,
            Dropped dropped) {
        this(background, offer, mfa, _ -> wantedRegion, dropped);
    }

    /// @param wantedRegion the region to begin with on a connection, before its own
    public AccountModel(
            Background background,
            Background.Work<Offer> offer,
            MfaPrompt mfa,
            Function<Connection, Optional<String>> wantedRegion,
            Dropped dropped) {
        this.background = background;
        this.mfa = mfa;
        this.dropped = dropped;
        this.wantedRegion = wantedRegion;
        this.offer = new Load<>(background);
        cloud = Load.of(background, profile, connection -> keep(connection.open(mfa)));
        caller = Load.of(background, cloud.value(), Cloud::caller);
        regions = Load.of(background, cloud.value(), Cloud::regions);
        profiles = this.offer
                .value()
                .map(found -> Choice.of(found.map(Offer::connections).orElse(List.of()), Connection::id, List.of()));
        problems = this.offer
                .value()
                .map(found -> found.map(Offer::problems)
                        .filter(all -> !all.isEmpty())
                        .map(all -> all.stream().map(CloudProblem::getMessage).collect(Collectors.joining("\n"))));
        choices = Bindings.createObjectBinding(
                () -> Choice.of(
                        regions.value().getValue().orElse(List.of()),
                        Region::name,
                        region.get().stream().toList()),
                regions.value(),
                region);
        place = Bindings.createObjectBinding(this::findPlace, caller.value(), regions.value(), region);
        chosen = Bindings.createObjectBinding(
                () -> region.get().filter(name -> place.getValue().isPresent() || isHeld()),
                place,
                region,
                openedRegion);
        missing = Bindings.createObjectBinding(
                this::findMissing, this.offer.state(), profile, cloud.state(), caller.state(), regions.state(), region);
        summary = Bindings.createObjectBinding(this::summarise, caller.value(), region);
        regions.value().subscribe(known -> known.ifPresent(this::settleRegion));
        this.offer.value().subscribe(found -> found.ifPresent(this::preselect));
        refusals.follow(Question.REGION, region);
        renewal = new RenewalModel(background, profile, caller, this::reconnect);
        this.offer.start(offer);
    }

    public Load<Offer> offer() {
        return offer;
    }

    public Load<Caller> caller() {
        return caller;
    }

    public Load<Cloud> cloud() {
        return cloud;
    }

    public Load<List<Region>> regions() {
        return regions;
    }

    public ObservableValue<List<Choice<Connection>>> profiles() {
        return profiles;
    }

    /// The connection in use.
    public ObservableValue<Optional<Connection>> profile() {
        return profile;
    }

    public void chooseProfile(String id) {
        offer.value().getValue().stream()
                .flatMap(found -> found.connections().stream())
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .filter(connection -> !profile.get().equals(Optional.of(connection)))
                .ifPresent(connection -> {
                    if (regions.value().getValue().isPresent()) {
                        openedRegion.set(Optional.empty());
                    }
                    profile.set(Optional.of(connection));
                });
    }

    /// What kept other connections from being offered, in words.
    public ObservableValue<Optional<String>> problems() {
        return problems;
    }

    /// Lets go of every connection that was in use. Blocks, for a moment.
    public void close() {
        opened.keySet().forEach(Cloud::close);
    }

    /// What opens a connection beside the one in use, with credentials that are read anew; closed with the others. To
    /// be run on a background thread.
    public Background.Work<Cloud> opening(Connection connection) {
        return () -> keep(connection.open(mfa));
    }

    /// Opens the connection anew, which reads its credentials anew.
    public void reconnect() {
        cloud.retry();
    }

    /// The sign-in that would mend the connection.
    public RenewalModel renewal() {
        return renewal;
    }

    public ObservableValue<List<Choice<Region>>> choices() {
        return choices;
    }

    public ObservableValue<Optional<String>> region() {
        return region;
    }

    public void chooseRegion(String name) {
        regionByHand = true;
        if (openedRegion.get().filter(name::equals).isEmpty()) {
            openedRegion.set(Optional.empty());
        }
        region.set(Optional.of(name));
    }

    /// Account and region together, once the account has answered and may use the region.
    public ObservableValue<Optional<Place>> place() {
        return place;
    }

    @Override
    public String title() {
        return messages.text("account.step.title");
    }

    @Override
    public Set<Question> questions() {
        return Set.of(Question.REGION);
    }

    @Override
    public ObservableValue<Optional<String>> chosen() {
        return chosen;
    }

    @Override
    public ObservableValue<Optional<String>> missing() {
        return missing;
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }

    @Override
    public void open(ClusterSpec spec) {
        openedRegion.set(Optional.of(spec.region()));
        chooseRegion(spec.region());
    }

    @Override
    public Optional<Runnable> answer(Question question, List<String> values) {
        return new RegionAnswers(this, refusals).take(question, values);
    }

    /// Remembers the region and whose choice it is.
    ///
    /// @return gives both back
    Runnable keepRegion() {
        var before = region.get();
        var wasOpened = openedRegion.get();
        var wasByHand = regionByHand;
        return () -> {
            regionByHand = wasByHand;
            openedRegion.set(wasOpened);
            region.set(before);
        };
    }

    Refusals refusals() {
        return refusals;
    }

    private boolean isHeld() {
        return openedRegion.get().isPresent() && openedRegion.get().equals(region.get());
    }

    private Cloud keep(Cloud one) {
        opened.put(one, new Readings(InstantSource.system(), background::onWindow));
        return one;
    }

    private void preselect(Offer found) {
        if (profile.get().isEmpty()) {
            profile.set(found.preselected());
        }
    }

    private void settleRegion(List<Region> known) {
        var names = known.stream().map(Region::name).toList();
        if (region.get().isPresent() && regionByHand) {
            var name = region.get().get();
            if (!names.contains(name) && !isHeld()) {
                regionByHand = false;
                dropped.tell(messages.text("account.region.dropped", name));
            }
        }
        if (!regionByHand) {
            region.set(profile.get()
                    .flatMap(wantedRegion)
                    .filter(names::contains)
                    .or(() -> profile.get().flatMap(Connection::region).filter(names::contains)));
        }
    }

    private Optional<Place> findPlace() {
        return caller.value()
                .getValue()
                .flatMap(who -> regions.value().getValue().flatMap(known -> {
                    var enabled = known.stream()
                            .filter(Region::enabled)
                            .map(Region::name)
                            .toList();
                    return region.get().filter(enabled::contains).map(where -> {
                        var asked = cloud.value().getValue().orElseThrow();
                        return new Place(asked, who, where, enabled, opened.get(asked));
                    });
                }));
    }

    private Optional<String> findMissing() {
        return Obstacle.of(profile.get().isPresent(), List.of(cloud, caller), regions, region.get());
    }

    private String summarise() {
        var where = region.get().orElse("");
        return caller.value()
                .getValue()
                .map(who ->
                        where.isEmpty() ? who.account() : messages.text("account.step.summary", who.account(), where))
                .orElse(where);
    }
}
