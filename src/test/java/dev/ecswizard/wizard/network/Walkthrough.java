package dev.ecswizard.wizard.network;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.OneThread;
import dev.ecswizard.wizard.Choices;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.compute.ComputeModel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The models as the app ties them together, over the app's own clients on a sandbox, and a person who takes the first
/// thing that fits as soon as its list is there.
final class Walkthrough implements AutoCloseable {
    final OneThread window = new OneThread();
    final Dropped dropped = new Dropped();
    final AccountModel account;
    final ClusterModel cluster;
    final NetworkModel network;
    final ComputeModel compute;

    /// @param vpc the one to take in each region
    Walkthrough(URI endpoint, String region, Predicate<Vpc> vpc, Predicate<Subnet> subnet) {
        var connection = AwsConnections.toEndpoint("sandbox", "Sandbox", "", endpoint, region, () -> "app");
        var background = window.background();
        AccountModel[] first = new AccountModel[1];
        ClusterModel[] second = new ClusterModel[1];
        NetworkModel[] third = new NetworkModel[1];
        ComputeModel[] fourth = new ComputeModel[1];
        window.run(() -> {
            first[0] = new AccountModel(
                    background, () -> offer(connection), (_, _) -> Optional.empty(), Optional.of(region), dropped);
            second[0] = new ClusterModel(background, first[0].chosen(), first[0].place());
            third[0] = new NetworkModel(background, first[0].place(), first[0].profile(), second[0].recipe(), dropped);
            fourth[0] = new ComputeModel(background, first[0].place(), third[0].zones(), second[0].recipe(), dropped);
            second[0].stackName().set("web");
            var there = third[0].inventory();
            there.vpcs()
                    .value()
                    .subscribe(found -> found.stream()
                            .flatMap(List::stream)
                            .filter(vpc)
                            .findFirst()
                            .ifPresent(one -> third[0].chooseVpc(one.id())));
            there.subnets()
                    .value()
                    .subscribe(found -> found.stream()
                            .flatMap(List::stream)
                            .filter(subnet)
                            .filter(one -> !third[0].subnets().getValue().contains(one.id()))
                            .forEach(one -> third[0].toggleSubnet(one.id())));
            there.groups()
                    .value()
                    .subscribe(found -> found.stream()
                            .flatMap(List::stream)
                            .findFirst()
                            .map(SecurityGroup::id)
                            .filter(_ ->
                                    third[0].sourceSecurityGroup().getValue().isEmpty())
                            .ifPresent(third[0]::chooseSourceSecurityGroup));
            // the compute page has been seen
            fourth[0].reached();
        });
        account = first[0];
        cluster = second[0];
        network = third[0];
        compute = fourth[0];
    }

    private static AccountModel.Offer offer(Connection connection) {
        return new AccountModel.Offer(List.of(connection), Optional.of(connection), List.of());
    }

    void go(String region) {
        window.run(() -> account.chooseRegion(region));
    }

    /// Waits until every question about the region is answered, and until every page is complete where that can be.
    void settle(String region) {
        window.waitFor(
                "the lists of " + region,
                () -> account.place()
                        .getValue()
                        .filter(place -> place.region().equals(region))
                        .filter(place -> !place.readings().isReading(region))
                        .filter(_ -> network.inventory().vpcs().state().get() instanceof Load.Ready)
                        .filter(_ -> network.inventory()
                                        .vpcs()
                                        .value()
                                        .getValue()
                                        .orElseThrow()
                                        .isEmpty()
                                || network.chosen().getValue().isPresent()
                                        && compute.chosen().getValue().isPresent())
                        .isPresent());
    }

    /// The same after a refresh, whose questions may not have been asked yet.
    void settleAnew(String region) {
        window.waitFor(
                "the new lists of " + region,
                () -> account.place()
                        .getValue()
                        .filter(place -> !place.readings().isReading(region))
                        .filter(place -> place.readings().since(region).isPresent())
                        .isPresent());
        settle(region);
    }

    ClusterSpec spec() {
        return window.get(() -> new Choices(account.chosen(), cluster.chosen(), network.chosen(), compute.chosen())
                .spec()
                .get()
                .orElseThrow());
    }

    @Override
    public void close() {
        window.run(account::close);
        window.close();
    }
}
