package dev.ecswizard.wizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterAnswersTest {
    private final ClusterModel model = new ClusterModel(
            new InOrder(),
            new SimpleObjectProperty<>(Optional.of("eu-west-1")),
            new SimpleObjectProperty<>(Places.in(Places.cloud(), "eu-west-1")));

    @BeforeEach
    void begin() {
        model.open(Specs.standard("web"));
    }

    private Runnable take(Question question, String... values) {
        return model.answer(question, List.of(values)).orElseThrow();
    }

    private String refusal(Question question) {
        return model.refusals().of(question).getValue().orElse("");
    }

    @Test
    void theNameIsTakenAndGivenBack() {
        var back = take(Question.STACK_NAME, "web-2");
        assertThat(model.chosen().getValue()).contains(new Cluster("web-2", Recipe.STANDARD, Map.of("team", "ops")));

        back.run();
        assertThat(model.chosen().getValue()).contains(new Cluster("web", Recipe.STANDARD, Map.of("team", "ops")));
    }

    @Test
    void aNameThatHadNotBeenMendedComesBackAsItWasTyped() {
        model.stackName().set("my web_");

        take(Question.STACK_NAME, "web").run();

        assertThat(model.stackName().get()).isEqualTo("my web_");
    }

    @Test
    void theRecipeIsTakenAndGivenBack() {
        var back = take(Question.RECIPE, "production");
        assertThat(model.recipe().get()).isEqualTo(Recipe.PRODUCTION);

        back.run();
        assertThat(model.recipe().get()).isEqualTo(Recipe.STANDARD);
    }

    @Test
    void tagsAreTakenInTheirOrderAndGivenBackWithRowsThatAreHalfTyped() {
        model.addTag().key().set("half");

        var back = take(Question.TAGS, "z", "1", "a=b", "2");
        assertThat(model.chosen().getValue().orElseThrow().tags().entrySet())
                .containsExactly(Map.entry("z", "1"), Map.entry("a=b", "2"));

        back.run();
        assertThat(model.tags()).extracting(row -> row.key().get()).containsExactly("team", "half");
        assertThat(model.tags()).extracting(row -> row.value().get()).containsExactly("ops", "");
    }

    @Test
    void noTagsAreAnAnswer() {
        take(Question.TAGS);

        assertThat(model.chosen().getValue().orElseThrow().tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STACK_NAME, my_web, letters",
        "STACK_NAME, '', letter",
        "RECIPE, huge, standard or production",
        "TAGS, aws:team, reserved",
        "TAGS, team, values"
    })
    void whatIsNoAnswerChangesNothingAndIsSaid(Question question, String value, String why) {
        var before = model.chosen().getValue();

        assertThat(model.answer(question, List.of(value))).isEmpty();

        assertThat(model.chosen().getValue()).isEqualTo(before);
        assertThat(refusal(question)).contains(why).contains("was not taken. The answer ");
    }

    @Test
    void aNameThatMakesTheRoleTooLongIsRefused() {
        assertThat(model.answer(Question.STACK_NAME, List.of("a".repeat(60)))).isEmpty();

        assertThat(refusal(Question.STACK_NAME)).contains("IAM allows 64");
    }

    @Test
    void theSameTagTwiceIsRefused() {
        assertThat(model.answer(Question.TAGS, List.of("a", "1", "a", "2"))).isEmpty();

        assertThat(model.chosen().getValue().orElseThrow().tags()).isEqualTo(Map.of("team", "ops"));
    }

    @Test
    void aRefusalEndsWhenThePersonAnswers() {
        model.answer(Question.STACK_NAME, List.of("_"));
        model.answer(Question.RECIPE, List.of("huge"));
        model.answer(Question.TAGS, List.of("aws:team", "ops"));

        model.stackName().set("shop");
        model.recipe().set(Recipe.CLASSIC);
        model.addTag();

        assertThat(refusal(Question.STACK_NAME) + refusal(Question.RECIPE) + refusal(Question.TAGS))
                .isEmpty();
    }

    @Test
    void aRefusalEndsWithAnAnswerThatWasThereAlready() {
        model.answer(Question.STACK_NAME, List.of("_"));

        take(Question.STACK_NAME, "web");

        assertThat(refusal(Question.STACK_NAME)).isEmpty();
    }

    @Test
    void whatIsAskedElsewhereIsADefect() {
        assertThatThrownBy(() -> model.answer(Question.REGION, List.of("eu-west-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
