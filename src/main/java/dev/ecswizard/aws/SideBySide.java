package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Blocking questions asked at the same time on virtual threads, a bounded number of them.
record SideBySide(int bound) {
    /// The answers in any order. Blocks until all are there; the first failure or an interrupt stops the others.
    ///
    /// @throws CloudProblem the first one
    <A, B> List<B> ask(Collection<A> questions, Function<A, B> call) {
        var places = new Semaphore(bound);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<B>(threads);
            for (var question : questions) {
                running.submit(() -> {
                    places.acquire();
                    try {
                        return call.apply(question);
                    } finally {
                        places.release();
                    }
                });
            }
            try {
                var answers = new ArrayList<B>();
                for (var i = 0; i < questions.size(); i++) {
                    answers.add(running.take().get());
                }
                return answers;
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw Problems.cancelled(interrupted);
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof CloudProblem problem
                        ? problem
                        : new IllegalStateException(failed.getCause());
            }
        }
    }
}
