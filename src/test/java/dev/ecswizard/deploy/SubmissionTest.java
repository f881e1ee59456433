package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final String YAML = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              VpcId: {Type: String}
              ClusterMaxSize: {Type: Number, Default: 6}
              HostsKeptDuringUpdate: {Type: Number, Default: 0}
            Resources:
              Cluster:
                Type: AWS::ECS::Cluster
                Properties:
                  ClusterName: !Ref ClusterName
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties:
                  Name: !Sub '${AWS::StackName}-group'
            Outputs:
              Cluster:
                Value: !Ref Cluster
            """;
    private static final Template TEMPLATE =
            new Template(YAML, Map.of("VpcId", "vpc-01234567"), Set.of("CAPABILITY_NAMED_IAM"));
    private static final Known KNOWN = new Known(
            ScriptedStacks.ID,
            "web",
            YAML,
            Map.of("VpcId", "vpc-01234567", "ClusterMaxSize", "6", "HostsKeptDuringUpdate", "0"),
            Map.of("team", "ops"));

    private final ScriptedStacks stacks = new ScriptedStacks();
    private final Submission submission = Submission.of(TEMPLATE, "web", Map.of("team", "ops"));
    private final List<Proposed> told = new ArrayList<>();

    private Proposal propose(Submission wanted) {
        return wanted.propose(stacks, stacks.pace, told::add);
    }

    private static ResourceChange added(String logicalId) {
        return new ResourceChange(
                Action.ADD, logicalId, "", "AWS::Some::Thing", Replacement.NEVER, false, List.of(), List.of());
    }

    private CloudProblem problem(Kind kind) {
        return new CloudProblem(kind, "cloudformation:CreateChangeSet", "", "scripted", "", null);
    }

    private void hasGroup(int hosts) {
        stacks.resources.add(new StackResource(
                "Group", "web-group", "AWS::AutoScaling::AutoScalingGroup", new StackStatus("CREATE_COMPLETE"), ""));
        stacks.sizes = Optional.of(new GroupSizes(0, hosts, 6));
    }

    @Test
    void whatIsSentIsWhatWasShown() {
        stacks.changeSets.changes = List.of(added("Cluster"));
        var proposal = propose(submission);
        assertThat(stacks.changeSets.requests)
                .containsExactly(new ChangeRequest(
                        "web",
                        true,
                        submission.request().requestToken(),
                        Optional.of(YAML),
                        Map.of("VpcId", Optional.of("vpc-01234567")),
                        Optional.of(Map.of("team", "ops")),
                        Set.of("CAPABILITY_NAMED_IAM"),
                        submission.request().requestToken()));
        assertThat(proposal).isInstanceOfSatisfying(Proposal.Ready.class, ready -> {
            assertThat(ready.changes()).containsExactly(added("Cluster"));
            assertThat(ready.proposed()).isEqualTo(told.getFirst());
        });
    }

    @Test
    void theTokenIsOneThatCloudFormationTakesAndNoTwoAreEqual() {
        assertThat(submission.request().requestToken() + "-withdrawn")
                .matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")
                .isNotEqualTo(Submission.of(TEMPLATE, "web", Map.of()).request().requestToken() + "-withdrawn");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameTokenAndMakesOneChangeSet() {
        stacks.changeSets.problems.put("propose", problem(Kind.UNREACHABLE));
        stacks.changeSets.times.put("propose", 2);
        propose(submission);
        assertThat(stacks.changeSets.requests).hasSize(3).containsOnly(submission.request());
        assertThat(stacks.changeSets.made()).hasSize(1);
    }

    @Test
    void aRefusalIsNotRepeated() {
        stacks.changeSets.problems.put("propose", problem(Kind.REFUSED));
        assertThatThrownBy(() -> propose(submission)).isInstanceOf(CloudProblem.class);
        assertThat(stacks.changeSets.requests).hasSize(1);
    }

    @Test
    void silenceIsToldInTheEnd() {
        stacks.changeSets.problems.put("propose", problem(Kind.UNREACHABLE));
        assertThatThrownBy(() -> propose(submission))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE));
        assertThat(stacks.changeSets.requests).hasSize(4);
    }

    @Test
    void everyPageOfTheChangesIsRead() {
        stacks.changeSets.changes =
                IntStream.range(0, 23).mapToObj(i -> added("R" + i)).toList();
        stacks.changeSets.pageSize = 10;
        assertThat(propose(submission))
                .isInstanceOfSatisfying(
                        Proposal.Ready.class,
                        ready -> assertThat(ready.changes()).isEqualTo(stacks.changeSets.changes));
    }

    @Test
    void noChangeIsAnOutcomeAndLeavesNoChangeSet() {
        stacks.status(0, "UPDATE_COMPLETE");
        stacks.changeSets.status = "FAILED";
        stacks.changeSets.reason =
                "The submitted information didn't contain changes. Submit different information to create a change set.";
        assertThat(propose(Submission.values(stacks, KNOWN, Map.of()))).isInstanceOf(Proposal.Nothing.class);
        assertThat(stacks.changeSets.pending).isEmpty();
        assertThat(stacks.deletionTokens).isEmpty();
    }

    @Test
    void aChangeSetThatFailsIsARefusalInAwsWordsAndLeavesNoEmptyStack() {
        stacks.status(0, "REVIEW_IN_PROGRESS");
        stacks.changeSets.status = "FAILED";
        stacks.changeSets.reason = "Parameter validation failed: subnet-1 does not exist";
        assertThatThrownBy(() -> propose(submission))
                .isInstanceOf(CloudProblem.class)
                .hasMessage("Parameter validation failed: subnet-1 does not exist");
        assertThat(stacks.deletionTokens).containsExactly(submission.request().requestToken() + "-withdrawn");
    }

    @Test
    void whatIsWrongWithAResourceIsSaidInPlaceOfThatSomethingIs() {
        stacks.changeSets.status = "FAILED";
        stacks.changeSets.reason = "The following hook(s)/validation failed";
        stacks.changeSets.objections = List.of("Role: it already exists.");
        assertThatThrownBy(() -> propose(submission)).hasMessage("Role: it already exists.");

        stacks.changeSets.problems.put("objections", problem(Kind.DENIED));
        assertThatThrownBy(() -> propose(submission)).hasMessage("The following hook(s)/validation failed");
    }

    @Test
    void onlyWhatIsGivenChangesAndTheRestStays() {
        var request =
                Submission.values(stacks, KNOWN, Map.of("ClusterMaxSize", "8")).request();
        assertThat(request.template()).isEmpty();
        assertThat(request.tags()).isEmpty();
        assertThat(request.parameters())
                .containsEntry("VpcId", Optional.empty())
                .containsEntry("ClusterMaxSize", Optional.of("8"));
    }

    @Test
    void asManyHostsAreKeptAsThereAreButLessThanTheMaximum() {
        hasGroup(3);
        assertThat(Submission.change(stacks, KNOWN, TEMPLATE, Map.of())
                        .request()
                        .parameters())
                .containsEntry("HostsKeptDuringUpdate", Optional.of("3"));
        assertThat(Submission.values(stacks, KNOWN, Map.of("ClusterMaxSize", "3"))
                        .request()
                        .parameters())
                .containsEntry("HostsKeptDuringUpdate", Optional.of("2"));
        stacks.sizes = Optional.of(new GroupSizes(0, 6, 6));
        assertThat(Submission.edited(stacks, KNOWN, YAML + "\n").request().parameters())
                .containsEntry("HostsKeptDuringUpdate", Optional.of("5"));
    }

    @Test
    void anExecutionIsAskedForAgainWithTheSameTokenAndHappensOnce() {
        var ready = (Proposal.Ready) propose(submission);
        stacks.changeSets.problems.put("execute", problem(Kind.UNREACHABLE));
        stacks.changeSets.times.put("execute", 2);
        ready.execute(stacks, stacks.pace, true);
        assertThat(stacks.changeSets.executed).containsExactly(told.getFirst().changeSet());
        assertThat(stacks.changeSets.tokens).hasSize(3).containsOnly(ready.executionToken());
        assertThat(stacks.changeSets.keepsWhatFails).isTrue();
    }

    @Test
    void theResourcesOfTheTemplateAreCounted() {
        assertThat(submission.resources()).isEqualTo(2);
        assertThat(Submission.of(new Template(": [", Map.of(), Set.of()), "web", Map.of())
                        .resources())
                .isZero();
    }
}
