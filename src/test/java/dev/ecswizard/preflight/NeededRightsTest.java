package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.preflight.NeededRights.Needed;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeededRightsTest {
    private static final Caller CALLER = new Caller("123456789012", "arn:aws:iam::123456789012:user/ann");
    private static final Caller IN_CHINA = new Caller("123456789012", "arn:aws-cn:iam::123456789012:user/ann");

    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new Trial(_ -> {});
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    private static Map<String, Needed> of(Recipe recipe, Caller caller, Map<String, String> tags) {
        var choices = trial.choices();
        choices.recipe = recipe;
        choices.source = recipe == Recipe.PRODUCTION ? ImageSource.SSM : ImageSource.PINNED;
        choices.tags.putAll(tags);
        var byAction = new TreeMap<String, Needed>();
        NeededRights.of(choices.spec(), caller)
                .forEach(needed -> needed.actions().forEach(action -> byAction.put(action, needed)));
        return byAction;
    }

    /// Policies often name what they allow: of `*` such a one allows nothing.
    @ParameterizedTest
    @EnumSource(Recipe.class)
    void everythingIsAskedOfWhatItIsDoneTo(Recipe recipe) {
        var needed = of(recipe, CALLER, Map.of());

        assertThat(needed.values()).extracting(Needed::resource).allMatch(arn -> arn.startsWith("arn:aws:"));
        assertThat(needed.get("cloudformation:ExecuteChangeSet").resource())
                .isEqualTo("arn:aws:cloudformation:us-west-2:123456789012:stack/web/*");
        assertThat(needed.get("autoscaling:CreateAutoScalingGroup").resource())
                .isEqualTo("arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:*"
                        + ":autoScalingGroupName/web-AutoScalingGroup-*");
        assertThat(needed.get("iam:PassRole").resource())
                .isEqualTo("arn:aws:iam::123456789012:role/"
                        + switch (recipe) {
                            case CLASSIC -> "ecs-web";
                            case STANDARD -> "ecs-web-us-west-2";
                            case PRODUCTION -> "web-InstanceRole-*";
                        });
        assertThat(needed.get("ecs:CreateCluster").resource())
                .isEqualTo("arn:aws:ecs:us-west-2:123456789012:cluster/"
                        + (recipe == Recipe.PRODUCTION ? "web-Cluster-*" : "web"));
    }

    @Test
    void eachRecipeNeedsWhatItsResourcesTake() {
        assertThat(of(Recipe.CLASSIC, CALLER, Map.of()))
                .containsKeys("autoscaling:CreateLaunchConfiguration", "iam:GetRole", "iam:GetInstanceProfile")
                .doesNotContainKeys("ec2:CreateLaunchTemplate", "ec2:RunInstances", "iam:TagRole", "ecs:TagResource");
        assertThat(of(Recipe.STANDARD, CALLER, Map.of()))
                .containsKeys("ec2:CreateLaunchTemplate", "ec2:RunInstances")
                .doesNotContainKeys("autoscaling:CreateLaunchConfiguration", "logs:CreateLogGroup");
        assertThat(of(Recipe.PRODUCTION, CALLER, Map.of()))
                .containsKeys(
                        "autoscaling:EnableMetricsCollection",
                        "ec2:AuthorizeSecurityGroupEgress",
                        "ecs:CreateCapacityProvider",
                        "ecs:PutClusterCapacityProviders",
                        "logs:CreateLogGroup",
                        "ssm:GetParameters",
                        "ecs:TagResource");
        assertThat(of(Recipe.CLASSIC, CALLER, Map.of("team", "web"))).containsKeys("iam:TagRole", "ecs:TagResource");
    }

    /// IAM stands in us-east-1 alone (IAM user guide, "aws:RequestedRegion"), and CloudFormation asks it, not we.
    @Test
    void conditionsAreToldWhatIsKnown() {
        var needed = of(Recipe.STANDARD, CALLER, Map.of());
        assertThat(needed.get("cloudformation:ExecuteChangeSet").context())
                .isEqualTo(Map.of("aws:RequestedRegion", List.of("us-west-2"), "aws:ViaAWSService", List.of("false")));
        assertThat(needed.get("ec2:RunInstances").context())
                .containsEntry("aws:RequestedRegion", List.of("us-west-2"))
                .containsEntry("aws:ViaAWSService", List.of("true"))
                .containsEntry("aws:CalledVia", List.of("cloudformation.amazonaws.com"));
        assertThat(needed.get("iam:PassRole").context())
                .containsEntry("aws:RequestedRegion", List.of("us-east-1"))
                .containsEntry("iam:PassedToService", List.of("ec2.amazonaws.com"));
        assertThat(of(Recipe.STANDARD, IN_CHINA, Map.of()).get("iam:PassRole").context())
                .doesNotContainKey("aws:RequestedRegion")
                .containsEntry("iam:PassedToService", List.of("ec2.amazonaws.com.cn"));
        assertThat(of(Recipe.STANDARD, IN_CHINA, Map.of()).get("iam:PassRole").resource())
                .startsWith("arn:aws-cn:iam::");
    }
}
