package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @Test
    void treesThatAreTheSameDoNotDiffer() {
        var tree = Map.<String, Object>of("A", List.of("1", Map.of("B", "2")));

        assertThat(Difference.between(tree, Map.of("A", List.of("1", Map.of("B", "2")))))
                .isEmpty();
    }

    @Test
    void theLowestPlaceIsNamed() {
        assertThat(Difference.between(
                        Map.of("Rules", List.of(Map.of("Port", "80", "Cidr", "10.0.0.0/8"))),
                        Map.of("Rules", List.of(Map.of("Port", "81", "Cidr", "10.0.0.0/8")))))
                .containsExactly(new Difference("Rules/0/Port", Optional.of("80"), Optional.of("81")));
    }

    @Test
    void whatOnlyOneOfThemHasIsNamedWhole() {
        var one = Map.<String, Object>of("Key", "1");

        assertThat(Difference.between(Map.of("Tags", List.of(one)), Map.of("Tags", List.of(one, one))))
                .containsExactly(new Difference("Tags/1", Optional.empty(), Optional.of(one)));
        assertThat(Difference.between(Map.of("Tags", List.of(one)), Map.of()))
                .containsExactly(new Difference("Tags", Optional.of(List.of(one)), Optional.empty()));
    }

    @Test
    void anotherKindOfValueIsAnotherValue() {
        assertThat(Difference.between(Map.of("A", "1"), Map.of("A", List.of("1"))))
                .containsExactly(new Difference("A", Optional.of("1"), Optional.of(List.of("1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::SecurityGroup,GroupDescription,ALWAYS",
        "AWS::EC2::SecurityGroup,SecurityGroupIngress/0/CidrIp,NEVER",
        "AWS::AutoScaling::AutoScalingGroup,LaunchTemplate/Version,CONDITIONALLY",
        "AWS::AutoScaling::AutoScalingGroup,MaxSize,NEVER",
        "AWS::AutoScaling::LaunchConfiguration,UserData,ALWAYS",
        "AWS::ECS::CapacityProvider,AutoScalingGroupProvider/AutoScalingGroupArn,ALWAYS",
        "AWS::ECS::CapacityProvider,AutoScalingGroupProvider,ALWAYS",
        "AWS::ECS::CapacityProvider,AutoScalingGroupProvider/ManagedScaling/TargetCapacity,NEVER",
        "AWS::ECS::Cluster,ClusterNameSuffix,NEVER"
    })
    void theRegistryTellsWhatAResourceIsReplacedFor(String type, String path, Recreation recreation) {
        assertThat(ResourceTypes.schema(type).recreation(path)).isEqualTo(recreation);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::SecurityGroup,true,",
        "AWS::EC2::LaunchTemplate,false,",
        "AWS::IAM::Role,true,RoleName",
        "AWS::ECS::CapacityProvider,true,Name"
    })
    void theRegistryTellsWhatTakesTagsAndNames(String type, boolean isTaggable, String identifier) {
        assertThat(ResourceTypes.schema(type).isTaggable()).isEqualTo(isTaggable);
        assertThat(ResourceTypes.schema(type).identifier()).isEqualTo(Optional.ofNullable(identifier));
    }
}
