package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.ui.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several sources read at the same time.
public final class SideBySide {
    private SideBySide() {}

    /// The values in the order of the sources; what is known is not asked. Blocks until all are there; the first
    /// failure
    /// or an interrupt stops the others.
    ///
    /// @throws CloudProblem the first one
    public static <T> List<T> read(List<Source<T>> sources) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<T>>();
            sources.forEach(source -> asked.add(threads.submit(source::read)));
            var values = new ArrayList<T>();
            try {
                for (var each : asked) {
                    values.add(each.get());
                }
                return List.copyOf(values);
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                throw Readings.nobodyWaits(interrupted);
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof RuntimeException problem
                        ? problem
                        : new IllegalStateException(failed.getCause());
            }
        }
    }
}
