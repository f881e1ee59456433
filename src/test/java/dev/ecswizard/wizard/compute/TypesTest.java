package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.type;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.cloud.InstanceType.Unsupported;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Order, search, preselection and the words for what is left out.
class TypesTest {
    private static final List<InstanceType> SOME = List.of(
            x86("m5.xlarge", 4, 16),
            x86("m5.metal", 96, 384),
            x86("t3.large", 2, 8),
            arm("t4g.small", 2, 2),
            arm("m6g.xlarge", 4, 16),
            x86("c5.4xlarge", 16, 32));

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                  | m5.xlarge m5.metal t3.large t4g.small m6g.xlarge c5.4xlarge",
                "t                 | m5.xlarge m5.metal t3.large t4g.small m6g.xlarge c5.4xlarge",
                "M5                | m5.xlarge m5.metal",
                "m5 4              | m5.xlarge",
                "4 vcpu            | m5.xlarge m6g.xlarge",
                "4vcpus arm 16 GiB | m6g.xlarge",
                "2                 | t3.large t4g.small",
                "8gib              | t3.large",
                "c6g               | ''",
                "arm64             | t4g.small m6g.xlarge",
                "burst x86         | t3.large",
                "bare              | m5.metal",
                "gigabit, large t3 | t3.large",
                "16 g              | m5.xlarge m6g.xlarge",
                "nonsense          | ''"
            })
    void everyWordOfASearchHasToFit(String text, String found) {
        var search = new TypeSearch(text == null ? "" : text);

        assertThat(SOME.stream().filter(search).map(InstanceType::name)).containsExactly(split(found));
    }

    private static String[] split(String names) {
        return names.isEmpty() ? new String[0] : names.split(" ");
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

    @Test
    void whatIsLeftOutIsCountedByReason() {
        var leftOut = List.of(
                new LeftOut(SOME.get(0), new LeftOut.NotOffered(List.of("eu-west-1b", "eu-west-1c"))),
                new LeftOut(SOME.get(1), new LeftOut.NotOffered(List.of("eu-west-1c"))),
                new LeftOut(
                        type("g5.xlarge", 4, 16, "x86_64", Accelerator.GPU), new LeftOut.NotForUs(Unsupported.GPU)));
        var words = new ComputeWords();

        assertThat(words.leftOut(leftOut))
                .isEqualTo("3 types are left out: 2 not offered in every chosen zone, 1 with GPUs."
                        + " eu-west-1b lacks 1, eu-west-1c lacks 2.");
        assertThat(words.leftOut(leftOut.subList(2, 3))).isEqualTo("One type is left out: 1 with GPUs.");
        assertThat(words.leftOut(List.of())).isEmpty();
    }

    @Test
    void everyReasonHasItsWords() {
        var words = new ComputeWords();

        for (var why : Unsupported.values()) {
            var leftOut = new LeftOut(SOME.getFirst(), new LeftOut.NotForUs(why));
            assertThat(words.reason(leftOut.reason())).isNotBlank();
            assertThat(words.leftOut(List.of(leftOut))).startsWith("One type is left out: 1 ");
        }
    }

    @Test
    void aSearchThatFindsOnlyWhatIsLeftOutSaysWhy() {
        var words = new ComputeWords();
        var leftOut = new LeftOut(SOME.get(2), new LeftOut.NotOffered(List.of("eu-west-1c")));

        assertThat(words.nothingFits(" t3 ", List.of(leftOut)))
                .isEqualTo("No type that can be chosen fits “t3”. t3.large is left out: not offered in eu-west-1c.");
        assertThat(words.nothingFits("t3", List.of(leftOut, leftOut, leftOut))).endsWith(" So are 2 more.");
        assertThat(words.nothingFits("t3", List.of())).isEqualTo("No type fits “t3”.");
    }
}
