package dev.ecswizard.deploy;

import static dev.ecswizard.deploy.StackAction.CHANGE;
import static dev.ecswizard.deploy.StackAction.CLEAN_UP;
import static dev.ecswizard.deploy.StackAction.CONTINUE_ROLLBACK;
import static dev.ecswizard.deploy.StackAction.DELETE;
import static dev.ecswizard.deploy.StackAction.DELETE_RETAINING;
import static dev.ecswizard.deploy.StackAction.OPEN;
import static dev.ecswizard.deploy.StackAction.RETRY;
import static dev.ecswizard.deploy.StackAction.ROLL_BACK;
import static dev.ecswizard.deploy.StackAction.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of what can be done in which status, cell by cell.
class StackActionTest {
    /// A column for each action in the order of the type, `x` where it can be done.
    private static final String TABLE = """
            status                                       open change watch retry rollBack cancel continue delete retain cleanUp
            CREATE_IN_PROGRESS                           x    -      x     -     -        -      -        x      -      -
            CREATE_FAILED                                x    -      x     x     x        -      -        x      -      -
            CREATE_COMPLETE                              x    x      x     -     -        -      -        x      -      -
            ROLLBACK_IN_PROGRESS                         x    -      x     -     -        -      -        -      -      -
            ROLLBACK_FAILED                              x    -      x     x     -        -      -        x      -      -
            ROLLBACK_COMPLETE                            x    -      x     x     -        -      -        x      -      -
            DELETE_IN_PROGRESS                           x    -      x     -     -        -      -        -      -      -
            DELETE_FAILED                                x    -      x     -     -        -      -        x      x      -
            DELETE_COMPLETE                              x    -      x     -     -        -      -        -      -      -
            UPDATE_IN_PROGRESS                           x    -      x     -     -        x      -        -      -      -
            UPDATE_COMPLETE_CLEANUP_IN_PROGRESS          x    -      x     -     -        -      -        -      -      -
            UPDATE_COMPLETE                              x    x      x     -     -        -      -        x      -      -
            UPDATE_FAILED                                x    x      x     -     x        -      -        x      -      -
            UPDATE_ROLLBACK_IN_PROGRESS                  x    -      x     -     -        -      -        -      -      -
            UPDATE_ROLLBACK_FAILED                       x    -      x     -     -        -      x        x      -      -
            UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS x    -      x     -     -        -      -        -      -      -
            UPDATE_ROLLBACK_COMPLETE                     x    x      x     -     -        -      -        x      -      -
            REVIEW_IN_PROGRESS                           -    -      -     -     -        -      -        -      -      x
            IMPORT_IN_PROGRESS                           x    -      x     -     -        -      -        -      -      -
            IMPORT_COMPLETE                              x    x      x     -     -        -      -        x      -      -
            IMPORT_ROLLBACK_IN_PROGRESS                  x    -      x     -     -        -      -        -      -      -
            IMPORT_ROLLBACK_FAILED                       x    -      x     -     -        -      -        x      -      -
            IMPORT_ROLLBACK_COMPLETE                     x    x      x     -     -        -      -        x      -      -
            """;

    static Stream<Arguments> cells() {
        return TABLE.lines()
                .skip(1)
                .map(line -> line.split(" +"))
                .flatMap(row -> Arrays.stream(StackAction.values())
                        .map(action -> Arguments.of(row[0], action, row[action.ordinal() + 1].equals("x"))));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("cells")
    void eachCellIsAsTheTableSays(String status, StackAction action, boolean isOffered) {
        assertThat(StackAction.of(new StackStatus(status)).contains(action)).isEqualTo(isOffered);
    }

    @Test
    void theTableNamesEveryStatusThatTheSdkKnows() {
        var rows = TABLE.lines().skip(1).map(line -> line.split(" ")[0]).collect(Collectors.toSet());

        assertThat(rows)
                .hasSize(23)
                .isEqualTo(StackAction.statuses())
                .isEqualTo(software.amazon.awssdk.services.cloudformation.model.StackStatus.knownValues().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"REPAIR_IN_PROGRESS, false", "REPAIR_COMPLETE, true"})
    void ofAStatusThatIsNotYetKnownOnlyWhatIsSureIsOffered(String status, boolean mayDelete) {
        var actions = StackAction.of(new StackStatus(status));

        assertThat(actions).contains(OPEN, WATCH).doesNotContain(CHANGE, RETRY, ROLL_BACK, CONTINUE_ROLLBACK, CLEAN_UP);
        assertThat(actions.contains(DELETE)).isEqualTo(mayDelete);
        assertThat(actions).doesNotContain(DELETE_RETAINING);
    }

    @Test
    void whatWasEverCompleteIsNeverRetried() {
        assertThat(StackAction.statuses().stream()
                        .filter(status ->
                                StackAction.of(new StackStatus(status)).contains(RETRY)))
                .containsExactlyInAnyOrder("CREATE_FAILED", "ROLLBACK_FAILED", "ROLLBACK_COMPLETE");
    }
}
