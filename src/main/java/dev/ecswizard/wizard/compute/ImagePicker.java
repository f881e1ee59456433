package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Place;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.value.ObservableValue;

/// Which image the hosts boot in which region: the newest one, or the one that an opened file names.
final class ImagePicker {
    /// Images that an opened file names, by region.
    private record Pinned(Architecture architecture, Map<String, String> images) {}

    private final ObservableValue<Optional<Place>> place;
    private final Load<Map<Architecture, Image>> here;
    private final Elsewhere elsewhere;
    private Optional<Pinned> pinned = Optional.empty();
    private Optional<Elsewhere.Wanted> lookedUp = Optional.empty();

    /// @param place where to ask; nothing is asked while there is none
    ImagePicker(Background background, ObservableValue<Optional<Place>> place) {
        this.place = place;
        here = Load.from(
                background,
                place,
                where -> where.reading("images", () -> where.cloud().images().newestIn(where.region())));
        elsewhere = new Elsewhere(background);
        here.value()
                .subscribe(found -> found.ifPresent(images -> place.getValue()
                        .ifPresent(where -> elsewhere.learn(where.cloud(), where.region(), images.values()))));
    }

    /// The newest images of the chosen region; an architecture without one is not in it.
    Load<Map<Architecture, Image>> here() {
        return here;
    }

    Elsewhere elsewhere() {
        return elsewhere;
    }

    void open(ClusterSpec spec) {
        pinned = Optional.of(
                        new Pinned(spec.compute().architecture(), spec.compute().images()))
                .filter(file -> !file.images().isEmpty());
    }

    /// Uses these images.
    ///
    /// @param images by region, at least one
    void pin(Architecture architecture, Map<String, String> images) {
        pinned = Optional.of(new Pinned(architecture, images));
    }

    /// Remembers which images were named.
    ///
    /// @return gives them back
    Runnable keep() {
        var before = pinned;
        return () -> pinned = before;
    }

    /// Whether an opened file says which images to use.
    boolean arePinned() {
        return pinned.isPresent();
    }

    /// The architecture of the opened file's images.
    Optional<Architecture> pinnedArchitecture() {
        return pinned.map(Pinned::architecture);
    }

    /// The opened file's images; possibly none.
    Map<String, String> pinnedImages() {
        return pinned.map(Pinned::images).orElse(Map.of());
    }

    boolean isPinnedFor(String region) {
        return pinned.filter(file -> file.images().containsKey(region)).isPresent();
    }

    void unpin() {
        pinned = Optional.empty();
    }

    /// Looks the other regions' images up when they are needed and have not been; stops when they are not.
    void lookElsewhere(Optional<Architecture> architecture) {
        var wanted = place.getValue()
                .filter(_ -> !arePinned())
                .flatMap(where -> architecture
                        .filter(one -> newest(one).isPresent())
                        .map(one -> new Elsewhere.Wanted(
                                where.cloud(),
                                one,
                                where.enabledRegions().stream()
                                        .filter(region -> !region.equals(where.region()))
                                        .toList())));
        if (!wanted.equals(lookedUp)) {
            lookedUp = wanted;
            wanted.ifPresentOrElse(elsewhere::lookUp, elsewhere::forget);
        }
    }

    /// Whether the other regions' images are looked up or have been.
    boolean isLookingElsewhere() {
        return lookedUp.isPresent();
    }

    /// The newest image of the chosen region, once it is there.
    Optional<Image> newest(Architecture architecture) {
        return here.value().getValue().map(images -> images.get(architecture));
    }

    /// The image that the hosts boot in the region.
    Optional<Choice<Image>> image(String region, Architecture architecture) {
        var found = newest(architecture);
        return pinned.map(file -> file.images().get(region))
                .map(id -> new Choice<>(id, found.filter(image -> image.id().equals(id))))
                .or(() -> found.map(image -> new Choice<>(image.id(), Optional.of(image))));
    }

    /// Image ids by region, once every region has been asked or is not waited for.
    Optional<Map<String, String>> images(String region, Architecture architecture) {
        if (arePinned()) {
            return pinned.map(Pinned::images);
        }
        return newest(architecture)
                .filter(_ -> lookedUp.isPresent() && !elsewhere.progress().get().isRunning())
                .map(image -> {
                    var images = new TreeMap<String, String>();
                    elsewhere.progress().get().images().forEach((other, its) -> images.put(other, its.id()));
                    images.put(region, image.id());
                    return images;
                });
    }
}
