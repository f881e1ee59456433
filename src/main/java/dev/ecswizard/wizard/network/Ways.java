package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Surroundings;
import dev.ecswizard.preflight.WayOut;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.network.Inventory.Inside;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// How hosts of each subnet of the chosen VPC would get out, as the checks before a deployment work it out. What is
/// around the subnets is read beside them, not after.
final class Ways {
    /// What is around the subnets of a VPC.
    private record Around(String vpcId, Surroundings read) {}

    /// All that ways are worked out from.
    private record Ground(Around around, List<Subnet> subnets) {}

    private final Load<Around> around;
    // held, since a binding does not live by being listened to
    private final ObservableValue<Optional<Ground>> ground;
    private final Load<Map<String, Prospect>> prospects;
    private final ObservableValue<Boolean> awaited;

    Ways(Background background, ObservableValue<Optional<Inside>> inside, Load<List<Subnet>> subnets) {
        around = Load.from(
                background,
                inside,
                where -> where.place().reading("surroundings " + where.vpcId(), () -> Ways.around(where)));
        ground = Bindings.createObjectBinding(
                () -> inside.getValue().flatMap(where -> ground(where, subnets)),
                inside,
                around.value(),
                subnets.value());
        prospects = Load.of(background, ground, Ways::workOut);
        awaited = Bindings.createObjectBinding(
                () -> around.state().get() instanceof Load.Loading
                        || prospects.state().get() instanceof Load.Loading,
                around.state(),
                prospects.state());
    }

    private static Around around(Inside where) {
        var ground = where.place().cloud().ground(where.place().region());
        return new Around(where.vpcId(), Surroundings.of(ground, where.vpcId()));
    }

    /// Lists of the VPC before are no ground.
    private Optional<Ground> ground(Inside inside, Load<List<Subnet>> subnets) {
        return around.value()
                .getValue()
                .filter(known -> known.vpcId().equals(inside.vpcId()))
                .flatMap(known -> subnets.value()
                        .getValue()
                        .filter(all ->
                                all.stream().allMatch(subnet -> subnet.vpcId().equals(inside.vpcId())))
                        .map(all -> new Ground(known, all)));
    }

    private static Map<String, Prospect> workOut(Ground ground) {
        var all = ground.around().read().withSubnets(new Asked.Answered<>(ground.subnets()));
        var wayOut = new WayOut(ground.around().vpcId(), all);
        return ground.subnets().stream()
                .collect(Collectors.toMap(Subnet::id, subnet -> Prospect.of(wayOut, subnet), (one, _) -> one));
    }

    /// By subnet, once they are worked out.
    ObservableValue<Optional<Map<String, Prospect>>> prospects() {
        return prospects.value();
    }

    /// Whether they are still to come.
    ObservableValue<Boolean> awaited() {
        return awaited;
    }

    /// Why parts of what is around the subnets could not be read, by the action that asks for them.
    List<CloudProblem> problems() {
        return around.value().getValue().stream()
                .flatMap(known -> known.read().problems().stream())
                .collect(Collectors.toMap(CloudProblem::action, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .sorted((one, other) -> one.action().compareTo(other.action()))
                .toList();
    }

    /// Reads once more what is around the subnets.
    void retry() {
        around.retry();
    }
}
