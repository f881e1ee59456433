package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.wizard.FakeStacks;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LogModelTest {
    private final LogModel log = new LogModel(ZoneOffset.UTC);

    private static StackEvent event(int second, String logicalId, String status, String reason) {
        return new StackEvent(
                "e" + second + logicalId,
                FakeStacks.START.plusSeconds(second),
                FakeStacks.ID,
                logicalId,
                "physical",
                "AWS::ECS::Cluster",
                new StackStatus(status),
                reason);
    }

    private static final StackEvent ONE = event(0, "Role", "CREATE_IN_PROGRESS", "");
    private static final StackEvent TWO = event(2, "Cluster", "CREATE_FAILED", "No\nroom");
    private static final StackEvent LATE = event(1, "Role", "CREATE_COMPLETE", "");

    @Test
    void newEventsComeInOneBatchAndLateOnesInTheirPlace() {
        var changes = new ArrayList<Boolean>();
        log.shown().addListener((ListChangeListener<StackEvent>) change -> {
            while (change.next()) {
                changes.add(change.wasReplaced());
            }
        });
        log.set(List.of(ONE, TWO));
        log.set(List.of(ONE, TWO));
        log.set(List.of(ONE, LATE, TWO));
        assertThat(log.shown()).containsExactly(ONE, LATE, TWO);
        assertThat(changes).containsExactly(false, false);
    }

    @Test
    void everyWordOfTheFilterHasToStandSomewhereInTheEvent() {
        log.set(List.of(ONE, LATE, TWO));
        log.filter().set("role complete");
        assertThat(log.shown()).containsExactly(LATE);
        log.filter().set("NO ROOM");
        assertThat(log.shown()).containsExactly(TWO);
        log.set(List.of(ONE, LATE, TWO, event(3, "Other", "CREATE_COMPLETE", "")));
        assertThat(log.shown()).containsExactly(TWO);
    }

    @Test
    void aWordWithAColonIsSoughtInTheTime() {
        log.set(List.of(ONE, LATE, TWO));
        log.filter().set("10:00:01");
        assertThat(log.shown()).containsExactly(LATE);
        log.filter().set(":00:02 failed");
        assertThat(log.shown()).containsExactly(TWO);
        log.filter().set("1");
        assertThat(log.shown()).isEmpty();
    }

    @Test
    void lateOnesPassTheFilterIntoTheirPlace() {
        log.filter().set("role");
        log.set(List.of(ONE, TWO, event(4, "Role", "DELETE_COMPLETE", "")));
        log.set(List.of(ONE, LATE, TWO, event(4, "Role", "DELETE_COMPLETE", "")));
        assertThat(log.shown())
                .extracting(each -> each.status().name())
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_COMPLETE", "DELETE_COMPLETE");
    }

    @Test
    void failuresAloneCanBeShown() {
        log.set(List.of(ONE, LATE, TWO));
        log.failuresOnly().set(true);
        assertThat(log.shown()).containsExactly(TWO);
    }

    @Test
    void theTextHasOneLineAnEvent() {
        assertThat(log.text(List.of(LATE, TWO)))
                .isEqualTo("10:00:01\tRole\tAWS::ECS::Cluster\tCREATE_COMPLETE\t\n"
                        + "10:00:02\tCluster\tAWS::ECS::Cluster\tCREATE_FAILED\tNo room");
    }
}
