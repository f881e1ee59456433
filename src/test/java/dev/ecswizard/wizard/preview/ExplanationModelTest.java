package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.Specs;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationModelTest {
    private final ObjectProperty<Optional<Draft>> draft = new SimpleObjectProperty<>(Optional.empty());
    private final ExplanationModel model = new ExplanationModel(draft);

    @Test
    void withoutATemplateThereIsNothingToSay() {
        model.look(1);
        model.light(Question.INSTANCE_TYPE);
        assertThat(model.choices().get()).isEmpty();
        assertThat(model.explained().get()).isEmpty();
        assertThat(model.lit().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyChoiceThatMadeLinesHasANameAndAnAnswer(Recipe recipe) {
        var lines = show(recipe);
        assertThat(model.choices().get())
                .extracting(MadeLines::question)
                .contains(Question.INSTANCE_TYPE, Question.RECIPE, Question.SUBNETS)
                .doesNotContain(Question.TAGS);
        assertThat(model.choices().get()).allSatisfy(choice -> {
            assertThat(choice.name()).isNotBlank();
            assertThat(choice.value()).as(choice.name()).isNotBlank();
            assertThat(choice.lines()).isNotEmpty().allMatch(line -> line >= 1 && line <= lines.size());
        });
    }

    @Test
    void theAnswerStandsInOneOfItsLines() {
        var lines = show(Recipe.STANDARD);
        var type = choice(Question.INSTANCE_TYPE);
        assertThat(type.value()).isEqualTo("t3.large");
        assertThat(type.lines()).anyMatch(line -> lines.get(line - 1).endsWith("Default: t3.large"));
    }

    @Test
    void aLineIsExplainedByTheChoicesThatMadeIt() {
        var lines = show(Recipe.STANDARD);
        model.look(lines.indexOf("    Default: t3.large") + 1);
        assertThat(model.explained().get()).hasValueSatisfying(explained -> {
            assertThat(explained.choices().getFirst()).isEqualTo(choice(Question.INSTANCE_TYPE));
            assertThat(explained.why()).isNotBlank();
            assertThat(explained.page()).hasHost("docs.aws.amazon.com");
        });

        model.look(lines.size() + 1);
        assertThat(model.explained().get()).isEmpty();
    }

    @Test
    void whatIsLitIsPutOutWhenItIsPressedAgain() {
        show(Recipe.STANDARD);
        model.toggle(Question.SUBNETS);
        assertThat(model.lit().get()).contains(choice(Question.SUBNETS));
        model.toggle(Question.INSTANCE_TYPE);
        assertThat(model.isLit(Question.SUBNETS)).isFalse();
        model.toggle(Question.INSTANCE_TYPE);
        assertThat(model.lit().get()).isEmpty();
    }

    @Test
    void whatIsLitMovesWithTheNextTemplateAndGoesWithItsChoice() {
        show(Recipe.PRODUCTION);
        model.light(Question.INSTANCE_TYPE);
        var before = model.lit().get();
        show(Recipe.CLASSIC);
        assertThat(model.lit().get()).isNotEqualTo(before).contains(choice(Question.INSTANCE_TYPE));

        show(Recipe.PRODUCTION);
        model.light(Question.TARGET_CAPACITY);
        show(Recipe.CLASSIC);
        assertThat(model.lit().get()).isEmpty();
    }

    private List<String> show(Recipe recipe) {
        var spec = Specs.of("web", recipe);
        var template = Template.of(spec);
        draft.set(Optional.of(new Draft.Made(spec, template)));
        return template.yaml().lines().toList();
    }

    private MadeLines choice(Question question) {
        return model.choices().get().stream()
                .filter(each -> each.question() == question)
                .findFirst()
                .orElseThrow();
    }
}
