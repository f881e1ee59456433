package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.ReadBack;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The stacks of the chosen region that this app made or that are of one of its recipes, and what can be done with
/// each.
public final class StacksModel {
    /// What is done with a stack by other pages.
    public interface Hand {
        /// Fills the wizard with a stack's choices.
        ///
        /// @param name of the stack
        /// @param known the stack, where it is to be changed; nothing where another one is to be made
        /// @param retried the place and the stack whose remains are to be deleted first, if any
        void open(String name, ClusterSpec spec, Optional<Known> known, Optional<Taken> retried);

        /// Does with it what needs none of its choices.
        void take(Taken stack, StackAction action);
    }

    /// A stack, and where it is.
    public record Taken(Place place, StackLine line) {}

    /// How opening a stack stands.
    public sealed interface Opening {}

    /// Nothing is being opened.
    public record Closed() implements Opening {}

    /// AWS is asked what stands there.
    public record Reading(String name) implements Opening {}

    /// Somebody has changed the template; is it to be opened all the same?
    public record Asking(Taken stack, StackAction action, Known known, ReadBack.Altered read) implements Opening {}

    /// It can not be opened.
    public record Refused(String why) implements Opening {}

    private record Read(Known known, ReadBack back) {}

    private final Messages messages = Messages.of(StacksModel.class);
    private final Background background;
    private final ObservableValue<Optional<Place>> place;
    private final Load<List<StackLine>> stacks;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableValue<List<StackLine>> shown;
    private final ObjectProperty<Optional<StackLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Opening> opening = new ReadOnlyObjectWrapper<>(new Closed());
    private final ObservableValue<Set<StackAction>> actions;
    private Optional<Hand> hand = Optional.empty();
    private Background.Handle running = () -> {};

    public StacksModel(Background background, ObservableValue<Optional<Place>> place) {
        this.background = background;
        this.place = place;
        stacks = Load.of(background, place, StacksModel::list);
        shown = Bindings.createObjectBinding(this::passing, stacks.value(), filter);
        actions = selected.map(line -> line.map(StackLine::actions).orElse(Set.of()));
        shown.subscribe(this::keepSelected);
        place.subscribe(_ -> close());
    }

    /// Who does what is wanted of a stack.
    public void hand(Hand other) {
        hand = Optional.of(other);
    }

    /// What there is, by name; idle while there is no account.
    public Load<List<StackLine>> stacks() {
        return stacks;
    }

    /// Words of which each stack shown has all, in its name, status or recipe.
    public StringProperty filter() {
        return filter;
    }

    public ObservableValue<List<StackLine>> shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<Optional<StackLine>> selected() {
        return selected;
    }

    public void select(Optional<StackLine> line) {
        if (!line.equals(selected.get())) {
            selected.set(line);
            close();
        }
    }

    /// What can be done with the selected one.
    public ObservableValue<Set<StackAction>> actions() {
        return actions;
    }

    /// Why nothing may be done to a stack now, in words; opening one is always allowed.
    public ObjectProperty<Optional<String>> obstacle() {
        return obstacle;
    }

    public ReadOnlyObjectProperty<Opening> opening() {
        return opening.getReadOnlyProperty();
    }

    /// Asks for the stacks of now.
    public void refresh() {
        stacks.retry();
    }

    /// Does it with the selected stack, if that can be done and nothing is in the way.
    public void take(StackAction action) {
        if (!actions.getValue().contains(action) || hand.isEmpty()) {
            return;
        }
        var taken = new Taken(place.getValue().orElseThrow(), selected.get().orElseThrow());
        switch (action) {
            case OPEN, CHANGE -> open(taken, action);
            case RETRY -> {
                if (obstacle.get().isEmpty()) {
                    open(taken, action);
                }
            }
            case WATCH, ROLL_BACK, CANCEL_UPDATE, CONTINUE_ROLLBACK, DELETE, DELETE_RETAINING, CLEAN_UP -> {
                if (obstacle.get().isEmpty()) {
                    close();
                    hand.get().take(taken, action);
                }
            }
        }
    }

    /// Opens what was asked about, although somebody has changed its template.
    public void openAnyway() {
        if (opening.get() instanceof Asking(var taken, var action, var known, var read)) {
            close();
            handOn(taken, action, known, read.spec());
        }
    }

    /// Opens nothing.
    public void close() {
        running.stop();
        opening.set(new Closed());
    }

    private void open(Taken taken, StackAction action) {
        running.stop();
        opening.set(new Reading(taken.line().name()));
        running = background.start(() -> read(taken), read -> opened(taken, action, read), problem -> {
            if (!(problem instanceof CloudProblem said)) {
                close();
                throw new IllegalStateException(problem);
            }
            var words = Problem.of(said);
            opening.set(new Refused(messages.text("stacks.open.failed", words.what(), words.why())));
        });
    }

    private void opened(Taken taken, StackAction action, Optional<Read> read) {
        if (read.isEmpty()) {
            opening.set(
                    new Refused(messages.text("stacks.open.gone", taken.line().name())));
            return;
        }
        var known = read.get().known();
        switch (read.get().back()) {
            case ReadBack.Same(var spec) -> {
                close();
                handOn(taken, action, known, spec);
            }
            case ReadBack.Altered altered -> opening.set(new Asking(taken, action, known, altered));
            case ReadBack.Foreign(var why) -> opening.set(new Refused(why));
        }
    }

    private void handOn(Taken taken, StackAction action, Known known, ClusterSpec spec) {
        var isChange = taken.line().actions().contains(StackAction.CHANGE);
        hand.orElseThrow()
                .open(
                        taken.line().name(),
                        spec,
                        isChange ? Optional.of(known) : Optional.empty(),
                        action == StackAction.RETRY ? Optional.of(taken) : Optional.empty());
    }

    private static Optional<Read> read(Taken taken) {
        var where = taken.place();
        return Known.read(where.stacks(), taken.line().id())
                .map(known -> new Read(
                        known,
                        ReadBack.of(
                                new ReadBack.Standing(
                                        where.region(),
                                        known.name(),
                                        known.template(),
                                        known.parameters(),
                                        known.tags()),
                                type -> architecture(where, type))));
    }

    private static Optional<Architecture> architecture(Place where, String type) {
        return where.catalog().instanceTypes(List.of(type)).stream()
                .flatMap(found -> found.architecture().stream())
                .findFirst();
    }

    private static List<StackLine> list(Place where) {
        var changeSets = where.stacks().changeSets();
        return where.cloud().standing(where.region()).list().stream()
                .flatMap(stack -> StackLine.of(stack, changeSets).stream())
                .sorted(Comparator.comparing(StackLine::name))
                .toList();
    }

    private List<StackLine> passing() {
        var words = Stream.of(filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return stacks.value().getValue().orElse(List.of()).stream()
                .filter(line -> words.stream().allMatch(text(line)::contains))
                .toList();
    }

    private static String text(StackLine line) {
        return (line.name() + " " + line.status() + " "
                        + line.recipe().map(recipe -> recipe.key()).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    /// The same stack stays selected, as it is now; else the first one is, so that there is something to act on.
    private void keepSelected(List<StackLine> lines) {
        var same = selected.get()
                .flatMap(before -> lines.stream()
                        .filter(line -> line.id().equals(before.id()))
                        .findFirst());
        select(same.or(() -> lines.stream().findFirst()));
    }
}
