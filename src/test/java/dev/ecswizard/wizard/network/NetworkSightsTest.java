package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The page with every network of the sandbox, as a person sees it.
@ExtendWith(WindowExtension.class)
class NetworkSightsTest {
    private static final String REGION = "us-west-2";

    private Sandbox sandbox;
    private Cloud cloud;
    private NetworkModel model;

    @Start
    void show(Stage stage) throws IOException {
        sandbox = Altered.sandbox((World _) -> {});
        cloud = AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, () -> "sandbox")
                .open((_, _) -> Optional.empty());
        model = new NetworkModel(
                new InOrder(),
                new SimpleObjectProperty<>(Optional.of(new Place(cloud, cloud.caller(), REGION, List.of(REGION)))),
                new SimpleObjectProperty<>(Optional.<Connection>empty()),
                new SimpleObjectProperty<>(Recipe.STANDARD),
                new Dropped());
        Shown.in(stage, List.of(new NetworkPage(model, _ -> {})));
    }

    @AfterEach
    void close() {
        cloud.close();
        sandbox.close();
    }

    @Test
    void everyNetworkIsPictured(FxRobot robot) {
        var kinds = new TreeSet<String>();
        for (var vpc : cloud.networks(REGION).vpcs()) {
            robot.interact(() -> model.chooseVpc(vpc.id()));
            Shown.picture("network-of-" + vpc.cidrs().getFirst().replace('/', '-'));
            var words = model.lines().getValue().stream().map(WayWords::kind).toList();
            words.forEach(
                    kind -> assertThat(robot.lookup(kind).tryQuery()).as(kind).isPresent());
            kinds.addAll(words);
        }
        assertThat(kinds)
                .isEqualTo(Set.of(
                        "Public",
                        "Private with NAT",
                        "Private, by endpoints",
                        "Transit gateway: unknown",
                        "No way out"));
    }
}
