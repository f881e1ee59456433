package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;

class RollingUpdateTest {
    private final Stage stage = new Stage();

    private static Map<String, String> values(Map<String, String> other) {
        var values = new HashMap<>(Map.of(
                "VpcId",
                FakeWorld.VPC,
                "Subnets",
                FakeWorld.FIRST + "," + FakeWorld.SECOND,
                "SourceSecurityGroup",
                FakeWorld.BALANCER,
                "KeyName",
                "ops"));
        values.putAll(other);
        return values;
    }

    /// Creates it of a recipe, and forgets the story so far.
    private int created(String template, Map<String, String> parameters) {
        stage.world()
                .types
                .put("m5.large", new World.Type("m5.large", Set.of("x86_64"), Set.of("eu-west-1a", "eu-west-1b")));
        stage.create(Stage.recipe("standard", parameters).templateBody(template));
        stage.passAll();
        assertThat(status()).isEqualTo("CREATE_COMPLETE");
        return stage.story("web").length();
    }

    private int created(Map<String, String> parameters) {
        return created(Stage.template("standard.yaml"), parameters);
    }

    private void update(Map<String, String> other) {
        stage.update(update -> update.usePreviousTemplate(true).parameters(Stage.parameters(values(other))));
    }

    private String status() {
        return stage.describe("web").stackStatusAsString();
    }

    private Hosts.Standing group() {
        return stage.world().hosts().find(name()).orElseThrow();
    }

    private String name() {
        return stage.engine
                .queries()
                .describeStackResources(
                        DescribeStackResourcesRequest.builder()
                                .stackName("web")
                                .logicalResourceId("AutoScalingGroup")
                                .build(),
                        Stage.REGION)
                .stackResources()
                .getFirst()
                .physicalResourceId();
    }

    private List<String> hosts() {
        return group().hosts().stream().map(Hosts.Instance::id).toList();
    }

    /// What was said of the group.
    private String ofGroup(int since) {
        return Stream.of(stage.storySince(since).split("\n"))
                .filter(line -> line.startsWith("AutoScalingGroup "))
                .map(line -> line.substring("AutoScalingGroup ".length()) + "\n")
                .reduce("", String::concat);
    }

    @Test
    void hostsAreReplacedWithoutEverBeingTooFew() {
        var start = created(Map.of());
        var before = hosts();
        update(Map.of("InstanceType", "m5.large"));
        stage.passAll();

        assertThat(stage.storySince(start)).isEqualTo("""
                        web UPDATE_IN_PROGRESS User Initiated
                        LaunchTemplate UPDATE_IN_PROGRESS
                        LaunchTemplate UPDATE_COMPLETE
                        AutoScalingGroup UPDATE_IN_PROGRESS
                        AutoScalingGroup UPDATE_IN_PROGRESS Rolling update initiated. Terminating 2 obsolete instance(s) in batches of 2, while keeping at least 2 instance(s) in service. Waiting on resource signals with a timeout of PT15M when new instances are added to the autoscaling group.
                        AutoScalingGroup UPDATE_IN_PROGRESS Temporarily setting autoscaling group MinSize and DesiredCapacity to 4.
                        AutoScalingGroup UPDATE_IN_PROGRESS New instance(s) added to autoscaling group - Waiting on 2 resource signal(s) with a timeout of PT15M.
                        AutoScalingGroup UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        AutoScalingGroup UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        AutoScalingGroup UPDATE_IN_PROGRESS Terminating instance(s) [i-*,i-*]; replacing with 0 new instance(s).
                        AutoScalingGroup UPDATE_IN_PROGRESS Successfully terminated instance(s) [i-*,i-*] (Progress 100%).
                        AutoScalingGroup UPDATE_COMPLETE
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_COMPLETE
                        """);
        assertThat(hosts()).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(group().sizes()).isEqualTo(new Hosts.Sizes(2, 4, 2));
        assertThat(group().suspended()).isEmpty();
        assertThat(group().hosts()).noneMatch(Hosts.Instance::isObsolete);
    }

    @Test
    void batchesFollowEachOther() {
        var template = Stage.template("standard.yaml")
                .replace("MinInstancesInService: !Ref ClusterSize", "MinInstancesInService: 1")
                .replace("MaxBatchSize: 20", "MaxBatchSize: 1");
        var start = created(template, Map.of());
        update(Map.of("InstanceType", "m5.large"));
        stage.passAll();

        assertThat(ofGroup(start)).isEqualTo("""
                        UPDATE_IN_PROGRESS
                        UPDATE_IN_PROGRESS Rolling update initiated. Terminating 2 obsolete instance(s) in batches of 1, while keeping at least 1 instance(s) in service. Waiting on resource signals with a timeout of PT15M when new instances are added to the autoscaling group.
                        UPDATE_IN_PROGRESS Temporarily setting autoscaling group MinSize and DesiredCapacity to 2.
                        UPDATE_IN_PROGRESS Terminating instance(s) [i-*]; replacing with 1 new instance(s).
                        UPDATE_IN_PROGRESS Successfully terminated instance(s) [i-*] (Progress 50%).
                        UPDATE_IN_PROGRESS New instance(s) added to autoscaling group - Waiting on 1 resource signal(s) with a timeout of PT15M.
                        UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        UPDATE_IN_PROGRESS Terminating instance(s) [i-*]; replacing with 1 new instance(s).
                        UPDATE_IN_PROGRESS Successfully terminated instance(s) [i-*] (Progress 100%).
                        UPDATE_IN_PROGRESS New instance(s) added to autoscaling group - Waiting on 1 resource signal(s) with a timeout of PT15M.
                        UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        UPDATE_COMPLETE
                        """);
        assertThat(hosts()).hasSize(2);
    }

    @Test
    void aLargerGroupIsNeverLargerThanItMayBe() {
        created(Map.of("ClusterSize", "7", "ClusterMaxSize", "10"));
        update(Map.of("ClusterSize", "7", "ClusterMaxSize", "10", "InstanceType", "m5.large"));
        var most = 0;
        var least = 100;
        for (var i = 0; i < 180; i++) {
            stage.pass(Duration.ofSeconds(1));
            most = Math.max(most, (int) group().hosts().stream()
                    .filter(host -> host.state() != Hosts.State.TERMINATING)
                    .count());
            least = Math.min(least, group().inService());
        }

        assertThat(status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(stage.story("web")).contains("Terminating 7 obsolete instance(s) in batches of 3");
        assertThat(most).isEqualTo(10);
        assertThat(least).isEqualTo(7);
        assertThat(hosts()).hasSize(7);
    }

    @Test
    void signalsThatMissTakeEverythingBack() {
        var start = created(Map.of());
        var before = hosts();
        var silent = Stage.template("standard.yaml").replace("cfn-signal", "cfn-silence");
        stage.update(update -> update.templateBody(silent).parameters(Stage.parameters(values(Map.of()))));
        stage.passAll();

        assertThat(stage.storySince(start)).contains("""
                        AutoScalingGroup UPDATE_IN_PROGRESS New instance(s) added to autoscaling group - Waiting on 2 resource signal(s) with a timeout of PT15M.
                        AutoScalingGroup UPDATE_IN_PROGRESS Failed to receive 2 resource signal(s) for the current batch.  Each resource signal timeout is counted as a FAILURE.
                        AutoScalingGroup UPDATE_FAILED Received 0 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement
                        web UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [AutoScalingGroup].\s
                        LaunchTemplate UPDATE_IN_PROGRESS
                        LaunchTemplate UPDATE_COMPLETE
                        AutoScalingGroup UPDATE_IN_PROGRESS
                        AutoScalingGroup UPDATE_IN_PROGRESS Rolling update initiated. Terminating 2 obsolete instance(s) in batches of 2,""").endsWith("""
                        AutoScalingGroup UPDATE_COMPLETE
                        web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS
                        web UPDATE_ROLLBACK_COMPLETE
                        """);
        assertThat(hosts()).isEqualTo(before);
        assertThat(group().sizes()).isEqualTo(new Hosts.Sizes(2, 4, 2));
    }

    @Test
    void enoughSignalsAreEnough() {
        var template = Stage.template("standard.yaml")
                .replace("MaxBatchSize: 20", "MaxBatchSize: 20\n        MinSuccessfulInstancesPercent: 0");
        created(template, Map.of());
        stage.update(update -> update.templateBody(template.replace("cfn-signal", "cfn-silence"))
                .parameters(Stage.parameters(values(Map.of()))));
        stage.passAll();

        assertThat(status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(stage.story("web")).contains("Failed to receive 2 resource signal(s)");
    }

    @Test
    void otherSizesReplaceNobody() {
        var start = created(Map.of());
        var before = hosts();
        update(Map.of("ClusterSize", "3"));
        stage.passAll();

        assertThat(ofGroup(start)).isEqualTo("UPDATE_IN_PROGRESS\nUPDATE_COMPLETE\n");
        assertThat(hosts()).hasSize(3).containsAll(before);
    }

    @Test
    void aGroupAsLargeAsItMayBeCanNotBeUpdated() {
        created(Map.of("ClusterSize", "2", "ClusterMaxSize", "2"));
        update(Map.of("ClusterSize", "2", "ClusterMaxSize", "2", "InstanceType", "m5.large"));
        stage.passAll();

        assertThat(stage.story("web"))
                .contains(
                        "AutoScalingGroup UPDATE_FAILED MinInstancesInService must be less than the autoscaling group's MaxSize\n")
                .endsWith("web UPDATE_ROLLBACK_COMPLETE\n");
    }

    @Test
    void whoStandsInASubnetThatIsGivenUpIsReplaced() {
        created(Map.of());
        update(Map.of("Subnets", FakeWorld.FIRST));
        stage.passAll();

        assertThat(stage.story("web")).contains("Terminating 1 obsolete instance(s) in batches of 1");
        assertThat(group().hosts()).allMatch(host -> host.place().subnet().equals(FakeWorld.FIRST));
    }

    @Test
    void withoutSignalsThereIsAPause() {
        var template = Stage.template("standard.yaml")
                .replace("WaitOnResourceSignals: true", "WaitOnResourceSignals: false")
                .replace("PauseTime: PT15M", "PauseTime: PT2M");
        var start = created(template, Map.of());
        update(Map.of("InstanceType", "m5.large"));
        stage.passAll();

        assertThat(ofGroup(start))
                .contains("in service. Pausing for PT2M when new instances are added to the autoscaling group.\n")
                .contains("New instance(s) added to autoscaling group - Pausing for PT2M.\n")
                .endsWith("UPDATE_COMPLETE\n");
    }

    @Test
    void aGroupThatIsToBeReplacedWholeIs() {
        var template = Stage.template("standard.yaml")
                .replace(
                        "    UpdatePolicy:\n",
                        "    UpdatePolicy:\n      AutoScalingReplacingUpdate: {WillReplace: true}\n");
        var start = created(template, Map.of());
        var before = name();
        update(Map.of("InstanceType", "m5.large"));
        stage.passAll();

        assertThat(ofGroup(start)).isEqualTo("""
                        UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.
                        UPDATE_IN_PROGRESS Resource creation Initiated
                        UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        UPDATE_IN_PROGRESS Received SUCCESS signal with UniqueId i-*
                        UPDATE_COMPLETE
                        DELETE_IN_PROGRESS
                        DELETE_COMPLETE
                        """);
        assertThat(name()).isNotEqualTo(before);
        assertThat(stage.world().hosts().find(before)).isEmpty();
    }

    @Test
    void aLargerGroupIsDoneOnceItsHostsAreInService() {
        created(Map.of());
        update(Map.of("ClusterSize", "3"));
        for (var i = 0; i < 2000 && !status().startsWith("UPDATE_COMPLETE"); i++) {
            stage.pass(Duration.ofMillis(100));
        }

        assertThat(status()).startsWith("UPDATE_COMPLETE");
        assertThat(group().inService()).isEqualTo(3);
    }

    @Test
    void aSmallerGroupDoesNotWaitForHostsThatMayStay() {
        created(Map.of());
        update(Map.of("ClusterSize", "1"));
        stage.passAll();

        assertThat(status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(group().sizes().desired()).isEqualTo(1);
    }

    @Test
    void sizesThatSomebodyElseSetAreKeptOnRequest() {
        var template = Stage.template("standard.yaml")
                .replace(
                        "    UpdatePolicy:\n",
                        "    UpdatePolicy:\n      AutoScalingScheduledAction: {IgnoreUnmodifiedGroupSizeProperties: true}\n");
        created(template, Map.of());
        stage.agenda.on(() -> {
            stage.world().hosts().resize(name(), new Hosts.Sizes(2, 4, 4));
            return null;
        });
        stage.passAll();
        update(Map.of("Subnets", FakeWorld.SECOND + "," + FakeWorld.FIRST));
        stage.passAll();

        assertThat(status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(group().sizes()).isEqualTo(new Hosts.Sizes(2, 4, 4));
    }

    @Test
    void aCancelledUpdateGivesTheHostsBack() {
        created(Map.of());
        update(Map.of("InstanceType", "m5.large"));
        stage.pass(Duration.ofSeconds(4));
        stage.engine
                .updates()
                .cancelUpdateStack(
                        CancelUpdateStackRequest.builder().stackName("web").build(), Stage.REGION);
        stage.passAll();
        stage.passAll();

        assertThat(stage.story("web"))
                .contains("AutoScalingGroup UPDATE_FAILED Resource update cancelled\n")
                .endsWith("web UPDATE_ROLLBACK_COMPLETE\n");
        assertThat(group().sizes()).isEqualTo(new Hosts.Sizes(2, 4, 2));
        assertThat(group().suspended()).isEmpty();
        assertThat(hosts()).hasSize(2);
    }

    @Test
    void classicHostsAreReplacedToo() {
        stage.create(Stage.recipe("classic", Map.of()));
        stage.passAll();
        var start = stage.story("web").length();
        stage.update(update -> update.usePreviousTemplate(true)
                .parameters(Stage.parameters(values(Map.of("InstanceType", "t3.large")))));
        stage.passAll();

        assertThat(stage.storySince(start)).startsWith("""
                        web UPDATE_IN_PROGRESS User Initiated
                        LaunchConfiguration UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.
                        LaunchConfiguration UPDATE_IN_PROGRESS Resource creation Initiated
                        LaunchConfiguration UPDATE_COMPLETE
                        AutoScalingGroup UPDATE_IN_PROGRESS
                        AutoScalingGroup UPDATE_IN_PROGRESS Rolling update initiated. Terminating 2 obsolete instance(s)""").endsWith("""
                        web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS
                        LaunchConfiguration DELETE_IN_PROGRESS
                        LaunchConfiguration DELETE_COMPLETE
                        web UPDATE_COMPLETE
                        """);
    }
}
