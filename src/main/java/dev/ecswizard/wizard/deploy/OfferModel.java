package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Place;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What would be made of the choices, and whether it may be.
public final class OfferModel {
    private final Messages messages = Messages.of(OfferModel.class);
    private final ObservableValue<Optional<Offer.Wanted>> wanted;
    private final ObservableValue<Optional<String>> obstacle;
    private final Load<Offer> offer;
    private final ObjectProperty<Optional<Known>> known = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty capabilities = new SimpleBooleanProperty();
    private final GateModel gate;
    private final ObservableValue<Boolean> ready;
    private final ObservableValue<Optional<String>> missing;

    /// @param template what the choices make
    /// @param obstacle why a stack of these choices would fail, in words
    public OfferModel(
            Background background,
            ObservableValue<Optional<ClusterSpec>> spec,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<Template>> template,
            ObservableValue<Optional<String>> obstacle,
            GateModel gate) {
        this.obstacle = obstacle;
        this.gate = gate;
        wanted = Bindings.createObjectBinding(
                () -> place.getValue()
                        .flatMap(where -> spec.getValue()
                                .flatMap(what -> template.getValue()
                                        .map(body -> new Offer.Wanted(where, what, body, changed(where, what))))),
                spec,
                place,
                template,
                known);
        offer = Load.of(background, wanted, Offer.Wanted::offer);
        // what was ticked was ticked for another template
        wanted.subscribe((before, now) -> {
            if (before.flatMap(one -> now.filter(one::isSame)).isEmpty()) {
                capabilities.set(false);
            }
        });
        ready = Bindings.createObjectBinding(
                this::findReady, offer.value(), obstacle, capabilities, gate.isOpen(), gate.isWaiting());
        missing = Bindings.createObjectBinding(
                () -> wanted.getValue().isPresent()
                        ? obstacle.getValue()
                        : Optional.of(messages.text("deploy.offer.missing")),
                wanted,
                obstacle);
    }

    /// What the button would make; idle while an answer or the account is missing.
    public Load<Offer> offer() {
        return offer;
    }

    /// A stack that is there. If the choices bear its name, in its account and region, it is changed; else a stack is
    /// made.
    public ObjectProperty<Optional<Known>> known() {
        return known;
    }

    private Optional<Known> changed(Place where, ClusterSpec what) {
        return known.get()
                .filter(stack ->
                        stack.is(what.cluster().stackName(), where.caller().account(), what.region()));
    }

    /// Whether the person has acknowledged the capabilities that the template needs.
    public BooleanProperty capabilities() {
        return capabilities;
    }

    /// Why a stack of these choices would fail, in words; nothing is deployed while there is such a reason.
    public ObservableValue<Optional<String>> obstacle() {
        return obstacle;
    }

    /// What the checks found that the person has to accept before.
    public GateModel gate() {
        return gate;
    }

    /// Whether the person may say so now, as far as the choices go.
    ObservableValue<Boolean> isReady() {
        return ready;
    }

    /// What keeps the page from being complete, in words.
    ObservableValue<Optional<String>> missing() {
        return missing;
    }

    /// What the pages before have chosen.
    ObservableValue<Optional<Offer.Wanted>> wanted() {
        return wanted;
    }

    private boolean findReady() {
        return obstacle.getValue().isEmpty()
                && gate.isOpen().getValue()
                && !gate.isWaiting().get()
                && offer.value()
                        .getValue()
                        .filter(now -> capabilities.get() || now.capabilities().isEmpty())
                        .isPresent();
    }
}
