package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.ui.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The images of the regions other than the chosen one. Each region is asked by itself, some at a time, so that it can
/// be said how far it has come and what is there can be used when the person does not want to wait for the rest.
final class Elsewhere {
    /// Regions asked at the same time.
    private static final int AT_ONCE = 8;

    /// What is looked up.
    record Wanted(Cloud cloud, Architecture architecture, List<String> regions) {
        Wanted {
            regions = List.copyOf(regions);
        }
    }

    /// How far it has come.
    ///
    /// @param total how many regions there are to ask
    /// @param images by region
    /// @param without regions that answered and have no such image
    /// @param problems by region, for those that could not be asked
    /// @param isStopped whether the person did not want to wait
    record Progress(
            int total,
            Map<String, Image> images,
            List<String> without,
            Map<String, Exception> problems,
            boolean isStopped) {
        static final Progress NONE = new Progress(0, Map.of(), List.of(), Map.of(), false);

        Progress {
            images = Map.copyOf(images);
            without = List.copyOf(without);
            problems = Map.copyOf(problems);
        }

        int answered() {
            return images.size() + without.size() + problems.size();
        }

        boolean isRunning() {
            return !isStopped && answered() < total;
        }

        /// Whether it can be worth while to ask once more.
        boolean isIncomplete() {
            return isStopped || !problems.isEmpty();
        }

        /// Whether there is something that a person should know.
        boolean lacks() {
            return !isRunning() && (isIncomplete() || images.isEmpty());
        }
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final Map<Architecture, Map<String, Image>> known = new EnumMap<>(Architecture.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<Background.Handle> running = new ArrayList<>();
    private final Map<String, Image> images = new TreeMap<>();
    private final TreeSet<String> without = new TreeSet<>();
    private final Map<String, Exception> problems = new TreeMap<>();
    private Optional<Cloud> knownTo = Optional.empty();
    private Optional<Wanted> wanted = Optional.empty();
    private int underWay;

    Elsewhere(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Takes over what the chosen region's own list says, so that it is not asked again once another one is chosen.
    void learn(Cloud cloud, String region, Collection<Image> found) {
        know(cloud);
        found.forEach(image -> known.computeIfAbsent(image.architecture(), _ -> new TreeMap<>())
                .put(region, image));
    }

    private void know(Cloud cloud) {
        if (knownTo.filter(cloud::equals).isEmpty()) {
            known.clear();
        }
        knownTo = Optional.of(cloud);
    }

    /// Drops what is under way and looks these up; those that this cloud has answered before are not asked again.
    void lookUp(Wanted now) {
        stopAll();
        know(now.cloud());
        wanted = Optional.of(now);
        images.clear();
        images.putAll(known.computeIfAbsent(now.architecture(), _ -> new TreeMap<>()));
        images.keySet().retainAll(now.regions());
        without.clear();
        askTheRest(now);
    }

    /// Asks once more those regions that failed or were not waited for.
    void retry() {
        stopAll();
        wanted.ifPresent(this::askTheRest);
    }

    /// Makes do with what is there.
    void cancel() {
        if (progress.get().isRunning()) {
            stopAll();
            publish(true);
        }
    }

    void forget() {
        stopAll();
        wanted = Optional.empty();
        progress.set(Progress.NONE);
    }

    private void askTheRest(Wanted now) {
        problems.clear();
        now.regions().stream()
                .filter(region -> !images.containsKey(region) && !without.contains(region))
                .forEach(waiting::add);
        publish(false);
        fill(now);
    }

    private void fill(Wanted now) {
        while (underWay < AT_ONCE && !waiting.isEmpty()) {
            var region = waiting.removeFirst();
            underWay++;
            running.add(background.start(
                    () -> now.cloud().images().newest(now.architecture(), List.of(region)),
                    found -> heard(now, region, found),
                    problem -> failed(now, region, problem)));
        }
    }

    private void heard(Wanted now, String region, Images.Found found) {
        var image = found.images().get(region);
        var problem = found.problems().get(region);
        if (image != null) {
            images.put(region, image);
            known.get(now.architecture()).put(region, image);
        } else if (problem != null) {
            problems.put(region, problem);
        } else {
            without.add(region);
        }
        goOn(now);
    }

    private void failed(Wanted now, String region, Exception problem) {
        problems.put(region, problem);
        goOn(now);
        if (!(problem instanceof CloudProblem)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(problem);
        }
    }

    private void goOn(Wanted now) {
        underWay--;
        publish(false);
        fill(now);
    }

    private void publish(boolean isStopped) {
        progress.set(new Progress(
                wanted.map(each -> each.regions().size()).orElse(0),
                images,
                List.copyOf(without),
                problems,
                isStopped));
    }

    private void stopAll() {
        running.forEach(Background.Handle::stop);
        running.clear();
        waiting.clear();
        underWay = 0;
    }
}
