package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Background;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FileHold;
import dev.ecswizard.wizard.PageModel;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Refusals;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the hosts are and how many: instance type, sizes, image and key pair.
///
/// Nothing is asked of AWS before the person first reaches the page. The images of the other regions are looked up
/// last, by themselves; going on waits for them unless the person does not want to.
public final class ComputeModel implements PageModel<Compute> {
    private final ComputeWords words = new ComputeWords();
    private final ObservableValue<Optional<Place>> place;
    private final Dropped dropped;
    /// The place, from when the page was first reached.
    private final ObjectProperty<Optional<Place>> activePlace = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Optional<TypeBrowser.Market>> market;
    private final ObservableValue<Set<Architecture>> withImage;

    private final KeyPicker keys;
    private final TypePicker types;
    private final ImagePicker picker;

    private final Fleets fleets;
    private final ReadOnlyObjectWrapper<Optional<Choice<Image>>> image = nothing();
    private final ReadOnlyObjectWrapper<Optional<Image>> newer = nothing();
    private final ReadOnlyObjectWrapper<Optional<Compute>> chosen = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> missing = nothing();
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
    private boolean active;
    private final FileHold hold = new FileHold();
    private Optional<Architecture> openedArchitecture = Optional.empty();
    private final ComputeAnswers answers = new ComputeAnswers(this, hold);

    /// @param place where the hosts will run
    /// @param zones those of the chosen subnets, once they are known
    /// @param recipe says which type to begin with
    public ComputeModel(
            Background background,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<Set<String>>> zones,
            ObservableValue<Recipe> recipe,
            Dropped dropped) {
        this.place = place;
        this.dropped = dropped;
        fleets = new Fleets(recipe);
        market = TypeBrowser.Market.of(activePlace, zones);
        picker = new ImagePicker(background, activePlace);
        keys = new KeyPicker(background, activePlace);
        withImage =
                picker.here().value().map(found -> found.map(Map::keySet).orElse(EnumSet.allOf(Architecture.class)));
        types = new TypePicker(new TypeBrowser(background, activePlace, market, withImage), recipe, dropped);
        place.subscribe(this::settlePlace);
        browser()
                .types()
                .subscribe(there -> there.ifPresent(_ -> place.getValue().ifPresent(hold::asked)));
        for (var each : List.of(browser().types(), types.name(), recipe)) {
            each.subscribe(_ -> checkPinned());
        }
        keys.there().value().subscribe(there -> there.ifPresent(this::settleKey));
        for (var each : List.of(
                place,
                zones,
                browser().types(),
                browser().load().state(),
                picker.here().state(),
                keys.there().state())) {
            each.subscribe(_ -> update());
        }
        for (var each : List.of(types.name(), keys.name().name())) {
            each.subscribe(_ -> update());
        }
        fleets.answers().forEach(each -> each.subscribe(_ -> update()));
        picker.elsewhere().progress().subscribe(_ -> update());
        answers.follow();
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> nothing() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    TypePicker type() {
        return types;
    }

    TypeBrowser browser() {
        return types.browser();
    }

    TypeFinder finder() {
        return types.finder();
    }

    ImagePicker picker() {
        return picker;
    }

    KeyPicker keys() {
        return keys;
    }

    Fleets fleets() {
        return fleets;
    }

    Sizes sizes() {
        return fleets.sizes();
    }

    ManagedFleet managed() {
        return fleets.managed();
    }

    ObservableValue<Optional<String>> instanceType() {
        return types.name();
    }

    void chooseInstanceType(String name) {
        types.choose(name);
    }

    /// The image that the hosts boot here; without facts while only an opened file names it.
    ReadOnlyObjectProperty<Optional<Choice<Image>>> image() {
        return image.getReadOnlyProperty();
    }

    /// The newest image, where an opened file names another one.
    ReadOnlyObjectProperty<Optional<Image>> newer() {
        return newer.getReadOnlyProperty();
    }

    /// Lets go of the images of the opened file.
    void takeNewestImages() {
        picker.unpin();
        activate();
        update();
    }

    /// The chosen type, once AWS has told of it.
    Optional<InstanceType> typeFacts() {
        return types.facts();
    }

    /// Why an alternate can not stand beside the first choice, in words.
    Optional<String> misfit(String alternate) {
        return managed().alternates().misfit(alternate, typeFacts(), types()).map(words::misfit);
    }

    /// Where the hosts will run.
    Optional<String> region() {
        return place.getValue().map(Place::region).or(hold::region);
    }

    @Override
    public String title() {
        return words.text("compute.step.title");
    }

    @Override
    public Set<Question> questions() {
        return EnumSet.range(Question.INSTANCE_TYPE, Question.IMAGES);
    }

    @Override
    public ObservableValue<Optional<Compute>> chosen() {
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
        var compute = spec.compute();
        hold.open(
                spec.region(),
                place.getValue().filter(_ -> keys.there().value().getValue().isPresent()));
        openedArchitecture = Optional.of(compute.architecture());
        picker.open(spec);
        fleets.open(compute.fleet());
        keys.name().open(compute.keyName());
        types.open(compute.instanceType());
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

    @Override
    public void reached() {
        activate();
    }

    private void activate() {
        active = true;
        activePlace.set(place.getValue());
    }

    Optional<Types> types() {
        return browser().types().getValue();
    }

    /// Another region than that of the opened file, or another account, ends what the file alone vouched for.
    private void settlePlace(Optional<Place> now) {
        now.filter(hold::endsIn).map(Place::region).ifPresent(region -> {
            answers.lost();
            types.leaveFile();
            keys.name().leaveFile();
            if (picker.arePinned() && !picker.isPinnedFor(region)) {
                picker.unpin();
                dropped.tell(words.imagesDropped(region));
            }
            active = true;
        });
        // last, since answers that come at once are held against what has been settled
        activePlace.set(now.filter(_ -> active));
    }

    private void settleKey(List<String> there) {
        place.getValue().ifPresent(hold::asked);
        keys.name().hold(there).ifPresent(gone -> dropped.tell(words.keyDropped(gone)));
    }

    private void checkPinned() {
        var needed = typeFacts().flatMap(InstanceType::architecture);
        if (picker.arePinned() && needed.isPresent() && !needed.equals(picker.pinnedArchitecture())) {
            answers.lost();
            picker.unpin();
            dropped.tell(words.imagesDropped(needed.get()));
            update();
        }
    }

    /// That of the chosen type, once it is known.
    Optional<Architecture> architecture() {
        return typeFacts()
                .flatMap(InstanceType::architecture)
                .or(() -> openedArchitecture.filter(_ -> types.isFromFile()));
    }

    void update() {
        var architecture = architecture();
        picker.lookElsewhere(architecture.filter(_ -> fleets.imageSource() == ImageSource.PINNED));
        image.set(region().flatMap(where -> architecture.flatMap(one -> picker.image(where, one))));
        newer.set(architecture
                .flatMap(picker::newest)
                .filter(newest -> picker.arePinned()
                        && image.get().filter(Choice::isUnknown).isPresent()));
        var slice = slice(architecture);
        missing.set(new Obstacles(this, words).first(architecture));
        chosen.set(slice);
        summary.set(types.name()
                .getValue()
                .map(name -> words.summary(name, fleets.range()))
                .orElse(""));
    }

    private Optional<Compute> slice(Optional<Architecture> architecture) {
        if (!keys.isSettled()) {
            return Optional.empty();
        }
        return types.name()
                .getValue()
                .flatMap(type -> architecture
                        .filter(one -> Compute.checkArchitecture(type, one).isEmpty())
                        .flatMap(one -> fleets.fleet(type, one)
                                .flatMap(fleet -> images(one)
                                        .map(images -> new Compute(
                                                type,
                                                one,
                                                fleet,
                                                keys.name().name().get(),
                                                images)))));
    }

    private Optional<Map<String, String>> images(Architecture architecture) {
        return switch (fleets.imageSource()) {
            case PINNED -> region().flatMap(where -> picker.images(where, architecture));
            case SSM -> Optional.of(picker.pinnedImages());
        };
    }
}
