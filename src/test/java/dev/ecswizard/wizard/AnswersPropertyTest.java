package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.compute.ComputeModel;
import dev.ecswizard.wizard.compute.FakeMarket;
import dev.ecswizard.wizard.network.NetworkModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Answers from elsewhere over the real models of all pages, and what taking them back leaves.
class AnswersPropertyTest {
    private static final int ROUNDS = 40;

    /// What may be tried, good and bad.
    private static final Map<Question, List<List<String>>> VALUES = new EnumMap<>(Map.ofEntries(
            Map.entry(Question.STACK_NAME, List.of(List.of("shop"), List.of("web"), List.of("my_web"), List.of())),
            Map.entry(
                    Question.RECIPE,
                    List.of(List.of("classic"), List.of("standard"), List.of("production"), List.of("huge"))),
            Map.entry(
                    Question.REGION,
                    List.of(List.of("us-east-1"), List.of("eu-west-1"), List.of("ap-east-1"), List.of())),
            Map.entry(
                    Question.VPC_ID,
                    List.of(List.of(Places.DEFAULT_VPC), List.of(Places.VPC), List.of("vpc-12345678"), List.of("x"))),
            Map.entry(
                    Question.SUBNETS,
                    List.of(
                            List.of(Places.SUBNET_A),
                            List.of(Places.PUBLIC_A, Places.SUBNET_B),
                            List.of("subnet-12345678"),
                            List.of(Places.SUBNET_A, Places.SUBNET_A),
                            List.of())),
            Map.entry(
                    Question.SOURCE_SECURITY_GROUP,
                    List.of(
                            List.of(Places.DEFAULT_GROUP),
                            List.of(Places.GROUP),
                            List.of("sg-12345678"),
                            List.of("x"))),
            Map.entry(
                    Question.ASSIGN_PUBLIC_IP, List.of(List.of("true"), List.of("false"), List.of(), List.of("maybe"))),
            Map.entry(
                    Question.INSTANCE_TYPE,
                    List.of(
                            List.of("m6i.large"),
                            List.of("t4g.large"),
                            List.of("t3.nano"),
                            List.of("t2.large"),
                            List.of("x9.huge"),
                            List.of(""))),
            Map.entry(
                    Question.ALTERNATE_INSTANCE_TYPES,
                    List.of(List.of("m6i.large", "m5.large"), List.of(), List.of("t4g.large"), List.of("x9.huge"))),
            Map.entry(Question.ARCHITECTURE, List.of(List.of("x86_64"), List.of("arm64"), List.of("sparc"))),
            Map.entry(Question.CLUSTER_SIZE, List.of(List.of("1"), List.of("3"), List.of("90"), List.of("many"))),
            Map.entry(Question.CLUSTER_MIN_SIZE, List.of(List.of("0"), List.of("2"), List.of("90"), List.of("-1"))),
            Map.entry(Question.CLUSTER_MAX_SIZE, List.of(List.of("1"), List.of("9"), List.of("99999"), List.of())),
            Map.entry(Question.TARGET_CAPACITY, List.of(List.of("80"), List.of("0"))),
            Map.entry(Question.ON_DEMAND_BASE_CAPACITY, List.of(List.of("1"), List.of("900"))),
            Map.entry(Question.ON_DEMAND_PERCENTAGE, List.of(List.of("50"), List.of("101"))),
            Map.entry(Question.ROOT_VOLUME_SIZE, List.of(List.of("100"), List.of("8"))),
            Map.entry(Question.MAX_INSTANCE_LIFETIME, List.of(List.of("86400"), List.of("60"))),
            Map.entry(Question.KEY_NAME, List.of(List.of(), List.of("ops"), List.of("dev"), List.of("lost"))),
            Map.entry(Question.CONTAINER_INSIGHTS, List.of(List.of("enhanced"), List.of("on"))),
            Map.entry(Question.PROTECT_BUSY_INSTANCES, List.of(List.of("ENABLED"), List.of("yes"))),
            Map.entry(Question.LOG_RETENTION_DAYS, List.of(List.of("7"), List.of("8"))),
            Map.entry(Question.IMAGE_SOURCE, List.of(List.of("ssm"), List.of("pinned"), List.of("mine"))),
            Map.entry(
                    Question.IMAGES,
                    List.of(
                            List.of(),
                            List.of("eu-west-1", "ami-12345678"),
                            List.of("us-east-1", "ami-12345678"),
                            List.of("eu-west-1"))),
            Map.entry(Question.TAGS, List.of(List.of("a", "1"), List.of(), List.of("aws:a", "1"), List.of("a")))));

    /// A page with nothing to see.
    private record Unseen(PageModel<?> model) implements Page {
        @Override
        public Parent root() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void focus() {}
    }

    private final FakeCloud cloud = new FakeMarket()
            .with(FakeMarket.x86("t2.large", 2, 8), "eu-west-1a")
            .with(FakeMarket.x86("t3.large", 2, 8), "eu-west-1a", "eu-west-1b")
            .with(FakeMarket.x86("t3.nano", 2, 0.5), "eu-west-1a", "eu-west-1b", "us-east-1a")
            .with(FakeMarket.x86("m6i.large", 2, 8), "eu-west-1a", "eu-west-1b", "us-east-1a")
            .with(FakeMarket.x86("m5.large", 2, 8), "eu-west-1a", "eu-west-1b")
            .with(FakeMarket.arm("t4g.large", 2, 8), "eu-west-1a", "eu-west-1b")
            .in(Places.cloud());
    private final InOrder background = new InOrder();
    private final Dropped dropped = new Dropped();
    private final AccountModel account = new AccountModel(
            background,
            () -> new AccountModel.Offer(List.of(cloud), Optional.of(cloud), List.of()),
            (_, _) -> Optional.empty(),
            Optional.empty(),
            dropped);
    private final ClusterModel cluster = new ClusterModel(background, account.chosen(), account.place());
    private final NetworkModel network =
            new NetworkModel(background, account.place(), account.profile(), cluster.recipe(), dropped);
    private final ComputeModel compute =
            new ComputeModel(background, account.place(), network.zones(), cluster.recipe(), dropped);
    private final Choices choices = new Choices(account.chosen(), cluster.chosen(), network.chosen(), compute.chosen());
    private final List<Unseen> pages =
            List.of(new Unseen(account), new Unseen(cluster), new Unseen(network), new Unseen(compute));
    private final PageAnswers answers = new PageAnswers(dropped);

    private ClusterSpec begin(Random random) {
        answers.lead(new WizardModel(pages.stream().map(Page::model).toList()), pages);
        compute.reached();
        account.chooseRegion("eu-west-1");
        cluster.stackName().set("web");
        network.chooseVpc(Places.VPC);
        network.answer(Question.SUBNETS, List.of(Places.SUBNET_B, Places.SUBNET_A));
        network.chooseSourceSecurityGroup(Places.GROUP);
        // some of the other choices, and sometimes all of an opened file
        for (var round = random.nextInt(8); round > 0; round--) {
            var question = Question.values()[random.nextInt(Question.values().length)];
            if (!Set.of(Question.REGION, Question.VPC_ID).contains(question)) {
                answers.use(question, one(random, question));
            }
        }
        if (random.nextInt(3) == 0) {
            var spec = Specs.of("file", Recipe.values()[random.nextInt(3)]);
            pages.reversed().forEach(page -> page.model().open(spec));
        }
        return choices.spec().get().orElseThrow();
    }

    private static List<String> one(Random random, Question question) {
        var all = VALUES.get(question);
        return all.get(random.nextInt(all.size()));
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void takingAnAnswerBackLeavesEveryChoiceAsItWas(Question question) {
        for (var round = 0; round < ROUNDS; round++) {
            var test = new AnswersPropertyTest();
            test.round(question, new Random(31L * round + question.ordinal()));
        }
    }

    private void round(Question question, Random random) {
        var before = begin(random);
        var values = one(random, question);
        var told = List.copyOf(dropped.sentences());
        if (random.nextBoolean()) {
            background.hold();
        }
        var back = answers.use(question, values);
        if (random.nextBoolean()) {
            background.release();
        }
        back.run();
        background.release();

        assertThat(choices.spec().get()).as("%s %s", question, values).contains(before);
        assertThat(dropped.sentences()).isEqualTo(told);
    }

    @Test
    void whatWasAnsweredAnewInTheMeantimeStays() {
        begin(new Random(0));
        compute.answer(Question.INSTANCE_TYPE, List.of("t3.large"));
        var back = answers.use(Question.SUBNETS, List.of(Places.PUBLIC_A, Places.SUBNET_B));
        answers.use(Question.INSTANCE_TYPE, List.of("m5.large"));
        answers.use(Question.STACK_NAME, List.of("later"));

        back.run();

        var spec = choices.spec().get().orElseThrow();
        assertThat(spec.network().subnets()).containsExactly(Places.SUBNET_B, Places.SUBNET_A);
        assertThat(spec.compute().instanceType()).isEqualTo("m5.large");
        assertThat(spec.cluster().stackName()).isEqualTo("later");
    }

    @Test
    void whatALossMadeVoidComesBack() {
        begin(new Random(0));
        var before = choices.spec().get();

        var back = answers.use(Question.REGION, List.of("us-east-1"));
        assertThat(choices.spec().get()).isEmpty();
        assertThat(dropped.sentences()).isNotEmpty();

        back.run();
        assertThat(choices.spec().get()).isEqualTo(before);
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void goodAnswersAreTaken() {
        var taken = new ArrayList<Question>();
        for (var question : Question.values()) {
            var test = new AnswersPropertyTest();
            var before = test.begin(new Random(2));
            VALUES.get(question).forEach(values -> {
                test.answers.use(question, values);
                if (!test.choices.spec().get().equals(Optional.of(before)) && !taken.contains(question)) {
                    taken.add(question);
                }
            });
        }

        assertThat(taken)
                .as("those that the standard recipe asks and that do not follow from another")
                .contains(
                        Question.STACK_NAME,
                        Question.RECIPE,
                        Question.REGION,
                        Question.VPC_ID,
                        Question.SUBNETS,
                        Question.SOURCE_SECURITY_GROUP,
                        Question.ASSIGN_PUBLIC_IP,
                        Question.INSTANCE_TYPE,
                        Question.CLUSTER_SIZE,
                        Question.CLUSTER_MAX_SIZE,
                        Question.KEY_NAME,
                        Question.IMAGES,
                        Question.TAGS);
    }
}
