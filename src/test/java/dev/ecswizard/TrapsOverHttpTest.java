package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Clearance;
import dev.ecswizard.deploy.Clearance.Step;
import dev.ecswizard.deploy.ClusterInUse;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Mending;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Stacks in each state that traps people, made in the sandbox and left by what the app offers there, through the SDK
/// and over HTTP. Time passes when somebody waits.
class TrapsOverHttpTest {
    private static final String REGION = "eu-west-1";
    private static final DeletionExtent WHOLE = new DeletionExtent.Whole();
    private static final Pattern DELETING = Pattern.compile("\\| delete or mend \\| (.*) \\|");

    /// A group that another one can hold on to, and a log group that fails where it is told to.
    private static final String TEMPLATE = """
            Parameters:
              Peer: {Type: String, Default: ""}
              Retention: {Type: String, Default: "7"}
            Conditions:
              HasPeer: !Not [!Equals [!Ref Peer, ""]]
            Resources:
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: a group
                  SecurityGroupIngress: !If
                    - HasPeer
                    - [{IpProtocol: "-1", SourceSecurityGroupId: !Ref Peer}]
                    - []
              Cluster:
                Type: AWS::ECS::Cluster
                DependsOn: Group
              Log:
                Type: AWS::Logs::LogGroup
                DependsOn: Group
                Properties: {RetentionInDays: !Ref Retention}
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private final Pace pace = new Pace() {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public void pause(Duration duration) {
            now.updateAndGet(instant -> instant.plus(duration));
        }
    };
    private World world;
    private Sandbox sandbox;
    private Cloud cloud;
    private CloudFormationClient raw;
    private EcsClient ecs;
    private Holdings holdings;
    private Deletion deletion;
    private Mending mending;

    @BeforeEach
    void open() throws IOException {
        sandbox = Altered.sandbox(Sandbox.Options.DEFAULT.withClock(now::get), given -> world = given);
        cloud = AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, () -> "sandbox")
                .open((_, _) -> Optional.empty());
        var clients = new Clients(sandbox.endpoint(), REGION);
        raw = clients.of(CloudFormationClient.builder());
        ecs = clients.of(EcsClient.builder());
        holdings = Holdings.in(cloud, REGION);
        deletion = new Deletion(holdings, pace);
        mending = new Mending(holdings, pace);
    }

    @AfterEach
    void close() {
        cloud.close();
        sandbox.close();
    }

    private String create(String name, String template, OnFailure onFailure) {
        return raw.createStack(request ->
                        request.stackName(name).templateBody(template).onFailure(onFailure))
                .stackId();
    }

    private String made(String name, String template) {
        var id = create(name, template, OnFailure.ROLLBACK);
        assertThat(follow(id)).isEqualTo("CREATE_COMPLETE");
        return id;
    }

    private String follow(String id) {
        new Follower(holdings.stacks(), pace).follow(id, _ -> {});
        return status(id);
    }

    private String status(String id) {
        return raw.describeStacks(request -> request.stackName(id))
                .stacks()
                .getFirst()
                .stackStatusAsString();
    }

    private String physical(String stack, String logicalId) {
        return raw.describeStackResource(request -> request.stackName(stack).logicalResourceId(logicalId))
                .stackResourceDetail()
                .physicalResourceId();
    }

    private static void assertOffered(String status, StackAction... actions) {
        assertThat(StackAction.of(new StackStatus(status))).contains(actions);
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static String holding(String group) {
        return TEMPLATE.replace("Peer: {Type: String, Default: \"\"}", "Peer: {Type: String, Default: " + group + "}");
    }

    @Test
    void anEmptyStackOfAChangeSetIsCleanedUp() {
        var id = raw.createChangeSet(request -> request.stackName("web")
                        .changeSetName("ecs-cluster-wizard-1")
                        .changeSetType("CREATE")
                        .templateBody(TEMPLATE))
                .stackId();
        assertThat(status(id)).isEqualTo("REVIEW_IN_PROGRESS");
        assertOffered("REVIEW_IN_PROGRESS", StackAction.CLEAN_UP);

        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    @Test
    void aStackThatRolledBackIsDeletedAndItsNameIsFree() {
        var id = create("web", TEMPLATE.replace("Default: \"7\"", "Default: \"8\""), OnFailure.ROLLBACK);
        assertThat(follow(id)).isEqualTo("ROLLBACK_COMPLETE");
        assertOffered("ROLLBACK_COMPLETE", StackAction.RETRY, StackAction.DELETE);

        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        made("web", TEMPLATE);
    }

    @Test
    void aStackThatWasKeptForInspectionIsRolledBack() {
        var id = create("web", TEMPLATE.replace("Default: \"7\"", "Default: \"8\""), OnFailure.DO_NOTHING);
        assertThat(follow(id)).isEqualTo("CREATE_FAILED");
        assertOffered("CREATE_FAILED", StackAction.ROLL_BACK, StackAction.RETRY);

        mending.rollBack(id, _ -> {});

        assertThat(status(id)).isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void aStackWhoseRollBackFailedIsDeletedOnceWhatHoldsItIsGone() {
        var id = create("web", TEMPLATE.replace("Default: \"7\"", "Default: \"8\""), OnFailure.DO_NOTHING);
        assertThat(follow(id)).isEqualTo("CREATE_FAILED");
        var other = made("other", holding(physical("web", "Group")));
        mending.rollBack(id, _ -> {});
        assertThat(status(id)).isEqualTo("ROLLBACK_FAILED");
        assertOffered("ROLLBACK_FAILED", StackAction.RETRY, StackAction.DELETE);

        deletion.delete(other, WHOLE, _ -> {});
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    private String stuck() {
        var id = made("web", TEMPLATE);
        made("other", holding(physical("web", "Group")));
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Failed.class);
        assertThat(status(id)).isEqualTo("DELETE_FAILED");
        assertOffered("DELETE_FAILED", StackAction.DELETE, StackAction.DELETE_RETAINING);
        return id;
    }

    @Test
    void whatCouldNotBeDeletedIsRetained() {
        var id = stuck();
        var resisting = deletion.toll(id).resisting();
        assertThat(resisting).extracting(resource -> resource.logicalId()).containsExactly("Group");

        var outcome = deletion.delete(id, new DeletionExtent.Retaining(List.of("Group")), _ -> {});

        assertThat(outcome).isInstanceOf(Outcome.Deleted.class);
        assertThat(cloud.networks(REGION).vpcs().stream()
                        .flatMap(vpc -> cloud.networks(REGION).securityGroups(vpc.id()).stream()))
                .anyMatch(group -> group.id().equals(resisting.getFirst().physicalId()));
    }

    @Test
    void whatCouldNotBeDeletedIsForced() {
        assertThat(deletion.delete(stuck(), new DeletionExtent.Forced(), _ -> {}))
                .isInstanceOf(Outcome.Deleted.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRollBackOfAnUpdateThatFailedGoesOn(boolean isSkipped) {
        var peer = made("peer", TEMPLATE);
        var group = physical("peer", "Group");
        var id = made("web", holding(group));
        raw.updateStack(
                request -> request.stackName("web").templateBody(TEMPLATE.replace("Default: \"7\"", "Default: \"8\"")));
        // as soon as the rule is gone, the group that it named can go
        for (var i = 0; i < 200 && !event(id, "Group", "UPDATE_COMPLETE"); i++) {
            later(Duration.ofMillis(50));
        }
        world.in(REGION).securityGroups().remove(group);
        assertThat(follow(id)).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertOffered("UPDATE_ROLLBACK_FAILED", StackAction.CONTINUE_ROLLBACK, StackAction.DELETE);
        assertThat(mending.skippable(id)).extracting(event -> event.logicalId()).containsExactly("Group");

        mending.continueRollback(id, isSkipped ? List.of("Group") : List.of(), _ -> {});

        assertThat(status(id)).isEqualTo(isSkipped ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_FAILED");
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        assertThat(status(peer)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anUpdateThatIsUnderWayIsCancelledAndGoesBack() {
        var id = made("web", TEMPLATE);
        raw.updateStack(request -> request.stackName("web").templateBody(TEMPLATE.replace("a group", "another group")));
        assertOffered("UPDATE_IN_PROGRESS", StackAction.CANCEL_UPDATE);

        mending.cancelUpdate(id);

        assertThat(follow(id)).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> mending.cancelUpdate(id))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.REFUSED));
    }

    private void updates(String template, boolean keepsWhatFails) {
        raw.updateStack(
                request -> request.stackName("web").templateBody(template).disableRollback(keepsWhatFails));
    }

    private static String failing() {
        return TEMPLATE.replace("Default: \"7\"", "Default: \"8\"");
    }

    @Test
    void anUpdateThatWasKeptForInspectionIsRolledBack() {
        var id = made("web", TEMPLATE);
        updates(failing(), true);
        assertThat(follow(id)).isEqualTo("UPDATE_FAILED");
        assertOffered("UPDATE_FAILED", StackAction.ROLL_BACK, StackAction.CHANGE, StackAction.DELETE);

        assertThat(mending.rollBack(id, _ -> {})).isInstanceOf(Outcome.Failed.class);

        assertThat(status(id)).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void anUpdateThatWasKeptForInspectionIsMendedByAnother() {
        var id = made("web", TEMPLATE);
        updates(failing(), true);
        assertThat(follow(id)).isEqualTo("UPDATE_FAILED");

        updates(TEMPLATE.replace("Default: \"7\"", "Default: \"14\""), true);

        assertThat(follow(id)).isEqualTo("UPDATE_COMPLETE");
    }

    /// Other programs take the clean-up for the end, and what they do then is refused.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCleanUpIsWatchedToItsEndAndWhatIsOfferedThereIsTaken(boolean fails) {
        var id = made("web", TEMPLATE);
        var cleanUp = fails ? "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" : "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
        // a group of another description is another group, which the clean-up removes
        updates((fails ? failing() : TEMPLATE).replace("a group", "another group"), false);
        for (var i = 0; i < 2000 && !status(id).equals(cleanUp); i++) {
            later(Duration.ofMillis(50));
        }
        assertThat(status(id)).isEqualTo(cleanUp);
        assertThat(StackAction.of(new StackStatus(cleanUp)))
                .contains(StackAction.WATCH)
                .doesNotContain(StackAction.DELETE);
        assertThatThrownBy(() -> updates(TEMPLATE, false))
                .isInstanceOf(software.amazon.awssdk.services.cloudformation.model.CloudFormationException.class);

        var end = follow(id);

        assertThat(end).isEqualTo(fails ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE");
        assertOffered(end, StackAction.CHANGE, StackAction.DELETE);
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    /// Each state that the sandbox comes through, held against the table: it takes what is offered, and a change or a
    /// way back that is not offered it refuses.
    @Test
    void whatTheTableDoesNotOfferTheSandboxRefuses() {
        var id = made("web", TEMPLATE);
        assertOnlyOfferedIsTaken(id);
        updates(failing(), true);
        assertOnlyOfferedIsTaken(id);
        assertThat(follow(id)).isEqualTo("UPDATE_FAILED");
        assertRefusedUnless(StackAction.CONTINUE_ROLLBACK, id);
        assertRefusedUnless(StackAction.CANCEL_UPDATE, id);
        raw.rollbackStack(request -> request.stackName(id));
        assertOnlyOfferedIsTaken(id);
        assertThat(follow(id)).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertOnlyOfferedIsTaken(id);
        raw.deleteStack(request -> request.stackName(id));
        assertOnlyOfferedIsTaken(id);
        assertThat(follow(id)).isEqualTo("DELETE_COMPLETE");
        assertOnlyOfferedIsTaken(id);

        var failed = create("web", failing(), OnFailure.ROLLBACK);
        assertOnlyOfferedIsTaken(failed);
        for (var i = 0; i < 2000 && !status(failed).equals("ROLLBACK_IN_PROGRESS"); i++) {
            later(Duration.ofMillis(50));
        }
        assertOnlyOfferedIsTaken(failed);
        assertThat(follow(failed)).isEqualTo("ROLLBACK_COMPLETE");
        assertOnlyOfferedIsTaken(failed);
    }

    private void assertOnlyOfferedIsTaken(String id) {
        for (var action : List.of(
                StackAction.CONTINUE_ROLLBACK, StackAction.CANCEL_UPDATE, StackAction.ROLL_BACK, StackAction.CHANGE)) {
            assertRefusedUnless(action, id);
        }
    }

    /// Takes nothing that is offered, since that would lead on.
    private void assertRefusedUnless(StackAction offered, String id) {
        var status = status(id);
        if (StackAction.of(new StackStatus(status)).contains(offered)) {
            return;
        }
        assertThatThrownBy(() -> {
                    switch (offered) {
                        case CONTINUE_ROLLBACK -> mending.continueRollback(id, List.of(), _ -> {});
                        case CANCEL_UPDATE -> mending.cancelUpdate(id);
                        case ROLL_BACK -> mending.rollBack(id, _ -> {});
                        default ->
                            raw.updateStack(request -> request.stackName(id).templateBody(TEMPLATE));
                    }
                })
                .as(offered + " in " + status)
                .isInstanceOf(Exception.class);
        assertThat(status(id)).isEqualTo(status);
    }

    private boolean event(String id, String logicalId, String status) {
        return holdings.stacks().events(id, Optional.empty()).events().stream()
                .anyMatch(event -> event.logicalId().equals(logicalId)
                        && event.status().name().equals(status));
    }

    @Test
    void aProtectedStackIsDeletedOnlyAfterItsProtectionIsLifted() {
        var id = made("web", TEMPLATE);
        holdings.standing().protect(id, true);
        assertThat(deletion.toll(id).isProtected()).isTrue();
        assertThatThrownBy(() -> deletion.delete(id, WHOLE, _ -> {}))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("TerminationProtection");

        holdings.standing().protect(id, false);

        assertThat(deletion.toll(id).isPayable()).isTrue();
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    @Test
    void servicesForbidADeletionUntilTheyAreGone() {
        var id = made("web", TEMPLATE);
        var cluster = physical("web", "Cluster");
        ecs.createService(request -> request.cluster(cluster)
                .serviceName("shop")
                .taskDefinition("shop:1")
                .desiredCount(2));

        var toll = deletion.toll(id);
        assertThat(toll.services()).containsExactly("shop");
        assertThat(toll.tasks()).isEqualTo(2);
        assertThatThrownBy(() -> deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(ClusterInUse.class);
        assertThatThrownBy(() -> new Clearance(holdings, pace).clear(id, _ -> {}))
                .isInstanceOf(ClusterInUse.class);
        assertThat(status(id)).isEqualTo("CREATE_COMPLETE");

        ecs.deleteService(request -> request.cluster(cluster).service("shop").force(true));
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    /// A cluster of the production recipe that protects busy hosts, with two hosts.
    private String protectedCluster() throws IOException {
        try (var in = Sandbox.class.getResourceAsStream("stacks/production.yaml")) {
            var networks = cloud.networks(REGION);
            var vpc = networks.vpcs().stream()
                    .filter(each -> each.name().equals("main"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            var id = raw.createStack(request -> request.stackName("web")
                            .templateBody(new String(readAll(in), java.nio.charset.StandardCharsets.UTF_8))
                            .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                            .parameters(
                                    value("VpcId", vpc),
                                    value(
                                            "Subnets",
                                            String.join(
                                                    ",",
                                                    networks.subnets(vpc).stream()
                                                            .filter(subnet -> subnet.name()
                                                                    .startsWith("main-private"))
                                                            .map(subnet -> subnet.id())
                                                            .toList())),
                                    value(
                                            "SourceSecurityGroup",
                                            networks.securityGroups(vpc).stream()
                                                    .filter(each -> each.name().endsWith("-alb"))
                                                    .findFirst()
                                                    .orElseThrow()
                                                    .id()),
                                    value("ClusterMinSize", "2"),
                                    value("ProtectBusyInstances", "ENABLED")))
                    .stackId();
            assertThat(follow(id)).isEqualTo("CREATE_COMPLETE");
            later(Duration.ofMinutes(1));
            return id;
        }
    }

    private static byte[] readAll(java.io.InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static software.amazon.awssdk.services.cloudformation.model.Parameter value(String name, String value) {
        return software.amazon.awssdk.services.cloudformation.model.Parameter.builder()
                .parameterKey(name)
                .parameterValue(value)
                .build();
    }

    @Test
    void protectedHostsWithTasksHoldADeletionUpUnlessTheyAreFreedBefore() throws IOException {
        var id = protectedCluster();
        var cluster = physical("web", "Cluster");
        ecs.runTask(request -> request.cluster(cluster).taskDefinition("job:1").count(3));
        assertThat(deletion.toll(id).tasks()).isEqualTo(3);
        var steps = new ArrayList<Step>();

        new Clearance(holdings, pace).clear(id, steps::add);

        assertThat(steps)
                .containsExactly(
                        new Step.Drained(2), new Step.Stopping(3), new Step.Stopping(0), new Step.Released(2, true));
        assertThat(ecs.describeCapacityProviders(request -> request.capacityProviders("cp-web"))
                        .capacityProviders()
                        .getFirst()
                        .autoScalingGroupProvider()
                        .managedTerminationProtectionAsString())
                .isEqualTo("DISABLED");
        assertThat(deletion.delete(id, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    @Test
    void withoutFreeingThemProtectedHostsStay() throws IOException {
        var id = protectedCluster();
        raw.deleteStack(request -> request.stackName(id));
        later(Duration.ofMinutes(2));

        assertThat(status(id)).isEqualTo("DELETE_IN_PROGRESS");
        assertThat(event(id, "AutoScalingGroup", "DELETE_COMPLETE")).isFalse();
    }

    @Test
    void hostsThatWereDrainedTakeTasksAgainWhenItIsGivenUp() throws IOException {
        var id = protectedCluster();
        var cluster = physical("web", "Cluster");
        var hosts = holdings.occupancy().placeable(cluster);
        assertThat(hosts).hasSize(2);
        holdings.occupancy().drain(cluster, hosts);
        assertThat(active(cluster)).isZero();
        var clearance = new Clearance(holdings, pace);
        holdings.occupancy()
                .resume(
                        cluster,
                        ecs.listContainerInstances(request -> request.cluster(cluster))
                                .containerInstanceArns());
        assertThat(active(cluster)).isEqualTo(2);
        clearance.clear(id, _ -> {});
        assertThat(active(cluster)).isZero();

        assertThat(clearance.takeBack()).isEqualTo(2);

        assertThat(active(cluster)).isEqualTo(2);
    }

    private int active(String cluster) {
        return ecs.listContainerInstances(request -> request.cluster(cluster).status("ACTIVE"))
                .containerInstanceArns()
                .size();
    }

    @Test
    void whatListingDeletingAndMendingAskIsWhatTheReadmeSays() throws IOException {
        var id = protectedCluster();
        var before = sandbox.ledger().entries().size();
        ecs.runTask(request -> request.cluster(physical("web", "Cluster")).taskDefinition("job:1"));
        holdings.standing().protect(id, true);
        holdings.standing().protect(id, false);
        deletion.toll(id);
        var clearance = new Clearance(holdings, pace);
        clearance.clear(id, _ -> {});
        clearance.takeBack();
        deletion.delete(id, WHOLE, _ -> {});
        asked("rollBack", () -> mending.rollBack(id, _ -> {}));
        asked("cancelUpdate", () -> mending.cancelUpdate(id));
        asked("continueRollback", () -> mending.continueRollback(id, List.of(), _ -> {}));
        var asked = new TreeSet<String>();
        sandbox.ledger().entries().stream()
                .skip(before)
                .map(entry -> entry.call().service() + ":" + entry.call().action())
                .filter(action ->
                        !action.equals("ecs:RunTask") && !action.equals("cloudformation:DescribeStackResource"))
                .forEach(asked::add);

        var published = DELETING.matcher(Files.readString(Path.of("README.md")));
        assertThat(published.find()).isTrue();
        var said = new TreeSet<String>();
        for (var action : published.group(1).replaceAll("[`; ]", "").split(",")) {
            if (action.contains(":")) {
                said.add(action);
            }
        }
        assertThat(said).isEqualTo(asked);
    }

    /// Asked for all the same, however AWS answers.
    private static void asked(String what, Runnable call) {
        assertThatThrownBy(call::run).as(what).isInstanceOf(CloudProblem.class);
    }
}
