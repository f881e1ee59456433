package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class StacksModelTest {
    private final InOrder background = new InOrder();
    private final FakeCloud ops = new FakeCloud("ops");
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final FakeHand hand = new FakeHand();
    private final StacksModel model = new StacksModel(background, place);

    StacksModelTest() {
        model.hand(hand);
    }

    static ClusterSpec spec(String name) {
        return new ClusterSpec(
                "eu-west-1",
                new Cluster(name, Recipe.STANDARD, Map.of("team", "ops")),
                new Network("vpc-0a1b2c3d4e5f60718", List.of("subnet-0a1b2c3d4e5f60718"), "sg-0a1b2c3d4e5f60718"),
                new Compute(
                        "t3.large",
                        Architecture.X86_64,
                        2,
                        4,
                        Optional.empty(),
                        Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718")));
    }

    static void stands(FakeCloud cloud, ClusterSpec spec, String status, Map<String, String> tags) {
        var template = Template.of(spec);
        var values = new HashMap<>(Template.defaults(spec));
        values.putAll(template.parameters());
        stands(cloud, spec.cluster().stackName(), status, values, tags, "ECS cluster architecture template");
        cloud.templates.put(id(spec.cluster().stackName()), template.yaml());
    }

    private static String id(String name) {
        return "arn:aws:cloudformation:eu-west-1:123456789012:stack/" + name + "/1";
    }

    private static void stands(
            FakeCloud cloud,
            String name,
            String status,
            Map<String, String> values,
            Map<String, String> tags,
            String description) {
        cloud.standing
                .computeIfAbsent("eu-west-1", _ -> new ArrayList<>())
                .add(new StandingStack(
                        new Stack(
                                id(name),
                                name,
                                new StackStatus(status),
                                "",
                                Instant.parse("2026-03-01T10:00:00Z"),
                                values,
                                tags,
                                List.of()),
                        description,
                        false));
    }

    private void open() {
        place.set(Optional.of(new Place(
                ops, new Caller("123456789012", "arn:aws:iam::123456789012:user/ops"), "eu-west-1", List.of())));
    }

    @Test
    void stacksOfTheAppAndOfItsRecipesAreListedByName() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        stands(ops, spec("by-hand"), "CREATE_COMPLETE", Map.of());
        stands(ops, "queue", "CREATE_COMPLETE", Map.of("Size", "1"), Map.of(), "A queue");
        stands(ops, "copycat", "CREATE_COMPLETE", Map.of(), Map.of(), "ECS cluster architecture template");
        open();

        assertThat(model.shown().getValue()).extracting(StackLine::name).containsExactly("by-hand", "web");
        assertThat(model.shown().getValue())
                .extracting(StackLine::recipe)
                .containsExactly(Optional.empty(), Optional.of(Recipe.STANDARD));
    }

    @Test
    void anEmptyStackOfTheAppsChangeSetIsListedAndAnothersIsNot() {
        stands(ops, "mine", "REVIEW_IN_PROGRESS", Map.of(), Map.of(), "");
        open();
        assertThat(model.shown().getValue()).isEmpty();

        ops.changeSets.pending.add("arn:aws:cloudformation:eu-west-1:123456789012:changeSet/ecs-cluster-wizard-1/2");
        model.refresh();

        assertThat(model.shown().getValue()).extracting(StackLine::name).containsExactly("mine");
        model.take(StackAction.CLEAN_UP);
        assertThat(hand.taken).containsExactly("mine CLEAN_UP");
    }

    @Test
    void openingAStackThatCanBeChangedHandsOnItsChoicesAndTheStack() {
        stands(ops, spec("web"), "UPDATE_COMPLETE", spec("web").cluster().stackTags());
        open();

        model.take(StackAction.OPEN);

        assertThat(hand.opened).containsExactly(new FakeHand.Opened(spec("web"), true, false));
        assertThat(model.opening().get()).isEqualTo(new StacksModel.Closed());
    }

    @Test
    void openingAStackThatCanNotBeChangedOnlyLendsItsChoices() {
        stands(ops, spec("web"), "ROLLBACK_COMPLETE", spec("web").cluster().stackTags());
        open();

        model.take(StackAction.OPEN);
        model.take(StackAction.RETRY);

        assertThat(hand.opened)
                .containsExactly(
                        new FakeHand.Opened(spec("web"), false, false), new FakeHand.Opened(spec("web"), false, true));
    }

    @Test
    void aTemplateThatSomebodyChangedIsOpenedOnlyAfterAsking() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        ops.templates.compute(id("web"), (_, yaml) -> yaml.replace("PauseTime: PT15M", "PauseTime: PT20M"));
        open();

        model.take(StackAction.OPEN);
        assertThat(model.opening().get()).isInstanceOf(StacksModel.Asking.class);
        assertThat(hand.opened).isEmpty();
        model.openAnyway();

        assertThat(hand.opened).containsExactly(new FakeHand.Opened(spec("web"), true, false));
    }

    @Test
    void whatCanNotBeOpenedIsSaidToBeWhat() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        ops.templates.put(id("web"), "Resources: {}");
        open();

        model.take(StackAction.OPEN);

        assertThat(model.opening().get())
                .isInstanceOfSatisfying(
                        StacksModel.Refused.class,
                        refused -> assertThat(refused.why()).contains("none of the recipes"));
        model.select(Optional.empty());
        assertThat(model.opening().get()).isEqualTo(new StacksModel.Closed());
    }

    @Test
    void whatTheStatusDoesNotAllowIsNotDone() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        open();

        model.take(StackAction.CONTINUE_ROLLBACK);
        model.take(StackAction.CLEAN_UP);
        model.take(StackAction.DELETE);

        assertThat(hand.taken).containsExactly("web DELETE");
    }

    @Test
    void whileAStackIsUnderWayOthersCanOnlyBeOpened() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        open();
        model.obstacle().set(Optional.of("Stack shop is under way."));

        model.take(StackAction.DELETE);
        model.take(StackAction.OPEN);

        assertThat(hand.taken).isEmpty();
        assertThat(hand.opened).hasSize(1);
    }

    @Test
    void theFilterHoldsWordsAndTheSelectionStaysOnItsStack() {
        for (var name : List.of("api", "shop", "web")) {
            stands(ops, spec(name), "CREATE_COMPLETE", spec(name).cluster().stackTags());
        }
        open();
        assertThat(model.selected().get().orElseThrow().name()).isEqualTo("api");
        model.select(Optional.of(model.shown().getValue().getLast()));
        model.filter().set("STANDARD we");

        assertThat(model.shown().getValue()).extracting(StackLine::name).containsExactly("web");
        model.filter().set("");
        assertThat(model.selected().get().orElseThrow().name()).isEqualTo("web");
        model.filter().set("shop");
        assertThat(model.selected().get().orElseThrow().name()).isEqualTo("shop");
    }

    @Test
    void anotherRegionHasItsOwn() {
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        open();
        place.set(place.get().map(here -> new Place(here.cloud(), here.caller(), "us-east-1", here.enabledRegions())));

        assertThat(model.shown().getValue()).isEmpty();
        assertThat(model.selected().get()).isEmpty();
        assertThat(model.actions().getValue()).isEmpty();
    }

    @Test
    void whatAwsDoesNotTellIsAFailureOfTheListAlone() {
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        open();

        assertThat(model.stacks().state().get()).isInstanceOf(Load.Failed.class);
        ops.problem = Optional.empty();
        stands(ops, spec("web"), "CREATE_COMPLETE", spec("web").cluster().stackTags());
        model.refresh();
        assertThat(model.shown().getValue()).hasSize(1);
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        model.take(StackAction.OPEN);

        assertThat(model.opening().get()).isInstanceOf(StacksModel.Refused.class);
    }
}
