package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.ReadBack;
import dev.ecswizard.ui.Background;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What is learnt of a stack once it stands: the next choices change it, and the pages follow what else has changed it.
final class Learning {
    private final Background background;
    private final OfferModel offered;
    private final Refill refill;
    private final ObservableValue<State> state;
    private final ObjectProperty<Optional<Standing>> stands = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Boolean> made;

    Learning(Background background, OfferModel offered, Refill refill, ObservableValue<State> state) {
        this.background = background;
        this.offered = offered;
        this.refill = refill;
        this.state = state;
        made = Bindings.createBooleanBinding(
                () -> offered.offer().value().getValue().filter(this::isMade).isPresent(),
                offered.offer().value(),
                stands,
                state);
        state.subscribe(this::learn);
    }

    /// Whether the stack of just these choices is being made or is there.
    ObservableValue<Boolean> isMade() {
        return made;
    }

    /// What was made by these choices is changed by the next ones, until it is deleted.
    private void learn(State now) {
        if (now.asked().isPresent()) {
            stands.set(Optional.empty());
        }
        if (now instanceof State.Ended(var run, var _, Outcome.Succeeded _, var _)) {
            know(run.stacks(), run.stackId());
        } else if (now instanceof State.Ended(var _, var _, Outcome.Deleted _, var _)) {
            offered.known().set(Optional.empty());
        }
    }

    /// What a stack is made of, after something else than the pages has changed it.
    private record Standing(String stackId, ClusterSpec spec) {}

    private boolean isMade(Offer offer) {
        var now = state.getValue();
        return stands.get()
                .filter(each -> now.shown().map(Run::stackId).equals(Optional.of(each.stackId)))
                .map(each -> each.spec.equals(offer.wanted().spec()))
                .orElseGet(() -> now.isMakingOrMade(offer));
    }

    private record Learnt(Optional<Known> stack, Optional<ReadBack> made) {}

    /// Has the choices become that stack.
    void know(Stacks stacks, String nameOrId) {
        var wanted = refill.wanted(nameOrId);
        background.start(
                () -> {
                    var stack = Known.read(stacks, nameOrId);
                    return new Learnt(stack, wanted.flatMap(each -> stack.map(each::read)));
                },
                learnt -> {
                    offered.known().set(learnt.stack);
                    wanted.ifPresent(each -> learnt.made.ifPresent(made -> {
                        if (made instanceof ReadBack.Same(var standing)) {
                            stands.set(Optional.of(new Standing(nameOrId, standing)));
                        }
                        refill.take(each, made);
                    }));
                },
                problem -> {
                    if (!(problem instanceof CloudProblem)) {
                        // a defect, and not for the page alone to know
                        throw new IllegalStateException(problem);
                    }
                });
    }
}
