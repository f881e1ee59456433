package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
    private final SharedWords words = new SharedWords();

    /// As a reader makes it: no text is one that was there before.
    private static StackEvent event(String id) {
        return new StackEvent(
                id,
                Instant.EPOCH,
                String.valueOf("stack".toCharArray()),
                String.valueOf("Role".toCharArray()),
                String.valueOf("role-1".toCharArray()),
                String.valueOf("AWS::IAM::Role".toCharArray()),
                new StackStatus(String.valueOf("CREATE_COMPLETE".toCharArray())),
                String.valueOf("why".toCharArray()));
    }

    @Test
    void anEventStaysEqualAndItsTextsBecomeThoseOfTheOneBefore() {
        var one = words.in(event("1"));
        var other = words.in(event("2"));
        assertThat(one).isEqualTo(event("1"));
        assertThat(other).isEqualTo(event("2"));
        assertThat(other.stackId()).isSameAs(one.stackId());
        assertThat(other.logicalId()).isSameAs(one.logicalId());
        assertThat(other.physicalId()).isSameAs(one.physicalId());
        assertThat(other.type()).isSameAs(one.type());
        assertThat(other.status()).isSameAs(one.status());
        assertThat(other.reason()).isSameAs(one.reason());
    }
}
