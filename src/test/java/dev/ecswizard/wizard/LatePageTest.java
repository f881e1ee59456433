package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.WindowExtension;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class LatePageTest {
    private final List<FakeAnswer> answers = FakeAnswer.three();
    private final List<FakePage> built = new ArrayList<>();
    private final List<LatePage> pages = answers.stream()
            .map(answer -> new LatePage(answer, () -> {
                var page = new FakePage(answer);
                built.add(page);
                return page;
            }))
            .toList();
    private WizardModel order;

    @Start
    void show(Stage stage) {
        order = Shown.in(stage, pages);
    }

    @Test
    void aPageIsBuiltOnceWhenThePersonComesToIt(FxRobot robot) {
        assertThat(built).extracting(page -> page.model.title).containsExactly("one");
        assertThat(built.getFirst().field.isFocused()).isTrue();

        robot.interact(() -> {
            answers.forEach(answer -> answer.answer("a"));
            order.go(2);
            order.go(0);
            order.go(2);
        });

        assertThat(built).extracting(page -> page.model.title).containsExactly("one", "three");
        assertThat(built.getLast().field.isFocused()).isTrue();
    }

    @Test
    void onlyWhatWasBuiltCanKeepTheWindowOpen(FxRobot robot) {
        assertThat(pages).allMatch(Page::mayClose);
        assertThat(built).hasSize(1);

        built.getFirst().mayClose = false;
        assertThat(pages.getFirst().mayClose()).isFalse();
    }
}
