package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.StackRequest;
import dev.ecswizard.template.Template;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final String YAML = """
            AWSTemplateFormatVersion: '2010-09-09'
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

    private final ScriptedStacks stacks = new ScriptedStacks();
    private final Submission submission = Submission.of(TEMPLATE, "web", Map.of("team", "ops"));

    @Test
    void whatIsSentIsWhatWasShown() {
        assertThat(submission.submit(stacks, stacks.pace)).isEqualTo(ScriptedStacks.ID);
        assertThat(stacks.requests)
                .containsExactly(new StackRequest(
                        "web",
                        YAML,
                        Map.of("VpcId", "vpc-01234567"),
                        Map.of("team", "ops"),
                        Set.of("CAPABILITY_NAMED_IAM"),
                        submission.request().requestToken()));
    }

    @Test
    void theTokenIsOneThatCloudFormationTakesAndNoTwoAreEqual() {
        assertThat(submission.request().requestToken())
                .matches("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}")
                .isNotEqualTo(Submission.of(TEMPLATE, "web", Map.of()).request().requestToken());
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        stacks.fault(0, 2, "create", Kind.UNREACHABLE);
        submission.submit(stacks, stacks.pace);
        assertThat(stacks.requests).hasSize(3).containsOnly(submission.request());
    }

    @Test
    void aRefusalIsNotRepeated() {
        stacks.fault(0, 1e6, "create", Kind.REFUSED);
        assertThatThrownBy(() -> submission.submit(stacks, stacks.pace)).isInstanceOf(CloudProblem.class);
        assertThat(stacks.requests).hasSize(1);
    }

    @Test
    void silenceIsToldInTheEnd() {
        stacks.fault(0, 1e6, "create", Kind.UNREACHABLE);
        assertThatThrownBy(() -> submission.submit(stacks, stacks.pace))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE));
        assertThat(stacks.requests).hasSize(4);
    }

    @Test
    void theResourcesOfTheTemplateAreCounted() {
        assertThat(submission.resources()).isEqualTo(2);
        assertThat(Submission.of(new Template(": [", Map.of(), Set.of()), "web", Map.of())
                        .resources())
                .isZero();
    }
}
