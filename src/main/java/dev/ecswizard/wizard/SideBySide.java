package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.ui.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Several sources read at the same time.
public final class SideBySide {
    private SideBySide() {}

    /// The values in the order of the sources; what is known is not asked. Blocks until all are there. An interrupt
    /// or a failure ends the waiting and not the questions that were sent: their answers are kept for the next who
    /// asks.
    ///
    /// @throws CloudProblem the first one
    public static <T> List<T> read(List<Source<T>> sources) {
        var asked = new ArrayList<FutureTask<T>>();
        for (var source : sources) {
            var task = new FutureTask<>(source::read);
            asked.add(task);
            Thread.startVirtualThread(task);
        }
        var values = new ArrayList<T>();
        try {
            for (var each : asked) {
                values.add(each.get());
            }
            return List.copyOf(values);
        } catch (InterruptedException interrupted) {
            throw Readings.nobodyWaits(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        }
    }
}
