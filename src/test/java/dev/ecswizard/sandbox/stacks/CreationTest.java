package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class CreationTest {
    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource({"classic,LaunchConfiguration", "standard,LaunchTemplate"})
    void aRecipeComesUpResourceAfterResource(String recipe, String source) {
        var id = stage.create(Stage.recipe(recipe, Map.of()));
        stage.passAll();

        assertThat(stage.story(id)).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        ECSRole CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS Resource creation Initiated
                        ECSRole CREATE_IN_PROGRESS Resource creation Initiated
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        Cluster CREATE_COMPLETE
                        SecurityGroup CREATE_COMPLETE
                        ECSRole CREATE_COMPLETE
                        InstanceProfile CREATE_IN_PROGRESS
                        InstanceProfile CREATE_IN_PROGRESS Resource creation Initiated
                        InstanceProfile CREATE_COMPLETE
                        SOURCE CREATE_IN_PROGRESS
                        SOURCE CREATE_IN_PROGRESS Resource creation Initiated
                        SOURCE CREATE_COMPLETE
                        AutoScalingGroup CREATE_IN_PROGRESS
                        AutoScalingGroup CREATE_IN_PROGRESS Resource creation Initiated
                        AutoScalingGroup CREATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        AutoScalingGroup CREATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        AutoScalingGroup CREATE_COMPLETE
                        web CREATE_COMPLETE
                        """.replace("SOURCE", source));
        assertThat(stage.describe("web").outputs())
                .containsExactly(Output.builder()
                        .outputKey("ClusterName")
                        .outputValue("web")
                        .description("Name of the cluster, for the service and task definition templates.")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"classic", "standard"})
    void itTakesAboutTwentySecondsOfTheClock(String recipe) {
        var id = stage.create(Stage.recipe(recipe, Map.of()));
        stage.passAll();

        var events = stage.events(id);
        assertThat(Duration.between(
                        events.getFirst().timestamp(), events.getLast().timestamp()))
                .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(24));
    }

    @Test
    void theStoryIsTheSameHoweverOftenSomebodyLooks() {
        var patient = new Stage();
        var once = patient.create(Stage.recipe("standard", Map.of()));
        patient.passAll();
        var id = stage.create(Stage.recipe("standard", Map.of()));
        for (var i = 0; i < 400; i++) {
            stage.pass(Duration.ofMillis(450));
            stage.describe("web");
        }

        assertThat(stage.events(id)).isEqualTo(patient.events(once));
    }

    @Test
    void anEventComesWhenItIsDueAndOutputsOnlyAtTheEnd() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.events(id)).hasSize(9);
        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(stage.describe(id).outputs()).isEmpty();
        stage.passAll();
        assertThat(stage.describe(id).outputs()).hasSize(1);
    }

    @Test
    void eventsHaveIdsOfTheirOwn() {
        var id = stage.create(Stage.recipe("standard", Map.of("ClusterSize", "200", "ClusterMaxSize", "300")));
        stage.passAll();

        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stage.events(id)).hasSize(220).extracting("eventId").doesNotHaveDuplicates();
    }

    @Test
    void whatIsMadeIsSeenInTheWorld() {
        stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();

        var group = stage.world().things.stream()
                .filter(Thing.Group.class::isInstance)
                .map(Thing.Group.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(group.id()).matches("web-AutoScalingGroup-[A-Za-z0-9]{12}");
        assertThat(stage.world().hosts().hosts())
                .extracting(host -> host.birth().place().subnet() + " "
                        + host.birth().what().instanceType() + " "
                        + host.birth().what().image())
                .containsExactly(
                        FakeWorld.FIRST + " t3.large ami-0a168278a10694b9b",
                        FakeWorld.SECOND + " t3.large ami-0a168278a10694b9b");
        assertThat(stage.roles).containsExactly("ecs-web-eu-west-1");
    }

    @Test
    void deletionGoesBackTheSameWay() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        var created = stage.story(id);
        stage.delete("web");
        stage.delete("web");
        stage.passAll();
        stage.delete(id);

        assertThat(stage.story(id).substring(created.length())).isEqualTo("""
                        web DELETE_IN_PROGRESS User Initiated
                        AutoScalingGroup DELETE_IN_PROGRESS
                        AutoScalingGroup DELETE_COMPLETE
                        LaunchTemplate DELETE_IN_PROGRESS
                        LaunchTemplate DELETE_COMPLETE
                        InstanceProfile DELETE_IN_PROGRESS
                        SecurityGroup DELETE_IN_PROGRESS
                        Cluster DELETE_IN_PROGRESS
                        SecurityGroup DELETE_COMPLETE
                        InstanceProfile DELETE_COMPLETE
                        ECSRole DELETE_IN_PROGRESS
                        Cluster DELETE_COMPLETE
                        ECSRole DELETE_COMPLETE
                        web DELETE_COMPLETE
                        """);
        assertThat(stage.world().things).isEmpty();
        assertThat(stage.roles).isEmpty();
        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void deletionInTheMiddleCancelsWhatIsUnderWay() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.pass(Duration.ofMillis(400));
        stage.delete("web");
        stage.passAll();

        assertThat(stage.story(id)).isEqualTo("""
                        web CREATE_IN_PROGRESS User Initiated
                        ECSRole CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS
                        Cluster CREATE_IN_PROGRESS
                        SecurityGroup CREATE_IN_PROGRESS Resource creation Initiated
                        ECSRole CREATE_IN_PROGRESS Resource creation Initiated
                        Cluster CREATE_IN_PROGRESS Resource creation Initiated
                        web DELETE_IN_PROGRESS User Initiated
                        ECSRole CREATE_FAILED Resource creation cancelled
                        SecurityGroup CREATE_FAILED Resource creation cancelled
                        Cluster CREATE_FAILED Resource creation cancelled
                        ECSRole DELETE_IN_PROGRESS
                        SecurityGroup DELETE_IN_PROGRESS
                        Cluster DELETE_IN_PROGRESS
                        SecurityGroup DELETE_COMPLETE
                        ECSRole DELETE_COMPLETE
                        Cluster DELETE_COMPLETE
                        web DELETE_COMPLETE
                        """);
        assertThat(stage.world().things).isEmpty();
    }

    @Test
    void whatIsToBeRetainedStays() {
        var template = """
                Resources:
                  Kept: {Type: "AWS::ECS::Cluster", DeletionPolicy: Retain}
                  Gone: {Type: "AWS::ECS::Cluster"}
                """;
        var id = stage.create(Stage.request("web", template));
        stage.passAll();
        stage.delete("web");
        stage.passAll();

        assertThat(stage.story(id)).endsWith("""
                        web DELETE_IN_PROGRESS User Initiated
                        Kept DELETE_SKIPPED
                        Gone DELETE_IN_PROGRESS
                        Gone DELETE_COMPLETE
                        web DELETE_COMPLETE
                        """);
        assertThat(stage.world().things).hasSize(1);
    }

    @Test
    void whatCanNotBeDeletedLeavesTheStackFailed() {
        var id = stage.create(Stage.recipe("standard", Map.of()));
        stage.passAll();
        stage.world().deletionRefusal = "The Cluster cannot be deleted while Services are active.";
        stage.delete(id);
        stage.passAll();

        assertThat(stage.story(id))
                .endsWith("web DELETE_FAILED The following resource(s) failed to delete: [Cluster]. \n")
                .contains("Cluster DELETE_FAILED The Cluster cannot be deleted while Services are active.\n");
        stage.world().deletionRefusal = null;
        stage.delete(id);
        stage.passAll();
        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aStackThatMayNotRollBackStaysAsItIs() {
        var id = stage.create(Stage.recipe("standard", Map.of("VpcId", "vpc-0123456789abcdef0"))
                .onFailure(OnFailure.DO_NOTHING));
        stage.passAll();

        assertThat(stage.story(id))
                .endsWith(
                        "web CREATE_FAILED The following resource(s) failed to create: [ECSRole, SecurityGroup, Cluster].\n");
    }

    @Test
    void aStackThatIsToGoOnFailureIsGone() {
        var id = stage.create(Stage.recipe("standard", Map.of("VpcId", "vpc-0123456789abcdef0"))
                .onFailure(OnFailure.DELETE));
        stage.passAll();

        assertThat(stage.story(id))
                .contains(
                        "web DELETE_IN_PROGRESS The following resource(s) failed to create: [ECSRole, SecurityGroup, Cluster]. Delete requested by user.\n")
                .endsWith("web DELETE_COMPLETE\n");
    }

    @Test
    void aStackThatTakesLongerThanAllowedRollsBack() {
        var id = stage.create(Stage.recipe("standard", Map.of()).timeoutInMinutes(1));
        stage.passAll();

        assertThat(stage.story(id)).contains("""
                        InstanceProfile CREATE_FAILED Resource creation cancelled
                        web ROLLBACK_IN_PROGRESS Stack creation time exceeded the specified timeout. Rollback requested by user.
                        """).endsWith("web ROLLBACK_COMPLETE\n");
        assertThat(stage.world().things).isEmpty();
    }

    @Test
    void enoughSignalsAreEnough() {
        var template = Stage.template("standard.yaml")
                .replace(
                        "    CreationPolicy:\n",
                        "    CreationPolicy:\n      AutoScalingCreationPolicy: {MinSuccessfulInstancesPercent: 50}\n");
        var id = stage.create(Stage.recipe("standard", Map.of("Subnets", FakeWorld.FIRST + "," + FakeWorld.SEALED))
                .templateBody(template));
        stage.passAll();

        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void hostsThatNobodyToldToSignalDoNot() {
        var template = Stage.template("standard.yaml").replace("cfn-signal", "cfn-silence");
        var id = stage.create(Stage.recipe("standard", Map.of()).templateBody(template));
        stage.passAll();

        assertThat(stage.describe(id).stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(stage.story(id)).contains("Received 0 SUCCESS signal(s) out of 2.");
    }

    @Test
    void tagsOfTheStackReachItsResources() {
        var id = stage.create(Stage.recipe("standard", Map.of())
                .tags(Tag.builder().key("team").value("ops").build()));
        stage.passAll();

        assertThat(stage.world().things)
                .filteredOn(Thing.Role.class::isInstance)
                .extracting(thing -> ((Thing.Role) thing).tags())
                .containsExactly(Map.of(
                        "team", "ops",
                        "aws:cloudformation:stack-name", "web",
                        "aws:cloudformation:logical-id", "ECSRole",
                        "aws:cloudformation:stack-id", id));
    }
}
