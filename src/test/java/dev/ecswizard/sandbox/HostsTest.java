package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.cloudformation.model.ResourceSignalStatus;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;

/// The hosts of stacks, as every service shows them.
class HostsTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private Yard yard;

    @BeforeEach
    void start() throws IOException {
        yard = new Yard(Sandbox.Options.DEFAULT);
    }

    @AfterEach
    void stop() {
        yard.close();
    }

    private void in(Scenario scenario) throws IOException {
        yard.close();
        yard = new Yard(Sandbox.Options.DEFAULT.withScenarios(Set.of(scenario)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "standard"})
    void hostsRegisterShortlyAfterTheStackIsComplete(String recipe) {
        var id = yard.create(recipe, "main-private", Map.of());
        for (var i = 0; i < 400 && !yard.status(id).equals("CREATE_COMPLETE"); i++) {
            yard.later(Duration.ofMillis(100));
        }
        assertThat(yard.registered("web")).hasSizeLessThan(2);
        yard.later(Duration.ofSeconds(4));

        assertThat(yard.registered("web")).hasSize(2).allSatisfy(instance -> {
            assertThat(instance.agentConnected()).isTrue();
            assertThat(instance.status()).isEqualTo("ACTIVE");
            assertThat(instance.registeredResources())
                    .anySatisfy(resource -> assertThat(resource.name() + resource.integerValue())
                            .isEqualTo("CPU2048"));
            assertThat(instance.attributes())
                    .anySatisfy(attribute -> assertThat(attribute.name() + "=" + attribute.value())
                            .isEqualTo("ecs.instance-type=t3.large"));
        });
        assertThat(yard.ecs
                        .describeClusters(r -> r.clusters("web"))
                        .clusters()
                        .getFirst()
                        .registeredContainerInstancesCount())
                .isEqualTo(2);
        assertThat(yard.registered("web"))
                .extracting(ContainerInstance::ec2InstanceId)
                .containsExactlyInAnyOrderElementsOf(yard.instances().stream()
                        .map(instance -> instance.instanceId())
                        .toList());
    }

    private int found(String filter, String value) {
        var wanted = Filter.builder().name(filter).values(value).build();
        return yard.ec2.describeInstances(r -> r.filters(wanted)).reservations().size();
    }

    @Test
    void anInstanceIsWhatItsTemplateAndItsSubnetMakeOfIt() {
        yard.create("standard", "main-public", Map.of());
        yard.later(LONG);
        var subnets = yard.subnets("main-public").stream().map(Subnet::subnetId).toList();

        assertThat(yard.instances()).hasSize(2).allSatisfy(instance -> {
            assertThat(instance.state().nameAsString()).isEqualTo("running");
            assertThat(subnets).contains(instance.subnetId());
            assertThat(instance.privateIpAddress()).startsWith("10.20.");
            assertThat(instance.keyName()).isEqualTo("ops");
            assertThat(instance.iamInstanceProfile().arn()).contains(":instance-profile/web-InstanceProfile-");
            assertThat(instance.securityGroups()).singleElement();
            assertThat(instance.metadataOptions().httpPutResponseHopLimit()).isEqualTo(1);
            assertThat(instance.tags())
                    .extracting(tag -> tag.key() + "=" + tag.value())
                    .contains(
                            "Name=web - ECS Host",
                            "aws:autoscaling:groupName=" + yard.group().autoScalingGroupName(),
                            "aws:ec2launchtemplate:version=1");
        });
        assertThat(yard.instances())
                .extracting(i -> i.placement().availabilityZone())
                .doesNotHaveDuplicates();
        assertThat(found("network-interface.attachment.status", "attached")).isEqualTo(2);
        assertThat(found("network-interface.addresses.association.public-ip", "*"))
                .isEqualTo(2);
        assertThat(found("network-interface.association.association-id", "*")).isZero();
        assertThat(found("hibernation-options.configured", "false")).isEqualTo(2);
        assertThat(found("availability-zone-id", "euw1-az*")).isEqualTo(2);
        assertThat(found("ena-support", "true")).isEqualTo(2);
        assertThat(found("host-id", "*")).isZero();
        var template = yard.group().launchTemplate();
        assertThat(yard.ec2
                        .describeLaunchTemplateVersions(r -> r.launchTemplateId(template.launchTemplateId()))
                        .launchTemplateVersions())
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.launchTemplateData().instanceTypeAsString())
                            .isEqualTo("t3.large");
                    assertThat(version.launchTemplateData()
                                    .blockDeviceMappings()
                                    .getFirst()
                                    .ebs()
                                    .volumeSize())
                            .isEqualTo(30);
                });
    }

    @Test
    void addressesAreTakenFromTheSubnetsAndGivenBack() {
        var before = yard.subnets("main-private").stream()
                .mapToInt(Subnet::availableIpAddressCount)
                .sum();
        var id = yard.create("standard", "main-private", Map.of());
        yard.later(LONG);
        assertThat(yard.subnets("main-private").stream()
                        .mapToInt(Subnet::availableIpAddressCount)
                        .sum())
                .isEqualTo(before - 2);
        yard.stacks.deleteStack(r -> r.stackName(id));
        yard.later(LONG);

        assertThat(yard.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(yard.subnets("main-private").stream()
                        .mapToInt(Subnet::availableIpAddressCount)
                        .sum())
                .isEqualTo(before);
        assertThat(yard.instances())
                .extracting(instance -> instance.state().nameAsString())
                .containsExactly("terminated", "terminated");
        assertThat(yard.scaling.describeAutoScalingGroups().autoScalingGroups()).isEmpty();
        assertThat(yard.scaling.describeScalingActivities().activities()).isEmpty();
        assertThat(yard.activities())
                .extracting(Activity::statusCode)
                .containsOnly(ScalingActivityStatusCode.SUCCESSFUL);
        assertThat(yard.activities()).hasSize(4);
        assertThat(yard.activities().getFirst().description()).startsWith("Terminating EC2 instance: i-");
        assertThat(yard.activities().getFirst().cause())
                .contains(
                        "a user request update of AutoScalingGroup constraints to min: 0, max: 0, desired: 0 changing the desired capacity from 2 to 0.  At ")
                .endsWith("was selected for termination.");
    }

    @Test
    void hostsWithoutAWayOutSayWhyTheyAreSilent() {
        yard.create("standard", "isolated", Map.of());
        yard.later(Duration.ofSeconds(30));

        assertThat(yard.instances())
                .hasSize(2)
                .allSatisfy(instance -> assertThat(yard.console(instance.instanceId()))
                        .contains("Linux version", "Curl error (28): Timeout was reached")
                        .contains("/opt/aws/bin/cfn-signal: No such file or directory")
                        .contains("Unable to register as a container instance with ECS")
                        .doesNotContain("SUCCESS sent"));
        assertThat(yard.registered("web")).isEmpty();
    }

    @Test
    void theConsoleOfAGoodHostShowsItsSignalAndItsRegistration() {
        yard.create("standard", "main-private", Map.of());
        yard.later(LONG);
        var host = yard.instances().getFirst().instanceId();

        assertThat(yard.console(host))
                .contains("cfn-signal: SUCCESS sent for AutoScalingGroup of stack web")
                .contains("Registration completed successfully");
    }

    @Test
    void aGroupGrowsAndShrinksAsItIsTold() {
        yard.create("standard", "main-private", Map.of("ClusterMaxSize", "3"));
        yard.later(LONG);
        var name = yard.group().autoScalingGroupName();
        assertThatThrownBy(() -> yard.scaling.setDesiredCapacity(
                        r -> r.autoScalingGroupName(name).desiredCapacity(4)))
                .hasMessageContaining("New SetDesiredCapacity value 4 is above max value 3 for the AutoScalingGroup.");
        assertThatThrownBy(() -> yard.scaling.setDesiredCapacity(
                        r -> r.autoScalingGroupName(name).desiredCapacity(1)))
                .hasMessageContaining("New SetDesiredCapacity value 1 is below min value 2 for the AutoScalingGroup.");
        yard.scaling.setDesiredCapacity(r -> r.autoScalingGroupName(name).desiredCapacity(3));
        yard.later(Duration.ofSeconds(12));

        assertThat(yard.group().instances())
                .extracting(i -> i.lifecycleStateAsString())
                .containsExactly("InService", "InService", "InService");
        assertThat(yard.registered("web")).hasSize(3);
        assertThat(yard.activities().getFirst().cause().replaceAll("At \\S+Z", "At T"))
                .isEqualTo(
                        "At T a user request explicitly set group desired capacity changing the desired capacity from 2 to 3.  At T an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 2 to 3.");

        var guarded = yard.group().instances().getFirst().instanceId();
        yard.scaling.setInstanceProtection(
                r -> r.autoScalingGroupName(name).instanceIds(guarded).protectedFromScaleIn(true));
        yard.scaling.setDesiredCapacity(r -> r.autoScalingGroupName(name).desiredCapacity(2));
        yard.later(Duration.ofSeconds(12));
        assertThat(yard.group().instances())
                .hasSize(2)
                .extracting(i -> i.instanceId())
                .contains(guarded);
        assertThat(yard.registered("web")).hasSize(2);
    }

    @Test
    void protectedHostsKeepAStackFromGoingUntilTheyMayGo() {
        var id = yard.create("standard", "main-private", Map.of());
        yard.later(LONG);
        var group = yard.group();
        var ids = group.instances().stream().map(i -> i.instanceId()).toList();
        yard.scaling.setInstanceProtection(r -> r.autoScalingGroupName(group.autoScalingGroupName())
                .instanceIds(ids)
                .protectedFromScaleIn(true));
        yard.stacks.deleteStack(r -> r.stackName(id));
        yard.later(LONG);
        assertThat(yard.status(id)).isEqualTo("DELETE_IN_PROGRESS");
        yard.scaling.setInstanceProtection(r -> r.autoScalingGroupName(group.autoScalingGroupName())
                .instanceIds(ids)
                .protectedFromScaleIn(false));
        yard.later(LONG);

        assertThat(yard.status(id)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aSuspendedGroupDoesNotReplaceWhatIsTerminated() {
        yard.create("standard", "main-private", Map.of());
        yard.later(LONG);
        var name = yard.group().autoScalingGroupName();
        var host = yard.group().instances().getFirst().instanceId();
        yard.scaling.suspendProcesses(r -> r.autoScalingGroupName(name).scalingProcesses("Launch"));
        yard.scaling.terminateInstanceInAutoScalingGroup(r -> r.instanceId(host).shouldDecrementDesiredCapacity(false));
        yard.later(LONG);
        assertThat(yard.group().instances()).hasSize(1);
        yard.scaling.resumeProcesses(r -> r.autoScalingGroupName(name));
        yard.later(LONG);

        assertThat(yard.group().instances())
                .hasSize(2)
                .extracting(i -> i.instanceId())
                .doesNotContain(host);
    }

    @Test
    void aDrainingInstanceIsListedAsSuch() {
        yard.create("standard", "main-private", Map.of());
        yard.later(LONG);
        var arn = yard.registered("web").getFirst().containerInstanceArn();
        yard.ecs.updateContainerInstancesState(
                r -> r.cluster("web").containerInstances(arn, "0123").status(ContainerInstanceStatus.DRAINING));

        assertThat(yard.ecs
                        .listContainerInstances(r -> r.cluster("web").status(ContainerInstanceStatus.DRAINING))
                        .containerInstanceArns())
                .containsExactly(arn);
        assertThat(yard.ecs
                        .listContainerInstances(r -> r.cluster("web").filter("attribute:ecs.instance-type == t3.large"))
                        .containerInstanceArns())
                .hasSize(2);
        assertThat(yard.ecs
                        .describeContainerInstances(r -> r.cluster("web").containerInstances("0123"))
                        .failures()
                        .getFirst()
                        .reason())
                .isEqualTo("MISSING");
    }

    @Test
    void aProviderIsAttachedToItsGroup() {
        var id = yard.create(
                "production", "main-private", Map.of("ClusterMinSize", "2", "ContainerInsights", "enhanced"));
        yard.later(LONG);

        assertThat(yard.status(id)).isEqualTo("CREATE_COMPLETE");
        var provider = yard.ecs
                .describeCapacityProviders(r -> r.capacityProviders("cp-web"))
                .capacityProviders()
                .getFirst();
        assertThat(provider.autoScalingGroupProvider().autoScalingGroupArn())
                .isEqualTo(yard.group().autoScalingGroupARN());
        assertThat(provider.autoScalingGroupProvider().managedScaling().targetCapacity())
                .isEqualTo(100);
        var cluster = yard.ecs.listClusters().clusterArns().getFirst();
        assertThat(yard.registered(cluster))
                .hasSize(2)
                .extracting(ContainerInstance::capacityProviderName)
                .containsOnly("cp-web");
        assertThat(yard.group().mixedInstancesPolicy().launchTemplate().overrides())
                .hasSize(3);
    }

    @Test
    void aQuotaFailsTheGroupThroughItsActivities() throws IOException {
        in(Scenario.VCPU_QUOTA_EXCEEDED);
        var id = yard.create("standard", "main-private", Map.of("ClusterSize", "3"));
        yard.later(LONG);

        var sentence =
                "You have requested more vCPU capacity than your current vCPU limit of 5 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit. Launching EC2 instance failed.";
        assertThat(yard.stacks.describeStackEvents(r -> r.stackName(id)).stackEvents())
                .extracting(event -> String.valueOf(event.resourceStatusReason()))
                .contains(
                        "Group did not stabilize. {current/minSize/desired} group size = {2/3/3}. Failed Scaling Activity: "
                                + sentence);
        assertThat(yard.activities())
                .filteredOn(activity -> activity.statusCode() == ScalingActivityStatusCode.FAILED)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(activity -> assertThat(activity.statusMessage()).isEqualTo(sentence));
    }

    @Test
    void aZoneWithoutRoomIsPassedBy() throws IOException {
        in(Scenario.NO_CAPACITY);
        var id = yard.create("standard", "main-private", Map.of());
        yard.later(LONG);

        assertThat(yard.status(id)).isEqualTo("CREATE_COMPLETE");
        assertThat(yard.instances())
                .hasSize(2)
                .extracting(instance -> instance.placement().availabilityZone())
                .doesNotContain(Yard.REGION + "a");
        assertThat(yard.activities())
                .filteredOn(activity -> activity.statusCode() == ScalingActivityStatusCode.FAILED)
                .isNotEmpty()
                .allSatisfy(activity -> assertThat(activity.statusMessage())
                        .startsWith("We currently do not have sufficient t3.large capacity"));
    }

    @Test
    void aSignalThatNobodyWaitsForIsRefused() {
        var id = yard.create("standard", "main-private", Map.of());
        yard.later(LONG);

        assertThatThrownBy(() -> signal("web", "AutoScalingGroup"))
                .hasMessageContaining("Stack:" + id + " is in CREATE_COMPLETE state and can not be signaled.");
        assertThatThrownBy(() -> signal("none", "AutoScalingGroup")).hasMessageContaining("Stack none does not exist");
    }

    @Test
    void aSignalOfFailureFailsTheGroup() {
        var id = yard.create("standard", "isolated", Map.of());
        yard.later(Duration.ofSeconds(14));
        signal("web", "AutoScalingGroup");
        yard.stacks.signalResource(r -> r.stackName("web")
                .logicalResourceId("AutoScalingGroup")
                .uniqueId("two")
                .status(ResourceSignalStatus.FAILURE));
        yard.later(Duration.ofSeconds(2));

        assertThat(yard.stacks.describeStackEvents(r -> r.stackName(id)).stackEvents())
                .extracting(event -> String.valueOf(event.resourceStatusReason()))
                .contains("Received FAILURE signal with UniqueId two")
                .contains(
                        "Received 1 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement");
    }

    private void signal(String stack, String resource) {
        yard.stacks.signalResource(r ->
                r.stackName(stack).logicalResourceId(resource).uniqueId("one").status(ResourceSignalStatus.SUCCESS));
    }

    @Test
    void unknownNamesAreRefusedInEachServicesWords() {
        assertThat(code(() -> yard.ec2.describeInstances(r -> r.instanceIds("i-0123456789abcdef0"))))
                .isEqualTo("InvalidInstanceID.NotFound");
        assertThat(code(() -> yard.ec2.describeInstances(r -> r.instanceIds("x"))))
                .isEqualTo("InvalidInstanceID.Malformed");
        assertThat(code(() -> yard.ec2.getConsoleOutput(r -> r.instanceId("i-0123456789abcdef0"))))
                .isEqualTo("InvalidInstanceID.NotFound");
        assertThat(code(() -> yard.ecs.listContainerInstances(r -> r.cluster("none"))))
                .isEqualTo("ClusterNotFoundException");
        assertThat(code(() -> yard.scaling.setDesiredCapacity(
                        r -> r.autoScalingGroupName("none").desiredCapacity(1))))
                .isEqualTo("ValidationError");
        assertThat(yard.scaling
                        .describeAutoScalingGroups(r -> r.autoScalingGroupNames("none"))
                        .autoScalingGroups())
                .isEqualTo(List.of());
    }

    private static String code(Runnable call) {
        try {
            call.run();
            return "";
        } catch (AwsServiceException refused) {
            return refused.awsErrorDetails().errorCode();
        }
    }
}
