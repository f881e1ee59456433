package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.preflight.Preflight;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Rehearsal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/// Walks the pages in a virtual machine of its own and runs the checks for the first time: prints how long the
/// rehearsal took, how long the checks did, and how long all processors together were busy with them, in
/// milliseconds.
final class FirstChecks {
    private FirstChecks() {}

    /// @param arguments the endpoint, and whether to rehearse
    public static void main(String[] arguments) {
        var region = "eu-west-1";
        try (var walk = new Walkthrough(URI.create(arguments[0]), region, Vpc::isDefault, _ -> true)) {
            walk.settle(region);
            var rehearsed = Duration.ZERO;
            if (Boolean.parseBoolean(arguments[1])) {
                var begin = System.nanoTime();
                var rehearsal = walk.window.get(
                        () -> new Rehearsal(walk.window.background(), Pace.ofTheWall(), walk.account.place()));
                walk.window.waitFor("the end of the rehearsal", rehearsal.over()::get);
                rehearsed = Duration.ofNanos(System.nanoTime() - begin);
            }
            var spec = walk.spec();
            var place = walk.window.get(() -> walk.account.place().getValue().orElseThrow());
            var busy = busy();
            var checked = checked(place, spec);
            System.out.println(rehearsed.toMillis() + " " + checked.toMillis() + " "
                    + busy().minus(busy).toMillis());
        }
    }

    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static Duration checked(Place place, ClusterSpec spec) {
        var begin = System.nanoTime();
        if (Preflight.run(place.cloud(), spec, InstantSource.system()).isEmpty()) {
            throw new IllegalStateException("nothing was checked");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
