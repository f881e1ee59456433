package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionsModelTest {
    private final InOrder background = new InOrder();
    private final FakeCloud ops = new FakeCloud("ops");
    private final FakeCloud lab = new FakeCloud("lab");
    private final List<String> taken = new ArrayList<>();
    private final List<Caller> gone = new ArrayList<>();
    private final Action.Choice weather = new Action.Choice(
            "Weather",
            "What it is like outside.",
            "All begins anew.",
            "Take it",
            List.of(
                    new Action.Option("sun", "Sun", "Nothing falls."),
                    new Action.Option("rain", "Rain", "Water falls.")),
            "sun",
            this::take);
    private final AccountModel account = new AccountModel(
            background,
            () -> new AccountModel.Offer(List.of(ops, lab), Optional.of(ops), List.of()),
            (_, _) -> Optional.empty(),
            Optional.empty(),
            new Dropped());
    private final ActionsModel model = new ActionsModel(background, account);

    private void take(String option) {
        taken.add(option);
        lab.notice = Optional.of("It is " + option);
    }

    private void chooseLab() {
        lab.actions = List.of(weather);
        lab.notice = Optional.of("It is sun");
        account.chooseProfile(lab.id());
        model.whenGone(gone::add);
    }

    @Test
    void actionsAndNoticeAreThoseOfTheConnectionInUse() {
        assertThat(model.actions().get()).isEmpty();
        assertThat(model.notice().get()).isEmpty();

        chooseLab();

        assertThat(model.actions().get()).containsExactly(weather);
        assertThat(model.notice().get()).contains("It is sun");
    }

    @Test
    void takingAnOptionOpensTheConnectionAnewAndLoadsAllAgain() {
        chooseLab();
        var places = new ArrayList<Optional<Place>>();
        account.place().subscribe(place -> places.add(place));
        var order = new ArrayList<String>();
        lab.onOpen = () -> order.add("opened after " + taken + " and " + gone.size() + " told");

        model.take(weather, "rain");

        assertThat(order).containsExactly("opened after [rain] and 1 told");
        assertThat(gone).containsExactly(lab.who);
        assertThat(model.notice().get()).contains("It is rain");
        assertThat(places).hasSizeGreaterThanOrEqualTo(3);
        assertThat(places.get(1)).isEmpty();
        assertThat(places.getLast()).isPresent();
    }

    @Test
    void nothingIsTakenWhileSomethingStandsAgainstIt() {
        chooseLab();
        model.obstacle().set(Optional.of("Wait."));

        model.take(weather, "rain");
        assertThat(taken).isEmpty();

        model.obstacle().set(Optional.empty());
        model.take(weather, "rain");
        assertThat(taken).containsExactly("rain");
    }

    @Test
    void aSecondOptionIsNotTakenWhileTheFirstIsOnItsWay() {
        chooseLab();
        background.hold();
        model.take(weather, "rain");
        model.take(weather, "sun");
        background.release();

        assertThat(taken).containsExactly("rain");
    }
}
