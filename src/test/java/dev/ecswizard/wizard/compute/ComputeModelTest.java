package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.imageId;
import static dev.ecswizard.wizard.compute.FakeMarket.type;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComputeModelTest {
    private static final String A = "eu-west-1a";
    private static final String B = "eu-west-1b";
    private static final String FAR = "us-east-1a";

    private final InOrder background = new InOrder();
    private final Dropped dropped = new Dropped();
    private final FakeMarket market = new FakeMarket()
            .with(x86("t2.large", 2, 8), A)
            .with(x86("t3.large", 2, 8), A, B)
            .with(x86("t3.nano", 2, 0.5), A, B, FAR)
            .with(x86("m6i.large", 2, 8), A, B, FAR)
            .with(arm("t4g.large", 2, 8), A, B)
            .with(type("g5.xlarge", 4, 16, "x86_64", Accelerator.GPU), A, B)
            .with(type("mac1.metal", 12, 32, "x86_64_mac", Accelerator.NONE), A);
    private final FakeCloud cloud = market.in(new FakeCloud("ops"));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Set<String>>> zones = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.STANDARD);
    private ComputeModel model;

    @BeforeEach
    void build() {
        model = new ComputeModel(background, place, zones, recipe, dropped);
    }

    private void begin(String... chosenZones) {
        goTo("eu-west-1", chosenZones);
        model.reached();
    }

    private void goTo(String region, String... chosenZones) {
        zones.set(Optional.empty());
        place.set(Optional.of(new Place(cloud, cloud.who, region, List.of("eu-north-1", "eu-west-1", "us-east-1"))));
        zones.set(Optional.of(Set.of(chosenZones)));
    }

    private static List<String> names(List<TypeRow> rows) {
        return rows.stream().map(row -> row.type().name()).toList();
    }

    private static Map<String, String> everyImage(Architecture architecture) {
        return Map.of(
                "eu-north-1", imageId(architecture, "eu-north-1"),
                "eu-west-1", imageId(architecture, "eu-west-1"),
                "us-east-1", imageId(architecture, "us-east-1"));
    }

    private static ClusterSpec file(String type, Architecture architecture, Optional<String> key) {
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web", Recipe.STANDARD, Map.of()),
                new Network("vpc-0a1b2c3d", List.of("subnet-0a1b2c3d"), "sg-0a1b2c3d"),
                new Compute(type, architecture, 3, 6, key, Map.of("eu-west-1", "ami-0a1b2c3d")));
    }

    @Test
    void nothingIsAskedBeforeThePageIsReached() {
        goTo("eu-west-1", A, B);

        assertThat(market.asked).isEmpty();
        assertThat(model.chosen().getValue()).isEmpty();
    }

    @Test
    void aPageThatIsReachedIsCompleteByItself() {
        begin(A, B);

        assertThat(model.missing().getValue()).isEmpty();
        assertThat(model.chosen().getValue())
                .contains(new Compute(
                        "t3.large", Architecture.X86_64, 2, 4, Optional.empty(), everyImage(Architecture.X86_64)));
        assertThat(model.summary().getValue()).isEqualTo("t3.large\n2 to 4 hosts");
    }

    @Test
    void typesThatEveryZoneOffersAndThatHaveAnImageStandBeforeTheRestWithItsReasons() {
        begin(A, B);

        assertThat(names(model.finder().found().getValue().usable()))
                .containsExactly("m6i.large", "t3.nano", "t3.large", "t4g.large");
        assertThat(model.finder().found().getValue().others())
                .extracting(row -> row.type().name(), row -> row.reason().orElseThrow())
                .containsExactly(
                        tuple("g5.xlarge", new LeftOut.NotForUs(InstanceType.Unsupported.GPU)),
                        tuple("mac1.metal", new LeftOut.NotForUs(InstanceType.Unsupported.MAC)),
                        tuple("t2.large", new LeftOut.NotOffered(List.of(B))));
    }

    @Test
    void anArchitectureWithoutAnImageIsLeftOut() {
        market.withoutArchitecture.add(Architecture.ARM64);
        begin(A, B);

        assertThat(model.types().orElseThrow().findLeftOut("t4g.large"))
                .contains(new LeftOut(market.types.get("t4g.large"), new LeftOut.NoImage(Architecture.ARM64)));
    }

    @Test
    void theFilterLeavesWhatFitsAndKeepsTheChoice() {
        begin(A, B);

        model.finder().text().set("8 gib arm");

        assertThat(names(model.finder().found().getValue().usable())).containsExactly("t4g.large");
        assertThat(model.instanceType().getValue()).contains("t3.large");
    }

    @Test
    void theRecipeSaysWhichTypeToBeginWithUntilAPersonChooses() {
        recipe.set(Recipe.CLASSIC);
        begin(A);
        assertThat(model.instanceType().getValue()).contains("t2.large");

        recipe.set(Recipe.STANDARD);
        assertThat(model.instanceType().getValue()).contains("t3.large");

        model.chooseInstanceType("t4g.large");
        recipe.set(Recipe.CLASSIC);
        assertThat(model.instanceType().getValue()).contains("t4g.large");
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void whyARecipeBeginsWithAnotherTypeThanItsOwnIsSaidUntilAPersonChooses() {
        recipe.set(Recipe.CLASSIC);
        begin(A, B);
        assertThat(instead())
                .contains("t2.large, which the classic recipe begins with, can not be chosen: not offered in"
                        + " eu-west-1b. t3.large comes nearest.");

        recipe.set(Recipe.STANDARD);
        assertThat(instead()).isEmpty();

        goTo("us-east-1", FAR);
        assertThat(instead())
                .contains("t3.large, which the standard recipe begins with, can not be chosen: the region does not"
                        + " offer it. m6i.large comes nearest.");

        model.chooseInstanceType("m6i.large");
        assertThat(instead()).isEmpty();
    }

    private Optional<String> instead() {
        return model.type().instead().get().map(new BrowserWords()::instead);
    }

    @Test
    void whatCanNotBeChosenIsNotTaken() {
        begin(A, B);

        model.chooseInstanceType("g5.xlarge");
        model.chooseInstanceType("t2.large");

        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(model.type().instead().get()).isEmpty();
    }

    @Test
    void whatWasClearedComesBackUntilSomethingElseIsAskedFor() {
        begin(A, B);
        var finder = model.finder();
        finder.clear();
        assertThat(finder.cleared().get()).isEmpty();
        finder.text().set("t3");
        finder.filter()
                .set(TypeFilter.NONE.with(
                        Aspect.MEMORY, Optional.of(Aspect.MEMORY.choices().getFirst())));
        assertThat(names(finder.found().getValue().rows())).containsExactly("t3.nano");

        finder.clear();
        assertThat(finder.found().getValue().rows()).hasSize(7);
        finder.restore();
        assertThat(names(finder.found().getValue().rows())).containsExactly("t3.nano");
        assertThat(finder.cleared().get()).isEmpty();

        finder.clear();
        finder.text().set("m6i");
        assertThat(finder.cleared().get()).isEmpty();
    }

    @Test
    void theSearchStaysWhenTheListComesAnew() {
        begin(A, B);
        model.finder().text().set("large");

        zones.set(Optional.of(Set.of(A)));

        assertThat(model.finder().text().get()).isEqualTo("large");
        assertThat(names(model.finder().found().getValue().usable()))
                .containsExactly("m6i.large", "t2.large", "t3.large", "t4g.large");
    }

    @Test
    void anotherArchitectureBringsItsOwnImages() {
        begin(A, B);

        model.chooseInstanceType("t4g.large");

        assertThat(model.chosen().getValue()).hasValueSatisfying(compute -> {
            assertThat(compute.architecture()).isEqualTo(Architecture.ARM64);
            assertThat(compute.images()).isEqualTo(everyImage(Architecture.ARM64));
        });
        assertThat(model.image().get())
                .contains(new Choice<>(
                        imageId(Architecture.ARM64, "eu-west-1"),
                        Optional.of(FakeMarket.image(Architecture.ARM64, "eu-west-1"))));
    }

    @Test
    void aZoneThatLacksTheTypeDropsItAndSaysWhichZone() {
        begin(A);
        model.chooseInstanceType("t2.large");

        zones.set(Optional.of(Set.of(A, B)));

        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(dropped.sentences()).containsExactly("Instance type t2.large: not offered in eu-west-1b.");
    }

    @Test
    void aPreselectedTypeGoesWithoutAWord() {
        recipe.set(Recipe.CLASSIC);
        begin(A);

        zones.set(Optional.of(Set.of(A, B)));

        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anotherRegionKeepsWhatItHasToo() {
        begin(A, B);
        model.chooseInstanceType("m6i.large");
        model.keys().choose("ops");
        model.sizes().size().set("5");
        model.sizes().maxSize().set("9");

        goTo("us-east-1", FAR);

        assertThat(model.chosen().getValue())
                .contains(new Compute(
                        "m6i.large", Architecture.X86_64, 5, 9, Optional.of("ops"), everyImage(Architecture.X86_64)));
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anotherRegionForgetsTheTypeAndTheKeyThatItLacks() {
        begin(A, B);
        model.chooseInstanceType("t4g.large");
        model.keys().choose("ops");
        market.keys = List.of("dev");

        goTo("us-east-1", FAR);

        assertThat(model.instanceType().getValue()).contains("m6i.large");
        assertThat(model.keys().name().name().get()).isEmpty();
        assertThat(dropped.sentences())
                .containsExactlyInAnyOrder(
                        "Instance type t4g.large: the region does not offer it.",
                        "Key pair ops: there is none of this name here.");
    }

    @Test
    void factsThatWereAskedForAreNotAskedForAgain() {
        begin(A);
        market.asked.clear();

        zones.set(Optional.of(Set.of(A, B)));

        assertThat(market.asked).containsExactly("offerings eu-west-1b");
    }

    @Test
    void theAnswerForZonesThatAreNoLongerChosenIsDropped() {
        begin(A);
        background.hold();
        zones.set(Optional.of(Set.of(A, B)));
        zones.set(Optional.of(Set.of(B)));

        background.release();

        assertThat(market.asked).containsOnlyOnce("offerings eu-west-1b");
        assertThat(model.finder().found().getValue().others())
                .extracting(row -> row.type().name(), row -> row.reason().orElseThrow())
                .containsExactly(
                        tuple("g5.xlarge", new LeftOut.NotForUs(InstanceType.Unsupported.GPU)),
                        tuple("mac1.metal", new LeftOut.NotForUs(InstanceType.Unsupported.MAC)),
                        tuple("t2.large", new LeftOut.NotOffered(List.of(B))));
    }

    @Test
    void whatIsOnItsWayIsMissing() {
        background.hold();
        begin(A, B);
        assertThat(model.missing().getValue()).contains("Looking up the instance types");
        assertThat(model.chosen().getValue()).isEmpty();

        background.release();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void aListThatFailsSaysSoAndCanBeHadAgain() {
        var denied = FakeCloud.problem(CloudProblem.Kind.DENIED, "");
        market.catalogProblem = Optional.of(denied);
        begin(A, B);
        assertThat(model.browser().load().state().get()).isEqualTo(new Load.Failed<>(denied));
        assertThat(model.missing().getValue()).contains("The instance types could not be looked up");

        market.catalogProblem = Optional.empty();
        model.browser().load().retry();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void anImageThatMayNotBeLookedUpIsAProblemOfThePage() {
        market.denied.put("eu-west-1", FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        begin(A, B);

        assertThat(model.picker().here().state().get()).isInstanceOf(Load.Failed.class);
        assertThat(model.missing().getValue()).contains("The image could not be looked up");
        assertThat(model.chosen().getValue()).isEmpty();
    }

    @Test
    void sizesThatAreWrongKeepThePersonHere() {
        begin(A, B);

        model.sizes().size().set("4");
        assertThat(model.missing().getValue()).contains("Mend the maximum size");
        assertThat(model.chosen().getValue()).isEmpty();

        model.sizes().size().set("many");
        assertThat(model.missing().getValue()).contains("Mend the cluster size");
        assertThat(model.sizes().size().get()).isEqualTo("many");
        assertThat(model.summary().getValue()).isEqualTo("t3.large\nSize not valid");

        model.sizes().size().set(" 3");
        model.sizes().maxSize().set("9");
        assertThat(model.summary().getValue()).isEqualTo("t3.large\n3 to 9 hosts");
    }

    @Test
    void anOpenedFileIsWholeWithoutAnAccount() {
        var spec = file("t9.large", Architecture.ARM64, Optional.of("gone"));

        model.open(spec);

        assertThat(model.chosen().getValue()).contains(spec.compute());
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void whatTheAccountDoesNotKnowOfAnOpenedFileIsMarkedAndStays() {
        var spec = file("t9.large", Architecture.X86_64, Optional.of("gone"));
        goTo("eu-west-1", A, B);
        model.open(spec);

        model.reached();

        assertThat(model.chosen().getValue()).contains(spec.compute());
        assertThat(model.type().isUnknown()).isTrue();
        assertThat(model.keys().isUnknown()).isTrue();
        assertThat(model.missing().getValue()).contains("t9.large can not be chosen here");
        assertThat(model.keys().choices().getValue()).contains(new Choice<>("gone", Optional.empty()));
        assertThat(model.image().get()).contains(new Choice<>("ami-0a1b2c3d", Optional.empty()));
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anOpenedFilesImagesStayUntilThePersonTakesTheNewest() {
        goTo("eu-west-1", A, B);
        model.open(file("t3.large", Architecture.X86_64, Optional.empty()));
        model.reached();
        assertThat(model.newer().get()).contains(FakeMarket.image(Architecture.X86_64, "eu-west-1"));
        assertThat(model.chosen().getValue())
                .hasValueSatisfying(
                        compute -> assertThat(compute.images()).isEqualTo(Map.of("eu-west-1", "ami-0a1b2c3d")));

        model.takeNewestImages();

        assertThat(model.newer().get()).isEmpty();
        assertThat(model.chosen().getValue())
                .hasValueSatisfying(compute -> assertThat(compute.images()).isEqualTo(everyImage(Architecture.X86_64)));
    }

    @Test
    void anotherArchitectureLetsGoOfAnOpenedFilesImages() {
        goTo("eu-west-1", A, B);
        model.open(file("t3.large", Architecture.X86_64, Optional.empty()));
        model.reached();

        model.chooseInstanceType("t4g.large");

        assertThat(dropped.sentences()).containsExactly("Images of the opened file: the type needs arm64 ones.");
        assertThat(model.chosen().getValue())
                .hasValueSatisfying(compute -> assertThat(compute.images()).isEqualTo(everyImage(Architecture.ARM64)));
    }

    @Test
    void anotherAccountEndsWhatAnOpenedFileVouchedForInTheFirst() {
        goTo("eu-west-1", A, B);
        model.open(file("t9.large", Architecture.X86_64, Optional.of("gone")));
        model.reached();
        assertThat(dropped.sentences()).isEmpty();

        var other = new Caller("210987654321", "arn:aws:iam::210987654321:user/lab");
        place.set(Optional.of(new Place(cloud, other, "eu-west-1", List.of("eu-west-1"))));

        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(dropped.sentences())
                .containsExactlyInAnyOrder(
                        "Instance type t9.large: the region does not offer it.",
                        "Key pair gone: there is none of this name here.");
    }

    @Test
    void anotherRegionEndsWhatAnOpenedFileVouchedFor() {
        goTo("eu-west-1", A, B);
        model.open(file("t9.large", Architecture.X86_64, Optional.of("gone")));
        model.reached();

        goTo("us-east-1", FAR);

        assertThat(model.instanceType().getValue()).contains("m6i.large");
        assertThat(dropped.sentences())
                .containsExactlyInAnyOrder(
                        "Images of the opened file: they have none for us-east-1.",
                        "Instance type t9.large: the region does not offer it.",
                        "Key pair gone: there is none of this name here.");
        assertThat(model.chosen().getValue()).hasValueSatisfying(compute -> {
            assertThat(compute.fleet()).isEqualTo(new Fleet.Fixed(3, 6));
            assertThat(compute.images()).isEqualTo(everyImage(Architecture.X86_64));
        });
    }

    private ClusterSpec production(ImageSource source, Map<String, String> images, String... alternates) {
        var fleet = new Fleet.Managed(
                new Scaling(1, 9, 80, 2, 25),
                new Hosts(List.of(alternates), 50, 604_800, source),
                new Operations(ContainerInsights.ENHANCED, true, 90));
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web", Recipe.PRODUCTION, Map.of()),
                new Network("vpc-0a1b2c3d", List.of("subnet-0a1b2c3d"), "sg-0a1b2c3d"),
                new Compute("t3.large", Architecture.X86_64, fleet, Optional.empty(), images));
    }

    @Test
    void anOpenedFileFillsTheProductionRecipesAnswers() {
        var pinned = production(ImageSource.PINNED, Map.of("eu-west-1", "ami-0a1b2c3d"), "m6i.large");
        var ssm = production(ImageSource.SSM, Map.of());
        recipe.set(Recipe.PRODUCTION);

        model.open(pinned);
        assertThat(model.chosen().getValue()).contains(pinned.compute());
        model.open(ssm);
        assertThat(model.chosen().getValue()).contains(ssm.compute());

        begin(A, B);
        assertThat(model.chosen().getValue()).contains(ssm.compute());
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void anAlternateThatTheZonesLackIsSaidAndStays() {
        var spec = production(ImageSource.PINNED, Map.of("eu-west-1", "ami-0a1b2c3d"), "t2.large");
        recipe.set(Recipe.PRODUCTION);
        model.open(spec);
        begin(A, B);

        assertThat(model.missing().getValue()).contains("Mend the other instance types");
        assertThat(model.misfit("t2.large"))
                .contains("t2.large can not be chosen here: not offered in eu-west-1b. Take it out.");
        assertThat(model.chosen().getValue()).contains(spec.compute());

        zones.set(Optional.of(Set.of(A)));
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void aFirstChoiceOfAnotherArchitectureIsHeldAgainstTheAlternates() {
        recipe.set(Recipe.PRODUCTION);
        begin(A, B);
        model.managed().alternates().add("t3.large");
        assertThat(model.missing().getValue()).isEmpty();

        model.chooseInstanceType("t4g.large");
        assertThat(model.missing().getValue()).contains("Mend the other instance types");
        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.misfit("t3.large"))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("t3.large is x86_64 and the first choice, t4g.large, is arm64"));

        model.chooseInstanceType("m6i.large");
        assertThat(model.chosen().getValue()).isPresent();
    }

    @Test
    void anImageFromSsmWaitsForNoOtherRegion() {
        market.denied.put("eu-west-1", FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        recipe.set(Recipe.PRODUCTION);
        begin(A, B);
        assertThat(model.missing().getValue()).contains("The image could not be looked up");

        model.managed().imageSource().set(ImageSource.SSM);

        assertThat(model.missing().getValue()).isEmpty();
        assertThat(model.chosen().getValue())
                .hasValueSatisfying(compute -> assertThat(compute.images()).isEmpty());
    }

    @Test
    void otherRegionsAreNotAskedForImagesThatComeFromSsm() {
        recipe.set(Recipe.PRODUCTION);
        model.managed().imageSource().set(ImageSource.SSM);
        begin(A, B);
        assertThat(model.chosen().getValue()).isPresent();
        assertThat(market.asked).doesNotContain("image x86_64 us-east-1");

        model.managed().imageSource().set(ImageSource.PINNED);
        assertThat(market.asked).contains("image x86_64 us-east-1");
    }
}
