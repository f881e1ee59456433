package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Hosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternatesTest {
    private static final InstanceType FIRST = x86("m6i.large", 2, 8);

    private final List<InstanceType> usable = List.of(
            x86("c6i.large", 2, 4),
            x86("m4.large", 2, 8),
            x86("m6a.large", 2, 8),
            x86("m6i.2xlarge", 8, 32),
            FIRST,
            x86("m6id.large", 2, 8),
            x86("m7i.large", 2, 8),
            arm("m7g.large", 2, 8),
            x86("t3.large", 2, 8));
    private final Alternates alternates = new Alternates();

    @Test
    void typesOfTheSameSizeAreSuggestedTheNearestOfKinFirst() {
        assertThat(alternates.suggestions(FIRST, usable))
                .extracting(InstanceType::name)
                .containsExactly("m6a.large", "m7i.large", "m6id.large");
    }

    @Test
    void whatIsChosenIsNoLongerSuggested() {
        alternates.add("m6a.large");

        assertThat(alternates.suggestions(FIRST, usable))
                .extracting(InstanceType::name)
                .doesNotContain("m6a.large")
                .hasSize(3);
    }

    @Test
    void candidatesHaveTheArchitectureOfTheFirstChoiceAndTheNearestSizeFirst() {
        assertThat(alternates.candidates(FIRST, usable))
                .extracting(InstanceType::name)
                .doesNotContain("m7g.large", "m6i.large")
                .endsWith("c6i.large", "m6i.2xlarge");
    }

    @Test
    void noTypeIsTakenTwiceAndNoneBeyondTheLimit() {
        IntStream.range(0, 12).forEach(i -> alternates.add("m" + i + ".large"));
        alternates.add("m1.large");

        assertThat(alternates.chosen().get()).hasSize(Hosts.MAX_ALTERNATES).doesNotHaveDuplicates();
        assertThat(alternates.isFull()).isTrue();
        assertThat(alternates.suggestions(FIRST, usable)).isEmpty();
    }

    @Test
    void theFirstChoiceIsNoAlternateForAsLongAsItIsThat() {
        alternates.add("m6a.large");
        alternates.add("m7i.large");

        assertThat(alternates.beside("m6a.large")).containsExactly("m7i.large");
        assertThat(alternates.beside("m6i.large")).containsExactly("m6a.large", "m7i.large");
        assertThat(alternates.areSound("m6a.large", Architecture.X86_64)).isTrue();
        assertThat(alternates.areSound("m7g.large", Architecture.ARM64)).isFalse();
    }

    @Test
    void whatDoesNotFitIsNamed() {
        var types = Optional.of(Types.of(Map.of(), usable, Set.of(Architecture.X86_64, Architecture.ARM64)));

        assertThat(alternates.misfit("m6a.large", Optional.of(FIRST), types)).isEmpty();
        assertThat(alternates.misfit("m7g.large", Optional.of(FIRST), types))
                .contains(new Alternates.OtherArchitecture(usable.get(7), FIRST));
        assertThat(alternates.misfit("m9.large", Optional.of(FIRST), types))
                .contains(new Alternates.NotHere("m9.large", Optional.empty()));
        assertThat(alternates.misfit("m9.large", Optional.of(FIRST), Optional.empty()))
                .isEmpty();
    }
}
