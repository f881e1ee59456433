package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAttemptTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:1:stack/web/1";

    @ParameterizedTest
    @CsvSource({
        "true,  ROLLBACK_COMPLETE,        CREATE_IN_PROGRESS ROLLBACK_IN_PROGRESS ROLLBACK_COMPLETE",
        "true,  CREATE_FAILED,            REVIEW_IN_PROGRESS CREATE_IN_PROGRESS CREATE_FAILED",
        "true,  ROLLBACK_FAILED,          CREATE_IN_PROGRESS ROLLBACK_IN_PROGRESS ROLLBACK_FAILED",
        // the status tells of an end that stacks come to which were complete
        "false, UPDATE_ROLLBACK_COMPLETE, CREATE_IN_PROGRESS UPDATE_ROLLBACK_COMPLETE",
        "false, UPDATE_FAILED,            CREATE_IN_PROGRESS UPDATE_FAILED",
        "false, CREATE_COMPLETE,          CREATE_IN_PROGRESS",
        "false, DELETE_FAILED,            CREATE_IN_PROGRESS DELETE_FAILED",
        "false, IMPORT_ROLLBACK_COMPLETE, CREATE_IN_PROGRESS",
        // the events do
        "false, ROLLBACK_COMPLETE,        CREATE_IN_PROGRESS CREATE_COMPLETE ROLLBACK_COMPLETE",
        "false, ROLLBACK_FAILED,          CREATE_IN_PROGRESS UPDATE_IN_PROGRESS ROLLBACK_FAILED",
        "false, CREATE_FAILED,            CREATE_IN_PROGRESS IMPORT_COMPLETE CREATE_FAILED",
        // they no longer reach back to the beginning
        "false, ROLLBACK_COMPLETE,        ROLLBACK_IN_PROGRESS ROLLBACK_COMPLETE",
        "false, ROLLBACK_COMPLETE,        ''"
    })
    void onlyAStackThatNeverCameUpIsAFirstAttempt(boolean isOne, String status, String events) {
        var stack = new Stack(ID, "web", new StackStatus(status), "", Instant.EPOCH, Map.of(), Map.of(), List.of());
        var all = Arrays.stream(events.split(" ")).map(each -> event(ID, each)).toList();
        assertThat(FirstAttempt.hasFailed(stack, all)).isEqualTo(isOne);
    }

    @ParameterizedTest
    @CsvSource("CREATE_COMPLETE")
    void aCompleteResourceIsNoCompleteStack(String status) {
        var stack = new Stack(
                ID, "web", new StackStatus("ROLLBACK_COMPLETE"), "", Instant.EPOCH, Map.of(), Map.of(), List.of());
        assertThat(FirstAttempt.hasFailed(stack, List.of(event(ID, "CREATE_IN_PROGRESS"), event("web", status))))
                .isTrue();
    }

    private static StackEvent event(String physicalId, String status) {
        return new StackEvent(
                "e" + status, Instant.EPOCH, ID, "web", physicalId, "AWS::X::Y", new StackStatus(status), "");
    }
}
