package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Renewal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.ui.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What can be done with a stack that is there without a walk through the pages: another size, and the newest image.
/// Both keep the stack's own template and every other value, and are reviewed as any change is.
public final class KnownModel {
    private static final String SIZE = "ClusterSize";
    private static final String LEAST = "ClusterMinSize";
    private static final String MOST = "ClusterMaxSize";

    private final Messages messages = Messages.of(KnownModel.class);
    private final Course course;
    private final Refill refill;
    private final ObservableValue<Optional<Offer>> offer;
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty most = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper scaling = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Optional<String>> problem;

    /// @param refill has the pages follow
    KnownModel(OfferModel offered, Course course, Refill refill) {
        this.course = course;
        this.refill = refill;
        offer = Bindings.createObjectBinding(
                () -> offered.offer()
                        .value()
                        .getValue()
                        .filter(now -> now.known().isPresent())
                        .filter(_ -> isFree(course.state().get())),
                offered.offer().value(),
                course.state());
        offer.subscribe(now -> {
            if (now.isEmpty()) {
                scaling.set(false);
            }
        });
        problem = Bindings.createObjectBinding(this::findProblem, offer, size, most);
    }

    private static boolean isFree(State state) {
        return !state.isUnderWay() && !(state instanceof State.Reviewing);
    }

    /// What the pages would make of it; nothing while no stack is known or something is under way.
    public ObservableValue<Optional<Offer>> offer() {
        return offer;
    }

    /// Whether the person is about to give it another size.
    public ReadOnlyBooleanProperty isScaling() {
        return scaling.getReadOnlyProperty();
    }

    /// Hosts; the least number of them where ECS scales the group.
    public StringProperty size() {
        return size;
    }

    /// The most hosts there may be.
    public StringProperty most() {
        return most;
    }

    /// What is wrong with the sizes, in words.
    public ObservableValue<Optional<String>> problem() {
        return problem;
    }

    /// Whether ECS scales the group between two sizes.
    boolean isManaged() {
        return known().filter(stack -> stack.parameters().containsKey(LEAST)).isPresent();
    }

    /// Asks for other sizes, beginning with those that the stack has.
    public void ask() {
        known().ifPresent(stack -> {
            size.set(stack.parameters().getOrDefault(isManaged() ? LEAST : SIZE, ""));
            most.set(stack.parameters().getOrDefault(MOST, ""));
            scaling.set(true);
        });
    }

    public void leave() {
        scaling.set(false);
    }

    /// Has CloudFormation work out what other sizes alone would do. It stops where that is more than sizes.
    public void scale() {
        if (scaling.get() && problem.getValue().isEmpty()) {
            var now = offer.getValue().orElseThrow();
            var stack = now.known().orElseThrow();
            var sizes = Map.of(
                    isManaged() ? LEAST : SIZE,
                    size.get().strip(),
                    MOST,
                    most.get().strip());
            scaling.set(false);
            refill.expectSizes(now);
            course.review().withdraw();
            course.proposing().propose(now, () -> Submission.values(now.stacks(), stack, sizes), this::objection);
        }
    }

    /// Has CloudFormation work out what the newest image alone would do.
    public void renew() {
        offer.getValue().ifPresent(now -> {
            var wanted = now.wanted();
            var stack = now.known().orElseThrow();
            refill.expectImages(now);
            course.review().withdraw();
            course.proposing()
                    .propose(
                            now,
                            () -> Renewal.of(
                                    now.stacks(),
                                    wanted.place().cloud().images(),
                                    stack,
                                    now.region(),
                                    wanted.spec().compute().architecture()),
                            _ -> Optional.empty());
        });
    }

    private Optional<String> objection(Proposal.Ready ready) {
        var more = ready.beyondSizes();
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.text(
                        "deploy.scale.more",
                        more.stream()
                                .map(line -> messages.text(
                                        "deploy.scale.other",
                                        line.brief(),
                                        messages.text("deploy.change.kind."
                                                + line.kind().name())))
                                .collect(Collectors.joining("; "))));
    }

    private Optional<Known> known() {
        return offer.getValue().flatMap(Offer::known);
    }

    private Optional<String> findProblem() {
        var hosts = number(size.get());
        var limit = number(most.get());
        if (hosts.isEmpty() || limit.isEmpty()) {
            return Optional.of(messages.text("deploy.scale.number"));
        }
        var broken = isManaged()
                ? Scaling.checkSizes(hosts.get(), limit.get())
                : Fleet.Fixed.checkSizes(hosts.get(), limit.get());
        return broken.map(why -> messages.text(
                "deploy.scale.problem",
                messages.text(
                        why.rule() == Rule.CLUSTER_SIZE || why.rule() == Rule.CLUSTER_MIN_SIZE
                                ? "deploy.scale.theSize"
                                : "deploy.scale.theMost"),
                why.sentence()));
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
