package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// A region that the organisation's policy closes.
class DeniedRegionTest {
    private static final String CLOSED = "us-west-2";

    private static Optional<Problem> problem(Load<?> load) {
        return load.state().get() instanceof Load.Failed<?>(CloudProblem problem)
                ? Optional.of(Problem.of(problem))
                : Optional.empty();
    }

    @Test
    void everyPageSaysWhichActionWasDeniedWhereAndNoAnswerIsLost() throws IOException {
        var world = new AtomicReference<World>();
        try (var sandbox = Altered.sandbox(world::set);
                var walk = new Walkthrough(sandbox.endpoint(), "eu-west-1", Vpc::isDefault, _ -> true)) {
            walk.settle("eu-west-1");
            var before = walk.window.get(() -> walk.network.chosen().getValue());
            world.get().permissions().close(CLOSED);

            walk.go(CLOSED);
            var vpcs = walk.network.inventory().vpcs();
            walk.window.waitFor(
                    "the refusals",
                    () -> problem(vpcs).isPresent()
                            && problem(walk.cluster.stacks()).isPresent());

            var said = walk.window.get(() -> problem(vpcs).orElseThrow());
            assertThat(said.what()).isEqualTo("This account may not do ec2:DescribeVpcs in us-west-2.");
            assertThat(said.why()).contains("with an explicit deny in a service control policy");
            assertThat(walk.window.get(
                            () -> problem(walk.cluster.stacks()).orElseThrow().what()))
                    .isEqualTo("This account may not do cloudformation:ListStacks in us-west-2.");
            walk.window.run(() -> {
                assertThat(walk.dropped.sentences()).isEmpty();
                assertThat(walk.network.vpcId().getValue()).isPresent();
                assertThat(walk.cluster.chosen().getValue()).isPresent();
            });

            walk.go("eu-west-1");
            assertThat(walk.window.get(() -> walk.network.chosen().getValue())).isEqualTo(before);

            walk.go(CLOSED);
            walk.window.waitFor("the refusal", () -> problem(vpcs).isPresent());
            world.get().permissions().allowAll();
            walk.window.run(vpcs::retry);
            walk.window.waitFor("the VPCs", () -> vpcs.state().get() instanceof Load.Ready);
        }
    }
}
