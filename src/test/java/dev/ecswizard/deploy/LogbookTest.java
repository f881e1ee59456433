package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {
    private static final Origin ORIGIN =
            new Origin("profile:ops", "ops", "123456789012", "eu-west-1", Optional.empty());

    @TempDir
    private Path home;

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void whoIsStoppedHasWrittenDownAllTheSameWhatWasDone() {
        var journals = new Journals(home, InstantSource.system());
        var logbook = new Logbook(Optional.of(journals));
        Thread.currentThread().interrupt();
        logbook.clearing(Optional.of(ORIGIN), "web", "stack-1");
        logbook.draining("web", List.of("host-1"));
        logbook.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(logbook.trouble()).isEmpty();
        var left = journals.unfinished().unfinished();
        assertThat(left)
                .singleElement()
                .satisfies(one -> assertThat(one.entries()).hasSize(2));

        Thread.currentThread().interrupt();
        logbook.resuming(left.getFirst()).forget();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(logbook.trouble()).isEmpty();
        assertThat(journals.unfinished().unfinished()).isEmpty();
    }
}
