package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Specs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class NetworkModelTest {
    private final FakeCloud cloud = Places.cloud();
    private final InOrder background = new InOrder();
    private final Dropped dropped = new Dropped();
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Places.in(cloud, "eu-west-1"));
    private final ObjectProperty<Optional<Connection>> connection = new SimpleObjectProperty<>(Optional.of(cloud));
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.STANDARD);
    private final NetworkModel model = new NetworkModel(background, place, connection, recipe, dropped);

    private void choose() {
        model.chooseVpc(Places.VPC);
        model.toggleSubnet(Places.SUBNET_B);
        model.toggleSubnet(Places.SUBNET_A);
        model.chooseSourceSecurityGroup(Places.GROUP);
    }

    @Test
    void whatIsMissingIsSaidOneByOne() {
        assertThat(model.missing().getValue()).contains("Choose a VPC");
        model.chooseVpc(Places.VPC);
        assertThat(model.missing().getValue()).contains("Choose at least one subnet");
        model.toggleSubnet(Places.SUBNET_A);
        assertThat(model.missing().getValue()).contains("Choose the source security group");
        model.chooseSourceSecurityGroup(Places.GROUP);
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void theSliceHoldsTheSubnetsInTheOrderOfChoice() {
        choose();

        assertThat(model.chosen().getValue())
                .contains(new Network(Places.VPC, List.of(Places.SUBNET_B, Places.SUBNET_A), Places.GROUP));
        assertThat(model.zones().get()).contains(Set.of("eu-west-1a", "eu-west-1b"));
    }

    @Test
    void aRegionWithOneVpcNeedsNoChoice() {
        place.set(Places.in(cloud, "us-east-1"));

        assertThat(model.vpcId().getValue()).contains(Places.FAR_VPC);
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anotherRegionDropsTheNetworkAndSaysSo() {
        choose();

        place.set(Places.in(cloud, "us-east-1"));

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.subnets().getValue()).isEmpty();
        assertThat(dropped.sentences())
                .containsExactly("VPC " + Places.VPC + ", its subnets and its security group: it is not in us-east-1.");
    }

    @Test
    void anotherVpcDropsItsSubnetsAndGroupAndSaysSo() {
        choose();

        model.chooseVpc(Places.DEFAULT_VPC);

        assertThat(model.subnets().getValue()).isEmpty();
        assertThat(model.sourceSecurityGroup().getValue()).isEmpty();
        assertThat(dropped.sentences())
                .containsExactly("Subnets and source security group: they belong to " + Places.VPC + ".");
        assertThat(model.inventory().subnets().state().get()).isEqualTo(new Load.Ready<>(List.of()));
    }

    @Test
    void theSameAccountReadAnewKeepsEverything() {
        choose();
        var before = model.chosen().getValue();

        place.set(Optional.empty());
        assertThat(model.chosen().getValue()).isEmpty();
        place.set(Places.in(cloud, "eu-west-1"));

        assertThat(model.chosen().getValue()).isEqualTo(before).isPresent();
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void aSubnetThatIsGoneIsDroppedAndSaid() {
        choose();
        cloud.subnets.removeIf(subnet -> subnet.id().equals(Places.SUBNET_A));

        model.inventory().subnets().retry();

        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_B);
        assertThat(dropped.sentences()).containsExactly("Subnets: one is not in this VPC.");
    }

    @Test
    void anOpenedFilesUnknownSubnetIsMarkedAndNotDropped() {
        var unknown = "subnet-ffffffff";
        var spec = Places.spec(Places.VPC, List.of(Places.SUBNET_A, unknown), Places.GROUP);

        model.open(spec);

        assertThat(model.chosen().getValue()).contains(spec.network());
        assertThat(model.inventory().subnetChoices().getValue())
                .filteredOn(Choice::isUnknown)
                .extracting(Choice::id)
                .containsExactly(unknown);
        assertThat(model.missing().getValue()).contains(unknown + " was not found in this VPC");
        assertThat(model.zones().get()).isEmpty();
        assertThat(dropped.sentences()).isEmpty();

        model.toggleSubnet(unknown);
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void anOpenedFileStandsWithoutAnAccount() {
        place.set(Optional.empty());
        var spec = Places.spec("vpc-ffffffff", List.of("subnet-ffffffff"), "sg-ffffffff");

        model.open(spec);
        assertThat(model.chosen().getValue()).contains(spec.network());

        place.set(Places.in(cloud, "eu-west-1"));
        assertThat(model.chosen().getValue()).contains(spec.network());
        assertThat(model.missing().getValue()).contains("vpc-ffffffff was not found in this account");
    }

    @Test
    void anotherRegionDropsWhatAFileBrought() {
        model.open(Places.spec(Places.VPC, List.of(Places.SUBNET_A), Places.GROUP));

        place.set(Places.in(cloud, "us-east-1"));

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(dropped.sentences()).hasSize(1);
    }

    @Test
    void anotherAccountDropsWhatAFileBroughtAndTheFirstDidNotKnow() {
        model.open(Places.spec("vpc-ffffffff", List.of("subnet-ffffffff"), "sg-ffffffff"));
        var other = Places.cloud();
        other.who = new Caller("210987654321", "arn:aws:iam::210987654321:user/lab");

        place.set(Optional.empty());
        assertThat(model.chosen().getValue()).isPresent();
        place.set(Places.in(other, "eu-west-1"));

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.vpcId().getValue()).isEmpty();
        assertThat(dropped.sentences()).hasSize(1);
    }

    @Test
    void whatThePersonChoosesInsteadOfTheFilesIsHeldNoMore() {
        model.open(Places.spec(Places.VPC, List.of(Places.SUBNET_A, "subnet-ffffffff"), Places.GROUP));
        model.chooseSourceSecurityGroup(Places.DEFAULT_GROUP);
        assertThat(model.chosen().getValue()).isPresent();

        cloud.securityGroups.removeIf(group -> group.id().equals(Places.DEFAULT_GROUP));
        model.inventory().groups().retry();

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(dropped.sentences()).hasSize(1);
        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_A, "subnet-ffffffff");
    }

    @Test
    void aSubnetThatIsTakenOutAndInAgainIsHeldNoMore() {
        model.open(Places.spec(Places.VPC, List.of(Places.SUBNET_A, Places.SUBNET_B), Places.GROUP));
        model.toggleSubnet(Places.SUBNET_B);
        model.toggleSubnet(Places.SUBNET_B);
        cloud.subnets.clear();

        model.inventory().subnets().retry();

        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_A);
        assertThat(dropped.sentences()).containsExactly("Subnets: one is not in this VPC.");
    }

    @Test
    void theAnswerForAVpcThatIsNoLongerChosenIsDropped() {
        background.hold();
        model.chooseVpc(Places.VPC);
        model.chooseVpc(Places.DEFAULT_VPC);

        background.release();

        assertThat(model.inventory().subnets().value().getValue()).contains(List.<Subnet>of());
    }

    @Test
    void aFailureIsKeptUntilRetryMendsIt() {
        var denied = FakeCloud.problem(CloudProblem.Kind.DENIED, "");
        cloud.problem = Optional.of(denied);
        model.inventory().vpcs().retry();
        assertThat(model.inventory().vpcs().state().get()).isEqualTo(new Load.Failed<>(denied));

        cloud.problem = Optional.empty();
        model.inventory().vpcs().retry();
        assertThat(model.missing().getValue()).contains("Choose a VPC");
    }

    @Test
    void warnsOfOneZoneAndOfTheDefaultGroup() {
        choose();
        assertThat(model.zoneWarning().get()).isEmpty();
        assertThat(model.groupWarning().get()).isEmpty();

        model.toggleSubnet(Places.SUBNET_B);
        model.chooseSourceSecurityGroup(Places.DEFAULT_GROUP);

        assertThat(model.zoneWarning().get())
                .hasValueSatisfying(words -> assertThat(words).contains("eu-west-1a"));
        assertThat(model.groupWarning().get()).isPresent();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void theCommandForANewGroupNamesVpcRegionAndConnection() {
        assertThat(model.createGroupCommand().get()).isEmpty();
        choose();

        assertThat(model.createGroupCommand().get())
                .contains("aws ec2 create-security-group --group-name load-balancer"
                        + " --description 'Load balancer' --vpc-id " + Places.VPC
                        + " --region eu-west-1 --profile ops");

        cloud.endpoint = Optional.of(URI.create("http://127.0.0.1:4566"));
        model.inventory().vpcs().retry();
        assertThat(model.createGroupCommand().get())
                .hasValueSatisfying(
                        command -> assertThat(command).endsWith(" --profile ops --endpoint-url http://127.0.0.1:4566"));
    }

    @Test
    void aSubnetThatGivesNoAddressesAndLeavesByAGatewayPreselectsPublicOnes() {
        cloud.open.add(Places.SUBNET_B);
        cloud.natted.add(Places.SUBNET_A);
        model.chooseVpc(Places.VPC);
        model.toggleSubnet(Places.SUBNET_B);
        model.chooseSourceSecurityGroup(Places.GROUP);
        assertThat(publicIp()).isEmpty();

        model.toggleSubnet(Places.SUBNET_B);
        assertThat(publicIp()).contains(true);
        assertThat(model.addresses().note().getValue())
                .hasValueSatisfying(words -> assertThat(words).contains("private-b", "need public ones"));

        model.toggleSubnet(Places.SUBNET_B);
        assertThat(publicIp()).isEmpty();
    }

    @Test
    void aSubnetThatGivesAddressesItselfIsLeftToItself() {
        cloud.open.add(Places.PUBLIC_A);
        choose();
        model.toggleSubnet(Places.PUBLIC_A);

        assertThat(publicIp()).isEmpty();
        assertThat(model.addresses().note().getValue()).isEmpty();
    }

    @Test
    void whatAPersonSaysOfPublicAddressesStandsAndIsWarnedOf() {
        cloud.open.add(Places.SUBNET_A);
        choose();
        model.toggleSubnet(Places.SUBNET_A);

        model.addresses().choose(Optional.of(false));

        assertThat(publicIp()).contains(false);
        assertThat(model.addresses().isNeeded()).isTrue();
        assertThat(model.addresses().note().getValue())
                .hasValueSatisfying(words -> assertThat(words).contains("private-a", "could not reach ECS"));
        model.toggleSubnet(Places.SUBNET_A);
        assertThat(publicIp()).contains(false);
        assertThat(model.addresses().isNeeded()).isFalse();
    }

    @Test
    void theClassicRecipeLeavesAddressesToTheSubnetsAndForgetsNothing() {
        choose();
        model.addresses().choose(Optional.of(true));

        recipe.set(Recipe.CLASSIC);
        assertThat(publicIp()).isEmpty();
        assertThat(model.addresses().isAsked()).isFalse();

        recipe.set(Recipe.PRODUCTION);
        assertThat(publicIp()).contains(true);
    }

    @Test
    void anOpenedFileThatLeavesAddressesToTheSubnetsIsTakenAtItsWord() {
        cloud.open.add(Places.SUBNET_A);
        var spec = Specs.standard("web");
        recipe.set(Recipe.STANDARD);

        model.open(spec);

        assertThat(model.chosen().getValue()).contains(spec.network());
    }

    @Test
    void routesThatMayNotBeAskedForKeepNobodyHere() {
        cloud.exitProblem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        choose();

        assertThat(model.missing().getValue()).isEmpty();
        assertThat(publicIp()).isEmpty();
        assertThat(model.addresses().note().getValue())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Whether the subnets need public addresses"));
    }

    private void letOut() {
        cloud.natted.addAll(List.of(Places.SUBNET_A, Places.SUBNET_B));
        cloud.open.add(Places.PUBLIC_A);
    }

    @Test
    void subnetsWithAWayOutAreChosenForWhoComesFirst() {
        letOut();

        model.chooseVpc(Places.VPC);

        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_A, Places.SUBNET_B);
        assertThat(model.missing().getValue()).contains("Choose the source security group");
    }

    @Test
    void whatThePersonHasChosenMeanwhileStands() {
        letOut();
        background.hold();
        model.chooseVpc(Places.VPC);
        model.toggleSubnet(Places.PUBLIC_A);

        background.release();

        assertThat(model.subnets().getValue()).containsExactly(Places.PUBLIC_A);
        model.toggleSubnet(Places.PUBLIC_A);
        model.inventory().ways().retry();
        assertThat(model.subnets().getValue()).isEmpty();
    }

    @Test
    void nothingIsChosenForTheVpcThatWasLeft() {
        letOut();
        background.hold();
        model.chooseVpc(Places.VPC);
        model.chooseVpc(Places.DEFAULT_VPC);

        background.release();

        assertThat(model.subnets().getValue()).isEmpty();
        assertThat(model.lines().getValue()).isEmpty();
    }

    @Test
    void whatWasOnlySuggestedIsNotMourned() {
        letOut();
        model.chooseVpc(Places.VPC);

        model.chooseVpc(Places.DEFAULT_VPC);

        assertThat(model.subnets().getValue()).isEmpty();
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void whatWasChosenStaysWhenTheSurroundingsAreReadAnew() {
        letOut();
        model.chooseVpc(Places.VPC);
        model.toggleSubnet(Places.SUBNET_A);

        cloud.natted.clear();
        model.inventory().ways().retry();

        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_B);
        assertThat(model.wayWarning().get())
                .hasValueSatisfying(words -> assertThat(words).contains("private-b"));
    }

    @Test
    void anOpenedFilesSubnetsAreNotExchanged() {
        letOut();

        model.open(Places.spec(Places.VPC, List.of(Places.PUBLIC_A), Places.GROUP));

        assertThat(model.subnets().getValue()).containsExactly(Places.PUBLIC_A);
    }

    @Test
    void waysAreAwaitedWhileTheSubnetsCanBeChosenAlready() {
        letOut();
        model.chooseVpc(Places.VPC);
        background.hold();
        model.inventory().ways().retry();

        assertThat(model.lines().getValue()).isNotEmpty().allMatch(SubnetLine::isAwaited);
        assertThat(WayWords.kind(model.lines().getValue().getFirst())).isEqualTo("Asking\u2026");
        assertThat(model.subnets().getValue()).hasSize(2);

        background.release();
        assertThat(model.lines().getValue()).noneMatch(SubnetLine::isAwaited);
    }

    private Optional<Boolean> publicIp() {
        return model.chosen().getValue().flatMap(Network::assignPublicIp);
    }

    @Test
    void aRefreshKeepsWhatIsStillThereAndSaysWhatVanished() {
        choose();
        cloud.subnets.removeIf(subnet -> subnet.id().equals(Places.SUBNET_A));
        background.hold();

        place.get().orElseThrow().readings().refresh("eu-west-1");
        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_B, Places.SUBNET_A);
        assertThat(model.chosen().getValue()).isPresent();
        background.release();

        assertThat(model.vpcId().getValue()).contains(Places.VPC);
        assertThat(model.subnets().getValue()).containsExactly(Places.SUBNET_B);
        assertThat(model.sourceSecurityGroup().getValue()).contains(Places.GROUP);
        assertThat(dropped.sentences()).containsExactly("Subnets: one is not in this VPC.");
    }
}
