package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Order, search, preselection and the words for what is left out.
class TypesTest {
    @Test
    void typesStandInTheOrderOfTheirFamiliesAndSizes() {
        var expected = List.of(
                "a1.metal",
                "c5.large",
                "c5.9xlarge",
                "c5.18xlarge",
                "c5.metal",
                "c5a.large",
                "c7g.metal",
                "c7i.metal-24xl",
                "c7i.metal-48xl",
                "c10.large",
                "t3.nano",
                "t3.micro",
                "t3.small",
                "t3.medium",
                "t3.large",
                "t3.xlarge",
                "t3.2xlarge",
                "u-3tb1.56xlarge",
                "u-12tb1.112xlarge");
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));

        shuffled.sort(new TypeOrder());

        assertThat(shuffled).containsExactlyElementsOf(expected);
    }

    @Test
    void eachRecipeHasItsOwnTypeToBeginWith() {
        var both = List.of(x86("t2.large", 2, 8), x86("t3.large", 2, 8), x86("t3a.large", 2, 8));

        assertThat(Preselection.of(Recipe.CLASSIC, both)).contains(both.get(0));
        assertThat(Preselection.of(Recipe.STANDARD, both)).contains(both.get(1));
        assertThat(Preselection.of(Recipe.CLASSIC, both.subList(1, 3))).contains(both.get(1));
        assertThat(Preselection.of(Recipe.STANDARD, both.subList(2, 3))).contains(both.get(2));
        assertThat(Preselection.of(Recipe.STANDARD, List.of())).isEmpty();
    }

    @Test
    void whereNoKnownTypeIsTheNearestByItsFactsIsTaken() {
        var big = x86("x9.32xlarge", 128, 4096);
        var small = x86("z1.nano", 2, 0.5);
        var near = x86("r9.large", 2, 16);
        var metal = x86("m9.metal", 2, 8);
        var graviton = arm("m9g.large", 2, 8);

        assertThat(Preselection.of(Recipe.STANDARD, List.of(graviton, metal, big, small, near)))
                .contains(near);
        assertThat(Preselection.of(Recipe.STANDARD, List.of(graviton))).contains(graviton);
    }
}
