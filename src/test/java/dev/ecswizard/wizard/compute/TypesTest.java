package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.type;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.cloud.InstanceType.Unsupported;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.wizard.compute.TypeFinder.Found;
import dev.ecswizard.wizard.compute.TypeFinder.Narrowing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Order, preselection, how each type stands, and the words for it.
class TypesTest {
    private static final BrowserWords WORDS = new BrowserWords();

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

    @Test
    void hostsThatEcsKeepsBusyBeginWithNoBurstableTypeWhereThereIsAnother() {
        var burstable = x86("t9.large", 2, 8);
        var steady = x86("c9.large", 2, 8);

        assertThat(Preselection.of(Recipe.PRODUCTION, List.of(burstable, steady)))
                .contains(steady);
        assertThat(Preselection.of(Recipe.STANDARD, List.of(steady, burstable))).contains(burstable);
    }

    @Test
    void aLaunchConfigurationBeginsWithNoFamilyThatIsTooNewForIt() {
        var tooNew = x86("m7i.large", 2, 8);
        var larger = x86("r5.xlarge", 4, 32);

        assertThat(Preselection.of(Recipe.CLASSIC, List.of(tooNew, larger))).contains(larger);
        assertThat(Preselection.of(Recipe.STANDARD, List.of(tooNew, larger))).contains(tooNew);
    }

    @Test
    void everyTypeOfTheRegionHasARowThatSaysHowItStands() {
        var offered = Map.of("a", Set.of("t3.large", "g5.xlarge"), "b", Set.of("t3.large", "t3.nano"));
        var facts = List.of(
                type("g5.xlarge", 4, 16, "x86_64", Accelerator.GPU),
                type("mac2.metal", 8, 16, "arm64_mac", Accelerator.NONE),
                x86("t3.nano", 2, 0.5),
                x86("t3.large", 2, 8),
                arm("t4g.large", 2, 8));

        var types = Types.of(offered, facts, Set.of(Architecture.X86_64));

        assertThat(types.rows())
                .extracting(
                        row -> row.type().name(),
                        TypeRow::order,
                        TypeRow::zones,
                        TypeRow::of,
                        TypeRow::architecture,
                        row -> WORDS.standing(row))
                .containsExactly(
                        tuple("g5.xlarge", 0, 1, 2, "x86_64", "GPU: image lacks drivers"),
                        tuple("mac2.metal", 1, 0, 2, "arm64_mac", "Mac: needs a dedicated host"),
                        tuple("t3.nano", 2, 1, 2, "x86_64", "Not in a"),
                        tuple("t3.large", 3, 2, 2, "x86_64", "2 of 2"),
                        tuple("t4g.large", 4, 0, 2, "arm64", "Not in a, b"));
        assertThat(types.usable()).containsExactly(facts.get(3));
        assertThat(types.find("t3.nano")).isEmpty();
        assertThat(types.names()).hasSize(5);
    }

    @Test
    void everyReasonHasWordsForTheRowTheSentenceAndTheCount() {
        for (var why : Unsupported.values()) {
            var row = barred("x9.large", new LeftOut.NotForUs(why));
            assertThat(WORDS.standing(row)).isNotBlank();
            assertThat(WORDS.barred(row)).startsWith("x9.large can not be chosen: ");
            assertThat(WORDS.details(row)).contains(WORDS.barred(row), "\nOffered in 1 of the 1 chosen zones");
            assertThat(WORDS.summary(narrowed(row))).startsWith("One type fits and can be chosen: 1 ");
        }
        assertThat(WORDS.standing(barred("x9.large", new LeftOut.NoImage(Architecture.ARM64))))
                .isEqualTo("No ECS-optimized image here");
    }

    private static TypeRow barred(String name, LeftOut.Reason reason) {
        return TypeRow.of(x86(name, 2, 8), 0, List.of(), 1, Optional.of(reason));
    }

    private static TypeRow lacking(String name, String... zones) {
        return barred(name, new LeftOut.NotOffered(List.of(zones)));
    }

    private static Found narrowed(TypeRow... rows) {
        return new Found(new Narrowing("x9", TypeFilter.NONE), TypeSearch.NOTHING, 9, List.of(rows));
    }

    @Test
    void howManyFitAndWhyTheyCanNotBeChosenIsSaid() {
        var usable = TypeRow.of(x86("t3.large", 2, 8), 0, List.of(), 1, Optional.empty());
        var gpu = barred("g5.large", new LeftOut.NotForUs(Unsupported.GPU));
        var c = lacking("x1.large", "c");
        var both = lacking("x2.large", "a", "c");

        assertThat(WORDS.summary(new Found(Narrowing.NONE, TypeSearch.NOTHING, 2, List.of(usable, gpu))))
                .isEqualTo("1 of the 2 types of the region can be chosen; the other one stands at the end with its"
                        + " reason.");
        assertThat(WORDS.summary(narrowed(usable))).isEqualTo("One type fits.");
        assertThat(WORDS.summary(narrowed(usable, usable))).isEqualTo("2 types fit.");
        assertThat(WORDS.summary(narrowed(usable, gpu))).isEqualTo("One type fits, one more can not be chosen.");
        assertThat(WORDS.summary(narrowed(usable, gpu, c))).isEqualTo("One type fits, 2 more can not be chosen.");
        assertThat(WORDS.summary(narrowed(c)))
                .isEqualTo("One type fits and is not offered in every chosen zone: c lacks it.");
        assertThat(WORDS.summary(narrowed(c, both)))
                .isEqualTo("2 types fit, none of them offered in every chosen zone: a lacks 1 of them, c lacks both.");
        assertThat(WORDS.summary(narrowed(c, c, c)))
                .isEqualTo("3 types fit, none of them offered in every chosen zone: c lacks all of them.");
        assertThat(WORDS.summary(narrowed(gpu, c)))
                .isEqualTo("2 types fit, none of which can be chosen: 1 not offered in every chosen zone, 1 with GPUs;"
                        + " c lacks 1 of them.");
        assertThat(WORDS.summary(narrowed())).isEmpty();
    }

    @Test
    void noListIsEmptyWithoutAWord() {
        var filter = TypeFilter.NONE.with(Aspect.GPU, Optional.of(new Term.Is(Feature.GPU, true)));

        assertThat(WORDS.nothingFits(narrowed())).isEqualTo("No type of the region fits “x9”.");
        assertThat(WORDS.nothingFits(found("", filter)))
                .isEqualTo("No type of the region fits these filters together.");
        assertThat(WORDS.nothingFits(found("x9", filter)))
                .isEqualTo("No type of the region fits both “x9” and the filters.");
        assertThat(WORDS.nothingFits(found("m9g", TypeFilter.NONE)))
                .isEqualTo("No type of the region has that in its name: “m9g”.");
        assertThat(WORDS.nothingFits(new Found(Narrowing.NONE, TypeSearch.NOTHING, 0, List.of())))
                .isEqualTo("The region offers no instance type.");
    }

    private static Found found(String text, TypeFilter filter) {
        return new Found(new Narrowing(text, filter), TypeSearch.of(text, Set.of("x9.large")), 9, List.of());
    }

    @Test
    void everyChoiceOfEveryControlHasItsOwnWordsAndFindsWhatItSays() {
        for (var aspect : Aspect.values()) {
            assertThat(aspect.choices().stream().map(WORDS::choice))
                    .doesNotHaveDuplicates()
                    .allMatch(words -> !words.isBlank());
            assertThat(WORDS.anyOf(aspect)).isNotEqualTo(WORDS.aspect(aspect));
        }
        var filter = TypeFilter.NONE
                .with(Aspect.VCPUS, Optional.of(new Term.Amount(Quantity.VCPUS, Range.from(4))))
                .with(Aspect.ARCHITECTURE, Optional.of(new Term.Is(Feature.ARM, true)));

        assertThat(filter.test(arm("m6g.xlarge", 4, 16))).isTrue();
        assertThat(filter.test(arm("m6g.large", 2, 8))).isFalse();
        assertThat(filter.test(x86("m6i.xlarge", 4, 16))).isFalse();
        assertThat(filter.with(Aspect.ARCHITECTURE, Optional.empty()).test(x86("m6i.xlarge", 4, 16)))
                .isTrue();
    }
}
