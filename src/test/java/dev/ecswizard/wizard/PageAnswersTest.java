package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.account.AccountPage;
import dev.ecswizard.wizard.account.ActionsModel;
import dev.ecswizard.wizard.account.StacksModel;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.cluster.ClusterPage;
import dev.ecswizard.wizard.compute.ComputeModel;
import dev.ecswizard.wizard.compute.ComputePage;
import dev.ecswizard.wizard.network.NetworkModel;
import dev.ecswizard.wizard.network.NetworkPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class PageAnswersTest {
    private final List<FakeAnswer> models = FakeAnswer.three();
    private final Dropped dropped = new Dropped();
    private final PageAnswers answers = new PageAnswers(dropped);
    private List<FakePage> pages;
    private WizardModel order;

    @Start
    void show(Stage stage) {
        pages = models.stream().map(FakePage::new).toList();
        models.get(0).questions = Set.of(Question.REGION);
        models.get(1).questions = Set.of(Question.STACK_NAME, Question.TAGS);
        order = Shown.in(stage, pages);
        answers.lead(order, pages);
    }

    private void fill() {
        models.forEach(model -> model.answer(model.title));
        order.go(2);
    }

    @Test
    void everyQuestionBelongsToExactlyOnePage(FxRobot robot) {
        var asked = new AtomicReference<List<Question>>();
        robot.interact(() -> asked.set(
                realPages().flatMap(page -> page.model().questions().stream()).toList()));

        assertThat(asked.get()).containsExactlyInAnyOrder(Question.values());
    }

    @Test
    void everyQuestionHasItsFieldOnThePage(FxRobot robot) {
        robot.interact(() -> realPages().forEach(page -> {
            new Scene(page.root(), 1000, 700);
            page.model().questions().forEach(page::focus);
        }));
    }

    /// The pages that ask for answers, with nobody there to answer.
    private Stream<Page> realPages() {
        var background = new InOrder();
        background.hold();
        var account = new AccountModel(
                background,
                () -> new AccountModel.Offer(List.of(), Optional.empty(), List.of()),
                (_, _) -> Optional.empty(),
                Optional.empty(),
                dropped);
        var cluster = new ClusterModel(background, account.chosen(), account.place());
        var network = new NetworkModel(background, account.place(), account.profile(), cluster.recipe(), dropped);
        var compute = new ComputeModel(background, account.place(), network.zones(), cluster.recipe(), dropped);
        return Stream.of(
                new AccountPage(
                        account,
                        new ActionsModel(background, account),
                        new StacksModel(background, account.place()),
                        _ -> {}),
                new ClusterPage(cluster),
                new NetworkPage(network, _ -> {}),
                new ComputePage(compute, _ -> {}));
    }

    @Test
    void theWayToAQuestionLeadsToItsPageAndField(FxRobot robot) {
        robot.interact(() -> {
            fill();
            answers.goTo(Question.TAGS);
        });

        assertThat(order.current().get()).isEqualTo(1);
        assertThat(pages.get(1).asking.isFocused()).isTrue();
    }

    @Test
    void onThePageItselfOnlyTheFieldChanges(FxRobot robot) {
        robot.interact(() -> {
            fill();
            order.go(1);
            models.getFirst().story.clear();
            answers.goTo(Question.STACK_NAME);
        });

        assertThat(order.current().get()).isEqualTo(1);
        assertThat(pages.get(1).asking.isFocused()).isTrue();
        assertThat(models.getFirst().story).isEmpty();
    }

    @Test
    void anAnswerThatIsMissingBeforeItIsShownInstead(FxRobot robot) {
        robot.interact(() -> {
            fill();
            models.getFirst().forget();
            answers.goTo(Question.TAGS);
        });

        assertThat(order.current().get()).isZero();
        assertThat(pages.getFirst().field.isFocused()).isTrue();
    }

    @Test
    void anAnswerIsUsedWhereverThePersonIs(FxRobot robot) {
        robot.interact(() -> {
            fill();
            answers.use(Question.STACK_NAME, List.of("shop"));
        });

        assertThat(models.get(1).chosen.get()).contains("shop");
        assertThat(order.current().get()).isEqualTo(2);
    }

    @Test
    void takingItBackRestoresItAndWhatWasLostElsewhere(FxRobot robot) {
        dropped.tell("Told before.");
        robot.interact(() -> {
            fill();
            var back = answers.use(Question.REGION, List.of("us-east-1"));
            models.get(1).forget();
            dropped.tell("The stack name: it is not in us-east-1.");
            back.run();
        });

        assertThat(models).extracting(model -> model.chosen.get().orElse("")).containsExactly("one", "two", "three");
        assertThat(dropped.sentences()).containsExactly("Told before.");
    }

    @Test
    void whatIsNoAnswerIsShownAtItsField(FxRobot robot) {
        robot.interact(() -> {
            fill();
            answers.use(Question.STACK_NAME, List.of("")).run();
        });

        assertThat(models.get(1).chosen.get()).contains("two");
        assertThat(order.current().get()).isEqualTo(1);
        assertThat(pages.get(1).asking.isFocused()).isTrue();
    }

    @Test
    void whatNobodyAsksIsADefect(FxRobot robot) {
        assertThatThrownBy(() -> answers.goTo(Question.IMAGES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("IMAGES");
    }
}
