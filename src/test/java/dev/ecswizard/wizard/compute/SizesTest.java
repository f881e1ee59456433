package dev.ecswizard.wizard.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    private final Sizes sizes = new Sizes();

    @ParameterizedTest
    @CsvSource({
        "1, 2, ,",
        "998, 999, ,",
        "' 3 ', 4, ,",
        "0, 4, CLUSTER_SIZE,",
        "999, 999, CLUSTER_SIZE,",
        "many, 4, CLUSTER_SIZE,",
        "'', 4, CLUSTER_SIZE,",
        "2.5, 4, CLUSTER_SIZE,",
        "-1, 4, CLUSTER_SIZE,",
        "٣, 4, CLUSTER_SIZE,",
        "99999999999, 4, CLUSTER_SIZE,",
        "2, 1, , CLUSTER_MAX_SIZE",
        "2, 1000, , CLUSTER_MAX_SIZE",
        "2, few, , CLUSTER_MAX_SIZE",
        "2, 2, , CLUSTER_MAX_SIZE_ABOVE_SIZE",
        "many, few, CLUSTER_SIZE, CLUSTER_MAX_SIZE"
    })
    void eachSizeIsHeldAgainstItsOwnRule(String size, String maxSize, Rule sizeRule, Rule maxSizeRule) {
        sizes.size().set(size);
        sizes.maxSize().set(maxSize);

        assertThat(sizes.sizeProblem().getValue().map(Violation::rule).orElse(null))
                .isEqualTo(sizeRule);
        assertThat(sizes.maxSizeProblem().getValue().map(Violation::rule).orElse(null))
                .isEqualTo(maxSizeRule);
        assertThat(sizes.areSound()).isEqualTo(sizeRule == null && maxSizeRule == null);
    }

    @Test
    void stepsStayWithinWhatIsAllowedAndLeaveNonsenseAlone() {
        assertThat(Sizes.step("2", 1)).isEqualTo("3");
        assertThat(Sizes.step("1", -1)).isEqualTo("1");
        assertThat(Sizes.step("999", 1)).isEqualTo("999");
        assertThat(Sizes.step("many", 1)).isEqualTo("many");
    }
}
