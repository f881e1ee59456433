package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.CloudProblem;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/// Questions asked side by side, each on a thread of its own.
final class Inquiry implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Inquiry() {}

    /// What comes of an inquiry. Blocks; an interrupt ends every question.
    ///
    /// @throws CloudProblem of kind CANCELLED only
    static <T> T of(Function<Inquiry, T> asking) {
        var inquiry = new Inquiry();
        try (inquiry) {
            try {
                return asking.apply(inquiry);
            } catch (CloudProblem cancelled) {
                inquiry.threads.shutdownNow();
                throw cancelled;
            }
        }
    }

    <T> Future<Asked<T>> ask(Supplier<T> question) {
        return start(() -> Asked.of(question));
    }

    /// Has something found out whose parts may each have an answer or none.
    <T> Future<T> start(Supplier<T> asking) {
        return threads.submit(asking::get);
    }

    static <T> T wait(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CloudProblem(CloudProblem.Kind.CANCELLED, "", "", Words.of("survey.cancelled"), "", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CloudProblem problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
