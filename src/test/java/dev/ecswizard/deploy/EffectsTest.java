package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
    private static final String CLUSTER = "AWS::ECS::Cluster";
    private static final Detail VERSION =
            detail("Properties/LaunchTemplate/Version", "1", "{{changeSet:KNOWN_AFTER_APPLY}}", false);

    private final Submission change = Submission.values(
            new ScriptedStacks(), new Known(ScriptedStacks.ID, "web", "Resources: {}", Map.of(), Map.of()), Map.of());

    private static Detail detail(String path, String before, String after, boolean isCertain) {
        return new Detail("Properties", path, before, after, Replacement.NEVER, isCertain, "");
    }

    private static ResourceChange change(Action action, String type, Replacement replacement, Detail... details) {
        return new ResourceChange(action, "It", "it", type, replacement, false, List.of(), List.of(details));
    }

    private static ResourceChange group(Detail... details) {
        return change(Action.MODIFY, GROUP, Replacement.PERHAPS, details);
    }

    private static ResourceChange launched(boolean isCertain) {
        return change(
                Action.MODIFY,
                TEMPLATE,
                Replacement.NEVER,
                detail("Properties/LaunchTemplateData/ImageId", "ami-1", "ami-2", isCertain));
    }

    /// Hosts that stop without draining and count before they join.
    private static Turnover plain(OptionalInt present, int kept, int batch, int most) {
        return new Turnover(present, OptionalInt.of(most), true, false, kept, batch, false, false);
    }

    private List<String> effects(Turnover turnover, ResourceChange... changes) {
        var proposed = new Proposed("arn:set", ScriptedStacks.ID);
        return new Proposal.Ready(change, proposed, List.of(changes), turnover).effects();
    }

    @Test
    void batchesAreWhatTheMaximumLeavesRoomFor() {
        assertThat(effects(plain(OptionalInt.of(5), 3, 20, 4), group(VERSION), launched(true)))
                .startsWith("5 hosts are replaced, one at a time.")
                .endsWith("At least 4 hosts stay in service meanwhile.");
        assertThat(effects(plain(OptionalInt.of(6), 4, 2, 9), group(VERSION), launched(true)))
                .startsWith("6 hosts are replaced, 2 at a time.");
    }

    @Test
    void aLoneHostThatIsNotKeptLeavesNone() {
        assertThat(effects(plain(OptionalInt.of(1), 0, 1, 2), group(VERSION), launched(true)))
                .containsExactly(
                        "The host is replaced.",
                        "Their tasks stop without draining; new hosts may join after CloudFormation counts them.",
                        "No host is kept in service meanwhile: the cluster may be without any for some minutes.");
    }

    @Test
    void whatIsKnownOnlyLaterIsNotClaimed() {
        assertThat(effects(plain(OptionalInt.of(3), 3, 1, 4), group(VERSION), launched(false)))
                .first()
                .isEqualTo("3 hosts may be replaced, one at a time; it may turn out that they need not be.");
        assertThat(effects(plain(OptionalInt.empty(), 3, 1, 4), group(VERSION), launched(false)))
                .first()
                .isEqualTo("Hosts may be replaced, one at a time; it may turn out that they need not be.");
        assertThat(effects(
                        plain(OptionalInt.of(3), 3, 1, 4),
                        group(detail("Properties/VPCZoneIdentifier", "a", "b", true))))
                .first()
                .asString()
                .startsWith("3 hosts may be replaced");
    }

    @Test
    void otherMetadataOfALaunchTemplateReplaceNoHost() {
        var metadata = change(
                Action.MODIFY,
                TEMPLATE,
                Replacement.NEVER,
                detail("Metadata/AWS::CloudFormation::Init/config", "a", "b", true));
        assertThat(effects(plain(OptionalInt.of(3), 3, 1, 4), group(VERSION), metadata))
                .containsExactly("The hosts stay as they are, and so do their tasks.");
    }

    @Test
    void withoutAPolicyTheHostsThatRunStay() {
        var turnover = new Turnover(OptionalInt.of(3), OptionalInt.of(4), false, false, 0, 1, false, false);
        assertThat(effects(turnover, group(VERSION), launched(true)))
                .containsExactly("The hosts stay as they are, and so do their tasks.");
    }

    @Test
    void aGroupThatIsReplacedAsAWholeSaysSo() {
        var turnover = new Turnover(OptionalInt.of(3), OptionalInt.of(4), true, true, 0, 1, false, false);
        assertThat(effects(turnover, group(VERSION), launched(true)))
                .singleElement()
                .asString()
                .startsWith("The group of hosts may be replaced as a whole");
        assertThat(effects(
                        plain(OptionalInt.of(3), 3, 1, 4),
                        change(Action.MODIFY, GROUP, Replacement.CERTAIN, detail("Properties/Name", "a", "b", true))))
                .singleElement()
                .asString()
                .startsWith("The group of hosts is replaced as a whole");
        assertThat(effects(plain(OptionalInt.of(3), 3, 1, 4), change(Action.REMOVE, GROUP, Replacement.NEVER)))
                .singleElement()
                .asString()
                .startsWith("The group of hosts goes");
    }

    @Test
    void anotherClusterIsToldFirst() {
        assertThat(effects(
                        plain(OptionalInt.of(3), 3, 1, 4),
                        group(VERSION),
                        launched(true),
                        change(Action.MODIFY, CLUSTER, Replacement.CERTAIN)))
                .startsWith(
                        "The ECS cluster itself is replaced. Services and tasks stay in the old one, which can not be"
                                + " deleted while they run.");
        assertThat(effects(plain(OptionalInt.of(3), 3, 1, 4), change(Action.REMOVE, CLUSTER, Replacement.NEVER)))
                .containsExactly("The ECS cluster goes. That fails while services are in it.");
    }

    @Test
    void aMaximumBelowTheHostsThatRunEndsSomeOfThem() {
        var drained = new Turnover(OptionalInt.of(5), OptionalInt.of(3), true, false, 2, 1, true, true);
        assertThat(effects(
                        drained,
                        group(
                                detail("Properties/MaxSize", "6", "3", true),
                                detail("Properties/MinSize", "0", "1", true))))
                .containsExactly(
                        "The group shrinks from 5 to 3 hosts. Auto Scaling chooses which 2 go; ECS drains them first.",
                        "The group may have up to 3 hosts from now on; it was 6.",
                        "The group keeps at least 1 hosts from now on; it was 0.");
    }

    @Test
    void whatStandsInTheGroupNowCountsAndNotWhatTheTemplateHad() {
        assertThat(effects(
                        plain(OptionalInt.of(4), 3, 1, 6), group(detail("Properties/DesiredCapacity", "2", "3", true))))
                .containsExactly(
                        "The group shrinks from 4 to 3 hosts. Auto Scaling chooses which one goes; its tasks stop without draining.");
    }
}
