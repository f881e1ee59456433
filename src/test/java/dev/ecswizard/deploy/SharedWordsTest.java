package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
    private final SharedWords words = new SharedWords();

    /// As a reader makes it: no text is one that was there before.
    private static StackEvent event(String id, String reason) {
        return new StackEvent(
                id,
                Instant.EPOCH,
                String.valueOf("stack".toCharArray()),
                String.valueOf("Role".toCharArray()),
                String.valueOf("role-1".toCharArray()),
                String.valueOf("AWS::IAM::Role".toCharArray()),
                new StackStatus(String.valueOf("CREATE_COMPLETE".toCharArray())),
                String.valueOf(reason.toCharArray()));
    }

    @Test
    void whatIsSaidAgainIsKeptOnce() {
        var one = words.of(event("1", "why"));
        assertThat(one).isEqualTo(Saying.of(event("1", "why")));
        assertThat(words.of(event("2", "why"))).isSameAs(one);
    }

    @Test
    void ofWhatIsSaidAnewTheTextsThatWereThereAreShared() {
        var one = words.of(event("1", "why"));
        var other = words.of(event("2", "why else"));
        assertThat(other).isEqualTo(Saying.of(event("2", "why else")));
        assertThat(other.stackId()).isSameAs(one.stackId());
        assertThat(other.logicalId()).isSameAs(one.logicalId());
        assertThat(other.physicalId()).isSameAs(one.physicalId());
        assertThat(other.type()).isSameAs(one.type());
        assertThat(other.status()).isSameAs(one.status());
    }

    /// As signals do, each with its host's id.
    @Test
    void manyThatAreSaidOnceDoNotEndTheSharing() {
        for (var i = 0; i < 20_000; i++) {
            words.of(event("e" + i, "Received SUCCESS signal with UniqueId i-" + i));
        }
        var one = words.of(event("1", "why"));
        assertThat(words.of(event("2", "why"))).isSameAs(one);
    }
}
