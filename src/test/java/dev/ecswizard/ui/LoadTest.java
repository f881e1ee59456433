package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final InOrder background = new InOrder();
    private final ObjectProperty<Optional<String>> input = new SimpleObjectProperty<>(Optional.empty());

    @Test
    void isIdleWithoutAnInputAndReadyWithOne() {
        var load = Load.of(background, input, String::length);
        assertThat(load.state().get()).isEqualTo(new Load.Idle<>());

        input.set(Optional.of("four"));
        assertThat(load.value().getValue()).contains(4);

        input.set(Optional.empty());
        assertThat(load.state().get()).isEqualTo(new Load.Idle<>());
    }

    @Test
    void anotherInputDropsTheRunningLoad() {
        var asked = new ArrayList<String>();
        background.hold();
        var load = Load.of(background, input, text -> {
            asked.add(text);
            return text.length();
        });
        input.set(Optional.of("four"));
        input.set(Optional.of("seventy"));
        assertThat(load.state().get()).isEqualTo(new Load.Loading<>());

        background.release();

        assertThat(load.value().getValue()).contains(7);
        assertThat(asked).containsExactly("seventy");
    }

    @Test
    void aCancelledLoadStaysCancelledUntilItIsRetried() {
        background.hold();
        var load = new Load<Integer>(background);
        load.start(() -> 1);

        load.cancel();
        background.release();
        assertThat(load.state().get()).isEqualTo(new Load.Cancelled<>());

        load.retry();
        assertThat(load.state().get()).isEqualTo(new Load.Ready<>(1));
    }

    @Test
    void aProblemIsKeptForThePage() {
        var problem = new CloudProblem(CloudProblem.Kind.THROTTLED, "", "", "Rate exceeded", "", null);
        var load = new Load<Integer>(background);

        load.start(() -> {
            throw problem;
        });

        assertThat(load.state().get()).isEqualTo(new Load.Failed<>(problem));
    }

    @Test
    void aDefectIsNotLeftToThePageAlone() {
        var defect = new IllegalArgumentException("ours");
        var load = new Load<Integer>(background);

        assertThatThrownBy(() -> load.start(() -> {
                    throw defect;
                }))
                .hasCause(defect);
        assertThat(load.state().get()).isEqualTo(new Load.Failed<>(defect));
    }

    @Test
    void everyKindOfProblemHasWords() {
        for (var kind : CloudProblem.Kind.values()) {
            var problem = Problem.of(new CloudProblem(kind, "ec2:DescribeVpcs", "Denied", "No.", "aws x", null));

            assertThat(problem.what()).isNotBlank();
            assertThat(problem.why()).isEqualTo("No. (Denied)");
            assertThat(problem.remedy()).contains("aws x");
        }
        assertThat(List.of(Problem.of(new IllegalStateException()).why())).containsExactly("IllegalStateException");
    }
}
