package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Visit;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    private static final Optional<Visit> LAST = Optional.of(new Visit("profile:ops", "eu-west-1"));
    private static final Start PLAIN =
            new Start(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void nothingOrAFileAloneIsReadAtOnce() {
        assertThat(Start.plain(new String[0], Map.of())).contains(PLAIN);
        assertThat(Start.plain(new String[] {"my first.ecscluster"}, Map.of("AWS_ENDPOINT_URL", "")))
                .map(Start::file)
                .contains(Optional.of(Path.of("my first.ecscluster")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "", "@arguments", "--", "no\0file"})
    void whatIsMoreIsForTheCommandLine(String argument) {
        assertThat(Start.plain(new String[] {argument}, Map.of())).isEmpty();
        assertThat(Start.plain(new String[] {"a", "b"}, Map.of())).isEmpty();
        assertThat(Start.plain(new String[0], Map.of("AWS_ENDPOINT_URL", "http://localhost:4566")))
                .isEmpty();
    }

    @Test
    void aPlainStartGoesOnWhereThePersonWas() {
        assertThat(PLAIN.after(LAST, Map.of())).isEqualTo(LAST);
        assertThat(PLAIN.after(Optional.empty(), Map.of())).isEmpty();
    }

    @Test
    void whatTheCommandLineSaysComesFirst() {
        assertThat(new Start(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty())
                        .after(LAST, Map.of()))
                .isEmpty();
        assertThat(new Start(Optional.empty(), false, Optional.of("lab"), Optional.empty(), Optional.empty())
                        .after(LAST, Map.of()))
                .isEmpty();
        var endpoint = Optional.of(URI.create("http://localhost:4566"));
        assertThat(new Start(Optional.empty(), false, Optional.empty(), Optional.empty(), endpoint)
                        .after(LAST, Map.of()))
                .isEmpty();
    }

    @Test
    void whatTheEnvironmentSaysComesFirst() {
        assertThat(PLAIN.after(LAST, Map.of("AWS_PROFILE", "lab"))).isEmpty();
        assertThat(PLAIN.after(LAST, Map.of("AWS_ACCESS_KEY_ID", "AKIA"))).isEmpty();
        assertThat(PLAIN.after(LAST, Map.of("AWS_PROFILE", " "))).isEqualTo(LAST);
        assertThat(PLAIN.after(LAST, Map.of("AWS_DEFAULT_REGION", "us-east-1")))
                .contains(new Visit("profile:ops", "us-east-1"));
    }
}
